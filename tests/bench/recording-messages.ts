// What the page script sends, sent from its own world in a page by its own means. These run there as their own text:
// nothing of this file is in reach of them.
interface Messenger {
  chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };
}

/** One submission and what the page said of it; milliseconds from each message to its answer. */
export async function submitInPage(options: {
  portalId: string;
  tab: number;
  number: number;
  fields: number;
}): Promise<{ attempt: number; evidence: number }> {
  const { chrome } = globalThis as unknown as Messenger;
  const send = async (type: string, data: unknown): Promise<number> => {
    const from = performance.now();
    const answer = await chrome.runtime.sendMessage({ type, data });
    if (!answer?.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`);
    return performance.now() - from;
  };
  const { fields, number, portalId, tab } = options;
  const actionId = number.toString(16).padStart(32, '0');
  const now = Date.now();
  const attempt = await send('attempt', {
    portalId,
    startedAt: now - 60_000,
    at: now,
    activeMs: 50_000,
    fields: { total: fields, edited: fields, typed: fields, pasted: 0, chosen: 0, filled: 0 },
    uploads: { images: 0, videos: 0, documents: 0 },
    values: Array.from({ length: fields }, (_, field) => ({
      value: `第${number}件第${field}项走访记录`,
      mode: 'typed',
      activeMs: 2_000,
    })),
    actionId,
    route: '/form/x',
    kind: 'submission',
    draft: false,
    formKey: `form${tab}`,
    evidence: ['gesture:click'],
    cycle: 'day',
    utcOffsetMin: -new Date().getTimezoneOffset(),
    depth: 0,
  });
  const said = { actionId, evidence: ['message:success'], at: Date.now(), final: true };
  return { attempt, evidence: await send('evidence', said) };
}

/** A visit as far as it has come, or as it was; milliseconds from the message to its answer. */
export async function visitInPage(options: {
  portalId: string;
  visitId: string;
  startedAt: number;
  /** null: now, and it goes on. */
  endedAt: number | null;
}): Promise<{ span: number }> {
  const { chrome } = globalThis as unknown as Messenger;
  const { endedAt, ...visit } = options;
  const from = performance.now();
  const data = {
    ...visit,
    seq: 0,
    route: '/form/x',
    depth: 0,
    endedAt: endedAt ?? Date.now(),
    gaps: [],
    utcOffsetMin: -new Date().getTimezoneOffset(),
    endReason: endedAt === null ? null : 'navigated',
    standIn: false,
  };
  const answer = await chrome.runtime.sendMessage({ type: 'span', data });
  if (!answer?.ok) throw new Error(`span: ${JSON.stringify(answer)}`);
  return { span: performance.now() - from };
}
