import { defineComponent, reactive, ref } from 'vue';
import { post } from './http';
import { ui } from './ui';

export const Duty = defineComponent({
  setup() {
    const today = new Date();
    const day = ref(today.getTime());
    const signed = ref('');
    const isToday = (month: number, date: number) =>
      month === today.getMonth() + 1 && date === today.getDate();
    const signOn = async (_: number, { month, date }: { month: number; date: number }) => {
      if (!isToday(month, date)) {
        ui.message.warning('只能在当天签到');
        return;
      }
      try {
        const { at } = await post('/api/duty/sign', { again: Boolean(signed.value) });
        signed.value = at;
        ui.message.success('签到成功，已连续签到 6 天');
      } catch (error) {
        ui.message.warning((error as Error).message);
      }
    };

    const arriving = ref(false);
    const shot = ref(false);
    const arrived = ref('');
    const busy = ref(false);
    const shoot = async () => {
      await post('/api/duty/face', { image: 'data:image/jpeg;base64,AAAA' });
      shot.value = true;
    };
    const arrive = async () => {
      busy.value = true;
      const { at } = await post('/api/duty/arrive', { lng: 105.1, lat: 30.2 });
      busy.value = false;
      arriving.value = false;
      arrived.value = at;
    };

    const left = ref('');
    const leave = async () => {
      if (left.value) return;
      left.value = (await post('/api/duty/leave')).at;
    };

    const patrolling = ref(false);
    const patrol = reactive({ place: '', remark: '' });
    const problem = ref('');
    const punch = async () => {
      problem.value = '';
      busy.value = true;
      try {
        const { at } = await post('/api/duty/patrol', patrol);
        patrolling.value = false;
        ui.notification.success({ title: '打卡成功', content: `${at} ${patrol.place}`, duration: 2500 });
        Object.assign(patrol, { place: '', remark: '' });
      } catch (error) {
        problem.value = (error as Error).message;
      } finally {
        busy.value = false;
      }
    };
    return {
      day,
      signed,
      isToday,
      signOn,
      arriving,
      shot,
      arrived,
      busy,
      shoot,
      arrive,
      left,
      leave,
      patrolling,
      patrol,
      problem,
      punch,
    };
  },
  template: `
<n-space vertical>
  <n-card title="值守"><div class="row">
    <n-button v-if="!arrived" type="primary" @click="arriving = true; shot = false">到岗签到</n-button>
    <n-tag v-else type="success" class="arrived">已到岗 {{ arrived }}</n-tag>
    <n-button @click="patrolling = true">巡查打卡</n-button>
    <div class="punch" :class="{ done: left }" @click="leave">{{ left ? '已打卡 ' + left : '下班打卡' }}</div>
  </div></n-card>
  <n-card title="签到日历（点击当天日期签到）">
    <n-calendar v-model:value="day" @update:value="signOn" v-slot="{ month, date }" style="height:520px">
      <span v-if="isToday(month, date)" class="day-state">{{ signed ? '已签 ' + signed : '未签到' }}</span>
    </n-calendar>
  </n-card>
  <n-modal v-model:show="arriving" preset="card" title="人脸核验" style="width:360px">
    <div class="face">{{ shot ? '核验通过' : '请正对摄像头' }}</div>
    <n-space justify="center"><n-button v-if="!shot" type="primary" @click="shoot">拍照</n-button>
      <n-button v-else type="primary" :loading="busy" @click="arrive">确认签到</n-button><n-button @click="arriving = false">取消</n-button></n-space>
  </n-modal>
  <n-modal v-model:show="patrolling" preset="card" title="巡查打卡" style="width:440px">
    <n-form :model="patrol" label-placement="left" label-width="80">
      <n-form-item label="巡查点"><n-input v-model:value="patrol.place" placeholder="巡查点名称" /></n-form-item>
      <n-form-item label="备注"><n-input v-model:value="patrol.remark" type="textarea" placeholder="现场情况" /></n-form-item>
    </n-form>
    <p v-if="problem" class="refusal">{{ problem }}</p>
    <n-button type="primary" block :loading="busy" @click="punch">打卡</n-button>
  </n-modal>
</n-space>`,
});
