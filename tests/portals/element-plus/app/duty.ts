import { ElMessage } from 'element-plus';
import { defineComponent, onBeforeUnmount, onMounted, reactive, ref } from 'vue';
import { post } from './http';

export const Duty = defineComponent({
  setup() {
    const left = ref(3);
    const form = reactive({
      weather: '多云',
      handover: '白班交接正常，森林防火巡查已完成。',
      keeper: '周文书',
    });
    const button = ref();
    let timer = 0;
    const submit = async () => {
      await post('/api/duty/log', { ...form, countdown: left.value });
      ElMessage.success('提交成功');
    };
    // The shift ends by the clock: the page presses its own button.
    onMounted(() => {
      timer = window.setInterval(() => {
        if (--left.value > 0) return;
        clearInterval(timer);
        button.value.$el.click();
      }, 500);
    });
    onBeforeUnmount(() => clearInterval(timer));
    return { left, form, button, submit };
  },
  template: `
<el-card shadow="never" header="值班日志">
  <el-alert :title="'距交班自动提交还有 ' + left + ' 秒'" type="warning" :closable="false" style="margin-bottom: 12px" />
  <el-form :model="form" label-width="90px" style="max-width: 560px">
    <el-form-item label="值班人员"><el-input v-model="form.keeper" /></el-form-item>
    <el-form-item label="天气"><el-input v-model="form.weather" placeholder="天气情况" /></el-form-item>
    <el-form-item label="交接事项"><el-input v-model="form.handover" type="textarea" /></el-form-item>
    <el-form-item><el-button ref="button" type="primary" @click="submit">提 交</el-button></el-form-item>
  </el-form>
</el-card>`,
});
