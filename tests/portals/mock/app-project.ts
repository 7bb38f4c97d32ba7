import { ElMessage, ElNotification } from 'element-plus';
import { reactive, ref } from 'vue';
import { post } from './app-mock';

export const project = {
  setup() {
    const step = ref(0);
    const busy = ref(false);
    const number = ref('');
    const form = reactive({ name: '', place: '', money: '', reason: '' });
    return {
      step,
      busy,
      number,
      form,
      async next() {
        if (step.value === 0 && (!form.name || !form.place)) return ElMessage.warning('请完善项目名称和地点');
        await post('/api/project/step', { step: step.value, ...form });
        step.value++;
      },
      async apply() {
        busy.value = true;
        const answer = await post('/api/project/apply', { ...form, money: Number(form.money) });
        busy.value = false;
        if (answer.code !== 200) {
          return ElNotification.error({ title: '提交失败', message: answer.msg, duration: 2500 });
        }
        number.value = answer.data.no;
        step.value = 3;
      },
    };
  },
  template: `<div class="box"><el-steps :active="step" finish-status="success" align-center>
    <el-step title="基本信息" /><el-step title="资金与理由" /><el-step title="核对提交" /></el-steps></div>
  <div class="box"><el-form v-if="step === 0" label-width="110px" @submit.prevent>
      <el-form-item label="项目名称"><el-input v-model="form.name" /></el-form-item>
      <el-form-item label="建设地点"><el-input v-model="form.place" /></el-form-item></el-form>
    <el-form v-else-if="step === 1" label-width="110px" @submit.prevent>
      <el-form-item label="申请资金(万元)"><el-input v-model="form.money" /></el-form-item>
      <el-form-item label="申报理由"><el-input v-model="form.reason" type="textarea" /></el-form-item></el-form>
    <el-descriptions v-else-if="step === 2" :column="1" border title="请核对申报内容">
      <el-descriptions-item label="项目名称">{{ form.name }}</el-descriptions-item>
      <el-descriptions-item label="建设地点">{{ form.place }}</el-descriptions-item>
      <el-descriptions-item label="申请资金">{{ form.money }} 万元</el-descriptions-item>
      <el-descriptions-item label="申报理由">{{ form.reason }}</el-descriptions-item></el-descriptions>
    <el-result v-else icon="success" title="提交成功" :sub-title="'申报编号 ' + number" />
    <p v-if="step < 3"><el-button v-if="step" @click="step--">上一步</el-button>
      <el-button v-if="step < 2" type="primary" @click="next">下一步</el-button>
      <el-button v-else type="primary" :loading="busy" @click="apply">提 交</el-button></p></div>`,
};
