// The same verdicts whether entries are looked up in memory, as the corpus is judged, or in the database, as
// the recorder does it.
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '../../utils/storage/database';
import { entryKey } from '../../utils/storage/entry-hash';
import { addEvidence, putAttempt, settle } from '../../utils/storage/record-store';
import { RURAL } from './forms-rural';
import { judgeCorpus, submissionOf } from './judge-corpus';
import { playSessions, UTC_OFFSET_MIN } from './sessions';

it('the database comes to the same verdicts as the index in memory', async () => {
  const db = openDatabase('through');
  const key = await entryKey(db);
  const sheets = playSessions(RURAL, { seed: 3, submissions: 300, officers: 1, days: 20 });
  const judged = await judgeCorpus(sheets, key);
  for (const sheet of sheets) {
    const { entered, cycle } = await submissionOf(sheet, key);
    const claim = {
      actionId: sheet.id,
      portalId: sheet.portalId,
      route: '/',
      kind: 'submission' as const,
      formKey: sheet.form.id,
      startedAt: sheet.at - 60_000,
      at: sheet.at,
      activeMs: 50_000,
      fields: { total: 5, edited: 5, typed: 5, pasted: 0, chosen: 0, filled: 0 },
      uploads: { images: 0, videos: 0, documents: 0 },
      evidence: ['gesture:click'],
      cycle,
      utcOffsetMin: UTC_OFFSET_MIN,
    };
    const where = { tabId: 1, frameId: 0, deadline: sheet.at + 12_000 };
    const author = { personId: sheet.personId, configHash: 'c' };
    await putAttempt(db, { claim, enteredBy: sheet.personId, entered, keyId: key.id, where }, author);
    const mark = sheet.accepted ? 'message:success' : 'message:failure';
    await addEvidence(db, sheet.id, [mark], sheet.at + 500);
    await settle(db, sheet.id, sheet.at + 12_000);
  }
  let repeats = 0;
  for (const { sheet, judgement } of judged) {
    const action = await db.actions.get(sheet.id);
    expect(action?.repeat, sheet.id).toEqual(judgement.repeat);
    expect(action?.entrySums, sheet.id).toEqual(judgement.sums);
    if (judgement.repeat) repeats += 1;
  }
  expect(repeats).toBeGreaterThan(50);
}, 120_000);
