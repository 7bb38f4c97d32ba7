import { App, Button, Card, Cascader, Form, Input, Radio, Space } from 'antd';
import { useRef, useState } from 'react';
import { send } from './http';
import { navigate } from './route';

const AREAS = ['城南街道', '东坡街道'].map((street) => ({
  value: street,
  label: street,
  children: ['文庙社区', '江湾社区', '五桂社区'].map((value) => ({ value, label: value })),
}));

export function NewOrder() {
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState('');
  const timer = useRef(0);

  const free = async (_rule: unknown, title: string) => {
    if (!title) return;
    const { taken } = await send('/api/orders/check-title', { title });
    if (taken) throw new Error('已存在同名未办结工单');
  };
  const submit = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    window.clearTimeout(timer.current);
    setBusy(true);
    try {
      const { number } = await send('/api/orders/create', values);
      navigate(`/orders/done?${number}`);
    } catch (error) {
      message.error(`登记失败：${(error as Error).message}`);
    } finally {
      setBusy(false);
    }
  };
  const draft = async () => {
    window.clearTimeout(timer.current);
    await send('/api/orders/draft', form.getFieldsValue());
    message.success('草稿保存成功');
  };
  const autosave = () => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(async () => {
      await send('/api/orders/autosave', form.getFieldsValue());
      setKept(new Date().toLocaleTimeString('zh-CN'));
    }, 800);
  };
  return (
    <Card title="登记工单" extra={kept && <span style={{ color: '#999' }}>已自动保存 {kept}</span>}>
      <Form
        form={form}
        labelCol={{ span: 4 }}
        wrapperCol={{ span: 12 }}
        initialValues={{ source: '来电' }}
        onValuesChange={autosave}
      >
        <Form.Item
          name="title"
          label="工单标题"
          validateTrigger="onBlur"
          rules={[{ required: true, message: '请输入工单标题' }, { validator: free }]}
        >
          <Input placeholder="简要概括诉求" />
        </Form.Item>
        <Form.Item name="caller" label="来电人" rules={[{ required: true, message: '请输入来电人' }]}>
          <Input placeholder="来电人姓名" />
        </Form.Item>
        <Form.Item
          name="phone"
          label="来电号码"
          rules={[{ required: true, pattern: /^1\d{10}$/, message: '请输入 11 位手机号码' }]}
        >
          <Input placeholder="来电人手机号" />
        </Form.Item>
        <Form.Item name="source" label="诉求来源">
          <Radio.Group options={['来电', '来访', '网络']} />
        </Form.Item>
        <Form.Item name="area" label="所属区域">
          <Cascader options={AREAS} placeholder="请选择街道和社区" />
        </Form.Item>
        <Form.Item name="content" label="诉求内容" rules={[{ required: true, message: '请填写诉求内容' }]}>
          <Input.TextArea rows={3} placeholder="请填写诉求内容" showCount maxLength={300} />
        </Form.Item>
        <Form.Item wrapperCol={{ offset: 4 }}>
          <Space>
            <Button type="primary" htmlType="button" loading={busy} onClick={submit}>
              提交
            </Button>
            <Button onClick={draft}>存草稿</Button>
            <Button onClick={() => form.resetFields()}>重置</Button>
          </Space>
        </Form.Item>
      </Form>
    </Card>
  );
}
