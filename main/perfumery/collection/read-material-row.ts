/**
 * @file One row of a collection read as what it says of a material. A cell that cannot be read is told and left out; the rest
 * of its row stands.
 */
import { parseCas } from '#perfumery/material/cas.ts';
import {
  type Family,
  families,
  type InTwoLanguages,
  type MaterialKind,
  materialKinds,
  type Role,
  roles,
} from '#perfumery/material/material.ts';
import { type Decimal, type DecimalText, decimalText, one, toNumber } from '#perfumery/units/decimal.ts';
import { scaled } from '#perfumery/units/rounding.ts';
import { type DecimalMark, readNumber } from '#perfumery/units/written-number.ts';
import type { ColumnMapping, MaterialField } from './collection-fields.ts';

/** What a row says. Absent: nothing. Numbers as the catalogue keeps them. */
export interface MaterialRow {
  readonly name: InTwoLanguages;
  readonly cas: readonly string[];
  readonly inci?: string;
  readonly aliases: readonly string[];
  readonly kind?: MaterialKind;
  readonly family?: Family;
  readonly role?: Role;
  /** Ids of the odour vocabulary. */
  readonly descriptors: readonly string[];
  readonly supplier?: string;
  readonly sku?: string;
  readonly price?: { readonly perKilogram: DecimalText; readonly currency?: string; readonly date?: string };
  /** g. */
  readonly stock?: DecimalText;
  readonly location?: string;
  readonly note?: string;
  readonly molecularWeight?: number;
  readonly density?: number;
  readonly vapourPressure?: number;
  readonly typicalUse?: number;
  readonly maximumUse?: number;
  readonly faults: readonly CellFault[];
}

export interface CellFault {
  readonly field: MaterialField;
  readonly text: string;
}

export interface RowNeeds {
  readonly mapping: ColumnMapping;
  /** The id of a word of the odour vocabulary, in either language. */
  readonly descriptorOf: (word: string) => string | undefined;
  readonly mark?: DecimalMark;
}

const kindWords: Readonly<Record<string, MaterialKind>> = {
  합성: 'synthetic',
  합성향료: 'synthetic',
  'aroma chemical': 'synthetic',
  chemical: 'synthetic',
  천연: 'natural',
  천연향료: 'natural',
  'essential oil': 'natural',
  absolute: 'natural',
  베이스: 'base',
  용매: 'solvent',
  용제: 'solvent',
};
const familyWords: Readonly<Record<string, Family>> = {
  시트러스: 'citrus',
  알데하이드: 'aldehydic',
  그린: 'green',
  아쿠아틱: 'aquatic',
  마린: 'aquatic',
  marine: 'aquatic',
  아로마틱: 'aromatic',
  herbal: 'aromatic',
  스파이시: 'spicy',
  프루티: 'fruity',
  플로럴: 'floral',
  구르망: 'gourmand',
  우디: 'woody',
  모시: 'mossy',
  앰버: 'amber',
  오리엔탈: 'amber',
  oriental: 'amber',
  레더: 'leather',
  애니멀릭: 'animalic',
  머스크: 'musk',
  용매: 'solvent',
};
const roleWords: Readonly<Record<string, Role>> = {
  탑: 'top',
  톱: 'top',
  '탑 노트': 'top',
  head: 'top',
  'top note': 'top',
  미들: 'heart',
  하트: 'heart',
  middle: 'heart',
  'middle note': 'heart',
  'heart note': 'heart',
  베이스: 'base',
  'base note': 'base',
};
const symbols: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '₩': 'KRW',
  '¥': 'JPY',
  원: 'KRW',
};

/** Reads a row of trimmed texts. */
export function readMaterialRow(cells: readonly string[], { mapping, descriptorOf, mark }: RowNeeds): MaterialRow {
  const said = new Map<MaterialField, string>();
  for (const [index, field] of mapping.entries()) {
    const text = cells[index] ?? '';
    if (field && text !== '') said.set(field as MaterialField, text);
  }
  const faults: CellFault[] = [];
  const read = <T>(field: MaterialField, parse: (text: string) => T | undefined): T | undefined => {
    const text = said.get(field);
    if (text === undefined) return undefined;
    const value = parse(text);
    if (value === undefined) faults.push({ field, text });
    return value;
  };
  const word = <T extends string>(field: MaterialField, known: readonly T[], others: Readonly<Record<string, T>>) =>
    read(field, (text) => {
      const folded = text.toLowerCase().replace(/\s+/g, ' ');
      return known.find((value) => value === folded) ?? (Object.hasOwn(others, folded) ? others[folded] : undefined);
    });
  const figure = (field: MaterialField, fits: (value: number) => boolean) =>
    read(field, (text) => {
      const value = numberIn(text.replace(/\s*(%|g\/mol|g\/ml|pa)$/i, ''), mark);
      return value !== undefined && fits(toNumber(value)) ? toNumber(value) : undefined;
    });
  const short = (field: MaterialField, most: number) => read(field, (text) => (text.length <= most ? text : undefined));

  const cas: string[] = [];
  for (const text of listed(said.get('cas') ?? '')) {
    const parsed = parseCas(text);
    if (parsed.ok) cas.push(parsed.cas);
    else faults.push({ field: 'cas', text });
  }
  const descriptors: string[] = [];
  for (const text of listed(said.get('descriptors') ?? '')) {
    const id = descriptorOf(text);
    if (id) descriptors.push(id);
    else faults.push({ field: 'descriptors', text });
  }
  const price = priceIn(said, read, mark);
  const percent = (value: number) => value >= 0 && value <= 100;
  return clean({
    name: nameIn(said),
    cas: [...new Set(cas)],
    aliases: listed(said.get('aliases') ?? '').slice(0, 60),
    descriptors: [...new Set(descriptors)].slice(0, 20),
    inci: short('inci', 300),
    kind: word('kind', materialKinds, kindWords),
    family: word('family', families, familyWords),
    role: word('role', roles, roleWords),
    supplier: short('supplier', 200),
    sku: short('sku', 100),
    price,
    stock: read('stock', (text) => gramsIn(text, mark)),
    location: short('location', 200),
    note: short('note', 4000),
    molecularWeight: figure('molecular-weight', (value) => value > 0 && value <= 5000),
    density: figure('density', (value) => value > 0 && value <= 25),
    vapourPressure: figure('vapour-pressure', (value) => value >= 0 && value <= 1e7),
    typicalUse: figure('typical-use', percent),
    maximumUse: figure('maximum-use', percent),
    faults,
  });
}

