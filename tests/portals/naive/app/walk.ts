import { defineComponent, reactive, ref } from 'vue';
import { post } from './http';

export const Walk = defineComponent({
  setup() {
    const step = ref(1);
    const form = reactive({ house: '', head: '', kinds: [] as string[], demand: '' });
    const refusal = ref('');
    const next = async () => {
      await post('/api/walk/check', { step: step.value, house: form.house });
      step.value += 1;
    };
    const finish = async () => {
      refusal.value = '';
      try {
        await post('/api/walk/create', form);
        step.value = 4;
      } catch (error) {
        refusal.value = (error as Error).message;
      }
    };
    const again = () => {
      Object.assign(form, { house: '', head: '', kinds: [], demand: '' });
      step.value = 1;
    };
    const kinds = ['独居老人', '困境儿童', '残疾人', '刑满释放人员'];
    return { step, form, refusal, next, finish, again, kinds };
  },
  template: `
<n-card title="特殊人群入户走访" style="max-width:720px">
  <n-steps :current="step" style="margin-bottom:18px"><n-step title="选择住户" /><n-step title="人员类别" /><n-step title="走访诉求" /></n-steps>
  <n-alert v-if="refusal" title="提交失败" type="error" closable style="margin-bottom:12px">{{ refusal }}</n-alert>
  <n-form v-if="step === 1" :model="form"><n-form-item label="门牌"><n-input v-model:value="form.house" placeholder="如 凤山路18号2-301" /></n-form-item>
    <n-form-item label="户主"><n-input v-model:value="form.head" placeholder="户主姓名" /></n-form-item></n-form>
  <n-checkbox-group v-if="step === 2" v-model:value="form.kinds"><n-checkbox v-for="k in kinds" :key="k" :value="k" :label="k" /></n-checkbox-group>
  <n-input v-if="step === 3" v-model:value="form.demand" type="textarea" placeholder="走访了解到的诉求" />
  <n-result v-if="step === 4" status="success" title="走访记录已上传" description="感谢您的辛勤工作"><template #footer><n-button @click="again">继续走访</n-button></template></n-result>
  <n-space v-if="step < 4" style="margin-top:14px">
    <n-button v-if="step > 1" @click="step -= 1">上一步</n-button>
    <n-button v-if="step < 3" type="primary" @click="next">下一步</n-button>
    <n-button v-else type="primary" @click="finish">完成</n-button>
  </n-space>
</n-card>`,
});
