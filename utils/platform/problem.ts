// Expected failure is a value. A problem names what is wrong and where, by a closed set of codes that the
// interface translates; it never carries an address, a page title or anything a person typed.

export type ProblemCode =
  | 'tooLarge'
  | 'notText'
  | 'notJson'
  | 'wrongShape'
  | 'unknownFormat'
  | 'badPattern'
  | 'tooBroad'
  | 'badRoute'
  | 'badDate'
  | 'duplicateId'
  | 'olderVersion'
  | 'notAllowed'
  | 'wrongSender'
  | 'tooManyMessages'
  | 'notRecording'
  | 'dataIsNewer'
  | 'storageFailed'
  | 'unreachable'
  | 'timedOut'
  | 'redirected'
  | 'serverAnswer'
  | 'wrongType'
  | 'unsigned'
  | 'badSignature'
  | 'keyChanged'
  | 'wrongHash'
  | 'badKey'
  | 'badAddress'
  | 'noPermission'
  | 'lockedByAdmin'
  | 'noHeadings'
  | 'unknownPerson'
  | 'unknownRecord'
  | 'notAZip'
  | 'damagedFile'
  | 'unsafePath'
  | 'tooMuchData'
  | 'wrongChecksum'
  | 'notAPackage'
  | 'otherSchema'
  | 'wrongColumns'
  | 'badCell'
  | 'notABackup'
  | 'wrongPassphrase';

export interface Problem {
  code: ProblemCode;
  /** Where, as a path into the document: `portals[3].match[0]`; empty for the whole. */
  path: string;
  /** What was expected there, in a few neutral words or symbols; for people, untranslated. */
  detail?: string;
}

export type Result<T, P = Problem> = { ok: true; value: T } | { ok: false; problem: P };

export const succeed = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = <P>(problem: P): { ok: false; problem: P } => ({ ok: false, problem });
