// Policies of Chrome, Edge and Chromium: a JSON file on Linux, the registry on Windows. The extension's own
// values stand under `3rdparty`.

import type { Deployment, DeploymentFile, PolicyValues } from './deployment';

interface Brand {
  key: string;
  linuxFolder: string;
  registryKey: string;
}

export const BRANDS: readonly Brand[] = [
  { key: 'chrome', linuxFolder: '/etc/opt/chrome/policies/managed', registryKey: 'Google\\Chrome' },
  { key: 'edge', linuxFolder: '/etc/opt/edge/policies/managed', registryKey: 'Microsoft\\Edge' },
  { key: 'chromium', linuxFolder: '/etc/chromium/policies/managed', registryKey: 'Chromium' },
];

export function chromiumFiles(deployment: Deployment): DeploymentFile[] {
  const json = `${JSON.stringify(chromiumPolicy(deployment), null, 2)}\n`;
  const linux = BRANDS.map(
    ({ key }): DeploymentFile => ({
      path: `linux/${key}/fingertip-ledger.json`,
      content: json,
      encoding: 'utf-8',
    }),
  );
  const windows = BRANDS.map(
    (brand): DeploymentFile => ({
      path: `windows/${brand.key}.reg`,
      content: registryFile(deployment, brand),
      encoding: 'utf-16le',
    }),
  );
  return [...linux, ...windows];
}

export function chromiumPolicy(deployment: Deployment): object {
  const { chromiumId, values } = deployment;
  const settings = extensionSetting(deployment);
  return {
    ...(settings ? { ExtensionSettings: { [chromiumId]: settings } } : {}),
    '3rdparty': { extensions: { [chromiumId]: values } },
  };
}

/** null where the extension is installed already and not confined. */
export function extensionSetting({ updateUrl, allowedHosts }: Deployment): object | null {
  const install =
    updateUrl === null
      ? {}
      : { installation_mode: 'force_installed', update_url: updateUrl, toolbar_pin: 'force_pinned' };
  const confine =
    allowedHosts === null ? {} : { runtime_blocked_hosts: ['*://*'], runtime_allowed_hosts: allowedHosts };
  // Without an installation mode a setting would allow or block the extension by the default for all others.
  return updateUrl === null ? null : { ...install, ...confine };
}

function registryFile(deployment: Deployment, { registryKey }: Brand): string {
  const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${registryKey}`;
  const setting = extensionSetting(deployment);
  const lines = ['Windows Registry Editor Version 5.00', ''];
  if (setting) {
    // Extensions have a key each, so that an organisation's other extensions stay as they are.
    const json = JSON.stringify(setting);
    lines.push(`[${root}\\ExtensionSettings]`, `"${deployment.chromiumId}"=${quoted(json)}`, '');
  }
  lines.push(`[${root}\\3rdparty\\extensions\\${deployment.chromiumId}\\policy]`);
  lines.push(...registryValues(deployment.values), '');
  return lines.join('\r\n');
}

function registryValues(values: PolicyValues): string[] {
  return Object.entries(values).map(([name, value]) =>
    typeof value === 'string'
      ? `"${name}"=${quoted(value)}`
      : `"${name}"=dword:${Number(value).toString(16).padStart(8, '0')}`,
  );
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
