import { list, modal, post } from './http';

/** Cases that wait for the town's word: one by one in a dialog, or many at once with one opinion. */
export const Approval = {
  data: () => ({
    tab: 'todo',
    rows: [],
    total: 0,
    pageNum: 1,
    picked: [],
    loading: true,
    open: false,
    current: {},
    form: { result: '', opinion: '' },
  }),
  created() {
    this.getList();
  },
  methods: {
    getList() {
      this.loading = true;
      list('/relief/approval/list', { tab: this.tab, pageNum: this.pageNum }).then((a) => {
        this.rows = a.rows;
        this.total = a.total;
        this.loading = false;
      });
    },
    handle(row) {
      this.current = row;
      this.form = { result: '', opinion: '' };
      this.open = true;
    },
    complete() {
      if (!this.form.result) return modal.msgError('请选择审批结果');
      post('/relief/approval/complete', { id: this.current.id, ...this.form })
        .then((a) => {
          this.open = false;
          this.$message({ message: a.msg, type: 'success' });
          this.getList();
        })
        .catch(() => {});
    },
    pass() {
      this.$prompt('请填写审批意见', `批量通过（${this.picked.length} 件）`, {
        confirmButtonText: '确定',
        cancelButtonText: '取消',
        inputValue: '同意',
        closeOnClickModal: false,
      })
        .then(({ value }) => post('/relief/approval/batchPass', { ids: this.picked, opinion: value }))
        .then((a) => {
          this.$notify({ title: '批量审批', message: a.msg, type: 'success' });
          this.getList();
        })
        .catch(() => {});
    },
    refuse() {
      this.$prompt('请输入驳回原因', '提示', {
        confirmButtonText: '确 定',
        cancelButtonText: '取 消',
        inputType: 'textarea',
        inputPattern: /\S{2,}/,
        inputErrorMessage: '驳回原因不能少于两个字',
      })
        .then(({ value }) => post('/relief/approval/batchReject', { ids: this.picked, reason: value }))
        .then(() => {
          modal.msgSuccess('驳回成功');
          this.getList();
        })
        .catch(() => {});
    },
  },
  template: `
<div class="app-container">
  <el-tabs v-model="tab" @tab-click="getList"><el-tab-pane label="待审批" name="todo"/><el-tab-pane label="已审批" name="done"/><el-tab-pane label="已驳回" name="back"/></el-tabs>
  <el-row class="mb8"><el-button type="success" plain size="mini" :disabled="!picked.length" @click="pass">批量通过</el-button><el-button type="danger" plain size="mini" :disabled="!picked.length" @click="refuse">驳回</el-button></el-row>
  <el-table v-loading="loading" :data="rows" @selection-change="picked = $event.map(r => r.id)">
    <el-table-column type="selection" width="50"/><el-table-column label="受理编号" prop="id" width="130"/><el-table-column label="申请人" prop="name"/><el-table-column label="事项" prop="matter"/><el-table-column label="提交时间" prop="at"/>
    <el-table-column label="操作"><template slot-scope="s"><el-button type="text" size="mini" @click="handle(s.row)">办理</el-button></template></el-table-column>
  </el-table>
  <el-pagination background layout="total, prev, pager, next" :total="total" :current-page.sync="pageNum" @current-change="getList"/>
  <el-dialog title="任务办理" :visible.sync="open" width="520px" append-to-body>
    <el-descriptions :column="1" border size="small"><el-descriptions-item label="申请人">{{ current.name }}</el-descriptions-item><el-descriptions-item label="事项">{{ current.matter }}</el-descriptions-item></el-descriptions>
    <el-form :model="form" label-width="80px" style="margin-top:14px"><el-form-item label="审批结果"><el-radio v-model="form.result" label="pass">同意</el-radio><el-radio v-model="form.result" label="back">不同意</el-radio></el-form-item>
    <el-form-item label="审批意见"><el-input v-model="form.opinion" type="textarea" placeholder="请输入审批意见"/></el-form-item></el-form>
    <span slot="footer"><el-button @click="open = false">取 消</el-button><el-button type="primary" @click="complete">办 结</el-button></span>
  </el-dialog>
</div>`,
};
