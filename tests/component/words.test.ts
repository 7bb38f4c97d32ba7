// The two message files against each other and against what the interface may never say.
import { describe, expect, it } from 'vitest';
import { METRIC_IDS } from '../../components/metrics';
import { t, tCount } from '../../utils/platform/messages';
import { MESSAGES, speak } from './speak';

const { zh_CN: zh, en } = MESSAGES;
const NEVER_SAID = ['违规', '浪费', '无用', '排名', '得分', 'violat', 'waste', 'useless', 'ranking'];
const placesIn = (text: string) => [...new Set(text.match(/\$\d/g) ?? [])].sort();

describe('the words', () => {
  it('are the same keys in the same order in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  it.each(Object.keys(zh))('%s has words and the same places in both', (key) => {
    const [chinese, english] = [zh[key]?.message ?? '', en[key]?.message ?? ''];
    expect(chinese.trim()).not.toBe('');
    expect(english.trim()).not.toBe('');
    expect(placesIn(english)).toEqual(placesIn(chinese));
  });

  it('never accuse anybody', () => {
    const all = [...Object.values(zh), ...Object.values(en)].map((each) => each?.message.toLowerCase() ?? '');
    for (const word of NEVER_SAID) expect(all.filter((message) => message.includes(word))).toEqual([]);
  });

  it('define every figure', () => {
    for (const id of METRIC_IDS) {
      for (const part of ['name', 'definition', 'excludes'])
        expect(zh).toHaveProperty(`metric_${id}_${part}`);
    }
  });

  it('count one thing as one', () => {
    speak('en');
    expect(tCount('unobserved_days', 1)).toBe('1 day not observed');
    expect(tCount('unobserved_days', 2)).toBe('2 days not observed');
    expect(t('range_from_to', 'a', 'b')).toBe('a – b');
  });
});
