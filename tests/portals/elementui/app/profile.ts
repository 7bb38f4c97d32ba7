import { modal, post, put } from './http';

export const Profile = {
  data() {
    const same = (_rule, value, done) =>
      done(value === this.pwd.newPassword ? undefined : new Error('两次输入的密码不一致'));
    return {
      tab: 'info',
      form: { nickName: '刘芳', phonenumber: '13908231156', email: 'liufang@shiqiao.test', sex: '1' },
      rules: {
        nickName: [{ required: true, message: '用户昵称不能为空', trigger: 'blur' }],
        phonenumber: [
          { pattern: /^1[3-9]\d{9}$/, message: '请输入正确的手机号码', trigger: 'blur' },
          { required: true, message: '手机号码不能为空', trigger: 'blur' },
        ],
      },
      pwd: { oldPassword: '', newPassword: '', confirmPassword: '' },
      pwdRules: {
        oldPassword: [{ required: true, message: '旧密码不能为空', trigger: 'blur' }],
        newPassword: [{ min: 6, max: 20, message: '长度在 6 到 20 个字符', trigger: 'blur' }],
        confirmPassword: [{ validator: same, trigger: 'blur' }],
      },
      remind: true,
    };
  },
  methods: {
    save() {
      this.$refs.form.validate((valid) => {
        if (valid)
          put('/system/user/profile', this.form)
            .then(() => modal.msgSuccess('修改成功'))
            .catch(() => {});
      });
    },
    savePwd() {
      this.$refs.pwd.validate((valid) => {
        if (valid)
          put('/system/user/profile/updatePwd', this.pwd)
            .then(() => modal.msgSuccess('修改成功'))
            .catch(() => {});
      });
    },
    close() {
      this.$emit('done');
    },
    prefer() {
      post('/system/user/prefer', { remind: this.remind, at: Date.now() }, { quiet: true });
    },
  },
  template: `
<div class="app-container"><el-card><div slot="header">基本资料</div><el-tabs v-model="tab" class="profile-tabs">
  <el-tab-pane label="基本资料" name="info"><el-form ref="form" :model="form" :rules="rules" label-width="80px">
    <el-form-item label="用户昵称" prop="nickName"><el-input v-model="form.nickName" maxlength="30"/></el-form-item>
    <el-form-item label="手机号码" prop="phonenumber"><el-input v-model="form.phonenumber" maxlength="11" class="profile-phone"/></el-form-item>
    <el-form-item label="邮箱"><el-input v-model="form.email" maxlength="50" class="profile-mail"/></el-form-item>
    <el-form-item label="性别"><el-radio-group v-model="form.sex"><el-radio label="0">男</el-radio><el-radio label="1">女</el-radio></el-radio-group></el-form-item>
    <el-form-item><el-button type="primary" size="mini" @click="save">保存</el-button><el-button type="danger" size="mini" @click="close">关闭</el-button></el-form-item></el-form></el-tab-pane>
  <el-tab-pane label="修改密码" name="pwd"><el-form ref="pwd" :model="pwd" :rules="pwdRules" label-width="80px">
    <el-form-item label="旧密码" prop="oldPassword"><el-input v-model="pwd.oldPassword" placeholder="请输入旧密码" type="password" show-password/></el-form-item>
    <el-form-item label="新密码" prop="newPassword"><el-input v-model="pwd.newPassword" placeholder="请输入新密码" type="password" show-password/></el-form-item>
    <el-form-item label="确认密码" prop="confirmPassword"><el-input v-model="pwd.confirmPassword" placeholder="请确认新密码" type="password" show-password/></el-form-item>
    <el-form-item><el-button type="primary" size="mini" class="save-pwd" @click="savePwd">保存</el-button><el-button type="danger" size="mini" @click="close">关闭</el-button></el-form-item></el-form></el-tab-pane>
  <el-tab-pane label="消息设置" name="remind"><el-switch v-model="remind" active-text="审批结果短信提醒" @change="prefer"/></el-tab-pane>
</el-tabs></el-card></div>`,
};
