import { startPage } from '../../components/start-page';
import { useReadyMark } from '../../components/use-ready-mark';
import { WorkbenchView } from '../../components/workbench-view';
import { browser } from '../../utils/platform/browser';
import { useBench } from './use-bench';

function Workbench() {
  const bench = useBench();
  useReadyMark(true);
  return <WorkbenchView {...bench} />;
}

startPage(browser.i18n, 'page_workbench', () => <Workbench />);
