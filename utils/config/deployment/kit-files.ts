// All files that a deployment's policies and instructions consist of, and their bytes.

import { chromiumFiles } from './chromium-policies';
import type { Deployment, DeploymentFile } from './deployment';
import { firefoxFiles } from './firefox-policies';
import { renderGuide } from './guide';
import { macFiles } from './mac-profile';

export const GUIDE_NAME = '说明-instructions.html';

export function policyFiles(deployment: Deployment, isWhole: boolean): DeploymentFile[] {
  return [
    ...chromiumFiles(deployment),
    ...macFiles(deployment),
    ...firefoxFiles(deployment),
    { path: GUIDE_NAME, content: renderGuide(deployment, isWhole), encoding: 'utf-8' },
  ];
}

export function toBytes({ content, encoding }: DeploymentFile): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(content);
  const bytes = new Uint8Array(2 + content.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < content.length; at += 1) view.setUint16(2 + at * 2, content.charCodeAt(at), true);
  return bytes;
}
