import { defineComponent, reactive, ref } from 'vue';
import { post, type Refusal } from './http';

export const Journal = defineComponent({
  setup() {
    const form = reactive({ weather: '', content: '', hidden: false });
    const state = ref<'form' | 'done' | 'down'>('form');
    const busy = ref(false);
    const send = async () => {
      busy.value = true;
      try {
        await post('/api/journal/create', form);
        state.value = 'done';
      } catch (error) {
        if ((error as Refusal).status >= 500) state.value = 'down';
      } finally {
        busy.value = false;
      }
    };
    return { form, state, busy, send };
  },
  template: `
<n-card title="网格日志">
  <n-result v-if="state === 'done'" status="success" title="今日日志已上报" description="可在工作台查看" />
  <n-result v-else-if="state === 'down'" status="500" title="502" description="服务器可能出了点问题，请稍后再试" />
  <n-spin v-else :show="busy">
    <n-input v-model:value="form.weather" placeholder="天气" style="width:200px;margin-bottom:12px" />
    <n-input v-model:value="form.content" type="textarea" :rows="5" placeholder="今日巡查、走访、矛盾化解情况" />
    <div class="row" style="margin-top:12px"><n-checkbox v-model:checked="form.hidden">发现安全隐患</n-checkbox>
      <n-button type="primary" @click="send">上报日志</n-button></div>
  </n-spin>
</n-card>`,
});
