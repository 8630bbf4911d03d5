/** @file The words of documents, in the two languages they are written in. They belong to the page, not to the screen. */
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { Verdict } from '#perfumery/safety/answer.ts';
import type { Category } from '#perfumery/safety/category.ts';

function both(en: string, ko: string): InTwoLanguages {
  return { en, ko };
}

export const words = {
  recipe: both('Perfume', '향수'),
  trial: both('Trial', '시안'),
  workingFormula: both('working formula, not frozen', '작업 중인 포뮬러(확정되지 않음)'),
  date: both('Date', '작성일'),
  product: both('Product', '제품'),
  category: both('IFRA category', 'IFRA 카테고리'),
  dosage: both('Concentrate in the product', '제품 중 원액 함량'),
  table: both('Table', '기준표'),
  tableOf: both(
    'IFRA Standards, Amendment {amendment}, checked on {checked}',
    'IFRA 스탠더드 {amendment}차 개정, {checked} 확인',
  ),
  unknowns: both(
    'Not everything in this perfume is known. What could not be judged is listed below; no statement here covers it.',
    '이 향수에는 알려지지 않은 것이 있습니다. 판정하지 못한 항목은 아래에 적었으며, 이 문서의 어떤 내용도 그 항목에는 해당하지 않습니다.',
  ),
  unknownTitle: both('Not known, or not fully', '알 수 없거나 일부만 아는 항목'),
  material: both('Material', '원료'),
  why: both('Why', '이유'),
  verify: both(
    'Verify at {site}: the Standards themselves prevail.',
    '{site}에서 확인하세요. 스탠더드 원문이 우선합니다.',
  ),
  madeBy: both(
    'Computed by Sillage from the formula and the facts in the library. Whoever signs it answers for it.',
    'Sillage가 포뮬러와 라이브러리의 정보로 계산했습니다. 책임은 서명하는 사람에게 있습니다.',
  ),
  // certificate
  certificate: both('Certificate of conformity with the IFRA Standards', 'IFRA 스탠더드 적합 증명서'),
  conforms: both(
    'The perfume keeps the IFRA Standards in category {category} at {dosage}.',
    '이 향수는 카테고리 {category}, {dosage}에서 IFRA 스탠더드를 지킵니다.',
  ),
  doesNotConform: both(
    'The perfume does not keep the IFRA Standards in category {category} at {dosage}: {verdict}. This is not a certificate.',
    '이 향수는 카테고리 {category}, {dosage}에서 IFRA 스탠더드를 지키지 않습니다: {verdict}. 이 문서는 증명서가 아닙니다.',
  ),
  cannotSay: both(
    'Whether the perfume keeps the IFRA Standards in category {category} at {dosage} is not known. This is not a certificate.',
    '이 향수가 카테고리 {category}, {dosage}에서 IFRA 스탠더드를 지키는지 알 수 없습니다. 이 문서는 증명서가 아닙니다.',
  ),
  maximumTitle: both('Highest concentrate in the finished product', '완제품 중 원액 최대 함량'),
  categoryColumn: both('Category', '카테고리'),
  use: both('Products', '제품군'),
  maximum: both('Highest %', '최대 %'),
  limitedBy: both('Limited by', '제한 기준'),
  atThisDosage: both('At this strength', '현재 함량'),
  notLimited: both('not limited', '제한 없음'),
  none: both('none', '사용 불가'),
  asFarAsKnown: both('{value} (as far as known)', '{value} (알려진 범위)'),
  restrictedTitle: both(
    'Substances the Standards restrict, in category {category}',
    '카테고리 {category}에서 규제되는 물질',
  ),
  standard: both('Standard', '스탠더드'),
  inProduct: both('In the product %', '제품 중 %'),
  limit: both('Limit %', '한도 %'),
  result: both('Result', '결과'),
  deadlinesTitle: both('Deadlines still ahead', '아직 지나지 않은 적용 기한'),
  newCreations: both('New creations by', '신규 제품'),
  existingCreations: both('Existing creations by', '기존 제품'),
  deadlinesNote: both(
    'The result above takes these limits as binding already.',
    '위 결과는 이 한도가 이미 적용되는 것으로 보고 판정했습니다.',
  ),
  noneRestricted: both('None of its materials is restricted.', '규제되는 원료가 없습니다.'),
  flavouring: both(
    'In categories 1 and 6 restricted materials must also be recognised as safe as flavourings; that was not examined.',
    '카테고리 1과 6에서는 규제 원료가 향미료로도 안전하다고 인정되어야 하며, 이는 검토하지 않았습니다.',
  ),
  lotsTitle: both('Judged by the composition of a lot', '로트의 구성으로 판정한 원료'),
  lot: both('Lot', '로트'),
  lotDate: both('Dated', '날짜'),
  fromAnalysis: both('GC-MS analysis', 'GC-MS 분석'),
  fromCertificate: both('supplier’s certificate', '공급처 증명서'),
  lotsNote: both(
    'All figures hold for these lots; every other material is judged by its typical composition.',
    '모든 수치는 이 로트를 기준으로 하며, 나머지 원료는 대표 구성으로 판정했습니다.',
  ),
  // allergens
  allergens: both('Declaration of fragrance allergens', '착향제 알레르기 유발성분 확인서'),
  allergen: both('Allergen', '알레르기 유발성분'),
  labelName: both('Name on the label', '표시명'),
  inConcentrate: both('In the concentrate %', '원액 중 %'),
  declare: both('Declare', '표시'),
  yes: both('yes', '표시함'),
  no: both('no', '표시 안 함'),
  threshold: both(
    'Declared above {threshold} % of the finished product ({use}).',
    '완제품의 {threshold} % 초과 시 표시합니다({use}).',
  ),
  leaveOn: both('left on', '씻어내지 않음'),
  rinseOff: both('rinsed off', '씻어냄'),
  noneListed: both('None of the listed allergens is in it.', '목록의 알레르기 유발성분이 들어 있지 않습니다.'),
  // label
  label: both('Ingredient label', '전성분 표시'),
  euLabel: both('European Union', '유럽연합'),
  krLabel: both('Korea', '대한민국'),
  ingredient: both('Ingredient', '성분'),
  share: both('In the product %', '제품 중 %'),
  order: both(
    'Descending by weight down to 1 %; the rest may follow in any order and is listed here by weight. Fragrance materials stand together as Parfum.',
    '1 %까지는 함량이 많은 순서이고, 그 이하는 순서가 자유로우며 여기서는 함량순으로 적었습니다. 향료 원료는 ‘향료’로 함께 표시합니다.',
  ),
  noInci: both(
    'No INCI name is known of {names}; the label cannot be used until there is one.',
    '{names}의 INCI명을 알 수 없어 정해질 때까지 이 표시를 쓸 수 없습니다.',
  ),
  onlyPerfume: both(
    'Only the perfume and its carrier are known here. Anything else in the product has to be added.',
    '여기서는 향료와 캐리어만 알 수 있습니다. 제품의 다른 성분은 따로 더해야 합니다.',
  ),
  emptyLabel: both('There is nothing in it yet.', '아직 들어 있는 것이 없습니다.'),
  // hazards
  hazards: both('Hazards of the mixture, draft', '혼합물 유해성 초안'),
  notSds: both(
    'A draft, and no safety data sheet. It rests on the hazard codes entered for each material and on additivity alone.',
    '물질안전보건자료가 아닌 초안입니다. 원료별로 입력한 유해성 코드와 가산 규칙에만 근거합니다.',
  ),
  notAssessed: both(
    '{percent} % of the mixture has no hazard codes entered. Nothing is said about it.',
    '혼합물의 {percent} %에는 유해성 코드가 입력되지 않았으며, 이에 대해서는 아무것도 말하지 않습니다.',
  ),
  statements: both('Statements that follow', '해당 유해·위험 문구'),
  noStatements: both('None follows from the codes entered.', '입력한 코드에서 나오는 문구가 없습니다.'),
  sums: both('Sums', '합산'),
  rule: both('Rule', '규칙'),
  sum: both('Sum %', '합 %'),
  from: both('From', '원료'),
  thresholdColumn: both('Threshold %', '기준 %'),
  statement: both('Statement', '문구'),
  flash: both('Flash point, estimated', '인화점(추정)'),
  flashUnknown: both('not estimated', '추정하지 못함'),
  flashNote: both(
    'The flash point is an estimate: Le Chatelier’s rule over an ideal liquid, from {percent} % of the mixture. Ethanol in water really flashes some degrees lower. A test decides.',
    '인화점은 이상 용액에 르샤틀리에 규칙을 적용한 추정값이며 혼합물의 {percent} %로 계산했습니다. 물이 든 에탄올은 실제로 몇 도 더 낮습니다. 시험으로 확정하세요.',
  ),
  aspirationNote: both(
    'H304 holds only if the viscosity at 40 °C is at most 20.5 mm²/s.',
    'H304는 40 °C 점도가 20.5 mm²/s 이하일 때만 해당합니다.',
  ),
  acute: both('Acute toxicity estimate of the mixture', '혼합물의 급성 독성 추정값'),
  route: both('Route', '경로'),
  swallowed: both('swallowed', '경구'),
  onSkin: both('on the skin', '경피'),
  ate: both('ATE, mg/kg', 'ATE, mg/kg'),
  acuteNote: both(
    'By the additivity formula; a code without an estimate counts with the point estimate of its category. What is inhaled is not reckoned.',
    '가산식으로 계산했으며, 추정값이 없는 코드는 구분의 환산값을 썼습니다. 흡입 독성은 계산하지 않았습니다.',
  ),
  acuteUnknown: both(
    'More than a tenth of the mixture has no codes, so only the rest is reckoned with.',
    '혼합물의 10 % 넘게 코드가 없어 나머지로만 계산했습니다.',
  ),
  unsummed: both('Codes that no rule here takes into account', '이 규칙에서 다루지 않는 코드'),
  unread: both('Not understood: {codes}.', '읽지 못한 코드: {codes}.'),
  notEnteredTitle: both('Without hazard codes', '유해성 코드 미입력'),
} as const satisfies Record<string, InTwoLanguages>;

