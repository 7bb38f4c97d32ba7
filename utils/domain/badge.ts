/** What the toolbar button may say: nothing, today's minutes, or a dot while the meter runs. */
export const BADGES = ['off', 'minutes', 'dot'] as const;
export type Badge = (typeof BADGES)[number];
