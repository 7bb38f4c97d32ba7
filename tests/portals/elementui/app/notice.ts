import { list, modal, post } from './http';

export const Notice = {
  data: () => ({ rows: [], open: null, receipt: '' }),
  created() {
    list('/system/notice/list', {}).then((a) => {
      this.rows = a.rows;
    });
  },
  methods: {
    view(row) {
      this.open = row;
      post('/system/notice/read', { id: row.id, at: Date.now() }, { quiet: true }).then(() => {
        row.read = true;
      });
    },
    readAll() {
      post('/system/notice/readAll', { at: Date.now() }).then(() => {
        for (const row of this.rows) row.read = true;
        modal.msgSuccess('操作成功');
      });
    },
    sendReceipt() {
      post('/system/notice/receipt', { id: this.open.id, text: this.receipt }).then(() => {
        this.open.receipt = this.receipt;
        this.receipt = '';
      });
    },
  },
  template: `
<div class="app-container"><div class="mb8"><el-button size="mini" @click="readAll">全部标为已读</el-button></div>
  <el-table :data="rows"><el-table-column label="标题"><template slot-scope="s"><el-link type="primary" @click="view(s.row)">{{ s.row.title }}</el-link></template></el-table-column><el-table-column label="状态" width="100"><template slot-scope="s"><el-tag size="mini" :type="s.row.read ? 'info' : 'danger'">{{ s.row.read ? '已读' : '未读' }}</el-tag></template></el-table-column></el-table>
  <el-dialog :title="open && open.title" :visible="!!open" width="600px" append-to-body custom-class="notice-dialog" @close="open = null"><div v-if="open"><p>{{ open.content }}</p><div v-if="open.receipt" class="receipt-box">我的回执：{{ open.receipt }}</div><div v-else class="receipt-form"><el-input v-model="receipt" type="textarea" placeholder="请填写落实情况回执"/><el-button size="small" type="primary" style="margin-top:8px" @click="sendReceipt">提交回执</el-button></div></div></el-dialog>
</div>`,
};
