// Performs sample portals' acts in a session, one after another in one tab per portal, as a person would.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeHand } from '../../portals/hand';
import type { SamplePortal, Verdict } from '../../portals/portal';
import type { PortalServer } from '../../portals/serve';
import { ROOT } from './build';
import type { Session } from './session';

/** Far less than anybody needs to read a message; a driver would be gone before the page has painted it. */
const READING_MS = 400;

export type EventKind = Exclude<Verdict, 'other'>;

export interface PerformedAct {
  portal: string;
  name: string;
  turn: number;
  expects: readonly EventKind[];
  startedAt: number;
  /** Exclusive: the next act of the portal begins here at the earliest. */
  endedAt: number;
  /** The act could not be performed to its end: the sample's fault or the machine's, not the detection's. */
  problem: string | null;
}

export interface ActsOptions {
  /** How often an act is performed; its own `times` unless told otherwise. */
  timesOf?(times: number): number;
  report?(line: string): void;
}

export async function performActs(
  session: Session,
  server: PortalServer,
  portal: SamplePortal,
  options: ActsOptions = {},
): Promise<PerformedAct[]> {
  const acts = portal.acts.filter((act) => session.kind === 'chromium' || act.firefox !== false);
  const times = (act: SamplePortal['acts'][number]) => {
    const own = act.times ?? 4;
    return options.timesOf ? options.timesOf(own) : own;
  };
  const turns = Math.max(0, ...acts.map(times));
  const performed: PerformedAct[] = [];
  let page = await session.newPage();
  const perform = async (act: SamplePortal['acts'][number], turn: number): Promise<PerformedAct> => {
    const startedAt = Date.now();
    let problem: string | null = null;
    const originOf = (host: string) => `http://${host}:${server.port}`;
    const hand = makeHand({
      page,
      origin: originOf(portal.host),
      originOf,
      journal: (verdict) => server.note(portal.id, verdict),
    });
    try {
      await act.perform(hand, turn);
    } catch (error) {
      problem = String(error);
      const folder = join(ROOT, 'test-results', 'acts');
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${session.kind}-${portal.id}-${turn}-${startedAt}.png`);
      await page.screenshot({ path: file as `${string}.png` }).catch(() => undefined);
      // Whatever is open in that tab must not disturb the next act.
      await page.close().catch(() => undefined);
      page = await session.newPage();
    }
    const told = { portal: portal.id, name: act.name, turn, expects: act.expects, startedAt, problem };
    const done = { ...told, endedAt: Date.now() + 1 };
    performed.push(done);
    // A person looks at the answer before turning to the next thing.
    await new Promise((resolve) => setTimeout(resolve, READING_MS));
    if (problem) options.report?.(`  ${portal.id}: "${act.name}" (turn ${turn}) broke off: ${problem}`);
    return done;
  };
  // Turn by turn and not act by act: neighbours differ, as on a working day.
  for (let turn = 0; turn < turns; turn++) {
    for (const act of acts.filter((one) => turn < times(one))) {
      const first = await perform(act, turn);
      // A driver now and then loses its page. What was sent until then is in the log, and is judged like all else.
      if (first.problem !== null) await perform(act, turn);
    }
  }
  return performed;
}

/** The acts that broke off again when they were played again, and those that did only once. */
export function brokenOff(performed: readonly PerformedAct[]): { twice: string[]; once: string[] } {
  const broken = performed.filter(({ problem }) => problem !== null);
  const nameOf = ({ portal, name, turn }: PerformedAct) => `${portal}: ${name} (turn ${turn})`;
  const went = new Set(performed.filter(({ problem }) => problem === null).map(nameOf));
  const names = [...new Set(broken.map(nameOf))];
  return { twice: names.filter((name) => !went.has(name)), once: names.filter((name) => went.has(name)) };
}
