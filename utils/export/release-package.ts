// L3: the release as a package of its own, with its codebook and the disclosure report.
import { ATTENTION_DEFINITION } from '../domain/attention-definition';
import type { Row } from '../domain/package/column';
import { RELEASE_TABLES } from '../domain/package/release-tables';
import { codebookOf } from './codebook';
import { descriptorOf } from './data-package';
import { openTable } from './package-writer';
import { openZip } from './zip';

export interface ReleaseFiles {
  exportId: string;
  from: string;
  to: string;
  indicators: readonly Row[];
  pairs: readonly Row[];
  /** What was done: k, dominance, noise, how many packages and people. */
  parameters: Record<string, unknown>;
  report: { zh: string; en: string };
}

export async function writeRelease(
  files: ReleaseFiles,
): Promise<{ name: string; pieces: Uint8Array<ArrayBuffer>[] }> {
  const zip = openZip();
  const rows = { indicator_table: files.indicators, pair_table: files.pairs };
  const written = [];
  for (const table of RELEASE_TABLES) {
    const writer = await openTable(zip, table, true);
    await writer.add(rows[table.name]);
    written.push(await writer.end());
  }
  const provenance = {
    level: 'L3',
    exportId: files.exportId,
    from: files.from,
    to: files.to,
    parameters: files.parameters,
    attention: ATTENTION_DEFINITION,
  };
  const texts = {
    'datapackage.json': JSON.stringify(
      descriptorOf(
        {
          name: `fingertip-ledger-l3-${files.exportId}`,
          title: `指尖账本 · Fingertip Ledger, L3, ${files.from} – ${files.to}`,
          description: '多人的匿名汇总。 Aggregates over many people.',
        },
        provenance,
        written,
      ),
      null,
      2,
    ),
    'codebook.zh-CN.md': codebookOf('zh', RELEASE_TABLES, provenance, false),
    'codebook.en.md': codebookOf('en', RELEASE_TABLES, provenance, false),
    'disclosure.zh-CN.md': files.report.zh,
    'disclosure.en.md': files.report.en,
  };
  for (const [path, text] of Object.entries(texts)) {
    const file = zip.open(path);
    await file.add(new TextEncoder().encode(text));
    await file.end();
  }
  const id = files.exportId.slice(1, 9);
  return { name: `fingertip-ledger_L3_${files.from}_${files.to}_${id}.zip`, pieces: await zip.finish() };
}
