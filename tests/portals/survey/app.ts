import './app.css';
import { fillPage } from './app-fill';
import { listPage, loginPage } from './app-list';

if (location.pathname === '/login') loginPage();
else if (location.pathname === '/fill') fillPage();
else listPage();
