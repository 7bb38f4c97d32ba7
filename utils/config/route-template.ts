// Whether a stored route is one that a form's glob means. Records keep templates (`/report/:n`), configs are
// written in literal routes (`/report/*`, `/v2/monthly`): the glob is turned into a template in the same way.
import { toRoute } from '../domain/route';
import { compileGlob, matchesGlob } from './glob';
import { normaliseRoute } from './patterns';

/** A plain word to the template's rules, standing for the glob's star. */
const STAR = 'zzstarzz';

export function matchesRouteTemplate(template: string, glob: string): boolean {
  const literal = normaliseRoute(glob);
  if (literal === null) return false;
  const url = new URL(`http://h/${literal.replaceAll('*', STAR)}`.replace('h//', 'h/'));
  const asTemplate = toRoute(url).replaceAll(STAR, '*');
  return matchesGlob(compileGlob(literal.startsWith('*') ? asTemplate.slice(1) : asTemplate), template);
}
