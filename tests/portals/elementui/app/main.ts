import './app.css';
import { Apply } from './apply';
import { Approval } from './approval';
import { Home } from './home';
import { get, post, session } from './http';
import { Layout, Login } from './layout';
import { Notice } from './notice';
import { Objects } from './objects';
import { Profile } from './profile';
import { Review } from './review';
import { Standard } from './standard';
import { Visits } from './visits';

ELEMENT.Dialog.props.closeOnClickModal.default = false;

export const ROUTES = {
  '/index': { title: '首页', view: 'page-home' },
  '/relief/object': { title: '救助对象管理', view: 'page-objects' },
  '/relief/apply': { title: '临时救助申请', view: 'page-apply' },
  '/relief/review': { title: '年度复核填报', view: 'page-review' },
  '/relief/approval': { title: '审批管理', view: 'page-approval' },
  '/relief/visit': { title: '入户核查', view: 'page-visits' },
  '/fund/standard': { title: '资金发放台账', view: 'page-standard' },
  '/system/notice': { title: '通知公告', view: 'page-notice' },
  '/user/profile': { title: '个人中心', view: 'page-profile' },
};
for (const [name, page] of Object.entries({
  home: Home,
  objects: Objects,
  apply: Apply,
  review: Review,
  approval: Approval,
  visits: Visits,
  standard: Standard,
  notice: Notice,
  profile: Profile,
}))
  Vue.component(`page-${name}`, page);

const path = () => location.hash.slice(1).split('?')[0] || '/index';

new Vue({
  el: '#app',
  components: { Layout, Login },
  data: { path: path(), routes: ROUTES },
  created() {
    addEventListener('hashchange', () => {
      this.path = path();
      post('/monitor/track', { path: this.path, session }, { quiet: true }).catch(() => {});
    });
    setInterval(() => {
      if (this.path !== '/login') get('/monitor/online', { quiet: true }).catch(() => {});
    }, 2000);
    setInterval(() => {
      if (this.path !== '/login')
        post('/monitor/heartbeat', { at: Date.now() }, { quiet: true }).catch(() => {});
    }, 1500);
  },
  template: '<login v-if="path === \'/login\'"/><layout v-else :path="path" :routes="routes"/>',
});
