// Runs sheets through the extension's own eligibility, normalisation, hashing and verdicts, in the order in
// which they happened, and keeps what each verdict was made of so that other thresholds can be tried on it.
import { gatherFacts } from '../../utils/domain/judge-submission';
import {
  type Judgement,
  judgeRepetition,
  type SaysNothing,
  type Sighting,
  type Submission,
} from '../../utils/domain/repetition';
import { type EntryKey, hashEntries } from '../../utils/storage/entry-hash';
import { MOST_SIGHTINGS } from '../../utils/storage/entry-index';
import { memoryIndex } from './memory-index';
import { UTC_OFFSET_MIN } from './sessions';
import type { Field, Sheet } from './world';

export interface Judged {
  sheet: Sheet;
  submission: Submission;
  sightings: Sighting[];
  ignored: SaysNothing;
  judgement: Judgement;
}

export async function submissionOf(sheet: Sheet, key: EntryKey): Promise<Submission> {
  const values = sheet.fields.map(({ written, mode }) => ({ value: written, mode, activeMs: 1_000 }));
  return {
    actionId: sheet.id,
    personId: sheet.personId,
    portalId: sheet.portalId,
    formKey: sheet.form.id,
    at: sheet.at,
    utcOffsetMin: UTC_OFFSET_MIN,
    cycle: sheet.form.cycle,
    entered: await hashEntries(key, sheet.personId, values),
  };
}

export async function judgeCorpus(sheets: readonly Sheet[], key: EntryKey): Promise<Judged[]> {
  const { index, put } = memoryIndex(MOST_SIGHTINGS);
  const judged: Judged[] = [];
  for (const sheet of sheets) {
    if (!sheet.accepted) continue;
    const submission = await submissionOf(sheet, key);
    const { sightings, ignored } = gatherFacts(index, submission);
    const judgement = judgeRepetition(submission, sightings, ignored);
    judged.push({ sheet, submission, sightings, ignored, judgement });
    put(submission);
  }
  return judged;
}

export interface EntryMatches {
  /** Entries held against an earlier one in another portal, once for each of these. */
  matches: number;
  /** Of them: the values behind them are not the same. */
  falseMatches: number;
  /** Of them: the same words, but about something else (stock phrases, standard amounts). */
  coincidences: number;
}

/** Looks behind every match of hashes. Which hash is of which field is found by hashing the field alone. */
export async function lookBehindMatches(judged: readonly Judged[], key: EntryKey): Promise<EntryMatches> {
  const fieldOf = new Map<string, Map<string, Field>>();
  for (const { sheet } of judged) {
    const fields = new Map<string, Field>();
    for (const field of sheet.fields) {
      const alone = [{ value: field.written, mode: field.mode, activeMs: 0 }];
      for (const { hash } of await hashEntries(key, sheet.personId, alone)) fields.set(hash, field);
    }
    fieldOf.set(sheet.id, fields);
  }
  const counts: EntryMatches = { matches: 0, falseMatches: 0, coincidences: 0 };
  for (const { submission, sightings, ignored } of judged) {
    for (const { hash } of submission.entered) {
      const mine = fieldOf.get(submission.actionId)?.get(hash);
      if (!mine || hash.startsWith('s') || ignored.identity.has(hash) || ignored.habits.has(hash)) continue;
      for (const sighting of sightings) {
        if (sighting.portalId === submission.portalId || !sighting.hashes.includes(hash)) continue;
        const other = fieldOf.get(sighting.actionId)?.get(hash);
        if (!other) continue;
        counts.matches += 1;
        if (!isSameValue(mine, other)) counts.falseMatches += 1;
        else if (mine.fact !== other.fact) counts.coincidences += 1;
      }
    }
  }
  return counts;
}

/** As the invented world has them: letter by letter, without any of the product's rules. */
const isSameValue = (a: Field, b: Field) => a.value === b.value || a.fact === b.fact;
