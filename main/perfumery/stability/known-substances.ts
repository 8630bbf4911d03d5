/**
 * @file Structures of substances that occur inside naturals and bases and react, so that a natural can be warned of by what
 * is in it. Formula and SMILES of the named structure; stereochemistry left out.
 */

export interface KnownSubstance {
  readonly ko: string;
  /** Hill order. */
  readonly formula: string;
  readonly smiles: string;
}

const rows: readonly (readonly [cas: string, ko: string, formula: string, smiles: string])[] = [
  ['134-20-3', '안트라닐산 메틸', 'C8H9NO2', 'COC(=O)C1=CC=CC=C1N'],
  ['87-25-2', '안트라닐산 에틸', 'C9H11NO2', 'CCOC(=O)C1=CC=CC=C1N'],
  ['85-91-6', 'N-메틸안트라닐산 메틸', 'C9H11NO2', 'CNC1=CC=CC=C1C(=O)OC'],
  ['5392-40-5', '시트랄', 'C10H16O', 'CC(=CCCC(=CC=O)C)C'],
  ['141-27-5', '제라니알', 'C10H16O', 'CC(=CCCC(=CC=O)C)C'],
  ['106-26-3', '네랄', 'C10H16O', 'CC(=CCCC(=CC=O)C)C'],
  ['106-23-0', '시트로넬알', 'C10H18O', 'CC(CCC=C(C)C)CC=O'],
  ['104-55-2', '신남알데하이드', 'C9H8O', 'C1=CC=C(C=C1)C=CC=O'],
  ['100-52-7', '벤즈알데하이드', 'C7H6O', 'C1=CC=C(C=C1)C=O'],
  ['121-33-5', '바닐린', 'C8H8O3', 'COC1=C(C=CC(=C1)C=O)O'],
  ['90-02-8', '살리실알데하이드', 'C7H6O2', 'C1=CC=C(C(=C1)C=O)O'],
  ['123-11-5', '아니스알데하이드', 'C8H8O2', 'COC1=CC=C(C=C1)C=O'],
  ['122-03-2', '쿠민알데하이드', 'C10H12O', 'CC(C)C1=CC=C(C=C1)C=O'],
  ['2111-75-3', '페릴알데하이드', 'C10H14O', 'CC(=C)C1CCC(=CC1)C=O'],
  ['124-13-0', '옥탄알', 'C8H16O', 'CCCCCCCC=O'],
  ['124-19-6', '노난알', 'C9H18O', 'CCCCCCCCC=O'],
  ['112-31-2', '데칸알', 'C10H20O', 'CCCCCCCCCC=O'],
  ['112-54-9', '도데칸알', 'C12H24O', 'CCCCCCCCCCCC=O'],
  ['6728-26-3', '트랜스-2-헥센알', 'C6H10O', 'CCCC=CC=O'],
  ['120-72-9', '인돌', 'C8H7N', 'C1=CC=C2C(=C1)C=CN2'],
  ['83-34-1', '스카톨', 'C9H9N', 'CC1=CNC2=CC=CC=C12'],
  ['97-53-0', '유제놀', 'C10H12O2', 'COC1=C(C=CC(=C1)CC=C)O'],
  ['97-54-1', '아이소유제놀', 'C10H12O2', 'CC=CC1=CC(=C(C=C1)O)OC'],
  ['115-95-7', '리날릴 아세테이트', 'C12H20O2', 'CC(=CCCC(C)(C=C)OC(=O)C)C'],
  ['78-70-6', '리날로올', 'C10H18O', 'CC(=CCCC(C)(C=C)O)C'],
  ['5989-27-5', '디 리모넨', 'C10H16', 'CC1=CCC(CC1)C(=C)C'],
  ['138-86-3', '리모넨', 'C10H16', 'CC1=CCC(CC1)C(=C)C'],
  ['80-56-8', '알파 피넨', 'C10H16', 'CC1=CCC2CC1C2(C)C'],
  ['127-91-3', '베타 피넨', 'C10H16', 'CC1(C2CCC(=C)C1C2)C'],
  ['13466-78-9', '델타-3-카렌', 'C10H16', 'CC1=CCC2C(C1)C2(C)C'],
  ['105-87-3', '제라닐 아세테이트', 'C12H20O2', 'CC(=CCCC(=CCOC(=O)C)C)C'],
  ['140-11-4', '벤질 아세테이트', 'C9H10O2', 'CC(=O)OCC1=CC=CC=C1'],
  ['91-64-5', '쿠마린', 'C9H6O2', 'C1=CC=C2C(=C1)C=CC(=O)O2'],
  ['120-57-0', '헬리오트로핀', 'C8H6O3', 'C1OC2=C(O1)C=C(C=C2)C=O'],
];

/** By CAS number. */
export const knownSubstances: ReadonlyMap<string, KnownSubstance> = new Map(
  rows.map(([cas, ko, formula, smiles]) => [cas, { ko, formula, smiles }]),
);
