import './app.css';
import { App, ConfigProvider, Layout, Menu } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import { Course } from './app-course';
import { CourseList, Login } from './app-list';
import { Live, Quiz } from './app-quiz';

const section = location.pathname.split('/')[1] ?? '';
const pages: Record<string, () => React.JSX.Element> = { course: Course, quiz: Quiz, live: Live };
const Page = pages[section] ?? CourseList;

function Shell() {
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Header className="xx-head">
        <b>干部在线学习</b>
        <span>年度学时 36.5 / 50</span>
        <span>赵志刚</span>
        <span>退出</span>
      </Layout.Header>
      <Layout>
        <Layout.Sider width={180} className="xx-side">
          <Menu
            selectedKeys={[`/${section}`]}
            onClick={(e) => {
              location.href = e.key === '/' ? '/' : `${e.key}/k1`;
            }}
            items={[
              { key: '/', label: '我的课程' },
              { key: '/course', label: '课程学习' },
              { key: '/quiz', label: '在线测试' },
              { key: '/live', label: '直播签到' },
              { key: '/rank', label: '学时排行' },
            ]}
          />
        </Layout.Sider>
        <Layout.Content className="xx-content">
          <Page />
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <ConfigProvider locale={zhCN} theme={{ token: { colorPrimary: '#a51d22' } }}>
    <App>{section === 'login' ? <Login /> : <Shell />}</App>
  </ConfigProvider>,
);
