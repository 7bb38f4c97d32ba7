import { ElMessage } from 'element-plus';
import { defineComponent, nextTick, reactive, ref } from 'vue';
import { post } from './http';

const areas = ['青山镇', '白河镇'].map((town) => ({
  value: town,
  label: town,
  children: ['青山村', '双桥村', '柳溪村'].map((village) => ({ value: village, label: village })),
}));
const blank = () => ({
  id: '',
  name: '',
  idCard: '',
  phone: '',
  group: '',
  area: [] as string[],
  movedIn: '',
  remark: '',
});

export const HouseholdDialog = defineComponent({
  emits: ['saved'],
  setup(_, { emit, expose }) {
    const visible = ref(false);
    const saving = ref(false);
    const form = reactive(blank());
    const formRef = ref();
    const rules = {
      name: [{ required: true, message: '户主姓名不能为空', trigger: 'blur' }],
      idCard: [
        { required: true, message: '身份证号不能为空', trigger: 'blur' },
        { pattern: /^\d{17}[\dX]$/, message: '请输入正确的身份证号', trigger: 'blur' },
      ],
      phone: [{ pattern: /^1\d{10}$/, message: '请输入正确的手机号码', trigger: 'blur' }],
    };
    const open = async (row?: Record<string, string>) => {
      Object.assign(form, blank(), row ? JSON.parse(JSON.stringify(row)) : {});
      visible.value = true;
      await nextTick();
      formRef.value?.clearValidate();
    };
    expose({ open });
    const submit = () =>
      formRef.value.validate(async (valid: boolean) => {
        if (!valid || saving.value) return;
        saving.value = true;
        try {
          await post(form.id ? '/api/household/update' : '/api/household/add', form);
          ElMessage.success(form.id ? '修改成功' : '新增成功');
          visible.value = false;
          emit('saved');
        } catch {
        } finally {
          saving.value = false;
        }
      });
    return { visible, saving, form, formRef, rules, areas, submit, open };
  },
  template: `
<el-dialog v-model="visible" :title="form.id ? '修改农户' : '添加农户'" width="560px" append-to-body
  :close-on-click-modal="false">
  <el-form ref="formRef" :model="form" :rules="rules" label-width="90px">
    <el-form-item label="户主姓名" prop="name"><el-input v-model="form.name" placeholder="请输入户主姓名" /></el-form-item>
    <el-form-item label="身份证号" prop="idCard"><el-input v-model="form.idCard" placeholder="请输入身份证号" maxlength="18" /></el-form-item>
    <el-form-item label="联系电话" prop="phone"><el-input v-model="form.phone" placeholder="请输入联系电话" maxlength="11" /></el-form-item>
    <el-form-item label="村民小组" prop="group">
      <el-select v-model="form.group" placeholder="请选择村民小组" class="group-field">
        <el-option v-for="g in ['一组', '二组', '三组', '四组']" :key="g" :label="g" :value="g" />
      </el-select>
    </el-form-item>
    <el-form-item label="所在区域" prop="area"><el-cascader v-model="form.area" :options="areas" placeholder="请选择区域" class="area-field" /></el-form-item>
    <el-form-item label="迁入日期" prop="movedIn"><el-date-picker v-model="form.movedIn" value-format="YYYY-MM-DD" placeholder="选择日期" class="moved-field" /></el-form-item>
    <el-form-item label="备注" prop="remark"><el-input v-model="form.remark" type="textarea" placeholder="请输入内容" /></el-form-item>
  </el-form>
  <template #footer>
    <div class="dialog-footer">
      <el-button type="primary" :loading="saving" @click="submit">确 定</el-button>
      <el-button @click="visible = false">取 消</el-button>
    </div>
  </template>
</el-dialog>`,
});
