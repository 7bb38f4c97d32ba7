import { type DataTableColumns, NButton, NPopconfirm, NSpace, NTag } from 'naive-ui';
import { defineComponent, h, onMounted, reactive, ref } from 'vue';
import { post } from './http';
import { go } from './route';
import { ui } from './ui';

type Row = Record<string, string | number>;
const options = (values: string[]) => values.map((value) => ({ label: value, value }));

export const Orders = defineComponent({
  setup() {
    const query = reactive({ keyword: '', state: null, source: null, page: 1, sort: '' });
    const rows = ref<Row[]>([]);
    const total = ref(0);
    const busy = ref(false);
    const act = ref({ kind: '', order: {} as Row });
    const load = async () => {
      busy.value = true;
      try {
        const data = await post('/api/order/page', query, { bar: false });
        rows.value = data.rows;
        total.value = data.total;
      } finally {
        busy.value = false;
      }
    };
    const search = () => {
      query.page = 1;
      load();
    };
    const remove = async (row: Row) => {
      await post('/api/order/delete', { id: row.id });
      ui.message.success('删除成功');
      load();
    };
    const claim = async (row: Row) => {
      await post('/api/order/claim', { id: row.id });
      row.state = '办理中';
      ui.message.success('签收成功');
    };
    const exportAll = async () => {
      const shown = ui.message.loading('正在导出，请稍候…', { duration: 0 });
      await post('/api/order/export', query);
      shown.destroy();
      ui.message.success('导出任务已提交，请到下载中心查看');
    };
    const button = (label: string, onClick: () => void) =>
      h(NButton, { size: 'tiny', quaternary: true, type: 'primary', onClick }, () => label);
    const open = (kind: string, order: Row) => {
      act.value = { kind, order };
    };
    const columns: DataTableColumns<Row> = [
      {
        title: '工单编号',
        key: 'code',
        render: (row) => button(String(row.code), () => go(`/orders/${row.id}`)),
      },
      { title: '诉求标题', key: 'title', ellipsis: true },
      { title: '来源', key: 'source', width: 100 },
      {
        title: '状态',
        key: 'state',
        width: 110,
        render: (row) => h(NTag, { size: 'small' }, () => row.state),
      },
      { title: '办理时限', key: 'due', width: 120, sorter: true },
      {
        title: '操作',
        key: 'act',
        width: 330,
        render: (row) =>
          h(NSpace, { size: 2 }, () => [
            button('签收', () => claim(row)),
            button('办理反馈', () => open('feedback', row)),
            button('转办', () => open('transfer', row)),
            button('退回', () => open('return', row)),
            button('延期', () => open('extend', row)),
            button('回访', () => open('visit', row)),
            h(
              NPopconfirm,
              { onPositiveClick: () => remove(row), positiveText: '确定', negativeText: '取消' },
              {
                trigger: () => h(NButton, { size: 'tiny', quaternary: true, type: 'error' }, () => '删除'),
                default: () => '删除后不可恢复，确定删除该工单？',
              },
            ),
          ]),
      },
    ];
    const onSorter = (sorter: { order: string | false } | null) => {
      query.sort = sorter?.order || '';
      load();
    };
    const done = () => {
      act.value = { kind: '', order: {} };
      load();
    };
    onMounted(load);
    const states = options(['待签收', '办理中', '已提交', '审核未通过', '已办结']);
    const sources = options(['12345热线', '网格上报', '网民留言']);
    return {
      query,
      rows,
      total,
      busy,
      act,
      load,
      search,
      exportAll,
      columns,
      onSorter,
      done,
      states,
      sources,
    };
  },
  template: `
<n-card>
  <div class="row filters">
    <n-input v-model:value="query.keyword" placeholder="标题关键字" style="width:200px" @keyup.enter="search" />
    <n-select class="state" v-model:value="query.state" :options="states" placeholder="工单状态" clearable style="width:140px" @update:value="search" />
    <n-radio-group v-model:value="query.source" @update:value="search">
      <n-radio-button v-for="s in sources" :key="s.value" :value="s.value">{{ s.label }}</n-radio-button>
    </n-radio-group>
    <n-button type="primary" @click="search">查询</n-button>
    <n-button @click="exportAll">导出</n-button>
  </div>
  <n-data-table remote size="small" :loading="busy" :columns="columns" :data="rows" :row-key="(row) => row.id" @update:sorter="onSorter" />
  <div class="row" style="justify-content:flex-end;margin-top:12px">
    <n-pagination v-model:page="query.page" :page-size="6" :item-count="total" @update:page="load" />
  </div>
  <my-order-forms :act="act" @done="done" @close="act.kind = ''" />
</n-card>`,
});
