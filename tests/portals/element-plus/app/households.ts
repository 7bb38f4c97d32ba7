import { ElMessage, ElMessageBox } from 'element-plus';
import { defineComponent, onMounted, reactive, ref } from 'vue';
import { post } from './http';

export const Households = defineComponent({
  setup() {
    const query = reactive({ name: '', phone: '', state: '', page: 1 });
    const rows = ref<Record<string, string>[]>([]);
    const total = ref(0);
    const loading = ref(false);
    const dialog = ref();
    const load = async () => {
      loading.value = true;
      try {
        const answer = await post('/api/household/list', query);
        rows.value = answer.data.rows;
        total.value = answer.data.total;
      } finally {
        loading.value = false;
      }
    };
    const search = () => {
      query.page = 1;
      return load();
    };
    const reset = () => {
      Object.assign(query, { name: '', phone: '', state: '' });
      return search();
    };
    const remove = async (row: Record<string, string>) => {
      try {
        await ElMessageBox.confirm(`是否确认删除户主为"${row.name}"的数据项？`, '系统提示', {
          type: 'warning',
        });
      } catch {
        return;
      }
      await post('/api/household/remove', { id: row.id });
      ElMessage.success('删除成功');
      load();
    };
    const exportAll = async () => {
      await post('/api/household/export', query);
      ElMessage.success('导出任务已提交，请到下载中心查看');
    };
    const toggle = async (row: Record<string, string>) => {
      await post('/api/household/monitor', { id: row.id, watched: row.watched });
      ElMessage.success(row.watched ? '已启用监测' : '已停用监测');
    };
    const color = (state: string) =>
      state === '已提交' ? 'success' : state === '待审核' ? 'info' : 'danger';
    onMounted(load);
    return { query, rows, total, loading, dialog, load, search, reset, remove, exportAll, toggle, color };
  },
  template: `
<el-card shadow="never">
  <el-form :model="query" inline class="search-bar">
    <el-form-item label="户主姓名">
      <el-input v-model="query.name" placeholder="请输入户主姓名" clearable style="width: 160px" @keyup.enter="search" />
    </el-form-item>
    <el-form-item label="联系电话">
      <el-input v-model="query.phone" placeholder="请输入联系电话" clearable style="width: 160px" @keyup.enter="search" />
    </el-form-item>
    <el-form-item label="状态">
      <el-select v-model="query.state" placeholder="审核状态" clearable style="width: 120px">
        <el-option v-for="s in ['待审核', '已提交', '审核失败', '驳回']" :key="s" :label="s" :value="s" />
      </el-select>
    </el-form-item>
    <el-form-item>
      <el-button type="primary" @click="search">搜 索</el-button>
      <el-button @click="reset">重 置</el-button>
    </el-form-item>
  </el-form>
  <div class="toolbar">
    <el-button type="primary" plain @click="dialog.open()">新 增</el-button>
    <el-button type="warning" plain @click="exportAll">导 出</el-button>
    <el-button type="danger" plain disabled>批量删除</el-button>
  </div>
  <el-table v-loading="loading" :data="rows" border size="small">
    <el-table-column type="selection" width="40" />
    <el-table-column prop="name" label="户主姓名" width="90" />
    <el-table-column prop="idCard" label="身份证号" width="160" />
    <el-table-column prop="phone" label="联系电话" width="110" />
    <el-table-column prop="group" label="村民小组" width="90" />
    <el-table-column label="状态" width="90">
      <template #default="{ row }"><el-tag :type="color(row.state)" size="small">{{ row.state }}</el-tag></template>
    </el-table-column>
    <el-table-column label="监测户" width="70">
      <template #default="{ row }"><el-switch v-model="row.watched" size="small" @change="toggle(row)" /></template>
    </el-table-column>
    <el-table-column label="操作">
      <template #default="{ row }">
        <el-button link type="primary" size="small" @click="dialog.open(row)">修改</el-button>
        <el-button link type="primary" size="small" @click="remove(row)">删除</el-button>
      </template>
    </el-table-column>
  </el-table>
  <el-pagination class="pager" background layout="total, prev, pager, next, jumper" :total="total" :page-size="10"
    v-model:current-page="query.page" @current-change="load" />
  <page-household-dialog ref="dialog" @saved="load" />
</el-card>`,
});
