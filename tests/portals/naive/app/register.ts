import { defineComponent, reactive, ref } from 'vue';
import { post, Refusal } from './http';
import { go } from './route';
import { ui } from './ui';

export const Register = defineComponent({
  setup() {
    const blank = () => ({
      caller: '',
      phone: '',
      title: '',
      urgent: false,
      people: [{ name: '', link: '' }],
    });
    const form = reactive(blank());
    const formRef = ref();
    const serverSays = ref('');
    const times = ref(0);
    const busy = ref(false);
    const lookup = async () => {
      if (form.phone.length < 11) return;
      times.value = (await post('/api/order/lookup', { phone: form.phone }, { bar: false })).times;
    };
    const similar = () => form.title && post('/api/order/similar', { title: form.title }, { bar: false });
    const draft = async () => {
      await post('/api/order/draft', form);
      ui.message.success('已存入草稿箱');
    };
    const submit = async () => {
      serverSays.value = '';
      if (!navigator.onLine) {
        localStorage.setItem('rx-pending', JSON.stringify(form));
        ui.message.warning('当前离线，已保存在本机，联网后请重新提交');
        return;
      }
      const fit = await formRef.value.validate().then(
        () => true,
        () => false,
      );
      if (!fit || busy.value) return;
      busy.value = true;
      try {
        const { id } = await post('/api/order/create', form);
        go(`/orders/${id}`);
        ui.message.success('登记成功');
      } catch (error) {
        if (error instanceof Refusal && error.errors.phone) serverSays.value = error.errors.phone;
        else ui.message.error((error as Error).message);
      } finally {
        busy.value = false;
      }
    };
    const rules = {
      caller: { required: true, message: '请输入来电人', trigger: ['input', 'blur'] },
      title: { required: true, message: '请输入诉求标题', trigger: ['input', 'blur'] },
    };
    const onCreate = () => ({ name: '', link: '' });
    return { form, formRef, rules, serverSays, times, busy, lookup, similar, draft, submit, onCreate };
  },
  template: `
<n-card title="工单登记" style="max-width:760px">
  <n-form ref="formRef" :model="form" :rules="rules" label-placement="left" label-width="100">
    <n-form-item label="来电人" path="caller"><n-input v-model:value="form.caller" placeholder="来电人姓名" /></n-form-item>
    <n-form-item label="来电号码" :validation-status="serverSays ? 'error' : undefined" :feedback="serverSays || (times ? '近 30 日来电 ' + times + ' 次' : undefined)">
      <n-input v-model:value="form.phone" placeholder="来电号码" @blur="lookup" /></n-form-item>
    <n-form-item label="诉求标题" path="title"><n-input v-model:value="form.title" placeholder="诉求标题" @blur="similar" /></n-form-item>
    <n-form-item label="紧急工单"><n-switch v-model:value="form.urgent" /></n-form-item>
    <n-form-item label="涉及人员"><n-dynamic-input v-model:value="form.people" :on-create="onCreate" :max="5">
      <template #default="{ value }"><n-input v-model:value="value.name" placeholder="姓名" style="margin-right:8px" /><n-input v-model:value="value.link" placeholder="联系方式" /></template>
    </n-dynamic-input></n-form-item>
  </n-form>
  <n-space justify="end">
    <n-button @click="draft">暂存草稿</n-button>
    <n-popconfirm positive-text="确定" negative-text="取消" @positive-click="submit">
      <template #trigger><n-button type="primary" :loading="busy">提交登记</n-button></template>
      提交后将进入派单流程，是否继续？
    </n-popconfirm>
  </n-space>
</n-card>`,
});
