// `npm start`: on a desktop, a browser with the extension on the sample portals; without a display, a working
// day acted out headless and its ledger as a table. `--seed year`: a ledger with a made-up year instead.
// Installs what is missing first.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findBrowsers, hasDisplay } from './find-browser.mjs';
import { checkNode, installBrowsers, installDependencies, ROOT, say } from './install.mjs';

function run(file, ...args) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, file), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // Ctrl+C reaches the child as well; it cleans up and ends, and this process with it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('close', (code) => process.exit(code ?? 1));
}

function start() {
  if (!checkNode() || !installDependencies()) return process.exit(1);
  const forcedHeadless = process.argv.includes('--headless');
  const seed = process.argv.indexOf('--seed');
  const seeded = seed >= 0;
  if (seeded && process.argv[seed + 1] !== 'year') {
    say('There is one made-up history: npm start -- --seed year');
    return process.exit(1);
  }
  if (hasDisplay() && !forcedHeadless) {
    const { chromium, edge, firefox, chrome } = findBrowsers();
    if (chromium || edge || firefox)
      return run(seeded ? 'scripts/demo/seeded-year.ts' : 'scripts/demo/open-portals.ts');
    say('No browser found that can load an unpacked extension by itself.');
    if (chrome) say('Google Chrome is there, but since version 137 it ignores --load-extension.');
    say('Please install Chromium, Microsoft Edge or Firefox, then run npm start again.');
    say('Or: npm run build, then load .output/chrome-mv3 by hand on chrome://extensions (developer mode).');
    return process.exit(1);
  }
  installBrowsers({ forTests: false });
  if (!findBrowsers().chromium) {
    say('The headless day needs Chromium: see above, or set CHROMIUM_PATH.');
    return process.exit(1);
  }
  return seeded ? run('scripts/demo/seeded-year.ts', '--headless') : run('scripts/demo/working-day.ts');
}

start();
