// The definition of attention in words: one source for the head of attention.ts, the README and the codebooks
// of every export (tests/unit/domain/attention-definition.test.ts compares them word for word).
export const ATTENTION_DEFINITION = {
  en:
    'An instant is active when the document is visible, has the focus, the screen is not locked, and a trusted ' +
    'input (pointer, key, wheel, touch; gaining the focus counts as one) happened at most T ago. T is the idle ' +
    'timeout. Of all frames, tabs and windows the deepest tracked frame that has the focus owns the instant, and ' +
    'no instant counts twice. A span is one uninterrupted stretch of visible and focused; its gaps are the ' +
    'stretches of over 15 s without input. Active time for any T of 15 s or more follows from spans and gaps: ' +
    'what lies inside a gap and later than T after its start is not active.',
  'zh-CN':
    '文档看得见、有焦点、屏幕未锁，并且最近 T 之内有过真实输入（指针、按键、滚轮、触摸；得到焦点也算一次），这一刻才算活跃。' +
    'T 是空闲界限。所有框架、标签页、窗口之中，这一刻属于有焦点的最深一层被测框架，不会算两次。' +
    '看得见而且有焦点、中间不断的一段叫 span；其中超过 15 秒没有输入的段叫 gap。' +
    '由 span 和 gap 可以算出 15 秒以上任何 T 的活跃时间：落在 gap 之内、离它开始超过 T 的部分不算活跃。',
} as const;
