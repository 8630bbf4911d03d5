import { describe, expect, it } from 'vitest';
import { libraryMaterial } from '#tests/fixtures/bench.ts';
import { createMaterialFinder } from './find-material.ts';

const { find } = createMaterialFinder([
  libraryMaterial('bergamot-oil', {
    en: 'Bergamot oil (expressed)',
    ko: '베르가못 오일',
    cas: ['8007-75-8'],
    inci: 'Citrus Aurantium Bergamia Fruit Oil',
  }),
  libraryMaterial('lavender-oil', { en: 'Lavender oil', ko: '라벤더 오일', cas: ['8000-28-0'] }, { sku: 'LAV-40/42' }),
  libraryMaterial('iso-e-super', {
    en: 'Iso E Super',
    ko: '아이소 이 슈퍼',
    cas: ['54464-57-2'],
    aliases: { en: ['OTNE', 'Patchouli ethanone'], ko: ['이소 이 수퍼'] },
  }),
  libraryMaterial('alpha-damascone', { en: 'α-Damascone', ko: '알파 다마스콘', cas: ['43052-87-5'] }),
  libraryMaterial('rose-absolute', { en: 'Rose absolute', ko: '로즈 앱솔루트', cas: ['8007-01-0'] }),
  libraryMaterial('rose-oxide', { en: 'Rose oxide', ko: '로즈 옥사이드' }),
  libraryMaterial('tuberose', { en: 'Tuberose absolute', ko: '튜베로즈 앱솔루트' }),
  libraryMaterial('rose', { en: 'Rose', ko: '로즈' }),
  libraryMaterial('elemi', { en: 'Élémi oil', ko: '엘레미 오일' }),
  { ...libraryMaterial('old-rose', { en: 'Rose old', ko: '옛 로즈' }), archived: true },
]);
const ids = (typed: string) => find(typed).map(({ material }) => material.material.id as string);
const first = (typed: string) => {
  const [found] = find(typed);
  return found && [found.material.material.id, found.kind, found.text.slice(found.from, found.to)];
};

describe('finding a material', () => {
  it.each([
    ['bergamot', ['bergamot-oil', 'prefix', 'Bergamot']],
    ['BERGAMOT OIL', ['bergamot-oil', 'prefix', 'Bergamot oil']],
    ['베르가못', ['bergamot-oil', 'prefix', '베르가못']],
    ['베르가못오일', ['bergamot-oil', 'exact', '베르가못 오일']],
    ['베르가못'.normalize('NFD'), ['bergamot-oil', 'prefix', '베르가못']],
    ['벨', ['bergamot-oil', 'prefix', '베르']],
    ['ㅂㄹㄱㅁ', ['bergamot-oil', 'initials', '베르가못']],
    ['ㄹㅂㄷㅇㅇ', ['lavender-oil', 'initials', '라벤더 오일']],
    ['라ㅂㄷ', ['lavender-oil', 'initials', '라벤더']],
    ['8007-75-8', ['bergamot-oil', 'exact', '8007-75-8']],
    ['8007758', ['bergamot-oil', 'exact', '8007-75-8']],
    ['8007-7', ['bergamot-oil', 'prefix', '8007-7']],
    ['citrus aurantium', ['bergamot-oil', 'prefix', 'Citrus Aurantium']],
    ['lav-40', ['lavender-oil', 'prefix', 'LAV-40']],
    ['isoesuper', ['iso-e-super', 'exact', 'Iso E Super']],
    ['otne', ['iso-e-super', 'exact', 'OTNE']],
    ['ethanone', ['iso-e-super', 'word', 'ethanone']],
    ['super iso', ['iso-e-super', 'words', 'Super']],
    ['alpha-damascone', ['alpha-damascone', 'exact', 'α-Damascone']],
    ['elemi', ['elemi', 'prefix', 'Élémi']],
    ['amot', ['bergamot-oil', 'inside', 'amot']],
    ['bergamott', ['bergamot-oil', 'slip', 'Bergamot']],
    ['bregamot', ['bergamot-oil', 'slip', 'Bergamot']],
    ['베르가뭇', ['bergamot-oil', 'slip', '베르가못']],
    ['라밴더', ['lavender-oil', 'slip', '라벤더']],
  ])('understands %s', (typed, meant) => expect(first(typed)).toEqual(meant));

  it('hears the keyboard in the other language', () => {
    expect(find('qpfmrkaht')[0]).toMatchObject({
      kind: 'prefix',
      otherLayout: true,
      text: '베르가못 오일',
      from: 0,
      to: 4,
    });
    expect(find('qpfmrkahlt')[0]).toMatchObject({ kind: 'slip', otherLayout: true, text: '베르가못 오일' });
    expect(find('qfra')[0]).toMatchObject({ kind: 'initials', otherLayout: true, text: '베르가못 오일' });
    expect(find('ㅠㄷㄱㅎ므ㅐㅅ')[0]).toMatchObject({
      otherLayout: true,
      text: 'Bergamot oil (expressed)',
      from: 0,
      to: 8,
    });
  });

  it('ranks the whole name before beginnings, beginnings before what lies inside', () => {
    expect(ids('rose')).toEqual(['rose', 'rose-oxide', 'rose-absolute', 'tuberose']);
    expect(ids('로즈')).toEqual(['rose', 'rose-oxide', 'rose-absolute', 'tuberose']);
  });

  it('finds nothing for nothing, and no archived material', () => {
    expect(ids('  ')).toEqual([]);
    expect(ids('()')).toEqual([]);
    expect(ids('zzzz')).toEqual([]);
    expect(ids('old')).not.toContain('old-rose');
  });

  it('gives each material once and no more than asked', () => {
    expect(find('o', 2)).toHaveLength(2);
    expect(new Set(ids('오일')).size).toBe(ids('오일').length);
  });
});
