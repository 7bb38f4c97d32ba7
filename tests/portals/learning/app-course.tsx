import { Alert, App, Button, Card, Col, Form, Input, List, Progress, Rate, Row, Tabs } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { courseId, post } from './app-net';

export function Course() {
  return (
    <Row gutter={16}>
      <Col span={14}>
        <Card title="深入推进基层减负专题（第三讲）">
          <Player />
        </Card>
        <Card style={{ marginTop: 16 }}>
          <Tabs
            items={[
              { key: 'talk', label: '课程讨论', children: <Comments /> },
              { key: 'rate', label: '课程评价', children: <Evaluation /> },
            ]}
          />
        </Card>
      </Col>
      <Col span={10}>
        <Card title="学习笔记">
          <Notes />
        </Card>
      </Col>
    </Row>
  );
}

function Player() {
  const { message } = App.useApp();
  const video = useRef<HTMLVideoElement>(null);
  const [seconds, setSeconds] = useState(0);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    // The lecture's picture is drawn here, so that no media file is needed.
    const canvas = document.createElement('canvas');
    canvas.width = 480;
    canvas.height = 270;
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    const draw = setInterval(() => {
      pen.fillStyle = '#7a1518';
      pen.fillRect(0, 0, 480, 270);
      pen.fillStyle = '#ffe7b0';
      pen.font = '26px sans-serif';
      pen.fillText('干部在线学习 · 专题讲座', 90, 120);
      pen.fillText(new Date().toLocaleTimeString('zh-CN'), 170, 170);
    }, 200);
    if (video.current) video.current.srcObject = canvas.captureStream(5);
    return () => clearInterval(draw);
  }, []);
  useEffect(() => {
    if (!playing) return;
    let count = 0;
    const beat = setInterval(async () => {
      count++;
      setSeconds((s) => s + 1);
      const answer = await post('/api/study/heartbeat', { course: courseId(), count });
      if (answer.data?.credited) message.success('学时记录成功，本课已获得 0.5 学时');
    }, 1000);
    return () => {
      clearInterval(beat);
      navigator.sendBeacon('/api/study/progress', JSON.stringify({ course: courseId(), count }));
    };
  }, [playing, message]);
  return (
    <>
      <video
        ref={video}
        className="xx-video"
        muted
        playsInline
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
      />
      <div style={{ marginTop: 8 }}>
        <Button
          type="primary"
          onClick={() => (playing ? video.current?.pause() : void video.current?.play())}
        >
          {playing ? '暂停学习' : '开始学习'}
        </Button>{' '}
        已学习 {seconds} 秒 <Progress percent={Math.min(100, 40 + seconds)} />
      </div>
    </>
  );
}

function Comments() {
  const { message } = App.useApp();
  const [items, setItems] = useState([
    { by: '李明', text: '讲得很透彻，收获很大' },
    { by: '系统', text: '您的上一条评论审核失败，已驳回' },
  ]);
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const publish = async () => {
    if (!text.trim()) return message.warning('请输入评论内容');
    if (busy) return;
    setBusy(true);
    const answer = await post('/api/comment/add', { course: courseId(), text });
    setBusy(false);
    if (answer.code !== 200) return setError(answer.msg);
    setError('');
    setItems((list) => [{ by: '我', text }, ...list]);
    setText('');
  };
  const reply = async (value: string) => {
    const answer = await post('/api/comment/reply', { course: courseId(), text: value });
    if (answer.code === 200) message.success('回复成功');
    else message.error(`回复失败：${answer.msg}`);
  };
  return (
    <>
      {error && <Alert type="error" showIcon message={error} style={{ marginBottom: 8 }} />}
      <Input.TextArea
        rows={2}
        value={text}
        placeholder="说说你的学习体会"
        onChange={(e) => setText(e.target.value)}
      />
      <Button type="primary" style={{ margin: '8px 0' }} onClick={publish}>
        发表
      </Button>
      <List
        size="small"
        dataSource={items}
        renderItem={(item) => (
          <List.Item>
            {item.by}：{item.text}
          </List.Item>
        )}
      />
      <Input placeholder="回复楼主，按回车发送" onPressEnter={(e) => reply(e.currentTarget.value)} />
    </>
  );
}

function Evaluation() {
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const [busy, setBusy] = useState(false);
  const finish = async (values: object) => {
    setBusy(true);
    const answer = await post('/api/evaluate', { course: courseId(), ...values });
    setBusy(false);
    if (answer.code !== 200) return message.error(answer.msg);
    message.success('评价成功，感谢您的反馈');
    form.resetFields();
  };
  return (
    <Form form={form} onFinish={finish} layout="vertical">
      <Form.Item name="star" label="课程评分" rules={[{ required: true, message: '请先打分' }]}>
        <Rate />
      </Form.Item>
      <Form.Item name="text" label="评价内容" rules={[{ required: true, message: '请填写评价内容' }]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        提交评价
      </Button>
    </Form>
  );
}

function Notes() {
  const [text, setText] = useState('');
  const [saved, setSaved] = useState('');
  useEffect(() => {
    if (!text) return;
    const later = setTimeout(async () => {
      await post('/api/note/autosave', { course: courseId(), text });
      setSaved(`笔记已自动保存 ${new Date().toLocaleTimeString('zh-CN')}`);
    }, 600);
    return () => clearTimeout(later);
  }, [text]);
  return (
    <>
      <Input.TextArea rows={8} value={text} onChange={(e) => setText(e.target.value)} />
      <span className="xx-saved">{saved}</span>
    </>
  );
}
