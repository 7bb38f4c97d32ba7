import { type DataTableColumns, NInput } from 'naive-ui';
import { defineComponent, h, nextTick, onMounted, ref } from 'vue';
import { post } from './http';
import { ui } from './ui';

type Row = Record<string, string | number>;

const Cell = defineComponent({
  props: { row: { type: Object, required: true }, name: { type: String, required: true } },
  setup(props) {
    const editing = ref(false);
    const value = ref('');
    const input = ref<{ focus(): void }>();
    const start = () => {
      value.value = String(props.row[props.name]);
      editing.value = true;
      nextTick().then(() => input.value?.focus());
    };
    const leave = async () => {
      editing.value = false;
      if (value.value === String(props.row[props.name])) return;
      props.row[props.name] = value.value;
      await post(
        '/api/ledger/cell',
        { id: props.row.id, key: props.name, value: value.value },
        { bar: false },
      );
    };
    return () =>
      h('div', { class: `cell ${props.name}-${props.row.id}`, onClick: editing.value ? undefined : start }, [
        editing.value
          ? h(NInput, {
              ref: input,
              size: 'small',
              value: value.value,
              onUpdateValue: (typed: string) => {
                value.value = typed;
              },
              onBlur: leave,
            })
          : String(props.row[props.name] || '—'),
      ]);
  },
});

export const Ledger = defineComponent({
  setup() {
    const rows = ref<Row[]>([]);
    const note = ref('');
    const problem = ref('');
    const at = ref('');
    const busy = ref(false);
    onMounted(async () => {
      rows.value = await post('/api/ledger/list', {}, { bar: false });
    });
    const cell = (title: string, key: string) => ({
      title,
      key,
      render: (row: Row) => h(Cell, { row, name: key }),
    });
    const columns: DataTableColumns<Row> = [
      { title: '网格', key: 'grid' },
      cell('户数', 'houses'),
      cell('本月走访', 'visits'),
      cell('隐患数', 'risks'),
      cell('备注', 'note'),
    ];
    const report = async () => {
      problem.value = '';
      busy.value = true;
      try {
        await post('/api/ledger/report', { rows: rows.value, note: note.value });
        at.value = new Date().toTimeString().slice(0, 5);
        ui.message.success('台账上报成功');
      } catch (error) {
        problem.value = (error as Error).message;
      } finally {
        busy.value = false;
      }
    };
    return { rows, columns, note, problem, at, busy, report };
  },
  template: `
<n-card title="11 月网格台账（单击单元格可编辑，离开自动保存）">
  <n-alert v-if="problem" type="error" title="上报未成功" style="margin-bottom:12px">{{ problem }}</n-alert>
  <n-data-table :columns="columns" :data="rows" size="small" />
  <div class="row" style="margin-top:12px"><n-input v-model:value="note" placeholder="上报说明" style="width:320px" />
    <n-button type="primary" :loading="busy" @click="report">上报台账</n-button><span v-if="at">最近上报：今天 {{ at }}</span></div>
</n-card>`,
});
