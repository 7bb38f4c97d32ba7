import { ElNotification } from 'element-plus';
import { defineComponent, reactive, ref } from 'vue';
import { type Answer, post } from './http';

const blank = () => ({ party: '', idCard: '', phone: '', kind: '邻里纠纷', story: '' });

export const Disputes = defineComponent({
  setup() {
    const tab = ref('dispute');
    const form = reactive(blank());
    const hazard = reactive({ place: '', level: '一般', remark: '' });
    const formRef = ref();
    const busy = ref(false);
    const alert = ref('');
    const errors = ref<Record<string, string>>({});
    const known = async (_rule: unknown, value: string) => {
      const answer = await post('/api/person/check', { idCard: value }, { quiet: true });
      if (!answer.data.found) throw new Error('未在人口库中查询到该身份证号');
    };
    const rules = {
      party: [{ required: true, message: '请输入当事人', trigger: 'blur' }],
      idCard: [
        { required: true, message: '请输入身份证号', trigger: 'blur' },
        { asyncValidator: known, trigger: 'blur' },
      ],
      story: [{ required: true, message: '请填写简要经过', trigger: 'blur' }],
    };
    const submit = async () => {
      if (busy.value) return;
      busy.value = true;
      alert.value = '';
      errors.value = {};
      try {
        if (!(await formRef.value.validate().catch(() => false))) return;
        await post('/api/dispute/submit', form, { quiet: true });
        ElNotification({ title: '成功', message: '提交成功，已转镇综治中心', type: 'success' });
        Object.assign(form, blank());
        setTimeout(() => formRef.value?.clearValidate());
      } catch (error) {
        const answer = (error as { answer?: Answer }).answer;
        errors.value = answer?.data ?? {};
        alert.value = answer?.msg ?? '系统繁忙，请稍后再试';
      } finally {
        busy.value = false;
      }
    };
    const saveHazard = async () => {
      await post('/api/hazard/submit', hazard);
      ElNotification({ title: '成功', message: '保存成功', type: 'success' });
      Object.assign(hazard, { place: '', level: '一般', remark: '' });
    };
    return { tab, form, hazard, formRef, busy, alert, errors, rules, submit, saveHazard };
  },
  template: `
<el-card shadow="never">
  <el-tabs v-model="tab">
    <el-tab-pane label="矛盾纠纷登记" name="dispute">
      <el-alert v-if="alert" :title="alert" type="error" show-icon style="margin-bottom: 12px" />
      <el-form ref="formRef" :model="form" :rules="rules" label-width="100px" style="max-width: 620px">
        <el-form-item label="当事人" prop="party"><el-input v-model="form.party" placeholder="当事人姓名" /></el-form-item>
        <el-form-item label="身份证号" prop="idCard"><el-input v-model="form.idCard" placeholder="当事人身份证号" /></el-form-item>
        <el-form-item label="联系电话" prop="phone" :error="errors.phone"><el-input v-model="form.phone" placeholder="当事人电话" /></el-form-item>
        <el-form-item label="纠纷类型">
          <el-radio-group v-model="form.kind">
            <el-radio v-for="k in ['邻里纠纷', '土地纠纷', '劳资纠纷']" :key="k" :value="k">{{ k }}</el-radio>
          </el-radio-group>
        </el-form-item>
        <el-form-item label="简要经过" prop="story"><el-input v-model="form.story" type="textarea" placeholder="时间、地点、起因、经过" /></el-form-item>
        <el-form-item><el-button type="primary" :loading="busy" @click="submit">提 交</el-button></el-form-item>
      </el-form>
    </el-tab-pane>
    <el-tab-pane label="隐患排查" name="hazard">
      <el-form :model="hazard" label-width="100px" style="max-width: 620px">
        <el-form-item label="隐患地点"><el-input v-model="hazard.place" placeholder="隐患所在位置" /></el-form-item>
        <el-form-item label="隐患等级">
          <el-radio-group v-model="hazard.level"><el-radio-button v-for="l in ['一般', '较大', '重大']" :key="l" :value="l">{{ l }}</el-radio-button></el-radio-group>
        </el-form-item>
        <el-form-item label="描述"><el-input v-model="hazard.remark" type="textarea" placeholder="隐患描述" /></el-form-item>
        <el-form-item><el-button type="primary" @click="saveHazard">保存上报</el-button></el-form-item>
      </el-form>
    </el-tab-pane>
  </el-tabs>
</el-card>`,
});
