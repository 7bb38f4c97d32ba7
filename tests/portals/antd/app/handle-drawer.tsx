import { App, Button, DatePicker, Drawer, Form, Input, Radio, Space, Upload } from 'antd';
import { useState } from 'react';
import { type Data, send } from './http';

interface Props {
  order: Data;
  onClose(): void;
  onDone(): void;
}

export function HandleDrawer({ order, onClose, onDone }: Props) {
  const { message, notification } = App.useApp();
  const [form] = Form.useForm();
  const [busy, setBusy] = useState(false);
  const close = () => {
    form.resetFields();
    onClose();
  };
  const submit = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values || busy) return;
    setBusy(true);
    try {
      await send('/api/orders/handle', { id: order.id, ...values, files: undefined });
      message.success('办理成功');
      close();
      onDone();
    } catch (error) {
      notification.error({ title: '办理失败', description: (error as Error).message });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Drawer
      title={`办理工单 ${order?.number ?? ''}`}
      size={440}
      open={!!order}
      onClose={close}
      extra={
        <Space>
          <Button onClick={close}>取消</Button>
          <Button type="primary" loading={busy} onClick={submit}>
            提交
          </Button>
        </Space>
      }
    >
      <Form form={form} layout="vertical" initialValues={{ way: '现场办理' }}>
        <Form.Item name="worker" label="经办人" rules={[{ required: true, message: '请输入经办人' }]}>
          <Input placeholder="经办人姓名" />
        </Form.Item>
        <Form.Item name="phone" label="联系电话">
          <Input placeholder="经办人电话" />
        </Form.Item>
        <Form.Item name="way" label="办理方式">
          <Radio.Group options={['现场办理', '电话答复', '转交部门']} />
        </Form.Item>
        <Form.Item name="on" label="办结日期">
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="opinion" label="办理意见" rules={[{ required: true, message: '请输入办理意见' }]}>
          <Input.TextArea rows={3} placeholder="请描述办理过程和结果" />
        </Form.Item>
        <Form.Item
          name="files"
          label="现场照片"
          valuePropName="fileList"
          getValueFromEvent={(e) => e.fileList}
        >
          <Upload action="/api/files" listType="picture">
            <Button>上传照片</Button>
          </Upload>
        </Form.Item>
      </Form>
    </Drawer>
  );
}
