import { App, Button, Card, Form, Input, Select, Space, Switch, Table, Tabs, Tag } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { HandleDrawer } from './handle-drawer';
import { type Data, send } from './http';
import { TransferModal } from './transfer-modal';

const COLORS: Record<string, string> = { 已提交: 'blue', 审核失败: 'red', 驳回: 'orange', 已办结: 'green' };
const STATES = Object.keys(COLORS).map((value) => ({ value, label: value }));

export function Orders() {
  const { message, modal } = App.useApp();
  const [query] = Form.useForm();
  const [page, setPage] = useState(1);
  const [tab, setTab] = useState('all');
  const [found, setFound] = useState<{ rows: Data[]; total: number }>({ rows: [], total: 0 });
  const [loading, setLoading] = useState(false);
  const [handling, setHandling] = useState<Data>(null);
  const [moving, setMoving] = useState<Data>(null);

  const load = useCallback(
    async (to: number) => {
      setLoading(true);
      setPage(to);
      try {
        setFound(await send('/api/orders/query', { ...query.getFieldsValue(), page: to }));
      } finally {
        setLoading(false);
      }
    },
    [query],
  );
  useEffect(() => {
    load(1);
  }, [load]);

  const remove = (row: Data) =>
    modal.confirm({
      title: '确认删除该工单？',
      content: `${row.number} ${row.title}，删除后不可恢复。`,
      onOk: async () => {
        await send('/api/orders/remove', { id: row.id });
        message.success('删除成功');
        load(page);
      },
    });
  const exportRows = async () => {
    const { count } = await send('/api/orders/export', query.getFieldsValue());
    message.success(`导出成功，共 ${count} 条`);
  };
  const urge = async (row: Data, on: boolean) => {
    await send('/api/orders/urgent', { id: row.id, on });
    message.success(on ? '已标记加急' : '已取消加急');
  };

  return (
    <Card>
      <Form form={query} layout="inline" style={{ marginBottom: 12 }} onFinish={() => load(1)}>
        <Form.Item name="keyword" label="关键词">
          <Input placeholder="工单标题" allowClear style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="state" label="状态">
          <Select placeholder="请选择" allowClear options={STATES} style={{ width: 120 }} />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit">
            查询
          </Button>
          <Button onClick={() => query.resetFields()}>重置</Button>
          <Button onClick={exportRows}>导出</Button>
        </Space>
      </Form>
      <Tabs
        activeKey={tab}
        onChange={(key) => {
          setTab(key);
          load(1);
        }}
        items={[
          { key: 'all', label: '全部' },
          { key: 'mine', label: '我的待办' },
          { key: 'closed', label: '已办结' },
        ]}
      />
      <Table
        rowKey="id"
        size="small"
        loading={loading}
        dataSource={found.rows}
        pagination={{
          current: page,
          total: found.total,
          pageSize: 8,
          showSizeChanger: false,
          onChange: load,
        }}
        columns={[
          { title: '工单编号', dataIndex: 'number', width: 140 },
          { title: '标题', dataIndex: 'title' },
          { title: '来电人', dataIndex: 'caller', width: 80 },
          { title: '状态', dataIndex: 'state', width: 90, render: (s) => <Tag color={COLORS[s]}>{s}</Tag> },
          {
            title: '加急',
            dataIndex: 'urgent',
            width: 70,
            render: (on, row) => <Switch size="small" defaultChecked={on} onChange={(to) => urge(row, to)} />,
          },
          {
            title: '操作',
            width: 190,
            render: (_, row) => (
              <Space>
                <Button type="link" size="small" onClick={() => setHandling(row)}>
                  办理
                </Button>
                <Button type="link" size="small" onClick={() => setMoving(row)}>
                  转派
                </Button>
                <Button type="link" size="small" danger onClick={() => remove(row)}>
                  删除
                </Button>
              </Space>
            ),
          },
        ]}
      />
      <HandleDrawer order={handling} onClose={() => setHandling(null)} onDone={() => load(page)} />
      <TransferModal order={moving} onClose={() => setMoving(null)} onDone={() => load(page)} />
    </Card>
  );
}
