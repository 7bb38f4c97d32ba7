import fc from 'fast-check';
import { parseDomainConfig } from '../../../utils/config/parse';
import type { DomainConfig, DomainConfigDocument } from '../../../utils/config/schema';

type PortalDocument = DomainConfigDocument['portals'][number];

/** A portal that is complete but for what a test says of it. */
export function portalOf(id: string, rest: Partial<PortalDocument> = {}): PortalDocument {
  return {
    id,
    title: { 'zh-CN': id },
    category: 'reporting',
    match: [`https://${id}.example.gov.cn/*`],
    ...rest,
  };
}

export function documentOf(...portals: PortalDocument[]): DomainConfigDocument {
  return { format: 1, id: 'xx-county', version: 12, title: { 'zh-CN': '某县' }, portals };
}

export function configOf(...portals: PortalDocument[]): DomainConfig {
  const parsed = parseDomainConfig(JSON.stringify(documentOf(...portals)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value.config;
}

/** Any UTF-16, broken surrogates too. (fast-check's own `unit: 'binary'` takes seconds to set up.) */
export const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes));
