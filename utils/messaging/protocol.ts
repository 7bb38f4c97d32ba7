// Every message between the extension's parts: what is sent and what is answered. Types only; the guards
// (messaging/guards.ts) check at run time what arrives. Signals come from frames of portal pages, commands
// from the extension's own pages.
import type { LocalText } from '../config/schema';
import type { Badge } from '../domain/badge';
import type { CalendarOverrides } from '../domain/calendar';
import type { AttemptClaim, SpanClaim } from '../domain/claims';
import type {
  Action,
  ActionKind,
  Correction,
  Coverage,
  DateKey,
  Person,
  Span,
  WorkingHours,
} from '../domain/records';
import type { RetentionMonths } from '../domain/retention';
import type { Problem, Result } from '../platform/problem';

export interface SpanSignal extends SpanClaim {
  /** The frame stands in for a frame below it that could not be asked. */
  standIn: boolean;
}

/** How a field's value came about. */
export type EditMode = 'typed' | 'pasted' | 'chosen' | 'filled';

/** A value on its only journey: from the frame to the background's memory, hashed there and dropped. */
export interface EnteredValue {
  value: string;
  mode: EditMode;
  /** Active milliseconds while the field had the focus. */
  activeMs: number;
}

/** Sent at once with the gesture. */
export interface AttemptSignal extends AttemptClaim {
  /** The control said draft: the action is kept, never counted as a submission. */
  draft: boolean;
  values: EnteredValue[];
  depth: number;
}

/**
 * A page of a form that goes on in another document (下一步): its fields are gone when the last page, which may
 * have none, is sent. Until then its counts and hashes wait.
 */
export type StepSignal = Pick<
  AttemptSignal,
  'portalId' | 'startedAt' | 'at' | 'activeMs' | 'fields' | 'uploads' | 'values'
>;

/** What the page showed since the attempt. Repeats and reorderings change nothing. */
export interface EvidenceSignal {
  actionId: string;
  evidence: string[];
  at: number;
  /** The frame watched to the end of its window, or of what it was told to wait longer for. */
  final: boolean;
}

/** An attempt whose outcome a newly loaded document may show. */
export interface OpenAttempt {
  actionId: string;
  kind: ActionKind;
  formKey: string;
  at: number;
  /** Its page went on by itself after a request of its own; the new document answers only by asking who one is. */
  moved?: boolean;
}

export interface FocusAnswer {
  /** A tracked frame below the asking one holds the focus and measures for itself. */
  tracked: boolean;
  /** Input to the operating system within the last 15 s, as the idle API says. */
  active: boolean;
}

/** What the popup shows about the page in front. */
export interface FrontPage {
  portalId: string | null;
  state: 'measured' | 'outOfScope' | 'paused';
}

/** A frame of an open portal page, as its own script tells it. */
export interface FramePlace {
  portalId: string;
  route: string;
  depth: number;
}
export interface PortalTab {
  tabId: number;
  /** Outermost first; at least one. */
  frames: (FramePlace & { frameId: number })[];
}

/** What somebody who writes a list points at on a page: a control, a message, a form. */
export type PickKind = 'checkIn' | 'submit' | 'success' | 'failure' | 'ignore';

/** What the editor tells the picker in a frame. */
export interface PickOrder {
  kind: PickKind;
  /** Frames of the tab that have a picker too. */
  frameIds: number[];
  /** This one shows its bar before the pointer comes. */
  leads: boolean;
  /** What the bar says, in the language of the extension's pages. */
  texts: Record<PickText, string>;
}
export type PickText =
  | 'title'
  | 'lead'
  | 'take'
  | 'other'
  | 'stop'
  | 'move'
  | 'actFirst'
  | 'acting'
  | 'places'
  | 'fields'
  | 'known'
  | 'wontWork'
  | 'notHere';

/** What the picker tells the editor: words and a route, nothing else of the page. */
export type PickAnswer = { state: 'stopped' } | ({ state: 'picked' } & PickedRule);
export interface PickedRule {
  /** Literal words of a control or message; empty for a form. */
  words: string;
  /** Template of the frame's route. */
  route: string;
  /** Controls or messages on the page in front that these words fit; fields, for a form. */
  places: number;
  /** The general detection knows it without a rule. */
  known: boolean;
  /** The detection, asked with the rule, takes it for what was said. */
  works: boolean;
}

export interface Signals {
  span: { data: SpanSignal; reply: boolean };
  attempt: { data: AttemptSignal; reply: boolean };
  /** Whether it was heard; `waiting`: a request of the act is still under way, and the page's word may come. */
  evidence: { data: EvidenceSignal; reply: boolean | 'waiting' };
  step: { data: StepSignal; reply: boolean };
  /** A document has loaded: which attempts of this tab are still open? `said`: the mark of what it has alerted. */
  arrived: { data: { portalId: string; said: string | null }; reply: OpenAttempt[] };
  /** A document has loaded: were pages of a form filled in just before it, that are not sent yet? */
  stepsBefore: { data: { portalId: string }; reply: boolean };
  focusBelow: { data: { portalId: string; depth: number }; reply: FocusAnswer };
  /** A commit in a layer that holds a frame: whichever frame below has unsent edits takes it as its own. */
  commitBelow: { data: { portalId: string; depth: number }; reply: boolean };
}

export interface ImportedConfig {
  id: string;
  version: number;
  portals: number;
}

