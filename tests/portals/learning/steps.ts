import type { Hand } from '../hand';

export const VIEWS = ['案例贴近基层实际', '内容充实，条理清楚', '对照工作查找差距', '建议增加实操环节'];
export const view = (turn: number) => `${VIEWS[turn % VIEWS.length] ?? ''}${turn + 1}`;
export const message = (kind: string) => `.ant-message-notice-${kind}`;

export async function answer(hand: Hand, paper: string): Promise<void> {
  await hand.open(`/quiz/${paper}`, '.ant-radio-wrapper');
  await hand.click('.ant-radio-wrapper', '整治形式主义');
  await hand.click('.ant-radio-wrapper', '同一数据报多个系统');
  await hand.click('.ant-radio-wrapper', '整合归并');
  await hand.click('.ant-card .ant-btn', '交卷');
}

export const confirm = (hand: Hand) => hand.click('.ant-modal-confirm-btns .ant-btn-primary');

export async function evaluate(hand: Hand, course: string, turn: number): Promise<void> {
  await hand.open(`/course/${course}`, '.ant-tabs-tab');
  await hand.click('.ant-tabs-tab', '课程评价');
  await hand.click(`.ant-rate-star:nth-child(${4 + (turn % 2)})`);
  await hand.type('.ant-form textarea', view(turn));
  await hand.click('.ant-form .ant-btn', '提交评价');
}

export async function talk(hand: Hand, text: string): Promise<void> {
  await hand.open('/course/k1', '.ant-tabs-tab');
  await hand.type('textarea[placeholder="说说你的学习体会"]', text);
  await hand.click('.ant-btn', '发表');
}

export async function reply(hand: Hand, text: string): Promise<void> {
  await hand.open('/course/k1', '.ant-tabs-tab');
  await hand.type('input[placeholder="回复楼主，按回车发送"]', text);
  await hand.press('Enter');
}
