import {
  App,
  Button,
  Card,
  Checkbox,
  Descriptions,
  Form,
  Input,
  InputNumber,
  Result,
  Space,
  Steps,
} from 'antd';
import { useState } from 'react';
import { type Data, send } from './http';
import { navigate } from './route';

export function Supervise() {
  const { modal } = App.useApp();
  const [form] = Form.useForm();
  const [step, setStep] = useState(0);
  const [values, setValues] = useState<Data>({});
  const [refusal, setRefusal] = useState('');

  const next = async () => {
    const entered = await form.validateFields().catch(() => null);
    if (!entered) return;
    setValues({ ...values, ...entered });
    if (step === 0) await send('/api/supervise/precheck', entered);
    setStep(step + 1);
  };
  const submit = () =>
    modal.confirm({
      title: '确认提交督办单？',
      content: '提交后将短信通知责任单位负责人。',
      onOk: async () => {
        try {
          const { number } = await send('/api/supervise/create', values);
          navigate(`/supervise/done?${number}`);
        } catch (error) {
          setRefusal((error as Error).message);
        }
      },
    });
  if (refusal) {
    return (
      <Card>
        <Result
          status="error"
          title="提交失败"
          subTitle={refusal}
          extra={<Button onClick={() => setRefusal('')}>返回修改</Button>}
        />
      </Card>
    );
  }
  return (
    <Card title="发起督办">
      <Steps current={step} items={[{ title: '督办事项' }, { title: '责任单位' }, { title: '确认信息' }]} />
      <div style={{ maxWidth: 620, margin: '24px auto' }}>
        {step < 2 && (
          <Form form={form} layout="vertical" key={step} preserve={false}>
            {step === 0 ? (
              <>
                <Form.Item
                  name="order"
                  label="关联工单"
                  rules={[{ required: true, message: '请输入工单编号' }]}
                >
                  <Input placeholder="被督办工单编号" />
                </Form.Item>
                <Form.Item
                  name="cause"
                  label="督办事由"
                  rules={[{ required: true, message: '请填写督办事由' }]}
                >
                  <Input.TextArea placeholder="请填写督办事由" />
                </Form.Item>
              </>
            ) : (
              <>
                <Form.Item
                  name="unit"
                  label="责任单位"
                  rules={[{ required: true, message: '请输入责任单位' }]}
                >
                  <Input placeholder="责任单位全称" />
                </Form.Item>
                <Form.Item name="days" label="办理时限（天）" initialValue={3}>
                  <InputNumber min={1} max={60} />
                </Form.Item>
                <Form.Item name="ways" label="通知方式" initialValue={['短信']}>
                  <Checkbox.Group options={['短信', '站内信', '电话']} />
                </Form.Item>
              </>
            )}
          </Form>
        )}
        {step === 2 && (
          <Descriptions bordered column={1} size="small">
            <Descriptions.Item label="关联工单">{values.order}</Descriptions.Item>
            <Descriptions.Item label="督办事由">{values.cause}</Descriptions.Item>
            <Descriptions.Item label="责任单位">{values.unit}</Descriptions.Item>
            <Descriptions.Item label="办理时限">{values.days} 天</Descriptions.Item>
            <Descriptions.Item label="通知方式">{values.ways?.join('、')}</Descriptions.Item>
          </Descriptions>
        )}
        <Space style={{ marginTop: 20 }}>
          {step > 0 && <Button onClick={() => setStep(step - 1)}>上一步</Button>}
          {step < 2 ? (
            <Button type="primary" onClick={next}>
              下一步
            </Button>
          ) : (
            <Button type="primary" onClick={submit}>
              提交督办单
            </Button>
          )}
        </Space>
      </div>
    </Card>
  );
}
