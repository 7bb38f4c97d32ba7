import { ElMessage } from 'element-plus';
import { computed, defineComponent, onBeforeUnmount, onMounted, reactive, ref } from 'vue';
import { post } from './http';

const titles: Record<string, string> = {
  home: '首页',
  household: '农户信息',
  monthly: '月度台账',
  dispute: '矛盾纠纷',
  subsistence: '低保申请',
  duty: '值班日志',
};
const route = ref('');
const read = () => {
  route.value = location.hash.replace(/^#\/?/, '').split('?')[0] || 'home';
};
read();
addEventListener('hashchange', read);

export const Root = defineComponent({
  setup: () => ({ route }),
  template: `<page-login v-if="route === 'login'" /><page-layout v-else />`,
});

export const Layout = defineComponent({
  setup() {
    const clock = ref('');
    const unread = ref(3);
    const tick = () => {
      clock.value = new Date().toLocaleTimeString('zh-CN', { hour12: false });
    };
    tick();
    const timer = setInterval(tick, 1000);
    onBeforeUnmount(() => clearInterval(timer));
    // What could not be sent in the field is kept on the device and sent again when the page is next opened.
    onMounted(async () => {
      const pending = JSON.parse(localStorage.getItem('offline-notes') ?? '[]');
      if (!pending.length) return;
      await post('/api/visit/resend', { notes: pending }, { quiet: true });
      localStorage.removeItem('offline-notes');
      ElMessage.success(`离线数据补传成功，共 ${pending.length} 条`);
    });
    const page = computed(
      () =>
        ({
          home: 'page-home',
          household: 'page-households',
          monthly: 'page-monthly',
          dispute: 'page-disputes',
          subsistence: 'page-subsistence',
          duty: 'page-duty',
        })[route.value] ?? 'page-home',
    );
    const go = (to: string) => {
      location.hash = `#/${to}`;
    };
    return { clock, unread, page, route, titles, go };
  },
  template: `
<el-container class="shell">
  <el-aside width="200px">
    <div class="logo">村务管理平台</div>
    <el-menu :default-active="route" background-color="#304156" text-color="#bfcbd9"
      active-text-color="#409eff" :default-openeds="['base', 'report']" @select="go">
      <el-menu-item index="home">首页</el-menu-item>
      <el-sub-menu index="base">
        <template #title>基础数据</template>
        <el-menu-item index="household">农户信息</el-menu-item>
        <el-menu-item index="subsistence">低保申请</el-menu-item>
      </el-sub-menu>
      <el-sub-menu index="report">
        <template #title>上报管理</template>
        <el-menu-item index="monthly">月度台账</el-menu-item>
        <el-menu-item index="dispute">矛盾纠纷</el-menu-item>
        <el-menu-item index="duty">值班日志</el-menu-item>
      </el-sub-menu>
    </el-menu>
  </el-aside>
  <el-container direction="vertical">
    <div class="navbar">
      <el-breadcrumb separator="/" style="margin-left: 20px">
        <el-breadcrumb-item>首页</el-breadcrumb-item>
        <el-breadcrumb-item>{{ titles[route] }}</el-breadcrumb-item>
      </el-breadcrumb>
      <span class="grow"></span>
      <span class="hint">{{ clock }}</span>
      <el-badge :value="unread"><span>待办</span></el-badge>
      <el-dropdown style="margin: 0 24px 0 12px">
        <span>青山村 · 周文书</span>
        <template #dropdown>
          <el-dropdown-menu>
            <el-dropdown-item>个人中心</el-dropdown-item>
            <el-dropdown-item>退出登录</el-dropdown-item>
          </el-dropdown-menu>
        </template>
      </el-dropdown>
    </div>
    <div class="tags-view">
      <el-tag v-for="(title, key) in titles" :key="key" :effect="key === route ? 'dark' : 'plain'" closable
        @click="go(key)">{{ title }}</el-tag>
    </div>
    <el-main><component :is="page" /></el-main>
  </el-container>
</el-container>`,
});

export const Login = defineComponent({
  setup() {
    const form = reactive({ username: '', password: '', captcha: '' });
    const formRef = ref();
    const loading = ref(false);
    const rules = {
      username: [{ required: true, message: '请输入您的账号', trigger: 'blur' }],
      password: [{ required: true, message: '请输入您的密码', trigger: 'blur' }],
    };
    const login = async () => {
      await formRef.value.validate();
      loading.value = true;
      try {
        await post('/api/login', form);
        ElMessage.success('登录成功');
        location.hash = '#/home';
      } finally {
        loading.value = false;
      }
    };
    return { form, formRef, loading, rules, login };
  },
  template: `
<div class="login">
  <el-card>
    <h3>村务管理平台</h3>
    <el-form ref="formRef" :model="form" :rules="rules">
      <el-form-item prop="username"><el-input v-model="form.username" placeholder="账号" /></el-form-item>
      <el-form-item prop="password">
        <el-input v-model="form.password" type="password" placeholder="密码" show-password @keyup.enter="login" />
      </el-form-item>
      <el-form-item><el-input v-model="form.captcha" placeholder="验证码（4 + 5 = ?）" /></el-form-item>
      <el-form-item><el-checkbox>记住密码</el-checkbox></el-form-item>
      <el-button type="primary" style="width: 100%" :loading="loading" @click="login">登 录</el-button>
    </el-form>
  </el-card>
</div>`,
});
