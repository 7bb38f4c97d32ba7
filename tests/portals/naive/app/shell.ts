import { dateZhCN, useDialog, useLoadingBar, useMessage, useNotification, zhCN } from 'naive-ui';
import { computed, defineComponent, onMounted, ref } from 'vue';
import { post } from './http';
import { go, route } from './route';
import { ui } from './ui';

export const Root = defineComponent({
  setup: () => ({ zhCN, dateZhCN }),
  template: `
<n-config-provider :locale="zhCN" :date-locale="dateZhCN">
  <n-loading-bar-provider><n-dialog-provider><n-notification-provider><n-message-provider>
    <my-shell />
  </n-message-provider></n-notification-provider></n-dialog-provider></n-loading-bar-provider>
</n-config-provider>`,
});

const MENU = [
  ['/orders', '工单中心'],
  ['/register', '工单登记'],
  ['/walk', '入户走访'],
  ['/journal', '网格日志'],
  ['/ledger', '网格台账'],
  ['/materials', '佐证材料'],
  ['/duty', '值守签到'],
].map(([key, label]) => ({ key, label }));

export const Shell = defineComponent({
  setup() {
    // biome-ignore-start lint/correctness/useHookAtTopLevel: setup() is where Vue takes what its providers hold.
    Object.assign(ui, {
      message: useMessage(),
      dialog: useDialog(),
      notification: useNotification(),
      loadingBar: useLoadingBar(),
    });
    // biome-ignore-end lint/correctness/useHookAtTopLevel: as above
    const offline = ref(!navigator.onLine);
    addEventListener('offline', () => {
      offline.value = true;
    });
    addEventListener('online', () => {
      offline.value = false;
    });
    const unread = ref(0);
    const sound = ref(true);
    onMounted(async () => {
      unread.value = await post('/api/notice/unread', {}, { bar: false }).catch(() => 0);
    });
    const page = computed(() => {
      if (/^\/orders\/\d+/.test(route.value)) return 'my-detail';
      const name = route.value.slice(1) || 'orders';
      return `my-${name}`;
    });
    const readAll = async () => {
      await post('/api/notice/read');
      unread.value = 0;
      ui.message.success('已全部标为已读');
    };
    const setSound = async (on: boolean) => {
      await post('/api/setting/save', { sound: on });
      ui.message.success('设置已保存');
    };
    const logout = () =>
      ui.dialog.warning({
        title: '提示',
        content: '确定要退出登录吗？',
        positiveText: '确定',
        negativeText: '取消',
        onPositiveClick: async () => {
          await post('/api/auth/logout');
          go('/login');
        },
      });
    return { route, page, offline, unread, sound, readAll, setSound, logout, go, MENU };
  },
  template: `
<my-login v-if="route === '/login'" />
<n-layout v-else has-sider style="min-height:100vh">
  <n-layout-sider bordered :width="200">
    <div class="brand">热线与网格治理</div>
    <n-menu :value="route" :options="MENU" @update:value="go" />
  </n-layout-sider>
  <n-layout-content style="background:#f5f7fa">
    <n-alert v-if="offline" type="warning" class="offline" :show-icon="true">网络已断开，当前处于离线状态，填写内容将保存在本机</n-alert>
    <div class="top">
      <n-badge :value="unread"><n-button size="small" quaternary @click="readAll">全部已读</n-button></n-badge>
      <span>消息提示音</span><n-switch v-model:value="sound" size="small" @update:value="setSound" />
      <span>凤山街道 江映雪</span><n-button size="small" text @click="logout">退出</n-button>
    </div>
    <div class="page"><component :is="page" :key="route" /></div>
  </n-layout-content>
</n-layout>`,
});
