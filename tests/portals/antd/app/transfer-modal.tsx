import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type Data, send } from './http';

interface Props {
  order: Data;
  onClose(): void;
  onDone(): void;
}
const UNITS = ['城管执法队', '市政养护所', '派出所', '民政办'].map((value) => ({ value, label: value }));

export function TransferModal({ order, onClose, onDone }: Props) {
  const { notification } = App.useApp();
  const [form] = Form.useForm();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const submit = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    setBusy(true);
    setRefusal('');
    try {
      await send('/api/orders/transfer', { id: order.id, ...values });
      notification.success({ title: '转派成功', description: `已转派至${values.unit}，等待签收。` });
      onClose();
      onDone();
    } catch (error) {
      setRefusal((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      title="转派工单"
      open={!!order}
      confirmLoading={busy}
      onOk={submit}
      onCancel={onClose}
      afterClose={() => setRefusal('')}
      destroyOnHidden
    >
      {refusal && <Alert type="error" showIcon title={refusal} style={{ marginBottom: 12 }} />}
      <Form form={form} labelCol={{ span: 5 }} preserve={false}>
        <Form.Item name="unit" label="承办单位" rules={[{ required: true, message: '请选择承办单位' }]}>
          <Select placeholder="请选择承办单位" options={UNITS} />
        </Form.Item>
        <Form.Item name="receiver" label="接收人">
          <Input placeholder="接收人姓名" />
        </Form.Item>
        <Form.Item name="reason" label="转派原因" rules={[{ required: true, message: '请填写转派原因' }]}>
          <Input.TextArea placeholder="请填写转派原因" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
