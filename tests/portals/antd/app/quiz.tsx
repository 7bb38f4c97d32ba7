import { Alert, App, Button, Card, Form, Input, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { send } from './http';

export function Quiz() {
  const { message } = App.useApp();
  const [left, setLeft] = useState(4);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const timer = setInterval(() => setLeft((old) => old - 1), 500);
    return () => clearInterval(timer);
  }, []);
  // When the time is up, the page hands the paper in by pressing its own button.
  useEffect(() => {
    if (left === 0) button.current?.click();
  }, [left]);
  const finish = async (values: object) => {
    await send('/api/quiz/hand-in', { ...values, left });
    message.success('交卷成功');
  };
  return (
    <Card title="业务测评（每日一练）">
      <Alert
        type="info"
        title={`剩余时间 ${Math.max(left, 0)} 秒，时间到将自动交卷`}
        style={{ marginBottom: 16 }}
      />
      <Form layout="vertical" onFinish={finish}>
        <Form.Item name="first" label="1. 工单超期未办结应当如何处理？">
          <Radio.Group options={['自动督办', '自动办结', '退回来电人']} />
        </Form.Item>
        <Form.Item name="second" label="2. 简述首接负责制">
          <Input placeholder="请作答" />
        </Form.Item>
        <Button ref={button} type="primary" htmlType="submit">
          交卷提交
        </Button>
      </Form>
    </Card>
  );
}
