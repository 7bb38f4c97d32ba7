// From evidence to outcome. One pure function; the table of its cases is its test.
//
// Evidence is a set of short marks that page and network leave. Marks are only ever added, so that repeats
// and reorderings of signals change nothing, and a row's outcome can be recomputed from it at any time.
//   page says no            rejected, whatever the status
//   page says yes           accepted, confirmed
//   the request failed      failed
//   request went through and the dialog is gone, the form emptied, or the page moved on:  accepted, probable
//   nothing but the gesture unknown: not counted
import type { ActionKind, Confidence, Outcome } from './records';

export const EVIDENCE = [
  /** The gesture. */
  'gesture:click',
  'gesture:enter',
  'gesture:submit',
  'gesture:again',
  /** The person thought better of it, in the layer that asked. */
  'gesture:cancelled',
  /** The control said draft. */
  'gesture:draft',
  /** The browser took itself to be offline. */
  'gesture:offline',
  /** A form that sends itself by navigation: its request may be a GET. */
  'native:form',
  /** The request that followed was itself a navigation: the next document is the answer. */
  'native:request',
  /** It was sent on to another page (POST, redirect, GET), as servers do with what they took. */
  'native:redirected',
  /** What a container for messages said. */
  'message:success',
  'message:failure',
  'message:already',
  'message:validation',
  /** The same from loose text that appeared. */
  'text:success',
  'text:failure',
  'text:already',
  /** An error mark at a field. */
  'field:invalid',
  /** The same, once something that the page had asked for was answered. */
  'field:refused',
  'dialog:gone',
  'scope:reset',
  'scope:gone',
  'control:changed',
  'route:changed',
  'document:left',
  /** The page itself went on to another document; a person's own navigation says nothing. */
  'document:moved',
  /** The tab was closed as soon as the server had answered, as windows for one form do by themselves. */
  'tab:closed',
  /** The next document shows the same form again, still filled. */
  'form:again',
  /** The gesture opened a dialog with fields. */
  'form:opened',
  /** The page asks who one is: the session had ended. */
  'login:shown',
  /** The network's word on write requests since the gesture. */
  'request:ok',
  'request:failed',
  /** A request that a domain config's rule names. */
  'request:named',
] as const;
export type Evidence = (typeof EVIDENCE)[number];

const EVIDENCE_SET: ReadonlySet<string> = new Set(EVIDENCE);
export const isEvidence = (mark: string): mark is Evidence => EVIDENCE_SET.has(mark);

export interface Decision {
  outcome: Outcome;
  confidence: Confidence;
  /** The gesture turned out to be no act: the page only looked at its own fields, or had nothing new to do. */
  withdrawn: boolean;
}

const decided = (outcome: Outcome, confidence: Confidence): Decision => ({
  outcome,
  confidence,
  withdrawn: false,
});
const WITHDRAWN: Decision = { outcome: 'unknown', confidence: 'probable', withdrawn: true };

export function decideOutcome(kind: ActionKind, marks: Iterable<string>): Decision {
  const evidence = new Set(marks);
  const has = (...wanted: Evidence[]) => wanted.some((mark) => evidence.has(mark));
  if (has('gesture:draft')) return decided('draft', 'confirmed');
  if (has('gesture:cancelled')) return WITHDRAWN;
  // No server was asked, whatever the page says of it. Browsers are sometimes wrong about being offline: what was
  // answered shows that they were.
  if (has('gesture:offline') && !has('request:ok', 'request:named')) return decided('unknown', 'probable');
  return kind === 'checkIn' ? decideCheckIn(has) : decideSubmission(has);
}

type Has = (...wanted: Evidence[]) => boolean;

function decideSubmission(has: Has): Decision {
  const sent = has('request:ok', 'request:failed', 'request:named');
  // The frame calls it validation only where nothing had come back when the words appeared. A page that sent
  // nothing may also say in a box that something is wrong with its fields.
  // Marks beside a login that came up are the login's.
  const saysMore = has('message:success', 'login:shown') || (has('message:failure') && sent);
  if (has('message:validation', 'field:invalid', 'field:refused') && !saysMore) {
    if (has('request:failed')) return decided('failed', 'confirmed');
    // What came back marks the fields: the server looked at them.
    return has('native:request') || (has('field:refused') && sent)
      ? decided('rejected', 'confirmed')
      : WITHDRAWN;
  }
  if (has('message:failure')) return decided('rejected', sent ? 'confirmed' : 'probable');
  // It was thanked for before the answer came, and the answer was that one must sign in again.
  if (has('login:shown') && has('request:failed')) return decided('rejected', 'confirmed');
  if (has('message:success')) return decided('accepted', 'confirmed');
  // `请勿重复报送`: what had been done before was refused now, unless it is only the second click that is scolded.
  if (has('message:already')) return decided('rejected', sent ? 'confirmed' : 'probable');
  if (has('login:shown')) return decided('rejected', 'probable');
  if (has('request:failed')) return decided('failed', 'confirmed');
  const movedOn =
    (has('native:redirected') && has('document:left')) ||
    has('dialog:gone', 'scope:reset', 'scope:gone', 'route:changed', 'document:moved', 'tab:closed');
  // Loose text is no answer by itself: it needs something that was sent, or a form that is done with.
  if (sent || movedOn) {
    // A form that is done with, and words of both kinds: the bad ones are of what lay behind it.
    const isDone = has('text:success') && has('dialog:gone', 'scope:reset');
    if (has('text:failure', 'text:already') && !isDone) return decided('rejected', 'probable');
    if (has('text:success')) return decided('accepted', sent ? 'confirmed' : 'probable');
  }
  if (has('form:again')) return decided('unknown', 'probable');
  if (has('request:named')) return decided('accepted', 'confirmed');
  if (has('request:ok') && movedOn) return decided('accepted', 'probable');
  return decided('unknown', 'probable');
}

function decideCheckIn(has: Has): Decision {
  if (has('message:failure', 'message:validation')) return decided('rejected', 'confirmed');
  if (has('message:success')) return decided('accepted', 'confirmed');
  // It opened a form, which nobody has sent.
  if (has('form:opened', 'field:invalid', 'field:refused') && !has('gesture:again')) return WITHDRAWN;
  if (has('message:already')) return WITHDRAWN;
  if (has('request:failed')) return decided('failed', 'confirmed');
  if (has('request:named')) return decided('accepted', 'confirmed');
  if (has('request:ok') && has('text:failure')) return decided('rejected', 'probable');
  if (has('request:ok', 'control:changed') && has('text:success')) return decided('accepted', 'confirmed');
  // `今日已打卡` says yes only where something was sent and the control itself changed; else it had been done.
  if (has('text:already')) {
    return has('request:ok') && has('control:changed') ? decided('accepted', 'probable') : WITHDRAWN;
  }
  // A page that came back at once may be the answer no: only its words can tell.
  const cameBack = has('native:form', 'native:request') && !has('native:redirected');
  if (has('request:ok') && !cameBack) return decided('accepted', 'probable');
  return decided('unknown', 'probable');
}
