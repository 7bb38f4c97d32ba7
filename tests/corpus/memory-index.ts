// Entries in memory instead of a database, so that thousands of submissions are judged in seconds. What is
// judged, and how, is the extension's own code.
import { isSubjectEntry } from '../../utils/domain/entry-mark';
import { formName } from '../../utils/domain/identity';
import type { EntryIndex } from '../../utils/domain/judge-submission';
import { isLater, type Sighting, type Submission } from '../../utils/domain/repetition';

export function memoryIndex(mostSightings: number) {
  const byHash = new Map<string, Sighting[]>();
  const byPerson = new Map<string, Sighting[]>();
  const within = (personId: string, from: number, to: number) =>
    (byPerson.get(personId) ?? []).filter(({ at }) => at >= from && at < to);
  const index: EntryIndex = {
    findSightings(submission, from) {
      const sightings = new Set<Sighting>();
      const common = new Set<string>();
      for (const { hash } of submission.entered) {
        const rows = byHash.get(hash) ?? [];
        if (rows.length > mostSightings) common.add(hash);
        else for (const row of rows) if (row.at >= from && isLater(submission, row)) sightings.add(row);
      }
      return { sightings: [...sightings], common };
    },
    countForms(personId, from, to) {
      return new Set(within(personId, from, to).map(formName)).size;
    },
    countSubmissions(personId, form, from, to) {
      return within(personId, from, to).filter((row) => formName(row) === formName(form)).length;
    },
  };
  return {
    index,
    put({ actionId, personId, portalId, formKey, at, entered }: Submission) {
      if (entered.every(({ hash }) => isSubjectEntry(hash))) return;
      const row: Sighting = { actionId, portalId, formKey, at, hashes: entered.map(({ hash }) => hash) };
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), row]);
      for (const hash of row.hashes) byHash.set(hash, [...(byHash.get(hash) ?? []), row]);
    },
  };
}
