export interface FoundBrowsers {
  chromium: string | null;
  edge: string | null;
  firefox: string | null;
  /** Branded Chrome: it ignores `--load-extension` since version 137. */
  chrome: string | null;
}
export function findBrowsers(): FoundBrowsers;
export function hasDisplay(): boolean;
