import { ElMessage, ElMessageBox, type FormInstance } from 'element-plus';
import { onMounted, reactive, ref } from 'vue';
import { post } from './app-mock';

const EMPTY = { name: '', unit: '', person: '', phone: '', remark: '' };

export const material = {
  setup() {
    const query = reactive({ name: '', state: '' });
    const page = ref(1);
    const tab = ref('');
    const rows = ref([]);
    const total = ref(0);
    const loading = ref(false);
    const open = ref(false);
    const busy = ref(false);
    const form = reactive({ ...EMPTY });
    const formRef = ref<FormInstance>();
    const load = async () => {
      loading.value = true;
      const answer = await post('/api/material/page', { ...query, page: page.value });
      rows.value = answer.data.rows;
      total.value = answer.data.total;
      loading.value = false;
    };
    onMounted(load);
    const need = (message: string) => [{ required: true, message, trigger: 'blur' }];
    const rules = {
      name: [
        ...need('资料名称不能为空'),
        {
          trigger: 'blur',
          asyncValidator: async (_: unknown, name: string) => {
            const answer = await post('/api/material/check-name', { name });
            if (answer.data.used) throw new Error('资料名称已被占用');
          },
        },
      ],
      unit: need('请选择报送单位'),
      person: need('联系人不能为空'),
    };
    return {
      query,
      page,
      tab,
      rows,
      total,
      loading,
      open,
      busy,
      form,
      formRef,
      rules,
      load,
      search() {
        page.value = 1;
        void load();
      },
      switchTab(name: string) {
        query.state = name;
        void load();
      },
      add() {
        Object.assign(form, EMPTY);
        open.value = true;
      },
      async save() {
        if (!(await formRef.value?.validate().catch(() => false)) || busy.value) return;
        busy.value = true;
        const answer = await post('/api/material/add', form);
        busy.value = false;
        if (answer.code !== 200) return ElMessage.error(answer.msg);
        ElMessage.success(answer.msg);
        open.value = false;
        await load();
      },
      async draft() {
        await post('/api/material/draft', form);
        ElMessage.success('暂存成功');
      },
      async remove(row: { id: number; name: string }) {
        await ElMessageBox.confirm(`是否确认删除“${row.name}”？`, '系统提示', { type: 'warning' });
        await post('/api/material/delete', { id: row.id });
        ElMessage.success('删除成功');
        await load();
      },
      async exportAll() {
        await post('/api/material/export', query);
        ElMessage.success('导出成功');
      },
    };
  },
  template: `<div class="box"><el-form :inline="true" :model="query" @submit.prevent>
    <el-form-item label="资料名称"><el-input v-model="query.name" placeholder="请输入资料名称" clearable
      @keyup.enter="search" /></el-form-item>
    <el-form-item><el-button type="primary" @click="search">搜索</el-button><el-button>重置</el-button></el-form-item>
    </el-form></div>
  <div class="box"><div class="tools"><el-button type="primary" plain @click="add">新增</el-button>
    <el-button type="warning" plain @click="exportAll">导出</el-button></div>
    <el-tabs v-model="tab" @tab-change="switchTab"><el-tab-pane label="全部" name="" />
      <el-tab-pane label="已提交" name="已提交" /><el-tab-pane label="审核失败" name="审核失败" /></el-tabs>
    <el-table v-loading="loading" :data="rows" size="small"><el-table-column prop="id" label="序号" width="60" />
      <el-table-column prop="name" label="资料名称" /><el-table-column prop="unit" label="报送单位" />
      <el-table-column prop="person" label="联系人" /><el-table-column prop="time" label="报送时间" />
      <el-table-column label="状态"><template #default="{ row }"><el-tag size="small"
        :type="/失败|驳回/.test(row.state) ? 'danger' : 'success'">{{ row.state }}</el-tag></template></el-table-column>
      <el-table-column label="操作"><template #default="{ row }"><el-button link type="primary">修改</el-button>
        <el-button link type="danger" @click="remove(row)">删除</el-button></template></el-table-column></el-table>
    <el-pagination class="pager" v-model:current-page="page" :page-size="8" :total="total" background
      layout="total, prev, pager, next, jumper" @current-change="load" /></div>
  <el-dialog v-model="open" title="新增资料报送" width="560px" append-to-body>
    <el-form ref="formRef" :model="form" :rules="rules" label-width="90px">
      <el-form-item label="资料名称" prop="name"><el-input v-model="form.name" placeholder="请输入资料名称" /></el-form-item>
      <el-form-item label="报送单位" prop="unit"><el-select v-model="form.unit" placeholder="请选择">
        <el-option v-for="u in ['城关镇', '河口乡', '青山街道']" :key="u" :label="u" :value="u" /></el-select></el-form-item>
      <el-form-item label="联系人" prop="person"><el-input v-model="form.person" placeholder="请输入联系人" /></el-form-item>
      <el-form-item label="手机号码"><el-input v-model="form.phone" maxlength="11" /></el-form-item>
      <el-form-item label="备注"><el-input v-model="form.remark" type="textarea" /></el-form-item>
    </el-form>
    <template #footer><el-button @click="draft">暂 存</el-button><el-button type="primary" :loading="busy" @click="save">确 定</el-button>
      <el-button @click="open = false">取 消</el-button></template></el-dialog>`,
};
