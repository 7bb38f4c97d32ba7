// From the form on the page to a plan of a package.
import type { ExportForm } from '../../components/export-types';
import { dayStart, offsetAt } from '../../utils/domain/local-day';
import type { PackagePlan } from '../../utils/export/package-writer';
import { type ExportSecrets, planPackage, studyCodeText } from '../../utils/export/plan';
import { browser } from '../../utils/platform/browser';
import { systemClock } from '../../utils/platform/clock';
import { sha256 } from '../../utils/platform/digest';
import type { ExportSource } from '../../utils/storage/export-source';

const NOON_MS = 12 * 3_600_000;

export async function planFromForm(
  source: ExportSource,
  form: ExportForm,
  secrets: ExportSecrets,
): Promise<PackagePlan> {
  const codeDigest = await sha256(new TextEncoder().encode(studyCodeText(form.studyCode)));
  return planPackage(
    source,
    {
      level: form.level === 'L1' ? 'L1' : 'L2',
      from: form.from,
      to: form.to,
      codeDigest,
      shiftDates: form.shiftDates,
      parquet: form.parquet,
      strikes: {
        dates: form.struckDates,
        portalIds: form.struckPortals,
        rows: form.struckRows,
        portalPairs: !form.portalPairs,
      },
    },
    secrets,
    { version: browser.runtime.getManifest().version, build: __MANAGED_BUILD__ ? 'managed' : 'store' },
    {
      now: systemClock().wall,
      utcOffsetAt: (date) => offsetAt(dayStart(date, 0) + NOON_MS),
    },
  );
}
