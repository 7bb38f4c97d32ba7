import { App, Button, Card, Radio, Result, Space, Statistic, Table } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { courseId, post } from './app-net';

const QUESTIONS = [
  ['基层减负的首要任务是？', '整治形式主义', '增加报表', '扩大考核'],
  ['下列属于多头报送的是？', '同一数据报多个系统', '一次填报', '数据共享'],
  ['政务应用程序应当？', '整合归并', '层层加码', '强制打卡'],
];

export function Quiz() {
  const { message, modal } = App.useApp();
  const [answers, setAnswers] = useState<Record<number, string>>({});
  const [done, setDone] = useState('');
  const [left, setLeft] = useState(location.search.includes('late') ? 2 : 1800);
  const button = useRef<HTMLButtonElement>(null);
  const send = async (auto: boolean) => {
    const answer = await post('/api/exam/submit', { paper: courseId(), answers, auto });
    if (answer.code !== 200) return void message.error(`交卷失败：${answer.msg}`);
    setDone(auto ? '考试时间到，已自动交卷' : `交卷成功，得分 ${answer.data.score}`);
  };
  const submit = (trusted: boolean) => {
    if (!trusted) return void send(true);
    const open = QUESTIONS.length - Object.keys(answers).length;
    if (open > 0) return void message.warning(`还有 ${open} 题未作答`);
    modal.confirm({ title: '确认交卷？', content: '交卷后不能修改答案', onOk: () => send(false) });
  };
  useEffect(() => {
    if (done) return;
    const timer = setTimeout(() => setLeft((n) => n - 1), 500);
    if (left === 0) button.current?.click();
    return () => clearTimeout(timer);
  }, [left, done]);
  const draft = async () => {
    await post('/api/exam/draft', { paper: courseId(), answers });
    message.success('暂存成功');
  };
  if (done) return <Result status="success" title={done} subTitle="成绩将计入年度学时档案" />;
  return (
    <Card title="第三讲 课后测试" extra={`剩余 ${Math.max(0, left)} 秒`}>
      {QUESTIONS.map(([title, ...choices], index) => (
        <div key={title} style={{ marginBottom: 18 }}>
          <p>
            {index + 1}. {title}
          </p>
          <Radio.Group
            value={answers[index]}
            options={choices.map((c) => ({ label: c, value: c }))}
            onChange={(e) => setAnswers({ ...answers, [index]: e.target.value })}
          />
        </div>
      ))}
      <Space>
        <Button ref={button} type="primary" onClick={(e) => submit(e.nativeEvent.isTrusted)}>
          交卷
        </Button>
        <Button onClick={draft}>暂存</Button>
      </Space>
    </Card>
  );
}

export function Live() {
  const { message } = App.useApp();
  const [signed, setSigned] = useState('');
  const [busy, setBusy] = useState(false);
  const [clock, setClock] = useState('');
  useEffect(() => {
    const timer = setInterval(() => setClock(new Date().toLocaleTimeString('zh-CN')), 500);
    return () => clearInterval(timer);
  }, []);
  const sign = async () => {
    setBusy(true);
    const check = await post('/api/live/precheck', { live: courseId() });
    if (check.code === 208) {
      setBusy(false);
      return void message.info('今日已签到');
    }
    const answer = await post('/api/live/sign', { live: courseId() });
    setBusy(false);
    if (answer.code !== 200) return void message.error(`签到失败：${answer.msg}`);
    setSigned(answer.data.at);
    message.success('签到成功');
  };
  return (
    <Card title="直播课：数字政府与基层治理">
      <div className="xx-sign">
        <Statistic title="当前时间" value={clock} />
        <p>主讲：省委党校 王教授　14:30 开始</p>
        <Button type="primary" size="large" loading={busy} disabled={!!signed} onClick={sign}>
          {signed ? '已签到' : '签到'}
        </Button>
        {signed && <p>签到时间 {signed}</p>}
      </div>
      <Table
        size="small"
        rowKey="d"
        pagination={false}
        dataSource={[
          { d: '2026-11-16', s: '签到成功' },
          { d: '2026-11-09', s: '未签到' },
        ]}
        columns={[
          { title: '直播日期', dataIndex: 'd' },
          { title: '签到情况', dataIndex: 's' },
        ]}
      />
    </Card>
  );
}
