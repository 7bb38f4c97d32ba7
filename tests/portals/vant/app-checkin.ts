import {
  showConfirmDialog,
  showDialog,
  showFailToast,
  showLoadingToast,
  showNotify,
  showSuccessToast,
  showToast,
} from 'vant';
import { defineComponent, onMounted, onUnmounted, reactive, ref } from 'vue';
import { post, session } from './app-api';

const POSITION = { lng: 120.0934, lat: 30.8927 };
const QUEUE = 'pendingCheckIns';

export const CheckIn = defineComponent({
  setup() {
    const clock = ref('');
    const done = ref('');
    const zone = ref('定位中…');
    const busy = ref(false);
    const remarkShown = ref(false);
    const remark = ref('');
    const near = ref(session.get('zone') !== 'out');
    const points = reactive(
      ['河湾桥头', '城东菜场', '三号泵站'].map((name, i) => ({
        name,
        state: i ? '未巡查' : '打卡成功',
        busy: false,
      })),
    );
    const timers: number[] = [];

    async function checkIn(more: Record<string, unknown> = {}) {
      if (busy.value) return;
      busy.value = true;
      showLoadingToast({ message: '正在定位…', forbidClick: true, duration: 0 });
      try {
        const fence = await post('/precheck', { ...POSITION, near: near.value });
        if (fence.code !== 200) return showToast(fence.msg);
        const answer = await post('/checkin', { ...POSITION, ...more });
        if (answer.code === 200) {
          done.value = answer.data.time;
          remarkShown.value = false;
          showSuccessToast('打卡成功');
        } else if (answer.code === 409) showToast(answer.msg);
        else showFailToast(answer.msg);
      } catch {
        showFailToast('网络异常，打卡失败');
      } finally {
        busy.value = false;
      }
    }

    async function visitPoint(point: (typeof points)[number]) {
      point.busy = true;
      const answer = await post('/point', { point: point.name, ...POSITION });
      point.busy = false;
      if (answer.code !== 200) return showFailToast(answer.msg);
      point.state = '打卡成功';
      showSuccessToast('打卡成功');
    }

    async function locate() {
      await post('/locate', POSITION);
      near.value = true;
      zone.value = '已进入打卡范围：河湾村网格';
    }

    async function resend() {
      const kept = localStorage.getItem(QUEUE);
      if (!kept) return;
      localStorage.removeItem(QUEUE);
      await post('/checkin/resend', JSON.parse(kept));
      showSuccessToast('离线打卡补传成功');
    }

    onMounted(async () => {
      timers.push(
        window.setInterval(() => {
          clock.value = new Date().toTimeString().slice(0, 8);
        }, 500),
      );
      timers.push(window.setInterval(() => post('/trace', POSITION), 1000));
      zone.value = near.value ? '已进入打卡范围：河湾村网格' : '距打卡点 1260 米';
      if (session.get('auto') === 'request') {
        await post('/checkin/auto', POSITION);
        done.value = '08:30';
        showSuccessToast('自动打卡成功');
      }
      if (session.get('auto') === 'click') {
        // The app presses its own button at the start of the shift.
        (document.querySelector('.punch-auto') as HTMLElement).click();
      }
      await resend();
    });
    onUnmounted(() => timers.forEach(clearInterval));
    const automatic = () => checkIn({ automatic: true });
    return {
      clock,
      done,
      zone,
      near,
      busy,
      remark,
      remarkShown,
      points,
      checkIn,
      visitPoint,
      locate,
      automatic,
    };
  },
  template: `
    <van-nav-bar title="巡查打卡" />
    <van-notice-bar left-icon="volume-o" text="11月网格巡查月报请于25日前提交；未提交的将被通报驳回。" />
    <div class="punch-box">
      <div class="punch" @click="checkIn()"><b>立即打卡</b><span>{{ clock }}</span></div>
      <div class="punch-auto" hidden @click="automatic"></div>
      <p class="zone"><van-icon name="location-o" /> {{ zone }} <a class="relocate" v-if="!near" @click="locate">重新定位</a></p>
      <p class="done" v-if="done">今日打卡时间 {{ done }}</p>
      <van-button class="outside" size="small" plain type="primary" @click="remarkShown = true">外勤打卡</van-button>
    </div>
    <van-cell-group inset title="今日巡查点">
      <van-cell v-for="p in points" :key="p.name" :title="p.name" :label="p.state">
        <template #right-icon><van-button v-if="p.state === '未巡查'" class="point" size="mini" type="primary" :loading="p.busy" @click="visitPoint(p)">打卡</van-button>
        <van-tag v-else type="success" style="align-self:center">已打卡</van-tag></template>
      </van-cell>
    </van-cell-group>
    <van-popup v-model:show="remarkShown" position="bottom" round>
      <div class="sheet"><van-field v-model="remark" label="外勤事由" placeholder="请填写外勤事由" rows="2" type="textarea" />
      <van-button block round type="primary" class="outside-go" @click="checkIn({ remark })">打 卡</van-button></div>
    </van-popup>`,
});

export const Shift = defineComponent({
  setup() {
    const on = ref('');
    const off = ref('');
    async function signIn() {
      const answer = await post('/shift', { type: 'on' });
      if (answer.code !== 200) return showNotify({ type: 'danger', message: answer.msg });
      on.value = answer.data.time;
      showNotify({ type: 'success', message: '签到成功' });
    }
    async function signOut() {
      try {
        await showConfirmDialog({ title: '提示', message: '未到下班时间，确认签退？' });
      } catch {
        return;
      }
      const answer = await post('/shift', { type: 'off' });
      if (answer.code === 200) off.value = answer.data.time;
      showDialog({
        title: answer.code === 200 ? '签退成功' : '签退失败',
        message: answer.code === 200 ? `签退时间 ${answer.data.time}` : answer.msg,
      });
    }
    return { on, off, signIn, signOut };
  },
  template: `
    <van-nav-bar title="考勤" />
    <van-cell-group inset class="shift"><van-cell title="班次" value="日班 08:30-17:30" />
      <van-cell title="上班" :value="on || '未签到'" /><van-cell title="下班" :value="off || '未签退'" /></van-cell-group>
    <div class="shift-buttons"><van-button type="primary" round class="sign-in" @click="signIn">签 到</van-button>
      <van-button type="warning" round class="sign-out" @click="signOut">签 退</van-button></div>
    <van-tabs><van-tab title="本周"><van-cell title="周一" value="已签到 已签退" /><van-cell title="周二" value="迟到" /></van-tab><van-tab title="本月"><van-cell title="出勤 18 天" value="签到成功 18 次" /></van-tab></van-tabs>`,
});
