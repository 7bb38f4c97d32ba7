import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDomainConfig } from '../../../utils/config/parse';
import { AD_HOC_FORM_TOOLS, defaultChoice, regionsOf } from '../../../utils/config/starter';
import { configOf, portalOf } from './sample';

function read(path: string) {
  const parsed = parseDomainConfig(readFileSync(new URL(`../../../${path}`, import.meta.url)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value.config;
}

describe('the starter list', () => {
  const starter = read('public/configs/starter.json');
  const byId = new Map(starter.portals.map((portal) => [portal.id, portal]));

  it('names every portal in both languages', () => {
    for (const { title } of starter.portals) expect(Object.keys(title)).toEqual(['zh-CN', 'en']);
  });

  it('has the form tools that are off by name', () => {
    for (const id of AD_HOC_FORM_TOOLS) expect(byId.has(id)).toBe(true);
  });

  it('switches on work of the nation and the province, nothing private or public', () => {
    for (const region of [null, ...regionsOf(starter)]) {
      const chosen = defaultChoice(starter, region).map((id) => byId.get(id));
      expect(chosen.length).toBeGreaterThan(5);
      for (const portal of chosen) {
        expect([null, region]).toContain(portal?.region);
        expect(['messaging', 'public-site']).not.toContain(portal?.category);
        expect(AD_HOC_FORM_TOOLS).not.toContain(portal?.id);
      }
    }
    expect(defaultChoice(starter, '浙江省')).toContain('zhebei-party-home');
    expect(defaultChoice(starter, null)).not.toContain('zhebei-party-home');
  });
});

it('takes 全国 for the whole nation', () => {
  const config = configOf(
    portalOf('a', { region: '全国' }),
    portalOf('b', { region: '浙江省' }),
    portalOf('c'),
  );
  expect(defaultChoice(config, null)).toEqual(['a', 'c']);
  expect(regionsOf(config)).toEqual(['浙江省']);
});

it('the administrators’ template is a valid config with example hosts only', () => {
  const { portals } = read('docs/template-config.json');
  expect(portals).toHaveLength(8);
  for (const { match } of portals) expect(match.join()).toMatch(/^http:\/\/10\.0\.0\.\d+:8080\//);
});
