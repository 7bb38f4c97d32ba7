import './app.css';
import 'element-plus/dist/index.css';
import ElementPlus from 'element-plus';
import zhCn from 'element-plus/es/locale/lang/zh-cn';
import { computed, createApp, ref } from 'vue';
import { duty, login, setting } from './app-duty';
import { material } from './app-material';
import { month } from './app-month';
import { project } from './app-project';

const ROUTES = {
  '/material': ['资料报送', material],
  '/month': ['月度台账', month],
  '/project': ['项目申报', project],
  '/duty': ['值班签到', duty],
  '/setting': ['系统设置', setting],
} as const;
type Route = keyof typeof ROUTES;

const hash = ref(location.hash.slice(1).split('?')[0] || '/material');
addEventListener('hashchange', () => {
  hash.value = location.hash.slice(1).split('?')[0] || '/material';
});

createApp({
  components: { login },
  setup() {
    return {
      hash,
      routes: ROUTES,
      title: computed(() => ROUTES[hash.value as Route]?.[0]),
      page: computed(() => ROUTES[hash.value as Route]?.[1]),
      go: (path: string) => {
        location.hash = path;
      },
    };
  },
  template: `<login v-if="hash === '/login'" />
  <el-container v-else class="shell">
    <el-aside width="200px" class="side"><div class="logo">资料报送演示系统</div>
      <el-menu :default-active="hash" background-color="#304156" text-color="#bfcbd9"
        active-text-color="#409eff" @select="go">
        <el-menu-item v-for="(r, path) in routes" :key="path" :index="path">{{ r[0] }}</el-menu-item>
        <el-sub-menu index="x"><template #title>审核管理</template><el-menu-item index="/material">已提交</el-menu-item>
        </el-sub-menu></el-menu></el-aside>
    <el-container><el-header class="top">
      <el-breadcrumb><el-breadcrumb-item>首页</el-breadcrumb-item><el-breadcrumb-item>{{ title }}</el-breadcrumb-item>
      </el-breadcrumb><el-badge :value="3">待办</el-badge><el-dropdown><span>城关镇 管理员</span>
      <template #dropdown><el-dropdown-menu><el-dropdown-item>退出登录</el-dropdown-item></el-dropdown-menu></template>
      </el-dropdown></el-header>
      <el-main><component :is="page" /></el-main></el-container></el-container>`,
})
  .use(ElementPlus, { locale: zhCn })
  .mount('#app');
