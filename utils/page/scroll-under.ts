import { ancestry } from './dom';

/** Scrolls what would scroll if nothing lay over it; the page itself the browser scrolls. */
export function scrollUnder(event: WheelEvent, elementAt: (x: number, y: number) => Element | null): void {
  for (const element of ancestry(elementAt(event.clientX, event.clientY))) {
    if (element === document.body || element === document.documentElement) return;
    const { overflowY } = getComputedStyle(element);
    if (element.scrollHeight <= element.clientHeight || !/auto|scroll/.test(overflowY)) continue;
    element.scrollBy(event.deltaX, event.deltaY);
    return;
  }
}
