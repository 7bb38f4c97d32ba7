// A configuration profile for macOS: one payload for the browser's own policies and one for the extension's
// values. Identifiers are made of the list's id, so that a new profile takes the place of the one before.

import { extensionSetting } from './chromium-policies';
import type { Deployment, DeploymentFile } from './deployment';

const DOMAINS = {
  chrome: 'com.google.Chrome',
  edge: 'com.microsoft.Edge',
  chromium: 'org.chromium.Chromium',
} as const;

export function macFiles(deployment: Deployment): DeploymentFile[] {
  return Object.entries(DOMAINS).map(([key, domain]) => ({
    path: `macos/${key}.mobileconfig`,
    content: profile(deployment, domain),
    encoding: 'utf-8',
  }));
}

function profile(deployment: Deployment, domain: string): string {
  const { name, chromiumId, values } = deployment;
  const identifier = `fingertip-ledger.${name}.${domain}`;
  const setting = extensionSetting(deployment);
  const payloads = [
    ...(setting
      ? [payload(domain, `${identifier}.browser`, { ExtensionSettings: { [chromiumId]: setting } })]
      : []),
    payload(`${domain}.extensions.${chromiumId}`, `${identifier}.values`, values),
  ];
  const root = {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: identifier,
    PayloadUUID: uuidOf(identifier),
    PayloadDisplayName: '指尖账本 · Fingertip Ledger',
    PayloadScope: 'System',
    PayloadContent: payloads,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${toXml(root)}
</plist>
`;
}

function payload(type: string, identifier: string, content: object): object {
  return {
    PayloadType: type,
    PayloadVersion: 1,
    PayloadIdentifier: identifier,
    PayloadUUID: uuidOf(identifier),
    ...content,
  };
}

function toXml(value: unknown): string {
  if (typeof value === 'string') return `<string>${escaped(value)}</string>`;
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>';
  if (typeof value === 'number') return `<integer>${value}</integer>`;
  if (Array.isArray(value)) return `<array>${value.map(toXml).join('\n')}</array>`;
  const entries = Object.entries(value as object);
  return `<dict>\n${entries.map(([key, item]) => `<key>${escaped(key)}</key>${toXml(item)}`).join('\n')}\n</dict>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The same name, the same UUID (FNV-1a, four times over): a profile must be told from others, not kept secret. */
function uuidOf(name: string): string {
  const words = [0, 1, 2, 3].map((seed) => {
    let hash = 0x811c9dc5 ^ seed;
    for (const char of name) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  });
  const hex = words.join('').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
