import { modal, post } from './http';

const blank = () => ({ name: '', idCard: '', phone: '', reason: [], money: '', detail: '', account: '' });

/** An application in three steps; the second step asks the server whether the person may apply. */
export const Apply = {
  data: () => ({ step: 0, form: blank(), number: '', fieldErrors: {}, savedAt: '', busy: false }),
  created() {
    this.timer = setInterval(() => this.autosave(), 3000);
  },
  destroyed() {
    clearInterval(this.timer);
  },
  methods: {
    autosave() {
      if (!this.form.detail || this.step !== 1) return;
      post('/relief/apply/autosave', this.form, { quiet: true, headers: { repeatSubmit: false } }).then(
        () => {
          this.savedAt = new Date().toTimeString().slice(0, 8);
        },
      );
    },
    next() {
      this.$refs.form.validate((valid) => {
        if (!valid) return;
        if (this.step === 1) {
          this.step = 2;
          return;
        }
        this.busy = true;
        post('/relief/apply/check', { idCard: this.form.idCard, at: Date.now() })
          .then(() => {
            this.step = 1;
          })
          .catch(() => {})
          .finally(() => {
            this.busy = false;
          });
      });
    },
    draft() {
      post('/relief/apply/draft', this.form).then(() => modal.msgSuccess('暂存成功'));
    },
    submit() {
      this.fieldErrors = {};
      const layer = this.$loading({ lock: true, text: '正在提交，请稍候……' });
      post('/relief/apply', this.form)
        .then((a) => {
          this.number = a.data;
          this.step = 3;
        })
        .catch((error) => {
          if (!error.fields) return;
          this.fieldErrors = error.fields;
        })
        .finally(() => layer.close());
    },
    again() {
      this.form = blank();
      this.step = 0;
    },
  },
  template: `
<div class="app-container"><el-card class="apply-card">
  <el-steps :active="step" finish-status="success" align-center><el-step title="申请人信息"/><el-step title="困难情况"/><el-step title="发放账户"/><el-step title="完成"/></el-steps>
  <el-form v-if="step < 3" ref="form" :model="form" label-width="110px" style="max-width:620px;margin:30px auto" :rules="{ name: [{ required: true, message: '请输入申请人姓名', trigger: 'blur' }], idCard: [{ required: true, message: '请输入身份证号', trigger: 'blur' }], money: [{ required: true, message: '请输入申请金额', trigger: 'blur' }] }">
    <template v-if="step === 0">
      <el-form-item label="申请人姓名" prop="name"><el-input v-model="form.name" placeholder="申请人姓名"/></el-form-item>
      <el-form-item label="身份证号" prop="idCard"><el-input v-model="form.idCard" placeholder="申请人身份证号"/></el-form-item>
      <el-form-item label="联系电话"><el-input v-model="form.phone" placeholder="申请人联系电话"/></el-form-item>
    </template>
    <template v-if="step === 1">
      <el-form-item label="困难类型"><el-checkbox-group v-model="form.reason"><el-checkbox v-for="r in ['因病','因灾','因学','意外事故']" :key="r" :label="r"/></el-checkbox-group></el-form-item>
      <el-form-item label="申请金额" prop="money"><el-input v-model="form.money" placeholder="申请金额（元）"/></el-form-item>
      <el-form-item label="困难说明"><el-input v-model="form.detail" type="textarea" :rows="4" placeholder="请说明家庭困难情况"/><span class="saved" v-if="savedAt">已自动保存 {{ savedAt }}</span></el-form-item>
    </template>
    <template v-if="step === 2">
      <el-form-item label="社保卡账号" :error="fieldErrors.account"><el-input v-model="form.account" placeholder="社保卡银行账号"/></el-form-item>
    </template>
    <el-form-item>
      <el-button v-if="step > 0" @click="step--">上一步</el-button>
      <el-button v-if="step < 2" type="primary" :loading="busy" @click="next">下一步</el-button>
      <el-button v-if="step === 2" type="primary" @click="submit">提交申请</el-button>
      <el-button v-if="step > 0" type="info" plain @click="draft">暂 存</el-button>
    </el-form-item>
  </el-form>
  <el-result v-else icon="success" title="申请已受理" :sub-title="'受理编号：' + number"><template slot="extra"><el-button size="medium" @click="again">继续申请</el-button></template></el-result>
</el-card></div>`,
};
