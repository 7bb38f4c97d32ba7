// A config file from the person's disk to the background. It is checked here first, byte by byte, so that a
// refused file is never sent; the background checks again, for it trusts no page.
import type { ImportState } from '../../components/config-import';
import { problemOf } from '../../components/use-command';
import { textIn } from '../../utils/config/local-text';
import { MAX_CONFIG_BYTES, parseDomainConfig } from '../../utils/config/parse';
import { send } from '../../utils/messaging/messenger';
import { t } from '../../utils/platform/messages';

export async function importFile(file: File, show: (state: ImportState) => void): Promise<void> {
  show({ state: 'reading' });
  try {
    // One byte more than is allowed is enough to see that it is too large.
    const bytes = new Uint8Array(await file.slice(0, MAX_CONFIG_BYTES + 1).arrayBuffer());
    const parsed = parseDomainConfig(bytes);
    if (!parsed.ok) return show({ state: 'refused', problems: parsed.problem });
    const result = await send('importConfig', { text: new TextDecoder().decode(bytes) });
    if (!result.ok) return show({ state: 'refused', problems: result.problem });
    const title = textIn(parsed.value.config.title, t('language'));
    show({ state: 'accepted', title, portals: result.value.portals });
  } catch (error) {
    show({ state: 'refused', problems: [problemOf(error)] });
  }
}
