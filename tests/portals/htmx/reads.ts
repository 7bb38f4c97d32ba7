import type { Visit } from '../portal';
import { answerHtml } from '../serve';
import { housePage, pensionPage, repairForm, repairPage, villageSelect } from './app-forms';
import { alertBox } from './app-layout';
import { approvePage, loginPage, meetingPage, newsPage, newsTab } from './app-lists';
import { people, peoplePage, personEditor, personPage, personRow, personRows } from './app-people';
import {
  censusPage,
  diaryPage,
  feedbackPage,
  loanPage,
  monthlyPage,
  quickPage,
  visitPage,
} from './app-sheets';

export const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const PAGES: Record<string, (flash: string, visit: Visit) => string> = {
  '/': peoplePage,
  '/login': (_, visit) => loginPage(visit.query.has('late') ? '登录超时，请重新登录' : ''),
  '/people': peoplePage,
  '/people/new': personPage,
  '/people/rows': (_, { query }) =>
    personRows(Number(query.get('page') ?? 1), query.get('key') ?? '', query.get('sort') ?? ''),
  '/pension': pensionPage,
  '/repair': repairPage,
  '/loan': loanPage,
  '/monthly': monthlyPage,
  '/house': housePage,
  '/house/villages': (_, { query }) => villageSelect(query.get('town') ?? ''),
  '/census': () => censusPage(1, new URLSearchParams()),
  '/visit': visitPage,
  '/quick': quickPage,
  '/diary': diaryPage,
  '/approve': approvePage,
  '/news': newsPage,
  '/news/tab': (_, { query }) => newsTab(query.get('tab') ?? ''),
  '/meeting': meetingPage,
  '/feedback': feedbackPage,
  '/bell': () => String(3 + (new Date().getSeconds() % 3)),
};

/** The message a redirect left in the cookie; it is shown once. */
function takeFlash(visit: Visit): string {
  const held = /(?:^|; )flash=([^;]+)/.exec(visit.request.headers.cookie ?? '')?.[1];
  // A fragment does not show it, so it stays for the page.
  if (!held || visit.path === '/bell') return '';
  visit.response.setHeader('set-cookie', 'flash=; Path=/; Max-Age=0');
  const [kind, text] = decodeURIComponent(held).split('|');
  return alertBox(kind === 'danger' ? 'danger' : 'success', text ?? '');
}

export async function read(visit: Visit): Promise<boolean> {
  const page = PAGES[visit.path];
  await later(visit.path === '/people/rows' ? 300 : 50);
  if (page) return answerHtml(visit, page(takeFlash(visit), visit));
  const [, list, id, part] = visit.path.split('/');
  const person = people.find((one) => String(one.id) === id);
  if (list === 'people' && person) {
    return answerHtml(visit, part === 'edit' ? personEditor(person) : personRow(person));
  }
  if (list === 'repair' && part === 'form') return answerHtml(visit, repairForm(Number(id)));
  return false;
}
