import { describe, expect, it } from 'vitest';
import { readComposition } from './read-composition.ts';

const table = (text: string) => text.split('\n').map((row) => row.split(';').map((cell) => cell.trim()));
const shares = (text: string) => readComposition(table(text)).materials.get('');
const whys = (text: string) => readComposition(table(text)).faults.map(({ why, row }) => [why, row]);

describe('a composition', () => {
  it('is read by its header, in any order of columns', () => {
    expect(shares('Component; Area %; CAS No.\nLinalool; 34,5; 78-70-6\nLinalyl acetate; 30,1 %; 115-95-7')).toEqual([
      { cas: '78-70-6', name: 'Linalool', typical: 34.5 },
      { cas: '115-95-7', name: 'Linalyl acetate', typical: 30.1 },
    ]);
  });

  it('is read without a header, by what stands in the columns', () => {
    expect(shares('78-70-6; 34.5; Linalool')).toEqual([{ cas: '78-70-6', name: 'Linalool', typical: 34.5 }]);
    expect(shares('78-70-6; 12')).toEqual([{ cas: '78-70-6', name: '78-70-6', typical: 12 }]);
  });

  it('of many naturals is kept apart by their names, however they are spaced', () => {
    const rows = table(
      'Natural_Name;Constituent_Name;Constituent_CAS;Percentage\nCassia  bark oil;Cinnamal;104-55-2;80\nBalm oil;Citronellal;106-23-0;6.88',
    );
    expect([...readComposition(rows).materials.keys()]).toEqual(['Cassia bark oil', 'Balm oil']);
  });

  it('says each row it cannot read', () => {
    expect(whys('CAS;%\n78-70-5;3\nlinalool;3\n78-70-6;much\n115-95-7;\n106-23-0;101')).toEqual([
      ['cas-check-digit', 2],
      ['no-cas', 3],
      ['not-a-percent', 4],
      ['no-percent', 5],
      ['not-a-percent', 6],
    ]);
    expect(whys('nothing;here')).toEqual([['no-columns', 1]]);
  });

  it('takes a share of 0 for a gap, and adds up what stands twice', () => {
    const { materials, faults } = readComposition(
      table('CAS;%;Name\n78-70-6;0.0;Linalool\n106-23-0;1;a\n106-23-0;2;b'),
    );
    expect(materials.get('')).toEqual([{ cas: '106-23-0', name: 'a', typical: 3 }]);
    expect(faults.map(({ why, stops }) => [why, stops])).toEqual([
      ['zero', false],
      ['twice', false],
    ]);
  });

  it('cannot be more than the whole', () => {
    expect(whys('CAS;%\n78-70-6;60\n106-23-0;41')).toEqual([['over-whole', 0]]);
  });
});
