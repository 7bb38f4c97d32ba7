/** A zone in which it is about noon: a day that is played must not end in the middle of it. */
export function zoneAtNoon(): string {
  const east = 12 - new Date().getUTCHours();
  // POSIX counts westwards.
  return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}
