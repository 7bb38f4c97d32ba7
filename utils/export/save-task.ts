// What the export page asks of its worker, and what it hears of it.
import type { ExportChoice, ExportSecrets } from './plan';

export type SaveTask =
  | {
      type: 'package';
      personId: string;
      choice: ExportChoice;
      secrets: ExportSecrets;
      extension: { version: string; build: string };
    }
  | {
      type: 'backup';
      personId: string;
      /** Without the ending, which says whether it is sealed. */
      name: string;
      /** Empty for none. */
      passphrase: string;
      about: { version: string; madeAt: number };
    };

export type SaveNews =
  | { type: 'progress'; done: number; all: number }
  | { type: 'made'; name: string; file: Blob }
  | { type: 'failed' };
