import './app.css';
import naive from 'naive-ui';
import { createApp } from 'vue';
import { Detail } from './detail';
import { Duty } from './duty';
import { post } from './http';
import { Journal } from './journal';
import { Ledger } from './ledger';
import { Login } from './login';
import { Materials } from './materials';
import { OrderForms } from './order-forms';
import { Orders } from './orders';
import { Register } from './register';
import { route } from './route';
import { Root, Shell } from './shell';
import { Walk } from './walk';

const app = createApp(Root);
app.use(naive);
const parts = { Shell, Login, Orders, OrderForms, Detail, Register, Ledger, Duty, Materials, Journal, Walk };
for (const [name, part] of Object.entries(parts)) app.component(`My${name}`, part);
app.mount('#app');

setInterval(() => {
  post('/api/online', { route: route.value, at: Date.now() }, { bar: false }).catch(() => {});
}, 1500);
addEventListener(
  'click',
  (event) => {
    const words = ((event.target as Element).textContent ?? '').trim().slice(0, 12);
    navigator.sendBeacon('/api/track', JSON.stringify({ type: 'click', words, route: route.value }));
  },
  true,
);
