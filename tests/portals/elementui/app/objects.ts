import { del, download, list, modal, post, put } from './http';
import { ImportDialog } from './import-dialog';

const AREAS = [
  {
    value: '石桥镇',
    label: '石桥镇',
    children: ['石桥社区', '龙潭村', '红旗村', '大坪村'].map((v) => ({ value: v, label: v })),
  },
  { value: '双河镇', label: '双河镇', children: ['双河社区', '杨柳村'].map((v) => ({ value: v, label: v })) },
];
const blank = () => ({
  id: undefined,
  name: '',
  idCard: '',
  phone: '',
  kind: '',
  area: [],
  members: 1,
  sex: '0',
  remark: '',
});
const need = (message, trigger = 'blur') => [{ required: true, message, trigger }];

export const Objects = {
  components: { ImportDialog },
  data: () => ({
    loading: true,
    query: { pageNum: 1, pageSize: 10, name: '', idCard: '', state: '', order: '' },
    showSearch: true,
    rows: [],
    total: 0,
    ids: [],
    open: false,
    title: '',
    form: blank(),
    areas: AREAS,
    kinds: ['城市低保', '农村低保', '特困供养', '低保边缘家庭', '支出型困难家庭'],
    rules: {
      name: need('户主姓名不能为空'),
      idCard: [
        ...need('身份证号不能为空'),
        { pattern: /^\d{17}[\dX]$/, message: '请输入正确的身份证号码', trigger: 'blur' },
      ],
      kind: need('救助类别不能为空', 'change'),
    },
    viewing: null,
    importing: false,
  }),
  created() {
    this.getList();
  },
  methods: {
    getList() {
      this.loading = true;
      list('/relief/object/list', this.query).then((a) => {
        this.rows = a.rows;
        this.total = a.total;
        this.loading = false;
      });
    },
    handleQuery() {
      this.query.pageNum = 1;
      this.getList();
    },
    resetQuery() {
      this.$refs.queryForm.resetFields();
      this.handleQuery();
    },
    sort({ prop, order }) {
      this.query.order = order ? `${prop} ${order}` : '';
      this.getList();
    },
    handleAdd() {
      this.form = blank();
      this.open = true;
      this.title = '添加救助对象';
    },
    handleUpdate(row) {
      this.form = { ...blank(), ...row };
      this.open = true;
      this.title = '修改救助对象';
    },
    cancel() {
      this.open = false;
      this.form = blank();
      this.$refs.form.resetFields();
    },
    submitForm() {
      this.$refs.form.validate((valid) => {
        if (!valid) return;
        const save = this.form.id ? put : post;
        save('/relief/object', this.form)
          .then(() => {
            modal.msgSuccess(this.form.id ? '修改成功' : '新增成功');
            this.open = false;
            this.getList();
          })
          .catch(() => {});
      });
    },
    handleDelete(row) {
      const ids = row.id || this.ids.join(',');
      modal
        .confirm(`是否确认删除救助对象编号为"${ids}"的数据项？`)
        .then(() => del(`/relief/object/${ids}`))
        .then(() => {
          this.getList();
          modal.msgSuccess('删除成功');
        })
        .catch(() => {});
    },
    handleSubmit(row) {
      modal
        .confirm(`确认将"${row.name}"提交县局审核吗？`)
        .then(() => put(`/relief/object/submit/${row.id}`, {}))
        .then(() => {
          modal.msgSuccess('提交成功');
          this.getList();
        })
        .catch(() => {});
    },
    handleExport() {
      download('/relief/object/export', `object_${Date.now()}.xlsx`);
    },
  },
  template: `
<div class="app-container">
  <el-form ref="queryForm" :model="query" size="small" :inline="true" v-show="showSearch" label-width="68px" class="query-form" @submit.native.prevent>
    <el-form-item label="户主姓名" prop="name"><el-input v-model="query.name" placeholder="请输入户主姓名" clearable @keyup.enter.native="handleQuery"/></el-form-item>
    <el-form-item label="身份证号" prop="idCard"><el-input v-model="query.idCard" placeholder="请输入身份证号" clearable @keyup.enter.native="handleQuery"/></el-form-item>
    <el-form-item label="状态" prop="state"><el-select v-model="query.state" placeholder="审核状态" clearable><el-option v-for="s in ['待提交','审核中','审核通过','已驳回']" :key="s" :label="s" :value="s"/></el-select></el-form-item>
    <el-form-item><el-button type="primary" icon="el-icon-search" size="mini" @click="handleQuery">搜索</el-button><el-button icon="el-icon-refresh" size="mini" @click="resetQuery">重置</el-button></el-form-item>
  </el-form>
  <el-row :gutter="10" class="mb8">
    <el-col :span="1.5"><el-button type="primary" plain icon="el-icon-plus" size="mini" @click="handleAdd">新增</el-button></el-col>
    <el-col :span="1.5"><el-button type="danger" plain icon="el-icon-delete" size="mini" :disabled="!ids.length" @click="handleDelete({})">删除</el-button></el-col>
    <el-col :span="1.5"><el-button type="info" plain icon="el-icon-upload2" size="mini" @click="importing = true">导入</el-button></el-col>
    <el-col :span="1.5"><el-button type="warning" plain icon="el-icon-download" size="mini" @click="handleExport">导出</el-button></el-col>
    <div class="top-right-btn"><el-tooltip content="显示/隐藏搜索" placement="top"><el-button size="mini" circle icon="el-icon-search" class="toggle-search" @click="showSearch = !showSearch"/></el-tooltip><el-button size="mini" circle icon="el-icon-refresh" @click="getList"/></div>
  </el-row>
  <el-table v-loading="loading" :data="rows" @selection-change="ids = $event.map(r => r.id)" @sort-change="sort">
    <el-table-column type="selection" width="50" align="center"/>
    <el-table-column label="编号" prop="id" width="80" sortable="custom"/><el-table-column label="户主姓名" prop="name" width="90"/>
    <el-table-column label="身份证号" prop="idCard" width="180"/><el-table-column label="类别" prop="kind"/><el-table-column label="村（社区）" prop="village"/>
    <el-table-column label="状态" width="90"><template slot-scope="s"><el-tag size="mini" :type="s.row.state === '已驳回' ? 'danger' : s.row.state === '审核通过' ? 'success' : 'info'">{{ s.row.state }}</el-tag></template></el-table-column>
    <el-table-column label="操作" width="240"><template slot-scope="s">
      <el-button size="mini" type="text" icon="el-icon-view" @click="viewing = s.row">详情</el-button><el-button size="mini" type="text" icon="el-icon-edit" @click="handleUpdate(s.row)">修改</el-button>
      <el-button size="mini" type="text" icon="el-icon-s-promotion" @click="handleSubmit(s.row)">提交审核</el-button><el-button size="mini" type="text" icon="el-icon-delete" @click="handleDelete(s.row)">删除</el-button></template></el-table-column>
  </el-table>
  <el-pagination background layout="total, sizes, prev, pager, next, jumper" :total="total" :page-sizes="[10,20,30,50]" :current-page.sync="query.pageNum" :page-size.sync="query.pageSize" @size-change="getList" @current-change="getList"/>
  <el-dialog :title="title" :visible.sync="open" width="680px" append-to-body custom-class="object-dialog">
    <el-form ref="form" :model="form" :rules="rules" label-width="90px">
      <el-row><el-col :span="12"><el-form-item label="户主姓名" prop="name"><el-input v-model="form.name" placeholder="请输入户主姓名" maxlength="30"/></el-form-item></el-col>
      <el-col :span="12"><el-form-item label="身份证号" prop="idCard"><el-input v-model="form.idCard" placeholder="请输入身份证号" maxlength="18"/></el-form-item></el-col>
      <el-col :span="12"><el-form-item label="联系电话" prop="phone"><el-input v-model="form.phone" placeholder="请输入联系电话" maxlength="11"/></el-form-item></el-col>
      <el-col :span="12"><el-form-item label="救助类别" prop="kind"><el-select v-model="form.kind" placeholder="请选择救助类别" class="kind-field"><el-option v-for="k in kinds" :key="k" :label="k" :value="k"/></el-select></el-form-item></el-col>
      <el-col :span="12"><el-form-item label="所属村" prop="area"><el-cascader v-model="form.area" :options="areas" placeholder="请选择归属村（社区）" class="area-field"/></el-form-item></el-col>
      <el-col :span="12"><el-form-item label="家庭人口"><el-input-number v-model="form.members" :min="1" :max="15" controls-position="right" class="members-field"/></el-form-item></el-col>
      <el-col :span="24"><el-form-item label="性别"><el-radio-group v-model="form.sex"><el-radio label="0">男</el-radio><el-radio label="1">女</el-radio></el-radio-group></el-form-item></el-col>
      <el-col :span="24"><el-form-item label="备注"><el-input v-model="form.remark" type="textarea" placeholder="请输入内容"/></el-form-item></el-col></el-row>
    </el-form>
    <div slot="footer" class="dialog-footer"><el-button type="primary" @click="submitForm">确 定</el-button><el-button @click="cancel">取 消</el-button></div>
  </el-dialog>
  <el-dialog title="救助对象详情" :visible="!!viewing" width="560px" append-to-body @close="viewing = null"><el-descriptions v-if="viewing" :column="2" border><el-descriptions-item label="姓名">{{ viewing.name }}</el-descriptions-item><el-descriptions-item label="身份证号">{{ viewing.idCard }}</el-descriptions-item><el-descriptions-item label="状态">{{ viewing.state }}</el-descriptions-item></el-descriptions><div slot="footer"><el-button @click="viewing = null">关 闭</el-button></div></el-dialog>
  <import-dialog :visible.sync="importing" @done="getList"/>
</div>`,
};
