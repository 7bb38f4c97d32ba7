// Below a public suffix anyone, or every authority of the country, may have a name: a wildcard directly under
// one would reach far more than portals. Compact on purpose: the suffixes of China, and the usual generic
// second levels of every other country.

const CHINA_SECOND_LEVELS = new Set(
  (
    'ac com edu gov mil net org ' +
    'ah bj cq fj gd gs gx gz ha hb he hi hk hl hn jl js jx ln mo nm nx qh sc sd sh sn sx tj tw xj xz yn zj ' +
    // 公司.cn, 网络.cn, 網絡.cn
    'xn--55qx5d xn--io0a7i xn--od0alg'
  ).split(' '),
);
const GENERIC_SECOND_LEVELS = new Set('ac co com edu go gob gouv gov idv mil ne net nom or org'.split(' '));

/** `host` in ASCII and lower case. */
export function isPublicSuffix(host: string): boolean {
  const labels = host.split('.');
  if (labels.length === 1) return true;
  const [second = '', top = ''] = labels;
  if (labels.length !== 2) return false;
  return top === 'cn'
    ? CHINA_SECOND_LEVELS.has(second)
    : top.length === 2 && GENERIC_SECOND_LEVELS.has(second);
}
