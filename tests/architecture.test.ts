// The direction of design.md, by folder. A rule that fails here is answered by moving code, not by a longer
// list: every exception below says why it is one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const ROOMS = ['utils', 'components', 'entrypoints'];

interface Import {
  specifier: string;
  typesOnly: boolean;
  /** Path below the root without extension; null for a package. */
  target: string | null;
}

interface Source {
  path: string;
  code: string;
  lines: number;
  imports: Import[];
}

/** What a layer may import at run time, and what only as types. Itself is always allowed. */
const LAYERS: Record<string, { values: string[]; types: string[] }> = {
  'utils/domain': { values: ['utils/platform'], types: [] },
  // The keys of the words, for their types.
  'utils/platform': { values: [], types: ['public/_locales'] },
  'utils/config': { values: ['utils/domain', 'utils/platform'], types: [] },
  'utils/release': { values: ['utils/domain', 'utils/platform'], types: [] },
  'utils/page': {
    values: ['utils/domain', 'utils/config', 'utils/platform'],
    types: ['utils/messaging/protocol'],
  },
  'utils/messaging': { values: ['utils/domain', 'utils/config', 'utils/platform'], types: [] },
  'utils/storage': { values: ['utils/domain', 'utils/config', 'utils/platform'], types: [] },
  'utils/export': { values: ['utils/domain', 'utils/config', 'utils/platform'], types: ['utils/storage'] },
  'utils/format': { values: ['utils/platform/messages'], types: ['utils/domain'] },
  components: {
    values: ['utils/format', 'utils/platform/messages', 'utils/domain'],
    types: [
      'utils/domain',
      'utils/config',
      'utils/storage/overview',
      'utils/messaging/protocol',
      'utils/platform/problem',
    ],
  },
  entrypoints: { values: ['utils', 'components'], types: [] },
};

/** Pure layers may use of platform only what has no effect. */
const PURE = ['utils/domain', 'utils/config', 'utils/release', 'utils/page'];
const PURE_PLATFORM = ['utils/platform/problem', 'utils/platform/build'];

