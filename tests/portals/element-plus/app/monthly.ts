import { ElMessage, ElMessageBox } from 'element-plus';
import { defineComponent, reactive, ref, watch } from 'vue';
import { post } from './http';

const blank = () => ({
  visited: undefined as number | undefined,
  found: undefined as number | undefined,
  fixed: undefined as number | undefined,
  filledAt: '',
  summary: '',
  photos: [] as { name: string }[],
});

export const Monthly = defineComponent({
  setup() {
    const form = reactive(blank());
    const formRef = ref();
    const busy = ref(false);
    const savedAt = ref('');
    const history = [
      { month: '2026-08', by: '周文书', state: '已提交' },
      { month: '2026-09', by: '周文书', state: '审核失败' },
      { month: '2026-10', by: '李会计', state: '驳回' },
    ];
    const rules = {
      visited: [{ required: true, message: '请填写走访户数', trigger: 'blur' }],
      filledAt: [{ required: true, message: '请选择填报时间', trigger: 'change' }],
      summary: [{ required: true, message: '请填写工作情况', trigger: 'blur' }],
    };
    let timer = 0;
    watch(
      () => form.summary,
      (text) => {
        clearTimeout(timer);
        if (!text) return;
        timer = window.setTimeout(async () => {
          await post('/api/monthly/autosave', form, { quiet: true });
          savedAt.value = new Date().toLocaleTimeString('zh-CN', { hour12: false });
        }, 700);
      },
    );
    const reset = () => {
      clearTimeout(timer);
      Object.assign(form, blank());
      formRef.value.clearValidate();
    };
    const report = () =>
      formRef.value.validate(async (valid: boolean) => {
        if (!valid || busy.value) return;
        try {
          await ElMessageBox.confirm('上报后不可修改，确认上报本月台账？', '提示', { type: 'warning' });
          busy.value = true;
          await post('/api/monthly/report', form);
          ElMessage.success('上报成功');
          reset();
        } catch {
        } finally {
          busy.value = false;
        }
      });
    const keep = async () => {
      clearTimeout(timer);
      await post('/api/monthly/draft', form);
      ElMessage.success('暂存成功');
    };
    return { form, formRef, busy, savedAt, history, rules, report, keep, reset };
  },
  template: `
<el-row :gutter="12">
  <el-col :span="15">
    <el-card shadow="never" header="月度工作台账填报（2026 年 11 月）">
      <el-form ref="formRef" :model="form" :rules="rules" label-width="100px">
        <el-form-item label="走访户数" prop="visited"><el-input-number v-model="form.visited" :min="0" class="visited-field" /></el-form-item>
        <el-form-item label="排查隐患数" prop="found"><el-input-number v-model="form.found" :min="0" class="found-field" /></el-form-item>
        <el-form-item label="整改隐患数" prop="fixed"><el-input-number v-model="form.fixed" :min="0" class="fixed-field" /></el-form-item>
        <el-form-item label="填报时间" prop="filledAt">
          <el-date-picker v-model="form.filledAt" type="datetime" value-format="YYYY-MM-DD HH:mm:ss" placeholder="选择填报时间" />
        </el-form-item>
        <el-form-item label="工作情况" prop="summary">
          <el-input v-model="form.summary" type="textarea" :rows="3" placeholder="请填写本月工作情况" maxlength="500" show-word-limit />
        </el-form-item>
        <el-form-item label="佐证材料">
          <el-upload v-model:file-list="form.photos" action="/api/common/upload" list-type="picture-card">+</el-upload>
        </el-form-item>
        <el-form-item>
          <el-button type="primary" :loading="busy" @click="report">上 报</el-button>
          <el-button @click="keep">暂 存</el-button>
          <el-button @click="reset">重 置</el-button>
          <span v-if="savedAt" class="hint">草稿已于 {{ savedAt }} 自动保存</span>
        </el-form-item>
      </el-form>
    </el-card>
  </el-col>
  <el-col :span="9">
    <el-card shadow="never" header="往期台账">
      <el-table :data="history" size="small">
        <el-table-column prop="month" label="月份" />
        <el-table-column prop="by" label="填报人" />
        <el-table-column prop="state" label="状态" />
      </el-table>
    </el-card>
  </el-col>
</el-row>`,
});
