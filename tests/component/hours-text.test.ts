import { describe, expect, it } from 'vitest';
import { parseHours, writeHours } from '../../components/hours-text';

const DAY = [
  [510, 720],
  [840, 1080],
] as const;

describe('hours as text', () => {
  it.each([
    '08:30–12:00, 14:00–18:00',
    '8:30-12:00 14:00-18:00',
    '０８：３０～１２：００，１４：００～１８：００',
    '8:30至12:00、14:00至18:00',
  ])('%s are understood', (text) => expect(parseHours(text)).toEqual(DAY));

  it('are nothing on a day off', () => expect(parseHours(' ')).toEqual([]));
  it('end at midnight at the latest', () => expect(parseHours('20:00-24:00')).toEqual([[1200, 1440]]));

  it.each([
    '上午',
    '8-12',
    '12:00-8:30',
    '8:30-12:00 11:00-13:00',
    '08:75-12:00',
    '20:00-24:01',
    '8:30-12:00 x',
  ])('%s are refused', (text) => expect(parseHours(text)).toBeNull());

  it('are written as they are read', () => expect(parseHours(writeHours(DAY))).toEqual(DAY));
});
