import { computed, defineComponent, reactive, ref, watch } from 'vue';
import { post, type Refusal } from './http';
import { go } from './route';
import { ui } from './ui';

const UNITS = ['县住建局', '县城管局', '县水务局', '县交通局', '县供电公司'];
const PATHS: Record<string, string> = {
  feedback: '/api/order/feedback',
  transfer: '/api/order/transfer',
  return: '/api/order/return',
  extend: '/api/order/extend',
  visit: '/api/order/visit',
};

export const OrderForms = defineComponent({
  props: { act: { type: Object, required: true } },
  emits: ['done', 'close'],
  setup(props, { emit }) {
    const blank = () => ({
      result: '',
      way: '现场办理',
      unit: null,
      reason: '',
      until: null as number | null,
      score: 0,
      words: '',
      files: [] as unknown[],
    });
    const form = reactive(blank());
    const busy = ref(false);
    const refusal = ref('');
    const formRef = ref();
    const kind = computed(() => props.act.kind as string);
    watch(kind, () => {
      Object.assign(form, blank());
      refusal.value = '';
    });
    const says: Record<string, () => void> = {
      feedback: () => ui.message.success('办理结果已反馈'),
      transfer: () =>
        ui.notification.success({ title: '转办成功', content: `工单已转至${form.unit}`, duration: 3000 }),
      return: () => ui.message.info('工单已退回上级平台'),
      extend: () =>
        ui.dialog.success({
          title: '延期申请已提交',
          content: '请等待区级指挥中心审批',
          positiveText: '知道了',
        }),
      // A call-back only closes its window: the table shows the new state.
      visit: () => {},
    };
    const fails: Record<string, (refused: Refusal) => void> = {
      feedback: (refused) =>
        ui.notification.error({
          title: '反馈未通过系统校验',
          content: refused.message,
          meta: '请修改后重新提交',
        }),
      transfer: (refused) => {
        refusal.value = `转办失败：${refused.message}`;
      },
      return: (refused) => ui.message.error(refused.message),
      extend: (refused) => ui.message.error(refused.message, { closable: true }),
      visit: (refused) => {
        ui.message.warning('登录状态已过期，请重新登录');
        if (refused.status === 401) go('/login');
      },
    };
    const send = async () => {
      refusal.value = '';
      const fit = await formRef.value?.validate().then(
        () => true,
        () => false,
      );
      if (!fit || busy.value) return;
      busy.value = true;
      const now = kind.value;
      try {
        await post(PATHS[now] ?? '', { id: props.act.order.id, ...form, files: form.files.length });
        says[now]?.();
        emit('done');
      } catch (error) {
        fails[now]?.(error as Refusal);
      } finally {
        busy.value = false;
      }
    };
    // The dialog's own 退回 would close it before the answer is there.
    const stay = () => {
      send();
      return false;
    };
    const need = (message: string) => ({ required: true, message, trigger: ['input', 'blur'] });
    const rules = {
      result: need('请填写办理结果'),
      unit: { ...need('请选择承办单位'), trigger: ['change'] },
      reason: need('请填写理由'),
      until: { type: 'number', required: true, message: '请选择延期至', trigger: ['change'] },
    };
    const units = UNITS.map((value) => ({ label: value, value }));
    return { kind, form, formRef, rules, busy, refusal, send, stay, units };
  },
  template: `
<n-drawer :show="kind === 'feedback'" :width="460" @update:show="$emit('close')">
  <n-drawer-content :title="'办理反馈 ' + (act.order.code ?? '')" closable>
    <n-form ref="formRef" :model="form" :rules="rules">
      <n-form-item label="办理方式"><n-radio-group v-model:value="form.way">
        <n-radio v-for="w in ['现场办理', '电话答复', '联合处置']" :key="w" :value="w">{{ w }}</n-radio></n-radio-group></n-form-item>
      <n-form-item label="办理结果" path="result"><n-input v-model:value="form.result" type="textarea" placeholder="请填写办理结果" maxlength="500" show-count /></n-form-item>
      <n-form-item label="现场照片"><n-upload v-model:file-list="form.files" action="/api/file/upload" list-type="image-card" accept="image/*" /></n-form-item>
    </n-form>
    <template #footer><n-space><n-button @click="$emit('close')">取消</n-button>
      <n-button type="primary" :loading="busy" @click="send">提交反馈</n-button></n-space></template>
  </n-drawer-content>
</n-drawer>
<n-modal :show="kind === 'transfer'" preset="card" title="转办工单" style="width:480px" @update:show="$emit('close')">
  <p v-if="refusal" class="refusal">{{ refusal }}</p>
  <n-form ref="formRef" :model="form" :rules="rules" label-placement="left" label-width="90">
    <n-form-item label="承办单位" path="unit"><n-select class="unit" v-model:value="form.unit" :options="units" filterable placeholder="请选择承办单位" /></n-form-item>
    <n-form-item label="转办理由" path="reason"><n-input v-model:value="form.reason" type="textarea" placeholder="请填写转办理由" /></n-form-item>
  </n-form>
  <template #footer><n-space justify="end"><n-button @click="$emit('close')">取 消</n-button>
    <n-button type="primary" :loading="busy" @click="send">确认转办</n-button></n-space></template>
</n-modal>
<n-modal :show="kind === 'return'" preset="dialog" type="warning" title="退回工单" positive-text="退回" negative-text="再想想"
  @positive-click="stay" @negative-click="$emit('close')" @update:show="$emit('close')">
  <n-form ref="formRef" :model="form" :rules="rules">
    <n-form-item label="退回理由" path="reason"><n-input v-model:value="form.reason" type="textarea" placeholder="请说明不属于本单位职责的依据" /></n-form-item>
  </n-form>
</n-modal>
<n-modal :show="kind === 'extend'" preset="card" title="申请延期" style="width:460px" @update:show="$emit('close')">
  <n-form ref="formRef" :model="form" :rules="rules">
    <n-form-item label="延期至" path="until"><n-date-picker v-model:value="form.until" type="date" style="width:100%" /></n-form-item>
    <n-form-item label="延期事由" path="reason"><n-input v-model:value="form.reason" type="textarea" placeholder="请填写延期事由" /></n-form-item>
  </n-form>
  <n-button type="primary" block :loading="busy" @click="send">申 请 延 期</n-button>
</n-modal>
<n-modal :show="kind === 'visit'" preset="card" title="满意度回访" style="width:460px" @update:show="$emit('close')">
  <n-form ref="formRef" :model="form">
    <n-form-item label="满意度"><n-rate class="score" v-model:value="form.score" /></n-form-item>
    <n-form-item label="群众原话"><n-input v-model:value="form.words" placeholder="群众原话" /></n-form-item>
  </n-form>
  <template #action><n-button type="primary" :disabled="busy" @click="send">保 存</n-button></template>
</n-modal>`,
});
