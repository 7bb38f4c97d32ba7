import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideOutcome, EVIDENCE, type Evidence } from '../../../utils/domain/outcomes';
import type { ActionKind } from '../../../utils/domain/records';

type Verdict =
  | 'accepted confirmed'
  | 'accepted probable'
  | 'rejected'
  | 'failed'
  | 'unknown'
  | 'draft'
  | 'withdrawn';

function verdictOf(kind: ActionKind, evidence: readonly Evidence[]): Verdict {
  const { outcome, confidence, withdrawn } = decideOutcome(kind, evidence);
  if (withdrawn) return 'withdrawn';
  return outcome === 'accepted' ? `accepted ${confidence}` : outcome;
}

const SUBMISSIONS: [what: string, evidence: Evidence[], verdict: Verdict][] = [
  ['nothing but a click', ['gesture:click'], 'unknown'],
  ['page says yes', ['gesture:click', 'request:ok', 'message:success'], 'accepted confirmed'],
  [
    'page says yes, nothing seen on the network (a mocked page)',
    ['gesture:click', 'message:success'],
    'accepted confirmed',
  ],
  ['page says no with HTTP 200', ['gesture:click', 'request:ok', 'message:failure'], 'rejected'],
  [
    'an upload succeeded, then the page says no',
    ['request:ok', 'message:success', 'message:failure'],
    'rejected',
  ],
  ['had been reported before', ['gesture:click', 'request:ok', 'message:already'], 'rejected'],
  [
    'fields are marked and a box says so, nothing was sent',
    ['gesture:click', 'field:invalid', 'message:failure'],
    'withdrawn',
  ],
  [
    'fields are marked and a box says no after something was sent',
    ['gesture:click', 'request:ok', 'field:invalid', 'message:failure'],
    'rejected',
  ],
  ['page says no, no network', ['gesture:click', 'message:failure'], 'rejected'],
  ['request failed, page silent', ['gesture:click', 'request:failed'], 'failed'],
  ['an upload failed but the page says yes', ['request:failed', 'message:success'], 'accepted confirmed'],
  ['request ok and dialog gone', ['gesture:click', 'request:ok', 'dialog:gone'], 'accepted probable'],
  ['request ok and form emptied', ['gesture:enter', 'request:ok', 'scope:reset'], 'accepted probable'],
  [
    'request ok and the page went on',
    ['gesture:click', 'request:ok', 'document:left', 'document:moved'],
    'accepted probable',
  ],
  [
    'the window of a form closed itself once its request was ok',
    ['gesture:click', 'native:form', 'native:request', 'request:ok', 'document:left', 'tab:closed'],
    'accepted probable',
  ],
  ['a window that closed and sent nothing', ['gesture:click', 'document:left', 'tab:closed'], 'unknown'],
  ['request ok and the person went on', ['gesture:click', 'request:ok', 'document:left'], 'unknown'],
  [
    'a native form that was sent on',
    ['native:request', 'request:ok', 'native:redirected', 'document:left'],
    'accepted probable',
  ],
  [
    'a native form whose page came back at once',
    ['native:form', 'native:request', 'request:ok', 'document:left'],
    'unknown',
  ],
  ['request ok and nothing else', ['gesture:click', 'request:ok'], 'unknown'],
  [
    'the second click of two is scolded, the first was taken',
    ['gesture:click', 'message:already', 'request:ok', 'message:success', 'dialog:gone'],
    'accepted confirmed',
  ],
  [
    'the answer marks a field and says nothing else',
    ['gesture:click', 'request:ok', 'field:refused'],
    'rejected',
  ],
  ['a login came up, with marks of its own', ['gesture:click', 'field:invalid', 'login:shown'], 'rejected'],
  [
    'offline: the page keeps it and asks to send it again, and a heartbeat fails',
    ['gesture:click', 'gesture:offline', 'request:failed', 'message:failure'],
    'unknown',
  ],
  [
    'the browser thinks that it is offline, and a server answers all the same',
    ['gesture:click', 'gesture:offline', 'request:ok', 'message:success'],
    'accepted confirmed',
  ],
  ['a lookup was answered and marks a field', ['gesture:click', 'field:refused'], 'withdrawn'],
  [
    'thanked before the answer, which was a login',
    ['message:success', 'request:failed', 'document:moved', 'login:shown'],
    'rejected',
  ],
  ['the session had ended', ['request:ok', 'document:moved', 'login:shown'], 'rejected'],
  [
    'the dialog is gone, and the list behind it has words of its own',
    ['request:ok', 'text:success', 'text:failure', 'dialog:gone'],
    'accepted confirmed',
  ],
  ['loose words of both kinds beside the form', ['request:ok', 'text:success', 'text:failure'], 'rejected'],
  ['dialog gone without a request', ['gesture:click', 'dialog:gone'], 'unknown'],
  [
    'the same form again, still filled',
    ['gesture:click', 'request:ok', 'document:left', 'form:again'],
    'unknown',
  ],
  [
    'the same form again with an error',
    ['request:ok', 'document:left', 'form:again', 'text:failure'],
    'rejected',
  ],
  ['next document says thank you', ['request:ok', 'document:left', 'text:success'], 'accepted confirmed'],
  ['loose words, nothing sent and nothing done with', ['gesture:click', 'text:success'], 'unknown'],
  ['fields marked, nothing sent', ['gesture:click', 'field:invalid'], 'withdrawn'],
  ['"please fill in", nothing sent', ['gesture:click', 'message:validation'], 'withdrawn'],
  [
    '"please fill in" while a heartbeat went out',
    ['gesture:click', 'request:ok', 'message:validation'],
    'withdrawn',
  ],
  [
    'fields marked after a check on the server',
    ['gesture:click', 'request:ok', 'field:invalid'],
    'withdrawn',
  ],
  [
    'fields marked in the next document',
    ['native:request', 'request:ok', 'document:left', 'field:invalid'],
    'rejected',
  ],
  ['fields marked and the request failed', ['gesture:click', 'request:failed', 'field:invalid'], 'failed'],
  [
    'cancelled in the confirm layer',
    ['gesture:click', 'gesture:cancelled', 'request:ok', 'text:success'],
    'withdrawn',
  ],
  ['a draft, whatever the page says', ['gesture:draft', 'request:ok', 'message:success'], 'draft'],
];

