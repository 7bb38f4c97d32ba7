// The script's own clock: which portal had the focus when, and when a hand moved. It is written from
// indicators.md and shares no code with the extension, so that the two can disagree.

interface Stretch {
  portal: string | null;
  from: number;
  to: number;
  /** Instants of input, the gain of focus among them. */
  inputs: number[];
}

export class FocusClock {
  readonly #stretches: Stretch[] = [];

  /** The focus has gone to this portal, or (null) to something that is none. */
  turnTo(portal: string | null, at: number): void {
    const last = this.#stretches.at(-1);
    if (last) last.to = at;
    this.#stretches.push({ portal, from: at, to: Number.POSITIVE_INFINITY, inputs: [at] });
  }

  input(at: number): void {
    this.#stretches.at(-1)?.inputs.push(at);
  }

  /** Time with the focus, whatever the hands did. */
  openMs(): Map<string, number> {
    return this.activeMs(Number.POSITIVE_INFINITY);
  }

  /** Active time per portal: focused, and an input at most `idleTimeoutMs` ago. */
  activeMs(idleTimeoutMs: number): Map<string, number> {
    const sums = new Map<string, number>();
    for (const { portal, from, to, inputs } of this.#stretches) {
      if (portal === null) continue;
      const active = inputs.reduce((sum, at, index) => {
        const next = Math.min(inputs[index + 1] ?? to, to);
        return sum + Math.min(next - at, idleTimeoutMs);
      }, 0);
      sums.set(portal, (sums.get(portal) ?? 0) + (from < to ? active : 0));
    }
    return sums;
  }
}
