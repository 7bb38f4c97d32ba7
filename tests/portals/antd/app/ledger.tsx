import { App, Button, Card, Form, Input, InputNumber, Popconfirm, Space, Table, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { type Data, send } from './http';

export function Ledger() {
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const [rows, setRows] = useState<Data[]>([]);
  const [editing, setEditing] = useState<string | null>(null);
  const load = () => send('/api/ledger/list', {}).then((result) => setRows(result.rows));
  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded once
  useEffect(() => {
    load();
  }, []);

  const edit = (row: Data) => {
    form.setFieldsValue(row);
    setEditing(row.id);
  };
  const save = async (row: Data) => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    try {
      await send('/api/ledger/save', { id: row.id, ...values });
      setRows(rows.map((old) => (old.id === row.id ? { ...old, ...values } : old)));
      setEditing(null);
      message.success('保存成功');
    } catch (error) {
      message.error((error as Error).message);
    }
  };
  const remove = async (row: Data) => {
    await send('/api/ledger/remove', { id: row.id });
    message.success('删除成功');
    load();
  };
  const cell = (name: string, field: Data) => (value: Data, row: Data) =>
    row.id === editing ? (
      <Form.Item name={name} style={{ margin: 0 }} rules={[{ required: true, message: '必填' }]}>
        {field}
      </Form.Item>
    ) : (
      value
    );
  return (
    <Card title="办件台账" extra={<Button onClick={load}>刷新</Button>}>
      <Form form={form} component={false}>
        <Table
          rowKey="id"
          size="small"
          dataSource={rows}
          pagination={false}
          columns={[
            { title: '事项', dataIndex: 'item', width: 150 },
            {
              title: '办理人',
              dataIndex: 'worker',
              width: 130,
              render: cell('worker', <Input placeholder="办理人" />),
            },
            {
              title: '件数',
              dataIndex: 'count',
              width: 110,
              render: cell('count', <InputNumber min={0} placeholder="件数" />),
            },
            { title: '备注', dataIndex: 'remark', render: cell('remark', <Input placeholder="备注" />) },
            { title: '状态', dataIndex: 'state', width: 90 },
            {
              title: '操作',
              width: 150,
              render: (_, row) =>
                row.id === editing ? (
                  <Space>
                    <Typography.Link onClick={() => save(row)}>保存</Typography.Link>
                    <Popconfirm title="确定取消编辑？" onConfirm={() => setEditing(null)}>
                      <Typography.Link>取消</Typography.Link>
                    </Popconfirm>
                  </Space>
                ) : (
                  <Space>
                    <Typography.Link disabled={editing !== null} onClick={() => edit(row)}>
                      编辑
                    </Typography.Link>
                    <Popconfirm title="确定删除该行？" onConfirm={() => remove(row)}>
                      <Typography.Link>删除</Typography.Link>
                    </Popconfirm>
                  </Space>
                ),
            },
          ]}
        />
      </Form>
    </Card>
  );
}