const CHECK_INS: [what: string, evidence: Evidence[], verdict: Verdict][] = [
  ['nothing but a click', ['gesture:click'], 'unknown'],
  ['page says yes', ['gesture:click', 'request:ok', 'message:success'], 'accepted confirmed'],
  ['a successful request', ['gesture:click', 'request:ok'], 'accepted probable'],
  [
    'a native form whose page came back at once',
    ['native:request', 'request:ok', 'document:left'],
    'unknown',
  ],
  ['a request the config names', ['gesture:click', 'request:ok', 'request:named'], 'accepted confirmed'],
  ['it opened a form that was left', ['gesture:click', 'request:ok', 'form:opened'], 'withdrawn'],
  [
    'it opened a form that was sent by the same word',
    ['gesture:click', 'form:opened', 'gesture:again', 'request:ok'],
    'accepted probable',
  ],
  ['outside the fence after a precheck', ['gesture:click', 'request:ok', 'message:failure'], 'rejected'],
  ['already checked in, page says', ['gesture:click', 'message:already'], 'withdrawn'],
  ['already checked in, server says', ['gesture:click', 'request:ok', 'message:already'], 'withdrawn'],
  [
    'the control now reads as done',
    ['gesture:click', 'request:ok', 'control:changed', 'text:already'],
    'accepted probable',
  ],
  ['loose words say it had been done', ['gesture:click', 'request:ok', 'text:already'], 'withdrawn'],
  ['the page read as done before', ['gesture:click', 'text:already'], 'withdrawn'],
  ['request failed', ['gesture:click', 'request:failed'], 'failed'],
  ['loose words after nothing was sent', ['gesture:click', 'text:success'], 'unknown'],
];

describe('outcome of a submission', () => {
  it.each(SUBMISSIONS)('%s', (_, evidence, verdict) => {
    expect(verdictOf('submission', evidence)).toBe(verdict);
  });
});

describe('outcome of a check-in', () => {
  it.each(CHECK_INS)('%s', (_, evidence, verdict) => {
    expect(verdictOf('checkIn', evidence)).toBe(verdict);
  });
});

describe('laws', () => {
  const marks = fc.subarray([...EVIDENCE], { minLength: 0 });
  const kind = fc.constantFrom<ActionKind>('submission', 'checkIn');

  it('order and repetition of evidence change nothing', () => {
    fc.assert(
      fc.property(kind, marks, (what, evidence) => {
        const shuffled = [...evidence].reverse().concat(evidence);
        expect(decideOutcome(what, shuffled)).toEqual(decideOutcome(what, evidence));
      }),
    );
  });

  it('what the page called a failure is never accepted', () => {
    fc.assert(
      fc.property(kind, marks, (what, evidence) => {
        expect(decideOutcome(what, [...evidence, 'message:failure']).outcome).not.toBe('accepted');
      }),
    );
  });

  it('a gesture alone is never accepted', () => {
    const gestures = fc.subarray<Evidence>([
      'gesture:click',
      'gesture:enter',
      'gesture:submit',
      'gesture:again',
    ]);
    fc.assert(
      fc.property(kind, gestures, (what, evidence) => {
        expect(decideOutcome(what, evidence).outcome).toBe('unknown');
      }),
    );
  });
});
