import { showDialog, showFailToast, showSuccessToast, type UploaderFileListItem } from 'vant';
import { defineComponent, reactive, ref } from 'vue';
import { go, post } from './app-api';

const blank = () => ({ place: '', grid: '', phone: '', note: '', urgent: false });

export const Report = defineComponent({
  setup() {
    const form = reactive(blank());
    const files = ref<UploaderFileListItem[]>([]);
    const picking = ref(false);
    const busy = ref(false);
    const columns = ['第一网格', '第二网格', '第三网格', '第四网格'].map((text) => ({ text, value: text }));
    const choose = ({ selectedOptions }: { selectedOptions: { text: string }[] }) => {
      form.grid = selectedOptions[0].text;
      picking.value = false;
    };
    async function upload(file: UploaderFileListItem) {
      file.status = 'uploading';
      file.message = '上传中';
      await post('/upload', { size: file.file?.size });
      file.status = 'done';
      file.message = '上传成功';
    }
    async function submit() {
      if (busy.value) return;
      busy.value = true;
      try {
        const answer = await post('/report', { ...form, photos: files.value.length });
        if (answer.code === 200) {
          showSuccessToast({ message: '上报成功', onClose: () => go('history') });
          Object.assign(form, blank());
          files.value = [];
        } else if (answer.code === 500) showFailToast(answer.msg);
        else showDialog({ title: '提交未通过', message: answer.msg });
      } catch (error) {
        showDialog({ message: `提交失败：服务器开小差了（${(error as Error).message}）` });
      } finally {
        busy.value = false;
      }
    }
    async function saveDraft() {
      await post('/draft', form);
      showSuccessToast('草稿保存成功');
    }
    async function checkPhone() {
      if (!/^1\d{10}$/.test(form.phone)) return true;
      const answer = await post('/phone', { phone: form.phone });
      return answer.code === 200 || answer.msg;
    }
    return { form, files, picking, busy, columns, choose, upload, submit, saveDraft, checkPhone };
  },
  template: `
    <van-nav-bar title="巡查上报" right-text="记录" />
    <van-form @submit="submit" class="report">
      <van-cell-group inset>
        <van-field v-model="form.place" name="place" label="巡查地点" placeholder="请输入地点" :rules="[{ required: true, message: '请填写巡查地点' }]" />
        <van-field v-model="form.grid" is-link readonly name="grid" label="所属网格" placeholder="点击选择" :rules="[{ required: true, message: '请选择网格' }]" @click="picking = true" />
        <van-field v-model="form.phone" name="phone" label="联系电话" type="tel" placeholder="手机号" :rules="[{ pattern: /^1\\d{10}$/, message: '手机号格式不正确' }, { validator: checkPhone, trigger: 'onBlur' }]" />
        <van-field v-model="form.note" name="note" label="问题描述" type="textarea" rows="2" autosize maxlength="120" show-word-limit placeholder="发现的问题" />
        <van-field name="urgent" label="上级处置"><template #input><van-switch v-model="form.urgent" size="20" /></template></van-field>
        <van-field name="photos" label="现场照片"><template #input><van-uploader v-model="files" :after-read="upload" max-count="3" /></template></van-field>
      </van-cell-group>
      <div class="buttons"><van-button round block type="primary" native-type="submit" :loading="busy">提 交</van-button>
      <van-button round block plain class="draft" @click="saveDraft">保存草稿</van-button></div>
    </van-form>
    <van-popup v-model:show="picking" position="bottom" round><van-picker title="选择网格" :columns="columns" @confirm="choose" @cancel="picking = false" /></van-popup>`,
});
