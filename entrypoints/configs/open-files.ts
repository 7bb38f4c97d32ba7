// Files that an administrator opens in the editor: a list as it was saved, or a table of systems.
import type { FileNote } from '../../components/editor/editor-types';
import { addPortals, type Draft, emptyDraft, openDocument } from '../../utils/config/draft';
import { MAX_CONFIG_BYTES } from '../../utils/config/parse';
import { MAX_TABLE_BYTES, readTable } from '../../utils/config/read-table';
import type { Problem } from '../../utils/platform/problem';

export interface Opened {
  draft: Draft | null;
  note: FileNote;
}

const refused = (name: string, problems: readonly Problem[]): Opened => ({
  draft: null,
  note: { state: 'refused', name, problems },
});

export async function openList(file: File): Promise<Opened> {
  const bytes = new Uint8Array(await file.slice(0, MAX_CONFIG_BYTES + 1).arrayBuffer());
  const { draft, problems } = openDocument(bytes);
  if (draft === null)
    return refused(file.name, problems.length > 0 ? problems : [{ code: 'wrongShape', path: '' }]);
  return { draft, note: { state: 'opened', name: file.name, portals: draft.portals.length, problems } };
}

/** The rows of a table join what is there. */
export async function openTable(file: File, draft: Draft | null): Promise<Opened> {
  const bytes = new Uint8Array(await file.slice(0, MAX_TABLE_BYTES + 1).arrayBuffer());
  const table = readTable(bytes);
  if (!table.ok) return refused(file.name, table.problem);
  const { portals, problems } = table.value;
  return {
    draft: addPortals(draft ?? emptyDraft(), portals),
    note: { state: 'table', name: file.name, portals: portals.length, problems },
  };
}

/** What Excel opens as a table with Chinese headings. */
export const EMPTY_TABLE =
  '\uFEFF名称,网址,部门,层级,类别\r\n村务管理平台（示例，请改）,https://cunwu.example.gov.cn/,农业农村局,县级,填报\r\n';
