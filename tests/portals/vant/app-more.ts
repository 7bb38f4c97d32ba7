import { showConfirmDialog, showFailToast, showSuccessToast, showToast } from 'vant';
import { defineComponent, onMounted, ref } from 'vue';
import { go, post } from './app-api';

interface Row {
  id: number;
  day: string;
  state: string;
}

export const History = defineComponent({
  setup() {
    const rows = ref<Row[]>([]);
    const page = ref(0);
    const word = ref('');
    const refreshing = ref(false);
    async function more() {
      page.value++;
      rows.value.push(...(await post('/history', { page: page.value, word: word.value })).data);
    }
    async function reload() {
      rows.value = [];
      page.value = 0;
      await more();
    }
    async function refresh() {
      await reload();
      refreshing.value = false;
      showToast('刷新成功');
    }
    async function remove(row: Row) {
      try {
        await showConfirmDialog({ title: '删除', message: '确定删除这条记录吗？' });
      } catch {
        return;
      }
      await post('/history/delete', { id: row.id });
      rows.value = rows.value.filter((r) => r !== row);
      showSuccessToast('删除成功');
    }
    onMounted(more);
    return { rows, word, refreshing, more, reload, refresh, remove };
  },
  template: `
    <van-nav-bar title="打卡记录" />
    <van-search v-model="word" placeholder="搜索日期或状态" @search="reload" />
    <van-tabs><van-tab title="打卡记录">
      <van-pull-refresh v-model="refreshing" @refresh="refresh" class="pull"><van-cell v-for="r in rows" :key="r.id" class="record" :title="r.day" :label="'第 ' + r.id + ' 条'" :value="r.state">
        <template #right-icon><a class="remove" @click="remove(r)">删除</a></template></van-cell>
        <van-button block class="more" @click="more">加载更多</van-button></van-pull-refresh></van-tab>
      <van-tab title="上报记录"><van-cell title="河湾桥头护栏破损" value="已提交" /><van-cell title="城东菜场占道" value="已驳回" /><van-cell title="三号泵站积水" value="上报成功" /></van-tab></van-tabs>`,
});

export const Me = defineComponent({
  setup() {
    const shown = ref(false);
    const text = ref('');
    const share = ref(true);
    async function toggle(on: boolean) {
      await post('/settings', { share: on });
      showSuccessToast('设置成功');
    }
    async function send() {
      if (!text.value.trim()) return showToast('请填写反馈内容');
      const answer = await post('/feedback', { text: text.value });
      if (answer.code !== 200) return showFailToast(answer.msg);
      shown.value = false;
      text.value = '';
      showSuccessToast('感谢您的反馈');
    }
    return { shown, text, share, toggle, send };
  },
  template: `
    <van-nav-bar title="我的" />
    <van-cell-group inset><van-cell title="陈立新" label="河湾村专职网格员" /><van-cell title="意见反馈" is-link class="feedback" @click="shown = true" />
      <van-cell title="位置共享" center><template #right-icon><van-switch v-model="share" size="22" @change="toggle" /></template></van-cell></van-cell-group>
    <van-dialog v-model:show="shown" title="意见反馈" :show-confirm-button="false" close-on-click-overlay><van-field v-model="text" type="textarea" rows="3" placeholder="请写下您的意见" class="feedback-text" />
      <div class="buttons"><div class="send" @click="send">发送反馈</div><div class="give-up" @click="shown = false">取消</div></div></van-dialog>`,
});

export const Login = defineComponent({
  setup() {
    const phone = ref('');
    const password = ref('');
    async function login() {
      const answer = await post('/login', { phone: phone.value, password: password.value });
      if (answer.code !== 200) return showFailToast(answer.msg);
      showSuccessToast('登录成功');
      go('checkin');
    }
    return { phone, password, login };
  },
  template: `
    <van-nav-bar title="登录" /><h2 class="brand">网格巡查打卡</h2>
    <van-form @submit="login"><van-cell-group inset><van-field v-model="phone" name="phone" label="手机号" :rules="[{ required: true, message: '请填写手机号' }]" />
      <van-field v-model="password" type="password" name="password" label="密码" :rules="[{ required: true, message: '请填写密码' }]" /></van-cell-group>
      <div class="buttons"><van-button round block type="primary" native-type="submit">登 录</van-button></div></van-form>`,
});
