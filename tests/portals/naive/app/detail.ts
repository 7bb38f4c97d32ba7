import { NInput, NRadio, NRadioGroup, NSpace } from 'naive-ui';
import { defineComponent, h, onMounted, reactive, ref } from 'vue';
import { post, type Refusal } from './http';
import { route } from './route';
import { ui } from './ui';

export const Detail = defineComponent({
  setup() {
    const id = route.value.split('/')[2];
    const order = ref<Record<string, string>>({});
    const box = ref('');
    const followed = ref(false);
    const comments = ref([{ who: '区指挥中心', words: '请三日内反馈办理结果。', at: '昨天 16:20' }]);
    const load = async () => {
      order.value = await post('/api/order/get', { id });
    };
    onMounted(load);
    const say = async () => {
      const words = box.value.trim();
      if (!words) return;
      const { at } = await post('/api/order/comment', { id, content: words }, { bar: false });
      comments.value.push({ who: '江映雪', words, at });
      box.value = '';
    };
    const urge = async () => {
      await post('/api/order/urge', { id });
      ui.message.success('催办成功，已短信通知承办单位');
    };
    const follow = async () => {
      await post('/api/order/follow', { id, on: !followed.value });
      followed.value = !followed.value;
    };
    const finish = () => {
      const form = reactive({ truth: '属实', opinion: '' });
      const box = ui.dialog.create({
        title: '工单办结',
        positiveText: '确认办结',
        negativeText: '取消',
        content: () =>
          h(NSpace, { vertical: true }, () => [
            h(
              NRadioGroup,
              {
                value: form.truth,
                onUpdateValue: (value: string) => {
                  form.truth = value;
                },
              },
              () =>
                ['属实', '部分属实', '不属实'].map((value) => h(NRadio, { value, key: value }, () => value)),
            ),
            h(NInput, {
              type: 'textarea',
              placeholder: '请填写办结意见',
              value: form.opinion,
              onUpdateValue: (value: string) => {
                form.opinion = value;
              },
            }),
          ]),
        onPositiveClick: async () => {
          if (!form.opinion.trim()) {
            ui.message.warning('请填写办结意见');
            return false;
          }
          box.loading = true;
          try {
            await post('/api/order/finish', { id, ...form });
            order.value.state = '已办结';
            ui.dialog.success({ title: '办结成功', content: '工单已办结并归档' });
            return true;
          } catch (error) {
            box.loading = false;
            const { status } = error as Refusal;
            ui.dialog.error({
              title: status === 403 ? '没有权限' : '错误',
              content: `您的岗位无权将工单认定为${form.truth}，如有疑问请联系管理员（${status}）`,
              positiveText: '关闭',
            });
            return false;
          }
        },
      });
    };
    const chips = ['已收到，马上安排处理', '已到现场，正在核实', '已联系诉求人并答复'];
    return { order, box, comments, say, urge, follow, followed, finish, chips, load };
  },
  template: `
<n-card :title="'工单详情 ' + (order.code ?? '')">
  <template #header-extra><n-space>
    <n-button size="small" quaternary @click="follow">{{ followed ? '★ 已关注' : '☆ 关注' }}</n-button>
    <n-button size="small" @click="urge">催办</n-button>
    <n-button size="small" type="primary" @click="finish">办结</n-button>
  </n-space></template>
  <n-descriptions label-placement="left" bordered :column="2">
    <n-descriptions-item label="诉求标题">{{ order.title }}</n-descriptions-item>
    <n-descriptions-item label="当前状态"><n-tag type="info">{{ order.state }}</n-tag></n-descriptions-item>
    <n-descriptions-item label="承办单位">{{ order.unit }}</n-descriptions-item>
    <n-descriptions-item label="办理时限">{{ order.due }}</n-descriptions-item>
  </n-descriptions>
  <n-tabs type="line" style="margin-top:14px" @update:value="load">
    <n-tab-pane name="talk" tab="沟通记录">
      <div v-for="(c, i) in comments" :key="i" class="bubble"><b>{{ c.who }}</b> <small>{{ c.at }}</small><div>{{ c.words }}</div></div>
      <div class="row"><n-tag v-for="c in chips" :key="c" class="chip" round style="cursor:pointer" @click="box = c">{{ c }}</n-tag></div>
      <n-input v-model:value="box" type="textarea" :rows="2" placeholder="输入内容，Ctrl+Enter 发送" @keydown.ctrl.enter.prevent="say" />
      <div class="row" style="justify-content:flex-end;margin-top:8px"><n-button type="primary" size="small" @click="say">发送</n-button></div>
    </n-tab-pane>
    <n-tab-pane name="flow" tab="流转过程"><n-timeline>
      <n-timeline-item type="success" title="受理" content="区热线办受理成功" time="11-20 09:12" />
      <n-timeline-item type="error" title="退回" content="审核未通过，退回重办" time="11-22 15:40" />
    </n-timeline></n-tab-pane>
  </n-tabs>
</n-card>`,
});
