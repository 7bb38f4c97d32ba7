import { modal, post, session } from './http';

/** The route whose tab is shown: a page that is finished closes its own tab by this. */
export const go = (path) => {
  location.hash = `#${path}`;
};

export const Layout = {
  props: ['path', 'routes'],
  data: () => ({ tabs: ['/index'], collapsed: false, unread: 3 }),
  watch: {
    path: {
      immediate: true,
      handler(path) {
        if (this.routes[path] && !this.tabs.includes(path)) this.tabs.push(path);
      },
    },
  },
  methods: {
    go,
    close(path) {
      this.tabs = this.tabs.filter((tab) => tab !== path);
      if (path === this.path) go(this.tabs.at(-1) ?? '/index');
    },
    command(name) {
      if (name === 'profile') return go('/user/profile');
      modal
        .confirm('确定注销并退出系统吗？')
        .then(() => post('/logout', {}))
        .then(() => {
          location.href = `/?sid=${session}#/login`;
        })
        .catch(() => {});
    },
  },
  template: `
<div class="app-wrapper">
  <div class="sidebar-container" :class="{ hide: collapsed }">
    <div class="sidebar-logo">社会救助信息管理系统</div>
    <el-menu :default-active="path" :default-openeds="['relief','fund','system']" background-color="#304156" text-color="#bfcbd9" active-text-color="#409EFF" @select="go">
      <el-menu-item index="/index"><i class="el-icon-s-home"></i><span>首页</span></el-menu-item>
      <el-submenu index="relief"><template slot="title"><i class="el-icon-s-custom"></i><span>救助业务</span></template>
        <el-menu-item v-for="p in ['/relief/object','/relief/apply','/relief/review','/relief/approval','/relief/visit']" :key="p" :index="p">{{ routes[p].title }}</el-menu-item></el-submenu>
      <el-submenu index="fund"><template slot="title"><i class="el-icon-money"></i><span>资金管理</span></template>
        <el-menu-item index="/fund/standard">资金发放台账</el-menu-item></el-submenu>
      <el-submenu index="system"><template slot="title"><i class="el-icon-setting"></i><span>系统管理</span></template>
        <el-menu-item index="/system/notice">通知公告</el-menu-item></el-submenu>
    </el-menu>
  </div>
  <div class="main-container">
    <div class="navbar">
      <i class="hamburger" :class="collapsed ? 'el-icon-s-unfold' : 'el-icon-s-fold'" @click="collapsed = !collapsed"></i>
      <el-breadcrumb separator="/"><el-breadcrumb-item>首页</el-breadcrumb-item><el-breadcrumb-item>{{ (routes[path] || {}).title }}</el-breadcrumb-item></el-breadcrumb>
      <div class="right-menu">
        <el-badge :value="unread" class="bell"><i class="el-icon-bell"></i></el-badge>
        <el-dropdown trigger="click" @command="command"><span class="avatar-name">石桥镇民政办 <i class="el-icon-caret-bottom"></i></span>
          <el-dropdown-menu slot="dropdown"><el-dropdown-item command="profile">个人中心</el-dropdown-item><el-dropdown-item command="logout" divided>退出登录</el-dropdown-item></el-dropdown-menu>
        </el-dropdown>
      </div>
    </div>
    <div class="tags-view"><span v-for="tab in tabs" :key="tab" class="tags-view-item" :class="{ active: tab === path }" @click="go(tab)">{{ routes[tab].title }}<i v-if="tab !== '/index'" class="el-icon-close" @click.stop="close(tab)"></i></span></div>
    <section class="app-main">
      <transition name="fade-transform" mode="out-in"><keep-alive :include="[]" :max="10"><component :is="(routes[path] || routes['/index']).view" :key="path" @done="close(path)"/></keep-alive></transition>
    </section>
  </div>
</div>`,
};

export const Login = {
  data: () => ({
    form: { username: '', password: '', code: '', rememberMe: false },
    rules: {
      username: [{ required: true, trigger: 'blur', message: '请输入您的账号' }],
      password: [{ required: true, trigger: 'blur', message: '请输入您的密码' }],
      code: [{ required: true, trigger: 'change', message: '请输入验证码' }],
    },
    picture: 0,
    loading: false,
  }),
  methods: {
    handleLogin() {
      this.$refs.form.validate((valid) => {
        if (!valid) return;
        this.loading = true;
        post('/login', this.form, { headers: { repeatSubmit: false } })
          .then(() => go('/index'))
          .catch(() => {
            this.loading = false;
            this.picture += 1;
            this.form.code = '';
          });
      });
    },
  },
  template: `
<div class="login"><el-form ref="form" :model="form" :rules="rules" class="login-form">
  <h3 class="title">社会救助信息管理系统</h3>
  <el-form-item prop="username"><el-input v-model="form.username" type="text" auto-complete="off" placeholder="账号"><i slot="prefix" class="el-icon-user"></i></el-input></el-form-item>
  <el-form-item prop="password"><el-input v-model="form.password" type="password" auto-complete="off" placeholder="密码" @keyup.enter.native="handleLogin"><i slot="prefix" class="el-icon-lock"></i></el-input></el-form-item>
  <el-form-item prop="code"><el-input v-model="form.code" auto-complete="off" placeholder="验证码" style="width: 63%" @keyup.enter.native="handleLogin"></el-input><div class="login-code" @click="picture++">7 - {{ picture % 5 }} = ?</div></el-form-item>
  <el-checkbox v-model="form.rememberMe" style="margin: 0 0 25px">记住密码</el-checkbox>
  <el-form-item style="width:100%"><el-button :loading="loading" size="medium" type="primary" style="width:100%" @click.native.prevent="handleLogin"><span v-if="!loading">登 录</span><span v-else>登 录 中...</span></el-button></el-form-item>
</el-form></div>`,
};
