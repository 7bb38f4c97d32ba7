// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MeasuredSpan } from '../../../utils/domain/attention';
import { startAttentionSensor } from '../../../utils/page/attention-sensor';

beforeEach(() => {
  vi.useFakeTimers();
  // The made-up DOM has no frame sets.
  vi.stubGlobal('HTMLFrameElement', class {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function startSensor(signal: AbortSignal, spans: MeasuredSpan[] = []) {
  return startAttentionSensor({
    clock: () => ({ wall: Date.now(), mono: performance.now(), utcOffsetMin: 480 }),
    idleTimeoutMs: () => 60_000,
    signal,
    onSpan: (span) => spans.push(span),
    askBelow: async () => ({ tracked: false, active: false }),
    onBeat: () => undefined,
  });
}

it('measures on after a moment in which hasFocus() says no and no event tells', () => {
  const ending = new AbortController();
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  const sensor = startSensor(ending.signal);
  sensor.resume();
  // As Chromium was seen to do it when a page loaded beforehand is shown.
  hasFocus.mockReturnValue(true);
  window.dispatchEvent(new Event('focus'));
  hasFocus.mockReturnValue(false);
  vi.advanceTimersByTime(5);
  hasFocus.mockReturnValue(true);
  vi.advanceTimersByTime(995);
  expect(sensor.activeSoFar()).toBeGreaterThanOrEqual(900);
  ending.abort();
});

/** As the browser makes it: trusted, and with its own time. */
function press(at: number, target: EventTarget = window, origin = 0): void {
  const event = new Event('keydown');
  Object.defineProperties(event, { isTrusted: { value: true }, timeStamp: { value: at - origin } });
  vi.advanceTimersByTime(at - performance.now());
  target.dispatchEvent(event);
}

it('knows of a burst of keys when the last one came, whatever the next does', () => {
  const ending = new AbortController();
  const spans: MeasuredSpan[] = [];
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const sensor = startSensor(ending.signal, spans);
  const began = performance.now();
  sensor.resume();
  for (const ms of [1_000, 1_125, 1_250, 1_900]) press(began + ms);
  for (const ms of [20_000, 20_600]) press(began + ms);
  vi.advanceTimersByTime(17_000);
  hasFocus.mockReturnValue(false);
  window.dispatchEvent(new Event('blur'));
  const last = spans.at(-1);
  expect(last?.endReason).toBe('blurred');
  expect(last?.gaps).toEqual([
    [1_900, 18_100],
    [20_600, 17_000],
  ]);
  ending.abort();
});

it('takes keys for keys that count their time from another origin', () => {
  const ending = new AbortController();
  const spans: MeasuredSpan[] = [];
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const sensor = startSensor(ending.signal, spans);
  const began = performance.now();
  sensor.resume();
  press(began + 3_000);
  press(began + 20_000, window, began + 19_900);
  press(began + 20_500, window, began + 19_900);
  vi.advanceTimersByTime(20_000);
  sensor.suspend('paused');
  expect(spans.at(-1)?.gaps).toEqual([
    [3_000, 17_000],
    [20_500, 20_000],
  ]);
  ending.abort();
});

it('forgets with the focus what was heard before it was lost', () => {
  const ending = new AbortController();
  const spans: MeasuredSpan[] = [];
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  const sensor = startSensor(ending.signal, spans);
  const began = performance.now();
  sensor.resume();
  for (const ms of [1_000, 1_500]) press(began + ms);
  hasFocus.mockReturnValue(false);
  window.dispatchEvent(new Event('blur'));
  vi.advanceTimersByTime(600_000);
  hasFocus.mockReturnValue(true);
  window.dispatchEvent(new Event('focus'));
  const back = Date.now();
  vi.advanceTimersByTime(40_000);
  sensor.suspend('paused');
  const since = spans.filter(({ startedAt }) => startedAt >= back);
  expect(new Set(since.map(({ seq }) => seq)).size, 'one span').toBe(1);
  // The focus itself counts as input.
  expect(since.at(-1)?.gaps).toEqual([[0, 40_000]]);
  ending.abort();
});
