import type { Family, InTwoLanguages } from '#perfumery/material/material.ts';

/** What each odour family is called: words to find it by, where no screen is there to name it. */
export const familyNames: Readonly<Record<Family, InTwoLanguages>> = {
  citrus: { en: 'citrus', ko: '시트러스' },
  aldehydic: { en: 'aldehydic', ko: '알데하이드' },
  green: { en: 'green', ko: '그린' },
  aquatic: { en: 'aquatic', ko: '아쿠아틱' },
  aromatic: { en: 'aromatic', ko: '아로마틱' },
  spicy: { en: 'spicy', ko: '스파이시' },
  fruity: { en: 'fruity', ko: '프루티' },
  floral: { en: 'floral', ko: '플로럴' },
  gourmand: { en: 'gourmand', ko: '구르망' },
  woody: { en: 'woody', ko: '우디' },
  mossy: { en: 'mossy', ko: '모시' },
  amber: { en: 'amber', ko: '앰버' },
  leather: { en: 'leather', ko: '레더' },
  animalic: { en: 'animalic', ko: '애니멀릭' },
  musk: { en: 'musk', ko: '머스크' },
  solvent: { en: 'solvent', ko: '용매' },
};
