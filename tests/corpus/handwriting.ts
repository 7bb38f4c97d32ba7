// How one officer writes: some values spelled as a portal wants them or as the officer is used to there, the same
// way every time; others formatted as it comes; and now and then a slip of the finger.
import type { Chance } from './chance';
import { formatting, respelling, slip } from './noise';
import type { Field, World } from './world';

export type Write = (field: Field, portalId: string) => string;

/** What may be spelled in a way of its own in a portal. Numbers are not: papers say what they are. */
const IS_SPELLED_FREELY = /\.(address|home|place)$/;
/** Typed wrongly and sent so. Forms check ID numbers, and people check telephones. */
const SLIPS = 0.003;

export function makeHandwriting(world: World, chance: Chance): Write {
  const spellings = new Map<string, string>();
  const spell = ({ kind, fact, value }: Field, portalId: string) => {
    const name = `${portalId} ${fact}`;
    const known = spellings.get(name);
    if (known !== undefined) return known;
    const isOwn = IS_SPELLED_FREELY.test(kind) && chance.happens(world.respelled);
    const spelled = isOwn ? respelling(chance, value) : value;
    spellings.set(name, spelled);
    return spelled;
  };
  return (field, portalId) => {
    if (field.kind === 'date' || field.kind === 'count') return field.value;
    const spelled = spell(field, portalId);
    const isCertain = field.kind === 'stock' || field.kind.startsWith('own.');
    const text = !isCertain && chance.happens(SLIPS) ? slip(chance, spelled) : spelled;
    return chance.happens(world.formatted) ? formatting(chance, text) : text;
  };
}
