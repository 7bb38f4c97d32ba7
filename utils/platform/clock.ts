// The only Date.now. Two clocks, because neither is enough: the wall clock names instants but jumps when it
// is set; the monotonic one never jumps but on some systems stands still while the machine sleeps.

export interface Instant {
  /** UTC milliseconds. */
  wall: number;
  /** Milliseconds since the document's or worker's own origin. */
  mono: number;
  /** Minutes east of UTC, as the system says now. */
  utcOffsetMin: number;
}

export type Clock = () => Instant;

export const systemClock: Clock = () => {
  const wall = Date.now();
  return { wall, mono: performance.now(), utcOffsetMin: -new Date(wall).getTimezoneOffset() };
};
