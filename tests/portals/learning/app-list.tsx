import { App, Button, Card, Form, Input, Modal, Space, Switch, Table, Tabs, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { post } from './app-net';

export function CourseList() {
  const { message, modal } = App.useApp();
  const [rows, setRows] = useState([]);
  const [state, setState] = useState({ page: 1, name: '', tab: 'all' });
  const [loading, setLoading] = useState(false);
  const load = async () => {
    setLoading(true);
    const answer = await post('/api/course/search', state);
    setRows(answer.data);
    setLoading(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: reloads when the query changes.
  useEffect(() => {
    void load();
  }, [state]);
  const remove = (id: string) =>
    modal.confirm({
      title: '确定移出该课程吗？',
      content: '学习进度将一并清除',
      onOk: async () => {
        await post('/api/course/delete', { id });
        message.success('删除成功');
        await load();
      },
    });
  const exportHours = async () => {
    await post('/api/hours/export');
    message.success('导出成功');
  };
  const remind = async (on: boolean) => {
    await post('/api/setting/remind', { on });
    message.success(on ? '提醒已开启' : '提醒已关闭');
  };
  return (
    <Card>
      <Space style={{ marginBottom: 12 }}>
        <Input.Search
          placeholder="课程名称"
          enterButton="搜索"
          onSearch={(name) => setState({ ...state, name, page: 1 })}
        />
        <Button onClick={exportHours}>导出学时</Button>
        学习提醒 <Switch onChange={remind} />
      </Space>
      <Tabs
        items={['all|全部课程', 'done|已完成', 'fail|考核失败'].map((text) => {
          const [key = '', label] = text.split('|');
          return { key, label };
        })}
        onChange={(tab) => setState({ ...state, tab, page: 1 })}
      />
      <Table
        size="small"
        rowKey="id"
        loading={loading}
        dataSource={rows}
        pagination={{
          current: state.page,
          total: 42,
          pageSize: 7,
          onChange: (page) => setState({ ...state, page }),
        }}
        columns={[
          { title: '课程编号', dataIndex: 'id' },
          { title: '课程名称', dataIndex: 'name' },
          { title: '主讲', dataIndex: 'teacher' },
          { title: '学时', dataIndex: 'hours' },
          {
            title: '状态',
            dataIndex: 'state',
            render: (v: string) => <Tag color={/失败|驳回/.test(v) ? 'red' : 'green'}>{v}</Tag>,
          },
          {
            title: '操作',
            render: (_, row: { id: string }) => (
              <Space>
                <a href={`/course/${row.id}`}>学习</a>
                <Button type="link" size="small" danger onClick={() => remove(row.id)}>
                  删除
                </Button>
              </Space>
            ),
          },
        ]}
      />
    </Card>
  );
}

export function Login() {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const enter = async (values: object) => {
    await post('/api/login', values);
    message.success('登录成功');
    location.href = '/';
  };
  return (
    <Card title="干部在线学习" className="xx-login">
      <Form onFinish={enter}>
        <Form.Item name="user" rules={[{ required: true, message: '请输入账号' }]}>
          <Input placeholder="身份证号或手机号" />
        </Form.Item>
        <Form.Item name="password" rules={[{ required: true, message: '请输入密码' }]}>
          <Input.Password placeholder="密码" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block>
          登录
        </Button>
        <Button type="link" onClick={() => setOpen(true)}>
          忘记密码
        </Button>
      </Form>
      <Modal open={open} title="找回密码" onCancel={() => setOpen(false)} onOk={() => setOpen(false)}>
        请联系单位学习管理员重置。
      </Modal>
    </Card>
  );
}
