import Vant from 'vant';
import 'vant/lib/index.css';
import { computed, createApp } from 'vue';
import { go, route } from './app-api';
import { CheckIn, Shift } from './app-checkin';
import { History, Login, Me } from './app-more';
import { Report } from './app-report';

const PAGES = { checkin: CheckIn, shift: Shift, report: Report, history: History, me: Me, login: Login };

createApp({
  setup() {
    const current = computed(() => PAGES[route.value as keyof typeof PAGES] ?? CheckIn);
    return { route, go, current };
  },
  template: `<component :is="current" />
    <van-tabbar v-if="route !== 'login'" :model-value="route" @change="go"><van-tabbar-item name="checkin" icon="location-o">打卡</van-tabbar-item><van-tabbar-item name="shift" icon="clock-o">考勤</van-tabbar-item>
      <van-tabbar-item name="report" icon="edit">上报</van-tabbar-item><van-tabbar-item name="history" icon="records-o" badge="2">记录</van-tabbar-item><van-tabbar-item name="me" icon="user-o">我的</van-tabbar-item></van-tabbar>`,
})
  .use(Vant)
  .mount('#app');
