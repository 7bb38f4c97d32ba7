// What may be known of an entry beside its hash: one character before it. A hash hides how long a value was,
// and one long value weighs as much as two short ones, so that single bit is kept; a row with it still says
// nothing of what was entered. The mark follows from the value, so equal values keep equal hashes.
export type EntryMark =
  /** An eligible value. */
  | 'v'
  /** An eligible value of 15 characters or more. */
  | 'l'
  /** A name too short to be eligible: it tells whom a sheet is about, and is never counted. */
  | 's';

export const markedHash = (mark: EntryMark, hash: string): string => mark + hash;
export const isLongEntry = (hash: string): boolean => hash.startsWith('l');
export const isSubjectEntry = (hash: string): boolean => hash.startsWith('s');
