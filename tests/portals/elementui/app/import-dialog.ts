import { download, session } from './http';

export const ImportDialog = {
  props: ['visible'],
  data: () => ({ busy: false, cover: false, headers: { Authorization: `Bearer ${session}` } }),
  methods: {
    submit() {
      this.$refs.upload.submit();
    },
    success(response) {
      this.busy = false;
      this.$emit('update:visible', false);
      this.$refs.upload.clearFiles();
      this.$alert(
        `<div style='overflow: auto;overflow-x: hidden;max-height: 70vh;padding: 10px 20px 0;'>${response.msg}</div>`,
        '导入结果',
        { dangerouslyUseHTMLString: true },
      );
      this.$emit('done');
    },
    template() {
      download('/relief/object/template', 'object_template.xlsx');
    },
  },
  template: `
<el-dialog title="救助对象导入" :visible="visible" width="400px" append-to-body custom-class="import-dialog" @close="$emit('update:visible', false)">
  <el-upload ref="upload" :limit="1" accept=".xlsx, .xls" :headers="headers" :action="'/prod-api/relief/object/importData?updateSupport=' + cover" :disabled="busy" :on-progress="() => { busy = true }" :on-success="success" :auto-upload="false" drag>
    <i class="el-icon-upload"></i><div class="el-upload__text">将文件拖到此处，或<em>点击上传</em></div>
    <div class="el-upload__tip text-center" slot="tip"><el-checkbox v-model="cover"/> 是否更新已经存在的数据 <span>仅允许导入xls、xlsx格式文件。</span><el-link type="primary" :underline="false" style="font-size:12px;vertical-align: baseline;" @click="template">下载模板</el-link></div>
  </el-upload>
  <div slot="footer" class="dialog-footer"><el-button type="primary" @click="submit">确 定</el-button><el-button @click="$emit('update:visible', false)">取 消</el-button></div>
</el-dialog>`,
};
