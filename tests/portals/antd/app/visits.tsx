import { App, Button, Card, Col, Form, Input, List, Rate, Row, Select } from 'antd';
import { useRef, useState } from 'react';
import { send } from './http';

const DONE = [
  { who: '曾女士', what: '路灯不亮，已修复', state: '已提交' },
  { who: '唐先生', what: '占道经营反复', state: '审核失败' },
  { who: '韩女士', what: '楼道堆物', state: '驳回' },
];

export function Visits() {
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const finish = async (values: unknown) => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    try {
      await send('/api/visits/create', values, 1500);
      message.success('回访登记成功');
      form.resetFields();
    } catch (error) {
      message.error((error as Error).message);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  return (
    <Row gutter={16}>
      <Col span={15}>
        <Card title="群众回访登记">
          <Form
            form={form}
            layout="vertical"
            onFinish={finish}
            initialValues={{ score: 4, kind: '电话回访' }}
          >
            <Form.Item name="order" label="工单编号" rules={[{ required: true, message: '请输入工单编号' }]}>
              <Input placeholder="如 GD20261123001" />
            </Form.Item>
            <Form.Item name="kind" label="回访方式">
              <Select
                options={['电话回访', '上门回访', '短信回访'].map((value) => ({ value, label: value }))}
              />
            </Form.Item>
            <Form.Item name="score" label="满意度">
              <Rate />
            </Form.Item>
            <Form.Item name="words" label="群众意见" rules={[{ required: true, message: '请填写群众意见' }]}>
              <Input placeholder="群众对办理结果的意见" />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={busy}>
              提交
            </Button>
          </Form>
        </Card>
      </Col>
      <Col span={9}>
        <Card title="最近回访">
          <List
            dataSource={DONE}
            renderItem={(item) => (
              <List.Item extra={item.state}>
                <List.Item.Meta title={item.who} description={item.what} />
              </List.Item>
            )}
          />
        </Card>
      </Col>
    </Row>
  );
}
