// What the workbench page shows, and what its worker is asked and says.
import type { Row } from '../utils/domain/package/column';
import type { Problem } from '../utils/platform/problem';

export interface LookedFile {
  /** In the order they came. */
  number: number;
  name: string;
  verdict: 'good' | 'overlapping' | 'duplicate' | 'otherSchema' | 'broken';
  problem: Problem | null;
  /** `L1` or `L2`; null when it could not be read. */
  level: string | null;
  personId: string | null;
  from: string | null;
  to: string | null;
  rows: number;
}

export interface ReleaseWish {
  minPeople: number;
  /** null: exact figures with suppression. */
  epsilon: number | null;
  language: 'zh' | 'en';
}

export interface ReleaseShown {
  indicators: readonly Row[];
  pairs: readonly Row[];
  people: number;
  packages: number;
  report: string;
  counts: Record<string, number>;
}

export type WorkbenchTask =
  | { type: 'look'; files: File[] }
  | { type: 'merge' }
  | { type: 'release'; wish: ReleaseWish }
  | { type: 'forget' };

export type WorkbenchNews =
  | { type: 'looked'; files: LookedFile[] }
  | { type: 'progress'; done: number; all: number }
  | { type: 'file'; name: string; file: Blob }
  | { type: 'released'; shown: ReleaseShown; name: string; file: Blob }
  | { type: 'idle' }
  | { type: 'failed' };
