import { App, Avatar, Badge, Breadcrumb, Button, Card, Form, Input, Layout, Menu, Result, Space } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { send } from './http';
import { Ledger } from './ledger';
import { NewOrder } from './new-order';
import { Orders } from './orders';
import { Quiz } from './quiz';
import { navigate, usePath } from './route';
import { Supervise } from './supervise';
import { Visits } from './visits';

const TITLES: Record<string, string> = {
  '/orders': '工单列表',
  '/orders/new': '登记工单',
  '/ledger': '办件台账',
  '/visits': '群众回访',
  '/supervise': '督办管理',
  '/quiz': '业务测评',
};

const done = (title: string, back: string) => (
  <Card>
    <Result
      status="success"
      title={title}
      subTitle={`受理编号：${location.search.slice(1)}，可在工单列表中查看办理进度。`}
      extra={[
        <Button key="back" type="primary" onClick={() => navigate(back)}>
          返回
        </Button>,
        <Button key="list" onClick={() => navigate('/orders')}>
          工单列表
        </Button>,
      ]}
    />
  </Card>
);

const PAGES: Record<string, () => ReactNode> = {
  '/orders': () => <Orders />,
  '/orders/new': () => <NewOrder />,
  '/orders/done': () => done('登记成功', '/orders/new'),
  '/ledger': () => <Ledger />,
  '/visits': () => <Visits />,
  '/supervise': () => <Supervise />,
  '/supervise/done': () => done('督办单已提交', '/supervise'),
  '/quiz': () => <Quiz />,
};

export function Shell() {
  const path = usePath();
  const [clock, setClock] = useState(() => new Date().toLocaleString('zh-CN'));
  useEffect(() => {
    const timer = setInterval(() => setClock(new Date().toLocaleString('zh-CN')), 1000);
    return () => clearInterval(timer);
  }, []);
  if (path === '/login') return <Login />;
  const page = PAGES[path] ?? PAGES['/orders'];
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Sider width={190}>
        <div style={{ color: '#fff', padding: '18px 24px', fontSize: 16 }}>工单办理系统</div>
        <Menu
          theme="dark"
          selectedKeys={[path]}
          items={Object.entries(TITLES).map(([key, label]) => ({ key, label }))}
          onClick={({ key }) => navigate(key)}
        />
      </Layout.Sider>
      <Layout>
        <Layout.Header
          style={{ background: '#fff', padding: '0 24px', display: 'flex', alignItems: 'center' }}
        >
          <Breadcrumb
            items={[{ title: '首页' }, { title: TITLES[path] ?? '工单办理' }]}
            style={{ flex: 1 }}
          />
          <Space size={20}>
            <span style={{ color: '#999' }}>{clock}</span>
            <Badge count={5} size="small">
              <span>待办</span>
            </Badge>
            <Space>
              <Avatar size="small">林</Avatar>
              <span>城南街道 林晓</span>
            </Space>
          </Space>
        </Layout.Header>
        <Layout.Content style={{ padding: 16 }}>
          <OfflineQueue />
          {page?.()}
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

/** Receipts that could not be sent are kept on the device and sent when the system is next opened. */
function OfflineQueue() {
  const { message } = App.useApp();
  useEffect(() => {
    const kept = JSON.parse(localStorage.getItem('kept-receipts') ?? '[]');
    if (!kept.length) return;
    localStorage.removeItem('kept-receipts');
    send('/api/receipts/resend', { kept }).then(() =>
      message.success(`${kept.length} 条离线办理记录提交成功`),
    );
  }, [message]);
  return null;
}

function Login() {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const login = async (values: unknown) => {
    setBusy(true);
    try {
      await send('/api/session', values);
      message.success('登录成功');
      navigate('/orders');
    } catch (error) {
      message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div style={{ minHeight: '100vh', display: 'grid', placeItems: 'center', background: '#e6f0fa' }}>
      <Card title="工单办理系统" style={{ width: 360 }}>
        <Form onFinish={login}>
          <Form.Item name="account" rules={[{ required: true, message: '请输入账号' }]}>
            <Input placeholder="手机号 / 账号" />
          </Form.Item>
          <Form.Item name="password" rules={[{ required: true, message: '请输入密码' }]}>
            <Input.Password placeholder="密码" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={busy}>
            登录
          </Button>
        </Form>
      </Card>
    </div>
  );
}
