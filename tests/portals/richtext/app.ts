import './app.css';
import { ledgerPage, meetingPage } from './app-desk';
import { filesPage, loginPage, materialPage } from './app-files';
import { reportPage, simplePage } from './app-report';

const pages: Record<string, () => void> = {
  '/login': loginPage,
  '/report': reportPage,
  '/simple': simplePage,
  '/meeting': meetingPage,
  '/files': filesPage,
  '/material': materialPage,
};
(pages[location.pathname] ?? ledgerPage)();
