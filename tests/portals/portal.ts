// What a sample portal is: a small application on a host name of its own, a server that logs the writes it
// received (the truth), and the acts a person performs on it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hand } from './hand';

/** What a server made of one write. Only `accepted`, `rejected` and `checkIn` are events to be found. */
export type Verdict = 'accepted' | 'rejected' | 'checkIn' | 'other';

export interface Write {
  at: number;
  portal: string;
  verdict: Verdict;
  /** Method and path without query, for people reading the log. */
  what: string;
}

export interface Visit {
  /** Method, path and lower-case header access of the incoming request. */
  method: string;
  path: string;
  query: URLSearchParams;
  /** The body, read whole. */
  body: string;
  request: IncomingMessage;
  response: ServerResponse;
  /** Puts one line into the truth. */
  log(verdict: Verdict): void;
}

export interface Act {
  /** Says in English what the person does: it is the row's name when the act was judged wrongly. */
  name: string;
  /** The events this act must leave in the truth, in order; empty for what must not count. */
  expects: Exclude<Verdict, 'other'>[];
  /** Acts that are also performed in Firefox. Default true. */
  firefox?: boolean;
  /** How often the suite performs it (default 4). `turn` counts from 0 and makes the data differ. */
  times?: number;
  perform(hand: Hand, turn: number): Promise<void>;
}

export interface SamplePortal {
  id: string;
  title: string;
  category: 'check-in' | 'reporting' | 'learning-hours' | 'work-order' | 'messaging' | 'public-site';
  /** Its own host name; the runner maps every `.test` name to loopback. */
  host: string;
  /** Further hosts of the same application (a frame's origin, an API). */
  furtherHosts?: string[];
  /** Entry modules by served path, bundled with esbuild on first request: `{ '/app.js': 'app.tsx' }`, relative to the portal's folder. CSS imported by a module is served beside it as `/app.css`. */
  bundles?: Record<string, string>;
  /** Files served as they are, by path: absolute file names (libraries' own dist files). */
  files?: Record<string, string>;
  folder: string;
  /** Answers everything else. Returns false for "not found". */
  handle(visit: Visit): boolean | Promise<boolean>;
  /** True when the truth is kept by the driver's journal, because the page answers its own requests. */
  mocked?: boolean;
  acts: Act[];
}
