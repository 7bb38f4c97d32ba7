// What is handed out to an organisation's computers: which extension, from where, with which policy values, and
// on which hosts it may act at all.

import { originOf } from '../address';
import { hostPermissions } from '../registration-plan';
import type { DomainConfig } from '../schema';

/** Values of `storage.managed`, flat, as public/managed_schema.json names them. */
export type PolicyValues = Record<string, string | number | boolean>;

export interface Deployment {
  /** The list's own id, for names of files. */
  name: string;
  /** Chromium's id of the packed extension. */
  chromiumId: string;
  firefoxId: string;
  /** Where browsers find the update manifest and the XPI; null: the extension is installed already. */
  updateUrl: string | null;
  xpiUrl: string | null;
  values: PolicyValues;
  /** Hosts for `runtime_allowed_hosts`, everything else being blocked; null: not confined. */
  allowedHosts: readonly string[] | null;
}

export interface DeploymentFile {
  path: string;
  content: string;
  /** `.reg` files are UTF-16, or old Windows shows no Chinese. */
  encoding: 'utf-8' | 'utf-16le';
}

/** Chromium takes at most a hundred patterns in these lists. */
const MAX_HOST_PATTERNS = 100;

/** Schemes and hosts without paths; a wildcard stands for the host itself as well. */
export function confinement(config: DomainConfig, subscriptionAddress: string | null): string[] | null {
  const origins = hostPermissions(config.portals);
  if (subscriptionAddress !== null) origins.push(originOf(subscriptionAddress));
  const hosts = [...new Set(origins.map((origin) => origin.replace(/^https?/, '*').replace(/\/\*$/, '')))];
  return hosts.length > MAX_HOST_PATTERNS ? null : hosts.sort();
}

/** The list on one line, as policies carry it. */
export function oneLine(json: string): string {
  return JSON.stringify(JSON.parse(json.replace(/^\uFEFF/, '')));
}
