// Makes the script that runs in portal pages as small as it can be without changing what it does: names of its
// own properties become one letter, and the starter's messages about its own failures go. What crosses a
// border keeps its name: messages, published plans, the page's and the browser's interfaces. So the names
// are listed one by one; tests/unit/own-names.test.ts looks for each of them in every such border.
import { minify } from 'terser';

export const PAGE_SCRIPT = 'content-scripts/portal.js';

export const OWN_NAMES = (
  'act actAnswered activeSinceArrival activeSoFar actsAt addEvidence answered askBelow asksWho boxes ' +
  'boxesOnly bringBack carried dropIn echoes edits expectLastPage fieldsSeen firstActive firstAt formLayer ' +
  'goOn han hasAnswer hasAny hasFirst hasFirstAnswer isAnswer isNative isPrivate isSecretFilled ' +
  'lastGestureAt lastInputAt latin layerSeen least leave leaving loginOnly lookNow midnightAt modes mono ' +
  'most nextSeq note noteClick noteNativeForm noteSecret noteStep offered onAct onAnswered onBeat onCancel ' +
  'onChain onCommitOverFrame onEvidence onFocus onGesture onNativeForm onSpan onStep ownMarks quietly readWhole ' +
  'relocate renewed roots seen setRecording settleFocus spend wall watch windowMs'
).split(' ');

/** WXT's own starter, of which this script needs one line: the rest is a silent logger and an empty context. */
const STARTER = 'content-script-isolated-world-entrypoint';
const STARTED = /^import definition from .*$/m;

interface Output {
  fileName: string;
  code?: string;
}

/**
 * One Han character would make the browser keep the whole script in two bytes a character. Those that are there
 * stand in strings and regular expressions, where an escape means the same.
 */
const toAscii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A Vite plugin. */
export function shrinkPageScript() {
  return {
    name: 'shrink-page-script',
    apply: 'build' as const,
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!id.includes(STARTER)) return null;
      const [definition] = STARTED.exec(code) ?? [];
      if (!definition) throw new Error(`${STARTER} begins otherwise`);
      return { code: `${definition}\nexport default definition.main();`, map: null };
    },
    async generateBundle(_options: unknown, bundle: Record<string, Output>) {
      for (const output of Object.values(bundle)) {
        if (output.fileName !== PAGE_SCRIPT || output.code === undefined) continue;
        const { code = '' } = await minify(output.code, {
          ecma: 2020,
          compress: { passes: 3, unsafe_arrows: true },
          mangle: { properties: { regex: new RegExp(`^(?:${OWN_NAMES.join('|')})$`), keep_quoted: true } },
          format: { comments: false },
        });
        output.code = toAscii(code);
      }
    },
  };
}
