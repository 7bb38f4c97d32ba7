// Three rooms, one run: pure code and storage in Node, components in a made-up DOM (each file says which).
import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[]) => ({
  extends: true as const,
  test: { name, include, environment: 'node' as const },
});

export default defineConfig({
  // WXT's own plugin isn't needed: nothing under test imports from it, and the build's constant is given here.
  define: { __MANAGED_BUILD__: 'false' },
  // As in the build.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Laws by the thousand on a machine that does other things as well: a limit for what hangs, not for what is slow.
    testTimeout: 60_000,
    // Every core: one would stay idle otherwise, and there are only two where this runs most.
    maxWorkers: '100%',
    projects: [
      project('unit', ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture.test.ts']),
      project('integration', ['tests/integration/**/*.test.ts']),
      project('corpus', ['tests/corpus/*.test.ts']),
      project('component', ['tests/component/**/*.test.{ts,tsx}']),
    ],
  },
});
