// One corpus played, judged and looked behind.
import type { EntryKey } from '../../utils/storage/entry-hash';
import { type EntryMatches, type Judged, judgeCorpus, lookBehindMatches } from './judge-corpus';
import { type Plan, playSessions } from './sessions';
import { type Truth, tellTruth } from './truth';
import type { Sheet, World } from './world';

export interface Run {
  name: string;
  sheets: Sheet[];
  truths: Map<string, Truth>;
  judged: Judged[];
  matches: EntryMatches;
}

export async function playCorpus(name: string, world: World, plan: Plan, key: EntryKey): Promise<Run> {
  const sheets = playSessions(world, plan);
  const judged = await judgeCorpus(sheets, key);
  return { name, sheets, truths: tellTruth(sheets), judged, matches: await lookBehindMatches(judged, key) };
}
