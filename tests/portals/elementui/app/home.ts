import { modal, post } from './http';

const clock = () => new Date().toTimeString().slice(0, 5);

export const Home = {
  data: () => ({
    day: { inAt: '', outAt: '' },
    outing: false,
    out: { place: '', reason: '' },
    busy: false,
    reply: '',
    replies: [],
  }),
  created() {
    post('/attendance/today', {}, { headers: { repeatSubmit: false } }).then((a) => {
      this.day = a.data;
    });
  },
  methods: {
    sign(kind) {
      this.busy = true;
      post('/attendance/sign', { kind, at: Date.now() })
        .then(() => {
          this.day[kind === 'in' ? 'inAt' : 'outAt'] = clock();
          modal.msgSuccess(kind === 'in' ? '签到成功' : '签退成功，今天辛苦了');
        })
        .catch(() => {})
        .finally(() => {
          this.busy = false;
        });
    },
    signOutside() {
      this.$refs.out.validate((valid) => {
        if (!valid) return;
        post('/attendance/outside', this.out).then(() => {
          this.outing = false;
          this.day.inAt = clock();
          this.$notify({ title: '外勤签到成功', message: `签到时间 ${clock()}`, type: 'success' });
        });
      });
    },
    answer() {
      if (!this.reply.trim()) return modal.msgError('请输入回复内容');
      post('/work/reply', { content: this.reply }).then(() => {
        // The new line in the list is all the page shows.
        this.replies.push(this.reply);
        this.reply = '';
      });
    },
  },
  template: `
<div class="app-container home">
  <el-row :gutter="20">
    <el-col :span="10"><el-card class="attendance-card"><div slot="header"><span>今日考勤</span></div>
      <p>上班：<b class="in-at">{{ day.inAt || '未签到' }}</b>　下班：<b class="out-at">{{ day.outAt || '未签退' }}</b></p>
      <el-button type="primary" size="small" :disabled="busy" @click="sign('in')">签到</el-button>
      <el-button type="warning" size="small" :disabled="busy" @click="sign('out')">签退</el-button>
      <el-button type="text" @click="outing = true">外勤签到</el-button>
    </el-card></el-col>
    <el-col :span="14"><el-card class="ask-card"><div slot="header"><span>县局工作提醒</span></div>
      <p>请各镇核实“单人户”7 户，回复核实情况。</p>
      <ul class="reply-list"><li v-for="(r, i) in replies" :key="i">石桥镇民政办：{{ r }}</li></ul>
      <el-input v-model="reply" size="small" placeholder="请输入回复内容"><el-button slot="append" @click="answer">回复</el-button></el-input>
    </el-card></el-col>
  </el-row>
  <el-dialog title="外勤签到" :visible.sync="outing" width="480px" append-to-body>
    <el-form ref="out" :model="out" label-width="80px" :rules="{ place: [{ required: true, message: '外勤地点不能为空', trigger: 'blur' }] }">
      <el-form-item label="外勤地点" prop="place"><el-input v-model="out.place" placeholder="请输入外勤地点"/></el-form-item>
      <el-form-item label="事由"><el-input v-model="out.reason" type="textarea" placeholder="请输入外勤事由"/></el-form-item>
    </el-form>
    <div slot="footer" class="dialog-footer"><el-button type="primary" @click="signOutside">签 到</el-button><el-button @click="outing = false">取 消</el-button></div>
  </el-dialog>
</div>`,
};
