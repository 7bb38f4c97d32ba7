// The domain config of the sample portals: nothing but id, title, category and match, so that the general
// detection does all the work. Patterns carry no port and therefore match any: one build serves every run.
import type { SamplePortal } from '../portals/portal';

export type ConfiguredPortal = Pick<SamplePortal, 'id' | 'title' | 'category' | 'host' | 'furtherHosts'>;

export function hostsOf(portals: readonly ConfiguredPortal[]): string[] {
  return portals.flatMap((portal) => [portal.host, ...(portal.furtherHosts ?? [])]);
}

export function configFor(portals: readonly ConfiguredPortal[], id = 'sample-portals', version = 1): object {
  return {
    format: 1,
    id,
    version,
    title: { 'zh-CN': '示例系统名录', en: 'Sample portals' },
    portals: portals.map((portal) => ({
      id: portal.id,
      title: { 'zh-CN': portal.title },
      category: portal.category,
      match: hostsOf([portal]).map((host) => `http://${host}/*`),
    })),
  };
}
