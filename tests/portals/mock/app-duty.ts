import { ElMessage } from 'element-plus';
import { onUnmounted, reactive, ref } from 'vue';
import { post } from './app-mock';

export const duty = {
  setup() {
    const clock = ref('');
    const signed = ref('');
    const busy = ref(false);
    const shift = new URLSearchParams(location.hash.split('?')[1]).get('shift') ?? 'day';
    const timer = setInterval(() => {
      clock.value = new Date().toLocaleTimeString('zh-CN');
    }, 500);
    const beat = setInterval(() => void post('/api/duty/online'), 1500);
    onUnmounted(() => {
      clearInterval(timer);
      clearInterval(beat);
    });
    return {
      clock,
      signed,
      busy,
      async sign() {
        busy.value = true;
        const answer = await post('/api/duty/sign', { shift });
        busy.value = false;
        if (answer.code === 208) return ElMessage.warning('今日已签到');
        if (answer.code !== 200) return ElMessage.error(`签到失败：${answer.msg}`);
        signed.value = answer.data.at;
        ElMessage.success('签到成功');
      },
    };
  },
  template: `<div class="box duty"><p>带班领导：周国强　值班员：孙丽</p><div class="clock">{{ clock }}</div>
    <el-button type="primary" :disabled="!!signed || busy" @click="sign">{{ signed ? '已签到' : '签到' }}</el-button>
    <p>应签时间 08:30　<span v-if="signed">签到时间 {{ signed }}</span></p></div>
    <div class="box"><el-table :data="[{ d: '11-22', s: '已签到' }, { d: '11-21', s: '缺卡' }]" size="small">
    <el-table-column prop="d" label="日期" /><el-table-column prop="s" label="签到情况" /></el-table></div>`,
};

export const setting = {
  setup() {
    const form = reactive({ sms: false, todo: true });
    return {
      form,
      async toggle() {
        await post('/api/setting', form);
        ElMessage.success('设置成功');
      },
    };
  },
  template: `<div class="box"><el-form label-width="140px"><el-form-item label="短信提醒">
    <el-switch v-model="form.sms" @change="toggle" /></el-form-item><el-form-item label="待办弹窗">
    <el-switch v-model="form.todo" @change="toggle" /></el-form-item></el-form></div>`,
};

export const login = {
  setup() {
    const form = reactive({ user: '', password: '' });
    return {
      form,
      async enter() {
        await post('/api/login', form);
        ElMessage.success('登录成功');
        location.hash = '/material';
      },
    };
  },
  template: `<el-card class="login"><template #header>资料报送演示系统</template><el-form @submit.prevent="enter">
    <el-form-item><el-input v-model="form.user" placeholder="账号" /></el-form-item>
    <el-form-item><el-input v-model="form.password" type="password" placeholder="密码" /></el-form-item>
    <el-button type="primary" native-type="submit" style="width: 100%">登 录</el-button></el-form></el-card>`,
};
