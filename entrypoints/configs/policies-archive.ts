// The policies that hand a list to browsers which have this extension already, as one zip.
import { strToU8, zipSync } from 'fflate';
import { oneLine } from '../../utils/config/deployment/deployment';
import { policyFiles, toBytes } from '../../utils/config/deployment/kit-files';
import type { Draft } from '../../utils/config/draft';
import { renderDraft } from '../../utils/config/draft';
import { browser } from '../../utils/platform/browser';

export function policiesArchive(draft: Draft): Uint8Array<ArrayBuffer> {
  const text = renderDraft(draft);
  const { id } = browser.runtime;
  const { browser_specific_settings: own } = browser.runtime.getManifest();
  const deployment = {
    name: draft.id,
    chromiumId: own?.gecko?.id ? CHROMIUM_ID_ELSEWHERE : id,
    firefoxId: own?.gecko?.id ?? FIREFOX_ID_ELSEWHERE,
    updateUrl: null,
    xpiUrl: null,
    values: { configJson: oneLine(text) },
    allowedHosts: null,
  };
  const files = policyFiles(deployment, false).map((file) => [file.path, toBytes(file)] as const);
  return zipSync(Object.fromEntries([...files, [`list/${draft.id}-v${draft.version}.json`, strToU8(text)]]));
}

// Of the other browser's build only the fixed id is known: Firefox's always, Chromium's of unpacked and managed builds.
const FIREFOX_ID_ELSEWHERE = 'fingertip-ledger@fingertip-ledger.org';
const CHROMIUM_ID_ELSEWHERE = 'jlnmjmmcnkcnmejdnmnfonijhkhphbfb';