export const verdictWords: Readonly<Record<Verdict, InTwoLanguages>> = {
  pass: both('within the limits', '한도 이내'),
  'over-limit': both('over the limit', '한도 초과'),
  prohibited: both('prohibited', '금지'),
  unknown: both('not known', '알 수 없음'),
};

export const categoryWords: Readonly<Record<Category, InTwoLanguages>> = {
  '1': both('Lips', '입술'),
  '2': both('Armpits', '겨드랑이'),
  '3': both('Face and body, by fingertip', '손끝으로 바르는 얼굴·몸'),
  '4': both('Fine fragrance', '향수'),
  '5A': both('Body lotion', '보디 로션'),
  '5B': both('Face cream', '페이스 크림'),
  '5C': both('Hand cream', '핸드크림'),
  '5D': both('Baby care', '베이비 케어'),
  '6': both('Mouth', '구강'),
  '7A': both('Hair, rinsed off', '씻어내는 헤어'),
  '7B': both('Hair, left on', '씻어내지 않는 헤어'),
  '8': both('Intimate care', '민감 부위'),
  '9': both('Body, rinsed off', '씻어내는 보디'),
  '10A': both('Household', '가정용품'),
  '10B': both('Household sprays', '가정용 스프레이'),
  '11A': both('Worn close to the skin', '피부에 닿는 제품'),
  '11B': both('Worn in the light', '빛에 노출되는 착용 제품'),
  '12': both('No skin contact', '피부 접촉 없음'),
};

