/**
 * @file What a perfume can be for: kinds of product with their IFRA category and the dosages in common use.
 *
 * Categories follow IFRA's definitions (51st Amendment). Dosages are presets of the trade, a place to start from and no
 * limit; the limits are the business of the safety engine.
 */
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { Category } from '#perfumery/safety/category.ts';
import { isRinseOff } from '#perfumery/safety/rinse-off.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';

export interface ProductType {
  /** Stable; stored in `Product.type`. */
  readonly key: string;
  readonly name: InTwoLanguages;
  readonly category: Category;
  /** % of concentrate in the finished product, the usual one first. */
  readonly dosages: readonly DecimalText[];
  readonly rinseOff: boolean;
}

const rows = [
  ['extrait', 'Extrait de parfum', '엑스트레 드 퍼퓸', '4', '20 25 30'],
  ['eau-de-parfum', 'Eau de parfum', '오 드 퍼퓸', '4', '15 12 18 20'],
  ['eau-de-toilette', 'Eau de toilette', '오 드 투알렛', '4', '8 5 10 12'],
  ['eau-de-cologne', 'Eau de cologne', '오 드 콜로뉴', '4', '4 3 5'],
  ['solid-perfume', 'Solid perfume', '고체 향수', '4', '15 10'],
  ['aftershave', 'Aftershave', '애프터셰이브', '4', '2 1 3'],
  ['lip-balm', 'Lip balm', '립밤', '1', '0.2 0.1'],
  ['deodorant', 'Deodorant', '데오도란트', '2', '1 0.5 1.5'],
  ['body-mist', 'Body mist', '보디 미스트', '2', '2 1 3'],
  ['face-make-up', 'Face make-up', '페이스 메이크업', '3', '0.2 0.1'],
  ['body-lotion', 'Body lotion', '보디 로션', '5A', '0.5 0.3 1'],
  ['face-cream', 'Face cream', '페이스 크림', '5B', '0.3 0.2 0.5'],
  ['beard-oil', 'Beard oil', '비어드 오일', '5B', '0.5 0.3 1'],
  ['hand-cream', 'Hand cream', '핸드크림', '5C', '0.5 0.3 0.8'],
  ['baby-lotion', 'Baby lotion', '베이비 로션', '5D', '0.1 0.05 0.2'],
  ['toothpaste', 'Toothpaste', '치약', '6', '1 0.5'],
  ['hair-colour', 'Hair dye or perm', '염색약·파마약', '7A', '0.5 0.3 1'],
  ['hair-perfume', 'Hair perfume', '헤어 퍼퓸', '7B', '2 1 3'],
  ['hair-oil', 'Hair oil', '헤어 오일', '7B', '0.5 0.3 1'],
  ['intimate-wipe', 'Intimate or baby wipe', '물티슈', '8', '0.1 0.05 0.2'],
  ['shower-gel', 'Shower gel', '샤워 젤', '9', '1 0.8 1.5'],
  ['shampoo', 'Shampoo', '샴푸', '9', '0.7 0.5 1'],
  ['soap', 'Bar soap', '비누', '9', '1.5 1 3'],
  ['bath-oil', 'Bath oil or salts', '입욕제', '9', '2 1 3'],
  ['fabric-softener', 'Fabric softener', '섬유 유연제', '10A', '0.8 0.5 1.5'],
  ['surface-cleaner', 'Surface cleaner', '다목적 세정제', '10A', '0.3 0.2 0.5'],
  ['room-spray', 'Room spray', '룸 스프레이', '10B', '2 1 5'],
  ['linen-spray', 'Linen spray', '패브릭 스프레이', '10B', '1 0.5 2'],
  ['nappy-or-pad', 'Nappy or sanitary pad', '기저귀·생리대', '11A', '0.05 0.02 0.1'],
  ['scented-tights', 'Scented tights or gloves', '향 스타킹·장갑', '11B', '0.2 0.1 0.5'],
  ['candle', 'Candle', '향초', '12', '8 6 10'],
  ['reed-diffuser', 'Reed diffuser', '리드 디퓨저', '12', '20 15 25'],
  ['wax-melt', 'Wax melt', '왁스 멜트', '12', '10 6'],
  ['incense', 'Incense', '인센스', '12', '10 5'],
] as const satisfies readonly (readonly [key: string, en: string, ko: string, category: Category, dosages: string])[];

/** Every kind of product, fine fragrance first, then by category. */
export const productTypes: readonly ProductType[] = rows.map(([key, en, ko, category, dosages]) => ({
  key,
  name: { en, ko },
  category,
  dosages: dosages.split(' ') as DecimalText[],
  rinseOff: isRinseOff(category),
}));

/** The kind of product called `key`, if there is one. */
export function findProductType(key: string): ProductType | undefined {
  return productTypes.find((type) => type.key === key);
}