function nameIn(said: ReadonlyMap<MaterialField, string>): InTwoLanguages {
  const either = (said.get('name') ?? '').slice(0, 200);
  const isKorean = /\p{Script=Hangul}/u.test(either);
  return {
    en: said.get('name-en')?.slice(0, 200) ?? (isKorean ? '' : either),
    ko: said.get('name-ko')?.slice(0, 200) ?? (isKorean ? either : ''),
  };
}

type Read = <T>(field: MaterialField, parse: (text: string) => T | undefined) => T | undefined;

function priceIn(said: ReadonlyMap<MaterialField, string>, read: Read, mark?: DecimalMark): MaterialRow['price'] {
  const [field, factor] = said.has('price-kilogram')
    ? (['price-kilogram', 1n] as const)
    : (['price-gram', 1000n] as const);
  const money = read(field, (text) => moneyIn(text, mark));
  const currency = read('currency', currencyIn) ?? money?.currency;
  const date = read('price-date', dateIn);
  if (!money) return undefined;
  const perKilogram = money.per === 'column' ? ((money.amount * factor) as Decimal) : money.amount;
  if (perKilogram < 0n || perKilogram > most) return read(field, () => undefined);
  return { perKilogram: decimalText(perKilogram), ...(currency && { currency }), ...(date && { date }) };
}

const most = 1_000_000_000n * one;

function moneyIn(text: string, mark?: DecimalMark) {
  const match = /^(.*?)\s*(?:\/|per)\s*(kg|100 ?g|g)$/i.exec(text);
  const amountText = match?.[1] ?? text;
  const currency = currencyIn(/([A-Z]{3}|[€$£₩¥원])/.exec(amountText)?.[1] ?? '');
  const amount = numberIn(amountText.replace(/[A-Z]{3}|[€$£₩¥원]/g, ''), mark);
  if (amount === undefined || amount < 0n) return undefined;
  const unit = match?.[2]?.toLowerCase().replace(' ', '');
  const factor = unit === 'g' ? 1000n : unit === '100g' ? 10n : 1n;
  return {
    amount: (amount * factor) as Decimal,
    per: unit ? ('said' as const) : ('column' as const),
    ...(currency && { currency }),
  };
}

function currencyIn(text: string): string | undefined {
  if (Object.hasOwn(symbols, text)) return symbols[text];
  const upper = text.toUpperCase();
  return /^[A-Z]{3}$/.test(upper) ? upper : undefined;
}

function dateIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-./년]\s*(\d{1,2})[-./월]\s*(\d{1,2})/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

/** `250`, `250 g`, `1.5 kg`, `800 mg` as g. Volumes are not guessed into masses. */
function gramsIn(text: string, mark?: DecimalMark): DecimalText | undefined {
  const [, number = text, unit = 'g'] = /^(.*?)\s*(kg|g|mg|킬로그램|그램)$/i.exec(text) ?? [];
  const value = numberIn(number, mark);
  if (value === undefined || value < 0n) return undefined;
  const size = /^(kg|킬로그램)$/i.test(unit)
    ? value * 1000n
    : /^mg$/i.test(unit)
      ? scaled(value, one, 1000n * one)
      : value;
  return size > most ? undefined : decimalText(size);
}

function numberIn(text: string, mark?: DecimalMark): Decimal | undefined {
  const read = readNumber(text, mark);
  return 'value' in read ? read.value : undefined;
}

/** Things in one cell, divided by semicolons, bars, line breaks or commas. */
function listed(text: string): string[] {
  return text
    .split(/[;|,\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.length <= 200);
}

/** Without the keys whose value is undefined. */
function clean(row: { readonly [Key in keyof MaterialRow]: MaterialRow[Key] | undefined }): MaterialRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as unknown as MaterialRow;
}