export const unknownWords: Readonly<Record<string, InTwoLanguages>> = {
  'no-cas': both('no CAS number', 'CAS 번호 없음'),
  'no-composition': both('composition not known', '구성 성분 미상'),
  'composition-incomplete': both('composition incomplete', '구성 성분 불완전'),
  'solvent-not-named': both('solvent not named', '용매 미지정'),
  'accord-missing': both('accord missing', '어코드 없음'),
  'accord-cycle': both('accord contains itself', '자신을 포함하는 어코드'),
  'grade-unspecified': both('grade not stated, judged on the safe side', '등급 미지정, 안전한 쪽으로 판정'),
  'material-missing': both('material missing', '원료 없음'),
};

export const hazardRuleWords: Readonly<Record<string, InTwoLanguages>> = {
  'skin-corrosion': both('Skin corrosion, sum', '피부 부식성, 합'),
  'skin-irritation': both('Skin irritation, sum (corrosives × 10)', '피부 자극성, 합(부식성 × 10)'),
  'eye-damage': both('Serious eye damage, sum', '심한 눈 손상, 합'),
  'eye-irritation': both('Eye irritation, sum (damaging × 10)', '눈 자극성, 합(손상성 × 10)'),
  'skin-sensitisation-1a': both('Skin sensitisation 1A, each', '피부 과민성 1A, 각각'),
  'skin-sensitisation': both('Skin sensitisation 1 or 1B, each', '피부 과민성 1·1B, 각각'),
  'sensitiser-named-1a': both('Named sensitiser 1A, each', '과민성 물질 표기 1A, 각각'),
  'sensitiser-named': both('Named sensitiser 1 or 1B, each', '과민성 물질 표기 1·1B, 각각'),
  'respiratory-sensitisation-1a': both('Respiratory sensitisation 1A, each', '호흡기 과민성 1A, 각각'),
  'respiratory-sensitisation': both('Respiratory sensitisation 1 or 1B, each', '호흡기 과민성 1·1B, 각각'),
  mutagenic: both('Germ cell mutagenicity 1, each', '생식세포 변이원성 1, 각각'),
  'mutagenic-2': both('Germ cell mutagenicity 2, each', '생식세포 변이원성 2, 각각'),
  carcinogenic: both('Carcinogenicity 1, each', '발암성 1, 각각'),
  'carcinogenic-2': both('Carcinogenicity 2, each', '발암성 2, 각각'),
  reproductive: both('Reproductive toxicity 1, each', '생식독성 1, 각각'),
  'reproductive-2': both('Reproductive toxicity 2, each', '생식독성 2, 각각'),
  lactation: both('Effects through lactation, each', '수유독성, 각각'),
  'organs-once': both('Organs, single exposure 1, each', '특정표적장기 1회 노출 1, 각각'),
  'organs-once-little': both('Organs, single exposure 1 below 10 %, each', '특정표적장기 1회 노출 1(10 % 미만), 각각'),
  'organs-once-2': both('Organs, single exposure 2, each', '특정표적장기 1회 노출 2, 각각'),
  'organs-repeated': both('Organs, repeated exposure 1, each', '특정표적장기 반복 노출 1, 각각'),
  'organs-repeated-little': both(
    'Organs, repeated exposure 1 below 10 %, each',
    '특정표적장기 반복 노출 1(10 % 미만), 각각',
  ),
  'organs-repeated-2': both('Organs, repeated exposure 2, each', '특정표적장기 반복 노출 2, 각각'),
  airways: both('Airway irritation, sum', '호흡기 자극, 합'),
  narcosis: both('Narcotic effects, sum', '마취 작용, 합'),
  aspiration: both('Aspiration, sum', '흡인 유해성, 합'),
  'aquatic-acute': both('Aquatic, acute 1, sum (× M)', '수생환경 급성 1, 합(× M)'),
  'aquatic-chronic-1': both('Aquatic, chronic 1, sum (× M)', '수생환경 만성 1, 합(× M)'),
  'aquatic-chronic-2': both('Aquatic, chronic 2, weighted sum', '수생환경 만성 2, 가중 합'),
  'aquatic-chronic-3': both('Aquatic, chronic 3, weighted sum', '수생환경 만성 3, 가중 합'),
};

/** A sentence with its blanks filled in. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, key: string) => String(values[key] ?? blank));
}
