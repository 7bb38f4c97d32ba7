import { list, modal, put } from './http';

/** A ledger whose rows are edited where they stand. */
export const Standard = {
  data: () => ({ rows: [], editing: null, before: null, shown: ['amount', 'note'], month: '2026-11' }),
  created() {
    this.getList();
  },
  methods: {
    getList() {
      list('/fund/ledger/list', { month: this.month }).then((a) => {
        this.rows = a.rows;
      });
    },
    edit(row) {
      this.before = { ...row };
      this.editing = row.id;
    },
    undo(row) {
      Object.assign(row, this.before);
      this.editing = null;
    },
    save(row) {
      put('/fund/ledger', row)
        .then(() => {
          this.editing = null;
          modal.msgSuccess('保存成功');
        })
        .catch(() => {});
    },
  },
  template: `
<div class="app-container">
  <div class="mb8"><el-radio-group v-model="month" size="mini" @change="getList" class="month-tabs"><el-radio-button v-for="m in ['2026-09','2026-10','2026-11']" :key="m" :label="m"/></el-radio-group>
  <el-popover trigger="click" placement="bottom"><el-checkbox-group v-model="shown"><el-checkbox label="amount">金额</el-checkbox><el-checkbox label="note">备注</el-checkbox></el-checkbox-group><el-button slot="reference" size="mini" icon="el-icon-menu" class="columns-button">列设置</el-button></el-popover></div>
  <el-table :data="rows" border class="ledger" row-key="id">
    <el-table-column label="户主" prop="name" width="110"/><el-table-column label="村（社区）" prop="village"/>
    <el-table-column v-if="shown.includes('amount')" label="发放金额"><template slot-scope="s"><el-input v-if="editing === s.row.id" v-model="s.row.amount" size="mini" placeholder="发放金额"/><span v-else>{{ s.row.amount }}</span></template></el-table-column>
    <el-table-column v-if="shown.includes('note')" label="备注"><template slot-scope="s"><el-input v-if="editing === s.row.id" v-model="s.row.note" size="mini" placeholder="备注"/><span v-else>{{ s.row.note }}</span></template></el-table-column>
    <el-table-column label="操作" width="150"><template slot-scope="s"><template v-if="editing === s.row.id"><el-button type="text" size="mini" @click="save(s.row)">保存</el-button><el-button type="text" size="mini" @click="undo(s.row)">取消</el-button></template><el-button v-else type="text" size="mini" @click="edit(s.row)">编辑</el-button></template></el-table-column>
  </el-table>
</div>`,
};
