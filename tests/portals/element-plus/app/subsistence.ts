import { ElMessageBox } from 'element-plus';
import { defineComponent, reactive, ref } from 'vue';
import { post } from './http';

export const Subsistence = defineComponent({
  setup() {
    const step = ref(0);
    const done = ref('');
    const busy = ref(false);
    const formRef = ref();
    const form = reactive({
      applicant: '',
      idCard: '',
      phone: '',
      members: 3,
      income: '',
      housing: '自有',
      causes: [] as string[],
    });
    const rules = {
      applicant: [{ required: true, message: '请输入申请人', trigger: 'blur' }],
      phone: [{ required: true, message: '请输入联系电话', trigger: 'blur' }],
      income: [{ required: true, message: '请输入家庭月收入', trigger: 'blur' }],
    };
    const next = () =>
      formRef.value.validate(async (valid: boolean) => {
        if (!valid) return;
        if (step.value === 0) await post('/api/subsistence/precheck', { idCard: form.idCard });
        step.value += 1;
      });
    const submit = async () => {
      if (busy.value) return;
      busy.value = true;
      try {
        const answer = await post('/api/subsistence/apply', form, { quiet: true });
        done.value = answer.data.number;
      } catch (error) {
        ElMessageBox.alert((error as Error).message, '系统提示', { type: 'error' }).catch(() => {});
      } finally {
        busy.value = false;
      }
    };
    return { step, done, busy, form, formRef, rules, next, submit };
  },
  template: `
<el-card shadow="never">
  <el-steps :active="done ? 3 : step" finish-status="success" align-center>
    <el-step title="填写申请人" /><el-step title="家庭情况" /><el-step title="核对提交" />
  </el-steps>
  <el-result v-if="done" icon="success" title="申请已提交" :sub-title="'受理编号：' + done + '，请等待镇民政办审核'" />
  <div v-else class="steps-body">
    <el-form v-if="step < 2" ref="formRef" :key="step" :model="form" :rules="rules" label-width="110px">
      <template v-if="step === 0">
        <el-form-item label="申请人" prop="applicant"><el-input v-model="form.applicant" placeholder="申请人姓名" /></el-form-item>
        <el-form-item label="身份证号" prop="idCard"><el-input v-model="form.idCard" placeholder="申请人身份证号" /></el-form-item>
        <el-form-item label="联系电话" prop="phone"><el-input v-model="form.phone" placeholder="申请人电话" /></el-form-item>
      </template>
      <template v-else>
        <el-form-item label="家庭人口"><el-input-number v-model="form.members" :min="1" /></el-form-item>
        <el-form-item label="家庭月收入" prop="income"><el-input v-model="form.income" placeholder="单位：元"><template #append>元</template></el-input></el-form-item>
        <el-form-item label="住房情况">
          <el-select v-model="form.housing"><el-option v-for="h in ['自有', '租住', '借住']" :key="h" :label="h" :value="h" /></el-select>
        </el-form-item>
        <el-form-item label="困难原因">
          <el-checkbox-group v-model="form.causes"><el-checkbox v-for="c in ['因病', '因残', '因灾', '因学']" :key="c" :value="c" :label="c" /></el-checkbox-group>
        </el-form-item>
      </template>
    </el-form>
    <el-descriptions v-else title="请核对以下信息" :column="1" border>
      <el-descriptions-item label="申请人">{{ form.applicant }}</el-descriptions-item>
      <el-descriptions-item label="身份证号">{{ form.idCard }}</el-descriptions-item>
      <el-descriptions-item label="联系电话">{{ form.phone }}</el-descriptions-item>
      <el-descriptions-item label="家庭人口">{{ form.members }} 人</el-descriptions-item>
      <el-descriptions-item label="家庭月收入">{{ form.income }} 元</el-descriptions-item>
      <el-descriptions-item label="困难原因">{{ form.causes.join('、') || '无' }}</el-descriptions-item>
    </el-descriptions>
    <div style="text-align: center; margin-top: 20px">
      <el-button v-if="step > 0" @click="step -= 1">上一步</el-button>
      <el-button v-if="step < 2" type="primary" @click="next">下一步</el-button>
      <el-button v-else type="primary" :loading="busy" @click="submit">提交申请</el-button>
    </div>
  </div>
</el-card>`,
});
