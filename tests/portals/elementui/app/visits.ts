import { list, modal, post, session } from './http';

const blank = () => ({ holder: '', date: '', result: '', situation: '', photos: [] });

/** Household visits: cards, a drawer to enter one, a register to look people up in. */
export const Visits = {
  data: () => ({
    cards: [],
    drawer: false,
    form: blank(),
    sending: false,
    keyword: '',
    headers: { Authorization: `Bearer ${session}` },
    checking: { idCard: '', answer: '' },
    byTable: false,
  }),
  created() {
    this.getList();
  },
  methods: {
    getList() {
      list('/relief/visit/list', { keyword: this.keyword }).then((a) => {
        this.cards = a.rows;
      });
    },
    lookUp() {
      post('/share/verify', { idCard: this.checking.idCard }, { headers: { repeatSubmit: false } }).then(
        (a) => {
          this.checking.answer = a.data;
          modal.msgSuccess('核对成功');
        },
      );
    },
    save() {
      this.$refs.form.validate((valid) => {
        if (!valid) return;
        this.sending = true;
        post('/relief/visit', this.form)
          .then(() => {
            this.$notify({ title: '成功', message: '核查记录已上报', type: 'success', duration: 2000 });
            this.drawer = false;
            this.form = blank();
            this.getList();
          })
          .catch(() => {})
          .finally(() => {
            this.sending = false;
          });
      });
    },
    closing(done) {
      this.$confirm('表单还未保存，确定关闭？')
        .then(() => done())
        .catch(() => {});
    },
  },
  template: `
<div class="app-container">
  <div class="mb8"><el-input v-model="keyword" size="small" style="width:240px" placeholder="搜索核查对象" class="visit-search" @change="getList"><i slot="suffix" class="el-input__icon el-icon-search"></i></el-input>
    <el-button size="small" type="primary" @click="drawer = true">登记核查</el-button><el-switch v-model="byTable" active-text="表格" inactive-text="卡片" class="view-switch"/></div>
  <el-row :gutter="12" v-if="!byTable" class="cards"><el-col v-for="c in cards" :key="c.id" :span="6"><el-card shadow="hover" class="visit-card"><b>{{ c.holder }}</b><p>{{ c.situation }}</p></el-card></el-col></el-row>
  <el-table v-else :data="cards"><el-table-column label="对象" prop="holder"/><el-table-column label="情况" prop="situation"/></el-table>
  <el-card class="verify-card"><div slot="header">部门数据核对</div>
    <el-input v-model="checking.idCard" placeholder="输入身份证号核对民政、车管、不动产信息" style="width:360px"/><el-button type="primary" @click="lookUp">核对</el-button><p class="verify-answer">{{ checking.answer }}</p></el-card>
  <el-drawer title="入户核查登记" :visible.sync="drawer" size="42%" append-to-body :before-close="closing" custom-class="visit-drawer">
    <div class="drawer-body"><el-form ref="form" :model="form" label-position="top" :rules="{ holder: [{ required: true, message: '请输入核查对象', trigger: 'blur' }], situation: [{ required: true, message: '请填写核查情况', trigger: 'blur' }] }">
      <el-form-item label="核查对象" prop="holder"><el-input v-model="form.holder" placeholder="请输入核查对象姓名"/></el-form-item>
      <el-form-item label="核查日期"><el-date-picker v-model="form.date" type="date" value-format="yyyy-MM-dd" placeholder="选择日期" class="visit-date"/></el-form-item>
      <el-form-item label="核查结论"><el-select v-model="form.result" placeholder="请选择" class="result-field"><el-option v-for="r in ['符合条件','不符合条件','需进一步核实']" :key="r" :label="r" :value="r"/></el-select></el-form-item>
      <el-form-item label="核查情况" prop="situation"><el-input v-model="form.situation" type="textarea" :rows="4" placeholder="请填写入户所见情况"/></el-form-item>
      <el-form-item label="现场照片"><el-upload class="photo-upload" action="/prod-api/common/upload" :headers="headers" :on-success="(a, f) => form.photos.push(a.url)"><el-button size="small">点击上传</el-button></el-upload></el-form-item>
    </el-form></div>
    <div class="drawer-footer"><el-button @click="closing(() => { drawer = false })">取 消</el-button><el-button type="primary" :loading="sending" @click="save">{{ sending ? '提交中 ...' : '上 报' }}</el-button></div>
  </el-drawer>
</div>`,
};
