import { ElMessage } from 'element-plus';
import { defineComponent, onMounted, reactive, ref } from 'vue';
import { post } from './http';

export const Home = defineComponent({
  setup() {
    const signed = ref('');
    const busy = ref(false);
    const note = reactive({ household: '', text: '' });
    const notes = ref([
      { text: '走访张桂英家，低保证明材料已提交镇民政办', state: '已提交' },
      { text: '三组水渠漏水，已联系施工队', state: '审核失败' },
      { text: '独居老人刘大爷用药提醒', state: '驳回' },
    ]);
    onMounted(async () => {
      const answer = await post('/api/duty/today', {}, { quiet: true });
      signed.value = answer.data.signedAt;
    });
    const sign = async () => {
      if (busy.value) return;
      busy.value = true;
      try {
        await post('/api/duty/precheck', { lng: 104.06, lat: 30.67 });
        const answer = await post('/api/duty/sign', { point: '青山村便民服务点' });
        signed.value = answer.data.signedAt;
        ElMessage.success('签到成功');
      } catch {
      } finally {
        busy.value = false;
      }
    };
    const send = async () => {
      if (busy.value) return;
      if (!note.text.trim()) {
        ElMessage.warning('请填写速记内容');
        return;
      }
      busy.value = true;
      try {
        await post('/api/visit/note', note);
        notes.value.unshift({ text: note.text, state: '待审核' });
        ElMessage.success('登记成功');
        note.text = '';
        note.household = '';
      } catch {
      } finally {
        busy.value = false;
      }
    };
    return { signed, sign, note, notes, send };
  },
  template: `
<el-row :gutter="12">
  <el-col v-for="item in [['常住户数', 412], ['本月走访', 86], ['待办事项', 7], ['被驳回', 2]]" :key="item[0]" :span="6">
    <el-card class="app-card" shadow="never">
      <div>{{ item[0] }}</div><div class="number">{{ item[1] }}</div>
    </el-card>
  </el-col>
  <el-col :span="16">
    <el-card class="app-card" shadow="never" header="民情速记（按回车键登记）">
      <el-form :model="note" inline @submit.prevent>
        <el-form-item label="户主"><el-input v-model="note.household" placeholder="户主姓名" style="width: 120px" /></el-form-item>
        <el-form-item label="内容">
          <el-input v-model="note.text" placeholder="一句话记录走访情况" style="width: 300px" @keyup.enter="send" />
        </el-form-item>
      </el-form>
      <el-table :data="notes" size="small">
        <el-table-column prop="text" label="内容" />
        <el-table-column label="状态" width="110">
          <template #default="{ row }"><el-tag :type="row.state === '已提交' ? 'success' : 'danger'">{{ row.state }}</el-tag></template>
        </el-table-column>
      </el-table>
    </el-card>
  </el-col>
  <el-col :span="8">
    <el-card class="app-card" shadow="never" header="值班签到">
      <div class="sign-box" :class="{ done: signed }" @click="sign">签 到</div>
      <div style="text-align: center" class="hint">{{ signed ? '今日已签到 ' + signed : '今日尚未签到' }}</div>
    </el-card>
    <el-card class="app-card" shadow="never" header="通知公告">
      <p>关于报送第四季度防返贫监测数据的通知</p>
      <p>关于撤回重复上报台账的说明（逾期提交失败的请补报）</p>
    </el-card>
  </el-col>
</el-row>`,
});
