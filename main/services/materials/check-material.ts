/** @file What a material of the perfumer's may not say. Answers the facts as they are kept: CAS numbers in their plain form. */
import { StudioError } from '#foundation/errors.ts';
import type { MaterialId } from '#foundation/ids.ts';
import type { Facts } from '#library/catalogue/own-facts.ts';
import { hazardText, readHazard } from '#perfumery/hazard/hazard-code.ts';
import { parseCas } from '#perfumery/material/cas.ts';
import type { Constituent, Material } from '#perfumery/material/material.ts';
import type { Shelf } from '#perfumery/material/shelf.ts';
import { type Decimal, decimalText, parseDecimal } from '#perfumery/units/decimal.ts';
import type { MaterialNeeds } from './material-needs.ts';

type Needs = Pick<MaterialNeeds, 'materials' | 'hasDescriptor'>;

/** Refuses facts that cannot be; `id` is the material they are for, `before` what it said until now. */
export function checkFacts({ materials, hasDescriptor }: Needs) {
  return (id: MaterialId, facts: Facts, before?: Material): Facts => {
    const name = { en: facts.name.en.trim(), ko: facts.name.ko.trim() };
    if (!name.en && !name.ko) throw invalid('name', 'empty', '');
    refuseTakenName(materials, id, name);
    for (const word of facts.descriptors) {
      if (!hasDescriptor(word) && !before?.descriptors.includes(word)) throw invalid('descriptors', 'unknown', word);
    }
    const hazards = facts.hazards && [...new Set(facts.hazards.map((text) => plainHazard(text, before)))];
    refuseNeighbours(materials, id, facts, before);
    const cas = [...new Set(facts.cas.map((text) => plainCas('cas', text)))];
    const constituents = facts.constituents?.map(checkConstituent);
    return { ...facts, name, cas, ...(hazards && { hazards }), ...(constituents && { constituents }) };
  };
}

/** Refuses a shelf that cannot be: negative stock or price, a strength outside 0 to 100 %, a solvent nobody has. */
export function checkShelf({ materials }: Pick<Needs, 'materials'>) {
  return ({ price, stock, dilutions }: Shelf): void => {
    if (price) checkAmount('price', price.perKilogram);
    if (stock !== undefined) checkAmount('stock', stock);
    for (const { percent, solventId } of dilutions) {
      const strength = parseDecimal(percent);
      if (strength === undefined || strength <= 0n || strength > hundred) throw invalid('dilutions', 'range', percent);
      if (!materials.find(solventId)) throw new StudioError('material.not-found', { materialId: solventId });
    }
  };
}

const hundred = parseDecimal('100') as Decimal;
const most = parseDecimal('1000000000') as Decimal;

function checkAmount(field: string, text: string): void {
  const amount = parseDecimal(text);
  if (amount === undefined) throw invalid(field, 'not-a-number', text);
  if (amount < 0n) throw invalid(field, 'negative', text);
  if (amount > most) throw invalid(field, 'absurd', decimalText(amount));
}

function checkConstituent(constituent: Constituent): Constituent {
  const { name, typical, min = typical, max = typical } = constituent;
  if (min > typical || max < typical) throw invalid('constituents', 'range', name);
  return { ...constituent, cas: plainCas('constituents', constituent.cas) };
}

function plainCas(field: string, text: string): string {
  const parsed = parseCas(text);
  if (!parsed.ok) throw invalid(field, parsed.reason, text);
  return parsed.cas;
}

/** One that was kept before stays, readable or not. */
function plainHazard(text: string, before: Material | undefined): string {
  const read = readHazard(text);
  if (typeof read !== 'string') return hazardText(read);
  if (before?.hazards?.includes(text)) return text;
  throw invalid('hazards', read, text);
}

/** No material is its own neighbour, and one that is named in an edit has to be there; what a file brings may name others. */
function refuseNeighbours(
  materials: Needs['materials'],
  id: MaterialId,
  { substitutes = [], pairings = [] }: Facts,
  before: Material | undefined,
): void {
  const known = new Set([
    ...(before?.substitutes ?? []).map(({ materialId }) => materialId),
    ...(before?.pairings ?? []),
  ]);
  for (const [field, ids] of [
    ['substitutes', substitutes.map(({ materialId }) => materialId)],
    ['pairings', pairings],
  ] as const) {
    if (new Set(ids).size < ids.length) throw invalid(field, 'twice', '');
    for (const one of ids) {
      if (one === id) throw invalid(field, 'itself', one);
      if (before && !known.has(one) && !materials.find(one))
        throw new StudioError('material.not-found', { materialId: one });
    }
  }
}

function refuseTakenName(materials: Needs['materials'], id: MaterialId, name: Facts['name']): void {
  for (const { material } of materials.all()) {
    if (material.id === id) continue;
    for (const language of ['en', 'ko'] as const) {
      const text = name[language];
      if (text && foldName(text) === foldName(material.name[language])) {
        throw new StudioError('material.name-taken', { name: text, materialId: material.id });
      }
    }
  }
}

/** A name as it is compared: NFC, without case, single spaces. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function invalid(field: string, reason: string, text: string): StudioError {
  return new StudioError('material.invalid', { field, reason, text });
}
