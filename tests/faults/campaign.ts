// Every fault there is, with how often `npm run test:faults` and `npm test` try it.
import { killBrowsers } from './browser-kills';
import { replaceConfig } from './config-replaced';
import { damageFiles } from './damaged-files';
import type { FaultRun } from './fault-row';
import { fillDisk } from './full-disk';
import { setClocks } from './jumping-clock';
import { revokeHosts } from './revoked';
import { writeFromTwoWindows } from './two-windows';
import { updateExtension } from './updated';
import { killWorkers } from './worker-kills';

export interface Fault {
  name: string;
  run: FaultRun;
  /** In `npm run test:faults`, unless FAULTS_<NAME> says otherwise. */
  often: number;
  /** In `npm test`. */
  once: number;
}

export const CAMPAIGN: readonly Fault[] = [
  { name: 'worker', run: killWorkers, often: 300, once: 6 },
  { name: 'browser', run: killBrowsers, often: 40, once: 2 },
  { name: 'disk', run: fillDisk, often: 3, once: 1 },
  { name: 'clock', run: setClocks, often: 20, once: 3 },
  { name: 'update', run: updateExtension, often: 5, once: 1 },
  { name: 'permission', run: revokeHosts, often: 5, once: 1 },
  { name: 'config', run: replaceConfig, often: 5, once: 1 },
  { name: 'windows', run: writeFromTwoWindows, often: 40, once: 4 },
  { name: 'files', run: damageFiles, often: 9, once: 1 },
];
