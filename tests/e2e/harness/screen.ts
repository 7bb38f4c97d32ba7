// A screen of its own for tests that need windows of the operating system: Xvfb, and xdotool as the hand. Input
// from DevTools never reaches the browser's own dialogs, and headless Chromium gives focus to every window.
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Screen {
  readonly env: Readonly<Record<string, string>>;
  /** Presses keys as a person would: `Tab`, `Return`. */
  press(...keys: string[]): Promise<void>;
  xdotool(...args: string[]): Promise<string>;
  close(): void;
}

export async function openScreen(size = '1400x1000x24'): Promise<Screen> {
  // `-displayfd` lets the server choose a free number and say which, and when it is ready.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.on('data', (bytes: Buffer) => resolve(`:${bytes.toString().trim()}`));
  });
  const env = { DISPLAY: display };
  const xdotool = async (...args: string[]) => {
    const { stdout } = await run('xdotool', args, { env: { ...process.env, ...env } });
    return stdout.trim();
  };
  return {
    env,
    async press(...keys) {
      for (const key of keys) await xdotool('key', '--clearmodifiers', key);
    },
    xdotool,
    close() {
      server.kill();
    },
  };
}
