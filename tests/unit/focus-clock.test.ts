import { describe, expect, it } from 'vitest';
import { FocusClock } from '../e2e/harness/focus-clock';

describe('the clock of the timed test', () => {
  it('counts from the gain of focus, and at most T after each input', () => {
    const clock = new FocusClock();
    clock.turnTo('a', 0);
    clock.input(30);
    clock.turnTo('b', 100);
    clock.input(105);
    clock.turnTo(null, 300);
    expect([...clock.activeMs(60)]).toEqual([
      ['a', 90],
      ['b', 65],
    ]);
  });

  it('adds up the stretches of a portal and ignores what is none', () => {
    const clock = new FocusClock();
    clock.turnTo('a', 0);
    clock.turnTo(null, 10);
    clock.turnTo('a', 50);
    clock.turnTo(null, 70);
    expect(clock.activeMs(60).get('a')).toBe(30);
  });
});
