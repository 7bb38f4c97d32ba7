import { modal, post, session } from './http';

const ITEMS = ['打工收入', '养殖收入', '土地流转收入', '赡养费', '残疾人补贴'];
const blank = () => ({
  holder: '',
  income: Object.fromEntries(ITEMS.map((item) => [item, ''])),
  changed: '无变化',
  files: [],
  opinion: '',
});

/** A full page form with its buttons in a bar fixed to the foot of the window, outside the form. */
export const Review = {
  data: () => ({
    items: ITEMS,
    form: blank(),
    headers: { Authorization: `Bearer ${session}` },
    sending: false,
  }),
  computed: {
    sum() {
      return Object.values(this.form.income).reduce((sum, v) => sum + (Number(v) || 0), 0);
    },
  },
  methods: {
    uploaded(answer, file) {
      this.form.files.push({ name: file.name, url: answer.url });
    },
    save() {
      if (!this.form.holder) return this.$message({ message: '请先填写户主姓名', type: 'warning' });
      modal
        .confirm('提交后将不能修改，是否确认提交复核结果？')
        .then(() => {
          this.sending = true;
          return post('/relief/review', { ...this.form, sum: this.sum });
        })
        .then(() => {
          this.$alert('复核结果已提交，等待县局抽查。', '提示', {
            type: 'success',
            callback: () => this.$emit('done'),
          });
        })
        .catch((error) => {
          if (error?.lines)
            this.$alert(error.lines.map((l) => `<p>${l}</p>`).join(''), '数据校验未通过', {
              dangerouslyUseHTMLString: true,
              type: 'error',
            }).catch(() => {});
        })
        .finally(() => {
          this.sending = false;
        });
    },
  },
  template: `
<div class="app-container review-page">
  <el-card shadow="never"><div slot="header">年度复核表</div>
  <el-form :model="form" label-width="110px" size="small">
    <el-form-item label="户主姓名"><el-input v-model="form.holder" placeholder="户主姓名" style="width:220px"/></el-form-item>
    <el-form-item label="家庭变化"><el-radio-group v-model="form.changed"><el-radio-button v-for="c in ['无变化','人口增加','人口减少','死亡']" :key="c" :label="c"/></el-radio-group></el-form-item>
    <table class="income"><tr><th>收入项目</th><th>年收入（元）</th></tr><tr v-for="i in items" :key="i"><td>{{ i }}</td><td><el-input v-model="form.income[i]" :data-item="i"/></td></tr><tr><td>合计</td><td class="sum">{{ sum }}</td></tr></table>
    <el-form-item label="佐证材料"><el-upload action="/prod-api/common/upload" :headers="headers" list-type="picture-card" :on-success="uploaded" multiple><i class="el-icon-plus"></i></el-upload></el-form-item>
    <el-form-item label="复核意见"><el-input v-model="form.opinion" type="textarea" placeholder="请输入复核意见"/></el-form-item>
  </el-form></el-card>
  <div class="fixed-bar"><el-button size="small" @click="$emit('done')">返 回</el-button><el-button size="small" type="primary" :loading="sending" @click="save">提 交 复 核</el-button></div>
</div>`,
};
