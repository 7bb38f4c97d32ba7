// Where the browsers are. Plain Node without dependencies: it runs on a fresh clone, before `npm ci`.
import { accessSync, constants } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Branded Chrome ignores `--load-extension` since version 137, so it is of no use here; Chromium, Edge and
 * the domestic Chromium browsers still obey. Order is preference.
 */
const COMMANDS = {
  chromium: ['chromium', 'chromium-browser', 'ungoogled-chromium'],
  edge: ['microsoft-edge', 'microsoft-edge-stable'],
  firefox: ['firefox-esr', 'firefox'],
  chrome: ['google-chrome', 'google-chrome-stable'],
};

function wellKnownPaths() {
  const home = homedir();
  if (platform() === 'darwin') {
    const apps = (name) => ['/Applications', join(home, 'Applications')].map((folder) => join(folder, name));
    return {
      chromium: apps('Chromium.app/Contents/MacOS/Chromium'),
      edge: apps('Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
      firefox: apps('Firefox.app/Contents/MacOS/firefox'),
      chrome: apps('Google Chrome.app/Contents/MacOS/Google Chrome'),
    };
  }
  if (platform() === 'win32') {
    const { ProgramFiles, LOCALAPPDATA } = process.env;
    const roots = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA].filter(Boolean);
    const under = (...parts) => roots.map((root) => join(root, ...parts));
    return {
      chromium: under('Chromium', 'Application', 'chrome.exe'),
      edge: under('Microsoft', 'Edge', 'Application', 'msedge.exe'),
      firefox: under('Mozilla Firefox', 'firefox.exe'),
      chrome: under('Google', 'Chrome', 'Application', 'chrome.exe'),
    };
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const anywhere = (names) => names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return Object.fromEntries(Object.entries(COMMANDS).map(([kind, names]) => [kind, anywhere(names)]));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The program of each kind, or null. `CHROMIUM_PATH` and `FIREFOX_PATH` overrule.
 * @returns {{ chromium: string | null, edge: string | null, firefox: string | null, chrome: string | null }}
 */
export function findBrowsers() {
  const paths = wellKnownPaths();
  const first = (kind) => paths[kind].find(isProgram) ?? null;
  return {
    chromium: process.env.CHROMIUM_PATH || first('chromium'),
    edge: first('edge'),
    firefox: process.env.FIREFOX_PATH || first('firefox'),
    chrome: first('chrome'),
  };
}

/** True when a window can be shown to a person. */
export function hasDisplay() {
  if (platform() === 'win32' || platform() === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
