import { defineComponent, reactive, ref } from 'vue';
import { post, type Refusal } from './http';
import { go } from './route';
import { ui } from './ui';

export const Login = defineComponent({
  setup() {
    const form = reactive({ name: '', password: '', code: '' });
    const busy = ref(false);
    const wait = ref(0);
    const sms = async () => {
      await post('/api/auth/sms', { name: form.name });
      ui.message.success('验证码已发送');
      wait.value = 60;
    };
    const login = async () => {
      busy.value = true;
      try {
        await post('/api/auth/login', form);
        sessionStorage.token = 'r1';
        ui.message.success('登录成功');
        go('/orders');
      } catch (error) {
        ui.message.error((error as Refusal).message);
      } finally {
        busy.value = false;
      }
    };
    return { form, busy, wait, sms, login };
  },
  template: `
<n-card title="热线工单与网格治理平台" style="width:380px;margin:90px auto">
  <n-form :model="form">
    <n-form-item label="账号"><n-input v-model:value="form.name" placeholder="请输入账号" /></n-form-item>
    <n-form-item label="密码"><n-input v-model:value="form.password" type="password" placeholder="请输入密码" @keyup.enter="login" /></n-form-item>
    <n-form-item label="短信验证码">
      <n-input-group><n-input v-model:value="form.code" placeholder="选填" />
      <n-button :disabled="wait > 0" @click="sms">{{ wait ? wait + '秒后重发' : '获取验证码' }}</n-button></n-input-group>
    </n-form-item>
    <n-button type="primary" block :loading="busy" @click="login">登 录</n-button>
  </n-form>
</n-card>`,
});
