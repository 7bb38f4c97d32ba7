// What a corpus is made of. A fact is one thing in the invented world (this household's telephone); it keeps
// its name however it is written, and that is how the truth knows two entries to be the same.
import type { Cycle } from '../../utils/domain/cycle';
import type { Chance } from './chance';

/** Values by kind: `hh.phone`, `own.unit`, `m.remark`. */
export type Facts = Record<string, string>;

export interface Form {
  id: string;
  /** Forms of one family want the same report. */
  family: string;
  fields: string[];
  cycle: Cycle;
}

export interface Portal {
  id: string;
  forms: Form[];
}

export interface World {
  portals(chance: Chance): Portal[];
  owner(chance: Chance): Facts;
  subject(chance: Chance, owner: Facts): Facts;
  matter(chance: Chance): Facts;
  /** Share of values written with another formatting, and of texts worded anew for the next portal. */
  formatted: number;
  /** Share of places that one person spells otherwise in one portal than elsewhere. Nobody has measured it. */
  respelled: number;
  reworded: number;
}

export interface Field {
  kind: string;
  /** The same name: the same fact. */
  fact: string;
  /** As it stands in the invented world, and as the person wrote it. */
  value: string;
  written: string;
  mode: 'typed' | 'pasted' | 'filled';
}

export type Scenario = 'first' | 'batch' | 'double' | 'again' | 'edit' | 'other' | 'rework';

/** One form sent. */
export interface Sheet {
  id: string;
  personId: string;
  portalId: string;
  form: Form;
  at: number;
  accepted: boolean;
  scenario: Scenario;
  /** The household or enterprise it is about. */
  subject: string;
  matter: string;
  fields: Field[];
}
