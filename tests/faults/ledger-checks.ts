// What must hold of the ledger after any fault, whatever it was: it opens, no two rows share an instant, the
// days are what their facts sum up to, and nothing a person typed is in it.
import type { Span } from '../../utils/domain/records';
import { painted } from '../e2e/harness/painted';
import type { ExtensionScope, Session } from '../e2e/harness/session';
import { CANARIES } from './portal-day';

export interface LedgerState {
  leaked: number;
  broken: string[];
}

export async function checkLedger(session: Session): Promise<LedgerState> {
  const broken: string[] = [];
  const spans = (await session.readDatabase<Span>('spans')).sort((a, b) => a.startedAt - b.startedAt);
  spans.forEach((span, i) => {
    const next = spans[i + 1];
    if (next && span.endedAt > next.startedAt) broken.push('two rows share an instant');
    if (span.openMs !== span.endedAt - span.startedAt) broken.push('a row is not as long as it says');
  });
  const mended = await repairedDays(session);
  if (mended !== 0) broken.push(`${mended} days were not what their facts sum up to`);
  const popup = await session.openExtensionPage('popup.html');
  await painted(popup).catch((error) => broken.push(`the popup: ${String(error)}`));
  await popup.close();
  const kept = (await session.readEverything()).toLowerCase();
  return { leaked: CANARIES.filter((canary) => kept.includes(canary.toLowerCase())).length, broken };
}

/** How many days had to be mended when all were made anew from their facts. */
async function repairedDays(session: Session): Promise<number> {
  const answer = await askBackground<{ mended: number }>(session, 'repairDays', null);
  return answer.mended;
}

/** What the background replies to a command from one of the extension's own pages. */
export async function askBackground<T>(session: Session, type: string, data: unknown): Promise<T> {
  const page = await session.openExtensionPage('licences.json');
  try {
    const answer = await page.evaluate(
      async (message) => (globalThis as ExtensionScope).chrome.runtime.sendMessage(message),
      { type, data },
    );
    const { ok, reply, problem } = answer as { ok: boolean; reply: T; problem?: unknown };
    if (!ok) throw new Error(`${type} was refused: ${JSON.stringify(problem)}`);
    return reply;
  } finally {
    await page.close();
  }
}

export const openMsOf = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.openMs, 0);
