import 'antd/dist/reset.css';
import 'dayjs/locale/zh-cn';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import { createRoot } from 'react-dom/client';
import { beacon, send } from './http';
import { Shell } from './shell';

dayjs.locale('zh-cn');
createRoot(document.getElementById('root') as HTMLElement).render(
  <ConfigProvider locale={zhCN}>
    <App>
      <Shell />
    </App>
  </ConfigProvider>,
);

setInterval(() => {
  send('/api/message/unread', { at: Date.now() }).catch(() => {});
}, 2000);
addEventListener('visibilitychange', () => beacon('visibility', document.visibilityState));
addEventListener('pointerdown', (event) => beacon('press', `${event.clientX},${event.clientY}`));
