import { defineComponent, ref } from 'vue';
import { post } from './http';
import { ui } from './ui';

export const Materials = defineComponent({
  setup() {
    const files = ref<{ id: string; status: string }[]>([]);
    const busy = ref(false);
    const submit = async () => {
      if (!files.value.length) {
        ui.message.warning('请先上传佐证材料');
        return;
      }
      busy.value = true;
      try {
        await post('/api/material/submit', { files: files.value.map((file) => file.id) });
        files.value = [];
        ui.message.success('材料提交成功，等待审核');
      } catch (error) {
        ui.message.error((error as Error).message);
      } finally {
        busy.value = false;
      }
    };
    return { files, busy, submit };
  },
  template: `
<n-card title="文明城市创建佐证材料" style="max-width:640px">
  <n-upload v-model:file-list="files" action="/api/file/upload" multiple directory-dnd>
    <n-upload-dragger><n-p style="margin:0">点击或者拖动文件到该区域来上传</n-p></n-upload-dragger>
  </n-upload>
  <n-button type="primary" block :loading="busy" style="margin-top:14px" @click="submit">提交材料</n-button>
</n-card>`,
});
