// From the form on the page to a choice that says all about a package.
import type { ExportForm } from '../../components/export-types';
import { type ExportChoice, studyCodeText } from '../../utils/export/plan';
import { browser } from '../../utils/platform/browser';
import { sha256 } from '../../utils/platform/digest';

export const extensionFacts = () => ({
  version: browser.runtime.getManifest().version,
  build: __MANAGED_BUILD__ ? 'managed' : 'store',
});

export async function choiceOf(form: ExportForm): Promise<ExportChoice> {
  return {
    level: form.level === 'L1' ? 'L1' : 'L2',
    from: form.from,
    to: form.to,
    codeDigest: await sha256(new TextEncoder().encode(studyCodeText(form.studyCode))),
    shiftDates: form.shiftDates,
    parquet: form.parquet,
    strikes: {
      dates: form.struckDates,
      portalIds: form.struckPortals,
      rows: form.struckRows,
      portalPairs: !form.portalPairs,
    },
  };
}