/** A row of the history of configs, as a backup holds it. */
export interface ConfigHistoryRow {
  configId: string;
  version: number;
  hash: string;
  source: 'managed' | 'signed' | 'unsigned' | 'imported' | 'bundled';
  title: LocalText;
  calendar: CalendarOverrides;
  from: number;
  portals: Record<string, { title: LocalText; category: string; burden: boolean }>;
}

/** What a person wants gone. */
export type Deletion = { personId: string } & (
  | { scope: 'day'; date: DateKey }
  | { scope: 'portal'; portalId: string }
  | { scope: 'everything' }
);

export interface Commands {
  /** Consent. Makes the first person when there is none. */
  startRecording: { data: { region: string | null }; reply: Result<null> };
  setPaused: { data: { paused: boolean; untilTomorrow?: boolean }; reply: Result<null> };
  /** Nothing is recorded outside this person's working hours. */
  setOnlyWorkingHours: { data: { personId: string; only: boolean }; reply: Result<null> };
  /** Fields whose label has one of these are never read. */
  setPrivateWords: { data: { personId: string; words: string[] }; reply: Result<null> };
  setBadge: { data: { badge: Badge }; reply: Result<null> };
  addPerson: { data: { name: string }; reply: Result<{ personId: string }> };
  renamePerson: { data: { personId: string; name: string }; reply: Result<null> };
  retirePerson: { data: { personId: string }; reply: Result<null> };
  choosePerson: { data: { personId: string }; reply: Result<null> };
  setWorkingHours: {
    data: { personId: string; from: DateKey; hours: WorkingHours };
    reply: Result<null>;
  };
  setDutyDay: { data: { personId: string; date: DateKey; onDuty: boolean }; reply: Result<null> };
  /** Adds all days up again; how many there are, and how many had other sums. */
  repairDays: { data: null; reply: { days: number; mended: number } };
  setIdleTimeout: { data: { idleTimeoutMs: number }; reply: Result<null> };
  /** The code that a person's exports for a study go under. */
  setStudyCode: { data: { personId: string; studyCode: string }; reply: Result<null> };
  /** A backup was saved. */
  noteBackup: { data: { personId: string }; reply: Result<null> };
  /** What comes before the rows of a backup: whose they are, and which lists were in force. */
  beginRestore: {
    data: { personId: string; person: Person; history: ConfigHistoryRow[] };
    reply: Result<null>;
  };
  /** A chunk of a backup; how many rows were not here before. */
  restoreRows: {
    data: {
      personId: string;
      spans?: Span[];
      actions?: Action[];
      corrections?: Correction[];
      coverage?: Coverage[];
    };
    reply: Result<{ added: number }>;
  };

  /** After how many months single records go; the days' sums stay. null: never. */
  setRetention: { data: { months: RetentionMonths | null }; reply: Result<null> };
  /** Whose records are made from the browser's start on; null for nobody's until one is chosen. */
  setStartPerson: { data: { personId: string | null }; reply: Result<null> };
  /** Deletes for good; how many stretches and acts are gone. */
  deleteRecords: { data: Deletion; reply: Result<{ spans: number; actions: number }> };
  /** Which portals of the config in force are wanted (the starter list asks for the province). */
  choosePortals: { data: { portalIds: string[]; region: string | null }; reply: Result<null> };
  importConfig: { data: { text: string }; reply: Result<ImportedConfig, Problem[]> };
  removeImportedConfig: { data: null; reply: Result<null> };
  /** The person's word beside the machine's verdict; `value` is the outcome of that kind, else null. */
  correct: {
    data: Pick<Correction, 'targetId' | 'kind' | 'value'>;
    reply: Result<{ correctionId: string }>;
  };
  undoCorrection: { data: { correctionId: string }; reply: Result<null> };
  /** Destroys the key that entries were hashed with, and the entries. Figures stay. */
  forgetEntries: { data: null; reply: Result<null> };
  /** A list that is fetched again and again; null key: the first one seen is kept. */
  subscribe: { data: { address: string; publicKey: string | null }; reply: Result<null> };
  unsubscribe: { data: null; reply: Result<null> };
  /** Looks for a new list now; what came of it is in the subscription. */
  checkSubscription: { data: null; reply: Result<null> };
  /** The person compared the new key with the publisher. */
  acceptOfferedKey: { data: null; reply: Result<null> };
  /** The open pages of portals in force, by what the scripts in their frames say. */
  findPortalTabs: { data: null; reply: PortalTab[] };
  /** Puts the picker into these frames of a portal's tab, where the person wants to point at something. */
  startPicker: { data: { tabId: number; frameIds: number[] }; reply: Result<null> };
  /** Something about permissions changed on this page: bring registrations up to date now. */
  reconcile: { data: null; reply: Result<null> };
}

/** Asked by the background or the popup of the frames in a tab. */
export interface Questions {
  /** Answered only by the frame that has the focus itself. */
  whoHasFocus: { data: { belowDepth: number }; reply: true | undefined };
  lastGesture: { data: null; reply: { agoMs: number } | undefined };
  frontPage: { data: null; reply: FrontPage | undefined };
  commitFromAbove: { data: { aboveDepth: number }; reply: true | undefined };
  /** Another frame of the tab has an open attempt, and this one may show its outcome. */
  watchFor: { data: OpenAttempt; reply: true | undefined };
  systemLocked: { data: { locked: boolean }; reply: true | undefined };
}

export type Protocol = Signals & Commands & Questions;
export type MessageType = keyof Protocol;

/** What the background answers: the reply, or why the message was refused. */
export type Answer<T extends MessageType = MessageType> =
  | { ok: true; reply: Protocol[T]['reply'] }
  | { ok: false; problem: Problem };
