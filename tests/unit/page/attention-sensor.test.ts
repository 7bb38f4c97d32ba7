// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
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

function startSensor(signal: AbortSignal) {
  return startAttentionSensor({
    clock: () => ({ wall: Date.now(), mono: performance.now(), utcOffsetMin: 480 }),
    idleTimeoutMs: () => 60_000,
    signal,
    onSpan: () => undefined,
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
