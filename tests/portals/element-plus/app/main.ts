import ElementPlus from 'element-plus';
import zhCn from 'element-plus/es/locale/lang/zh-cn';
import 'element-plus/dist/index.css';
import './app.css';
import { createApp } from 'vue';
import { Disputes } from './disputes';
import { Duty } from './duty';
import { Home } from './home';
import { HouseholdDialog } from './household-dialog';
import { Households } from './households';
import { beacon, post } from './http';
import { Layout, Login, Root } from './layout';
import { Monthly } from './monthly';
import { Subsistence } from './subsistence';

const app = createApp(Root);
app.use(ElementPlus, { locale: zhCn });
const pages = { Layout, Login, Home, Households, HouseholdDialog, Monthly, Disputes, Subsistence, Duty };
for (const [name, page] of Object.entries(pages)) app.component(`Page${name}`, page);
app.mount('#app');

setInterval(() => {
  post('/api/online/heartbeat', { route: location.hash, at: Date.now() }, { quiet: true }).catch(() => {});
}, 1000);
addEventListener('hashchange', () => beacon('view', location.hash));
addEventListener('click', (event) => beacon('click', (event.target as Element).tagName), true);
