// The instructions that go with a kit: one page, Chinese and English, to be opened on any computer or printed.

import type { Deployment } from './deployment';
import { GUIDE_EN } from './guide-en';
import { GUIDE_ZH } from './guide-zh';

/** `isWhole`: the kit brings the extension itself, not only policies for one that is installed. */
export function renderGuide(deployment: Deployment, isWhole: boolean): string {
  const places: Record<string, string> = {
    id: deployment.chromiumId,
    firefoxId: deployment.firefoxId,
    updateUrl: deployment.updateUrl ?? '—',
    xpiUrl: deployment.xpiUrl ?? '—',
    hosts: String(deployment.allowedHosts?.length ?? 0),
  };
  const fill = (text: string) =>
    text
      .replace(/<section data-if="(whole|policies|confined)">([\s\S]*?)<\/section>\n?/g, (_, when, inner) =>
        applies(when, deployment, isWhole) ? inner : '',
      )
      .replace(/\{(\w+)\}/g, (whole, name: string) => escaped(places[name] ?? whole));
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>指尖账本：统一安装说明 · Fingertip Ledger: how to install it for an organisation</title>
<style>${STYLE}</style>
<main>
<article lang="zh-CN">${fill(GUIDE_ZH)}</article>
<hr>
<article lang="en">${fill(GUIDE_EN)}</article>
</main>
</html>
`;
}

function applies(when: string, { allowedHosts }: Deployment, isWhole: boolean): boolean {
  if (when === 'confined') return allowedHosts !== null && isWhole;
  return when === 'whole' ? isWhole : !isWhole;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const STYLE = `
:root { color-scheme: light dark; --soft: #56605d; --line: #dcd8cd; }
@media (prefers-color-scheme: dark) { :root { --soft: #a6adaa; --line: #343b3a; } }
body { font: 16px/1.65 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; margin: 0; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
code { font-family: ui-monospace, Consolas, monospace; font-size: .85em; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); }
.soft { color: var(--soft); } hr { border: 0; border-top: 1px solid var(--line); margin: 3rem 0; }
`;