const sources = ROOMS.flatMap((room) => filesOf(join(ROOT, room))).map(readSource);

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  const found = code.matchAll(/(?:^|\n)\s*(import|export)\s+([^;'"]*?from\s*)?['"]([^'"]+)['"]/g);
  const imports = [...found, ...code.matchAll(/(import)(\()['"]([^'"]+)['"]\)/g)].map((match): Import => {
    const [, , clause = '', specifier = ''] = match;
    const isLocal = specifier.startsWith('.');
    const names = /\{([^}]*)\}/.exec(clause)?.[1];
    const everyNameIsAType =
      names !== undefined &&
      /^\s*\{/.test(clause) &&
      names
        .split(',')
        .filter((name) => name.trim())
        .every((name) => name.trim().startsWith('type '));
    return {
      specifier,
      typesOnly: clause.trimStart().startsWith('type ') || everyNameIsAType,
      target: isLocal ? relative(ROOT, resolve(dirname(file), specifier)).replaceAll('\\', '/') : null,
    };
  });
  return { path: relative(ROOT, file).replaceAll('\\', '/'), code, lines: text.split('\n').length, imports };
}

const isIn = (path: string, room: string) =>
  path === room || path.startsWith(`${room}/`) || path === `${room}.ts`;
const layerOf = (path: string) => Object.keys(LAYERS).find((layer) => isIn(path, layer));
const breaches = (judge: (source: Source) => string[]) =>
  sources.flatMap((source) => judge(source).map((problem) => `${source.path}: ${problem}`));

describe('the one-way flow', () => {
  it('knows every folder', () => {
    expect(sources.map((source) => source.path).filter((path) => !layerOf(path))).toEqual([]);
  });

  it('imports only what the layer table allows', () => {
    const wrong = breaches((source) => {
      const layer = layerOf(source.path);
      const rules = layer ? LAYERS[layer] : undefined;
      if (!layer || !rules) return [];
      const pure = PURE.includes(layer);
      return source.imports.flatMap(({ target, typesOnly }) => {
        if (target === null || isIn(target, layer)) return [];
        const mayBeValue = rules.values.some((room) => isIn(target, room));
        const mayBeType = typesOnly && rules.types.some((room) => isIn(target, room));
        const hasEffects =
          isIn(target, 'utils/platform') && !PURE_PLATFORM.some((room) => isIn(target, room));
        if (pure && hasEffects && !typesOnly) return [`imports ${target}, which has effects`];
        return mayBeValue || mayBeType ? [] : [`imports ${target}${typesOnly ? ' (types)' : ''}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('has no entrypoint import another', () => {
    const entrypoint = (path: string) => path.split('/').slice(0, 2).join('/');
    const wrong = breaches((source) =>
      source.imports.flatMap(({ target }) =>
        isIn(source.path, 'entrypoints') &&
        target &&
        isIn(target, 'entrypoints') &&
        entrypoint(target) !== entrypoint(source.path)
          ? [`imports ${target}`]
          : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('lets only the background write records', () => {
    const wrong = breaches((source) =>
      source.imports.flatMap(({ target, typesOnly }) =>
        target === 'utils/storage/record-store' &&
        !typesOnly &&
        !isIn(source.path, 'entrypoints/background') &&
        !isIn(source.path, 'utils/storage')
          ? ['imports utils/storage/record-store']
          : [],
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the doors to the outside', () => {
  it('has one door to the browser API', () => {
    const api =
      /\b(?:chrome|browser)\.(?:runtime|storage|tabs|scripting|permissions|webRequest|alarms|idle|i18n|action|windows)\b/;
    const wrong = breaches((source) => {
      if (source.path === 'utils/platform/browser.ts') return [];
      const packages = source.imports.filter(({ specifier }) =>
        /^(wxt\/browser|webextension-polyfill)$/.test(specifier),
      );
      const problems = packages.filter((one) => !one.typesOnly).map((one) => `imports ${one.specifier}`);
      const usesDoor = source.imports.some(({ target }) => target === 'utils/platform/browser');
      if (!usesDoor && api.test(source.code)) problems.push('uses the browser API without its door');
      return problems;
    });
    expect(wrong).toEqual([]);
  });

  it('has one clock', () => {
    const wrong = breaches((source) => {
      if (source.path === 'utils/platform/clock.ts') return [];
      return /\bDate\.now\b|\bnew Date\(\s*\)|[^.\w]Date\(\s*\)/.test(source.code)
        ? ['asks the clock itself']
        : [];
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the pure layers from the page and the network', () => {
    const wrong = breaches((source) =>
      ['utils/domain', 'utils/config', 'utils/release'].some((room) => isIn(source.path, room)) &&
      /\b(?:document|window|fetch|indexedDB|localStorage)\b[.(]/.test(source.code)
        ? ['is not pure']
        : [],
    );
    expect(wrong).toEqual([]);
  });

  it('sends nothing anywhere', () => {
    const wrong = breaches((source) =>
      /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection)\b/.test(source.code)
        ? ['has a way to send']
        : [],
    );
    expect(wrong).toEqual([]);
  });
});

describe('the shape of files', () => {
  it('has no barrels', () => {
    expect(
      breaches((source) => (/\bexport\s+(?:type\s+)?\*/.test(source.code) ? ['re-exports all'] : [])),
    ).toEqual([]);
  });

  it('keeps entrypoints to wiring', () => {
    const mains = sources.filter((source) => /^entrypoints\/[^/]+\/(?:index|main)\.tsx?$/.test(source.path));
    expect(
      mains.filter((source) => source.lines > 66).map((one) => `${one.path}: ${one.lines} lines`),
    ).toEqual([]);
  });

  it('keeps files under 300 lines', () => {
    expect(
      sources.filter((source) => source.lines > 300).map((one) => `${one.path}: ${one.lines} lines`),
    ).toEqual([]);
  });
});
