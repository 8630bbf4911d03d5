/** @file From what was typed to a material's facts and shelf, or to what is wrong with it, field by field. */
import { hazardText, readHazard } from '#perfumery/hazard/hazard-code.ts';
import { parseCas } from '#perfumery/material/cas.ts';
import type { Constituent, Fact, Material } from '#perfumery/material/material.ts';
import { molecularWeight } from '#perfumery/material/molecular-weight.ts';
import type { LibraryMaterial, Shelf } from '#perfumery/material/shelf.ts';
import { type Decimal, decimal, decimalText, toNumber } from '#perfumery/units/decimal.ts';
import { readNumber } from '#perfumery/units/written-number.ts';
import { formulaOfSmiles } from '#perfumery/volatility/formula-of-smiles.ts';
import {
  type ConstituentDraft,
  constituentText,
  type Draft,
  type FigureField,
  figureFields,
  isUntouched,
} from './draft.ts';

export type Facts = Omit<Material, 'id'>;

/** Why a field cannot stay as it is; the key of its sentence, with what the sentence needs. */
export interface Problem {
  readonly why:
    | 'name-empty'
    | 'name-taken'
    | 'check-digit'
    | 'form'
    | 'not-a-number'
    | 'ambiguous'
    | 'too-low'
    | 'not-above'
    | 'too-high'
    | 'too-long'
    | 'too-many'
    | 'formula'
    | 'smiles'
    | 'smiles-differs'
    | 'price-missing'
    | 'hazard-form'
    | 'hazard-unknown'
    | 'hazard-category'
    | 'hazard-factor'
    | 'hazard-ate'
    | 'currency'
    | 'date'
    | 'range'
    | 'sum'
    | 'cas-missing'
    | 'solvent';
  readonly text?: string;
  readonly bound?: string;
}

/** By field; a cell of a table is `constituents 3 cas`, with the number of its row. */
export type Problems = ReadonlyMap<string, Problem>;

export interface ReadDraft {
  readonly facts: Facts;
  readonly shelf: Shelf;
  readonly problems: Problems;
}

interface Bounds {
  readonly above?: string;
  readonly from?: string;
  readonly most: string;
}
const percent: Bounds = { from: '0', most: '100' };
const strength: Bounds = { above: '0', most: '100' };
const amount: Bounds = { from: '0', most: '1000000000' };
const bounds: Readonly<Record<FigureField, Bounds>> = {
  molecularWeight: { above: '0', most: '5000' },
  density: { above: '0', most: '25' },
  vapourPressure: { from: '0', most: '10000000' },
  boilingPoint: { from: '-273.15', most: '2000' },
  odourThreshold: { above: '0', most: '1000000' },
  blotterLife: { from: '0', most: '100000' },
  typicalUse: percent,
  maximumUse: percent,
  defaultDilution: strength,
};

/** Reads a draft of `was`, or of a new material. What `problems` names is missing from the answer or as it was. */
export function readDraft(draft: Draft, was: LibraryMaterial | undefined): ReadDraft {
  const problems = new Map<string, Problem>();
  const facts = readFacts(draft, was?.material, problems);
  const shelf = readShelf(draft, was?.shelf, problems);
  return { facts, shelf, problems };
}

type Found = Map<string, Problem>;

function readFacts(draft: Draft, was: Material | undefined, problems: Found): Facts {
  const name = { en: text(draft.nameEn, 'nameEn', 200, problems), ko: text(draft.nameKo, 'nameKo', 200, problems) };
  if (!name.en && !name.ko) problems.set('nameKo', { why: 'name-empty' });
  const inci = text(draft.inci, 'inci', 300, problems);
  const constituents = draft.isComposed ? readConstituents(draft.constituents, problems) : undefined;
  const { descriptors, kind, grade, family, role } = draft;
  if (descriptors.length > 20) problems.set('descriptors', { why: 'too-many', bound: '20' });
  return {
    name,
    aliases: {
      en: readAliases(draft.aliasesEn, 'aliasesEn', problems),
      ko: readAliases(draft.aliasesKo, 'aliasesKo', problems),
    },
    ...(inci && { inci }),
    cas: readCas(draft.cas, problems),
    kind,
    ...(grade && { grade }),
    family,
    role,
    descriptors,
    ...readFormula(draft, was, problems),
    ...readStructure(draft, was, problems),
    ...readFigures(draft, was, problems),
    ...(constituents && { constituents }),
    ...readNeighbours(draft, was),
    ...readHazards(draft, was, problems),
    flags: was?.flags ?? [],
  };
}

/** Neighbours that nobody chose are absent, as they were; an empty list says that there are none. */
function readNeighbours({ substitutes, pairings }: Draft, was: Material | undefined): Partial<Facts> {
  const reasoned = substitutes.map(({ materialId, en, ko }) => ({
    materialId,
    reason: { en: en.trim(), ko: ko.trim() },
  }));
  return {
    ...((reasoned.length > 0 || was?.substitutes) && { substitutes: reasoned }),
    ...((pairings.length > 0 || was?.pairings) && { pairings }),
  };
}

/** The lines of the box that say something. */
export function hazardLines(typed: string): readonly string[] {
  return typed
    .split(/[\n;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Codes in their plainest text, each once. One that was kept before stays, readable or not. */
function readHazards(draft: Draft, was: Material | undefined, problems: Found): Partial<Facts> {
  const source = text(draft.hazardSource, 'hazardSource', 300, problems);
  const lines = draft.hasNoHazards ? [] : hazardLines(draft.hazards);
  if (!draft.hasNoHazards && lines.length === 0) return {};
  const codes = new Set<string>();
  for (const line of lines) {
    const read = readHazard(line);
    if (typeof read !== 'string') codes.add(hazardText(read));
    else if (was?.hazards?.includes(line)) codes.add(line);
    else if (!problems.has('hazards')) problems.set('hazards', { why: `hazard-${read}`, text: line });
  }
  if (codes.size > 40) problems.set('hazards', { why: 'too-many', bound: '40' });
  return { hazards: [...codes], ...(source && { hazardSource: source }) };
}

function text(typed: string, field: string, most: number, problems: Found): string {
  const trimmed = typed.trim();
  if (trimmed.length > most) problems.set(field, { why: 'too-long', bound: String(most) });
  return trimmed;
}

function readAliases(typed: string, field: string, problems: Found): string[] {
  const aliases = [...new Set(typed.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  if (aliases.length > 60) problems.set(field, { why: 'too-many', bound: '60' });
  if (aliases.some((alias) => alias.length > 200)) problems.set(field, { why: 'too-long', bound: '200' });
  return aliases;
}

/** The numbers in a list as people type it: commas, semicolons, lines, or just a space between two numbers. */
function readCas(typed: string, problems: Found): string[] {
  const numbers = new Set<string>();
  for (const piece of typed.split(/[,;、\n]+|(?<=-\s?\d)\s+(?=\d)/)) {
    if (piece.trim() === '') continue;
    const parsed = parseCas(piece);
    if (parsed.ok) numbers.add(parsed.cas);
    else if (!problems.has('cas')) problems.set('cas', { why: parsed.reason, text: piece.trim() });
  }
  if (numbers.size > 60) problems.set('cas', { why: 'too-many', bound: '60' });
  return [...numbers];
}

/** The formula and, where it reads as one, the weight that follows from it. */
function readFormula({ facts }: Draft, was: Material | undefined, problems: Found): Partial<Facts> {
  const typed = facts.molecularFormula;
  if (isUntouched(typed, was?.molecularFormula)) {
    return was?.molecularFormula ? { molecularFormula: was.molecularFormula } : {};
  }
  const value = typed.value.trim();
  if (value === '') return {};
  const weight = value.length > 60 ? undefined : molecularWeight(value);
  if (weight === undefined) {
    problems.set('molecularFormula', { why: 'formula', text: value });
    return {};
  }
  const { method, source } = typed;
  return { molecularFormula: { value, method, source: source.trim() } };
}

/** The structure, which has to be of the formula where both are known. */
function readStructure({ facts }: Draft, was: Material | undefined, problems: Found): Partial<Facts> {
  const typed = facts.smiles;
  if (isUntouched(typed, was?.smiles)) return was?.smiles ? { smiles: was.smiles } : {};
  const value = typed.value.trim();
  if (value === '') return {};
  const formula = value.length > 500 ? undefined : formulaOfSmiles(value);
  const stated = facts.molecularFormula.value.trim();
  if (formula === undefined) problems.set('smiles', { why: 'smiles', text: value });
  else if (stated !== '' && formula !== stated)
    problems.set('smiles', { why: 'smiles-differs', text: formula, bound: stated });
  const { method, source } = typed;
  return formula === undefined ? {} : { smiles: { value, method, source: source.trim() } };
}

/** g/mol that follows from the formula as typed; undefined while it is none. */
export function weightFromFormula({ facts }: Draft): number | undefined {
  return molecularWeight(facts.molecularFormula.value.trim());
}

function readFigures(
  draft: Draft,
  was: Material | undefined,
  problems: Found,
): Partial<Record<FigureField, Fact<number>>> {
  const figures: Partial<Record<FigureField, Fact<number>>> = {};
  for (const field of figureFields) {
    const typed = draft.facts[field];
    const before = was?.[field];
    const computed = field === 'molecularWeight' ? weightFromFormula(draft) : undefined;
    if (computed !== undefined) {
      figures[field] =
        before?.value === computed ? before : { value: computed, method: 'computed', source: 'iupac-2021' };
    } else if (isUntouched(typed, before)) {
      if (before) figures[field] = before;
    } else {
      const value = figure(typed.value, field, bounds[field], problems);
      const { method, source } = typed;
      if (source.length > 300) problems.set(field, { why: 'too-long', bound: '300' });
      if (value !== undefined) figures[field] = { value: toNumber(value), method, source: source.trim() };
    }
  }
  return figures;
}

/** A number within `within`; undefined where nothing is typed or something is wrong with it. */
function figure(typed: string, field: string, within: Bounds, problems: Found): Decimal | undefined {
  const written = readNumber(typed);
  if ('refused' in written) {
    if (written.refused !== 'empty') problems.set(field, { why: written.refused, text: typed.trim() });
    return undefined;
  }
  const { value } = written;
  const { above, from, most } = within;
  if (above !== undefined && value <= decimal(above)) problems.set(field, { why: 'not-above', bound: above });
  else if (from !== undefined && value < decimal(from)) problems.set(field, { why: 'too-low', bound: from });
  else if (value > decimal(most)) problems.set(field, { why: 'too-high', bound: most });
  else return value;
  return undefined;
}

function readConstituents(rows: readonly ConstituentDraft[], problems: Found): Constituent[] {
  let sum = 0n;
  const constituents = rows.flatMap((row): Constituent[] => {
    const { row: at, was, ...typed } = row;
    if (Object.values(typed).every((cell) => cell.trim() === '')) return [];
    const field = (cell: string) => `constituents ${at} ${cell}`;
    const parsed = parseCas(typed.cas);
    if (typed.cas.trim() === '') problems.set(field('cas'), { why: 'cas-missing' });
    else if (!parsed.ok) problems.set(field('cas'), { why: parsed.reason, text: typed.cas.trim() });
    const name = text(typed.name, field('name'), 200, problems);
    const typical = figure(typed.typical, field('typical'), percent, problems);
    const min = figure(typed.min, field('min'), percent, problems);
    const max = figure(typed.max, field('max'), percent, problems);
    if (typical === undefined && typed.typical.trim() === '')
      problems.set(field('typical'), { why: 'not-a-number', text: '' });
    if (typical === undefined || !parsed.ok) return [];
    sum += typical;
    if ((min ?? typical) > typical || (max ?? typical) < typical) problems.set(field('typical'), { why: 'range' });
    if (was && JSON.stringify(constituentText(was)) === JSON.stringify(typed)) return [was];
    return [
      {
        cas: parsed.cas,
        name,
        typical: toNumber(typical),
        ...(min !== undefined && { min: toNumber(min) }),
        ...(max !== undefined && { max: toNumber(max) }),
        method: 'perfumer',
        source: '',
      },
    ];
  });
  if (sum > decimal('100')) problems.set('constituents', { why: 'sum', text: decimalText(sum) });
  if (constituents.length > 300) problems.set('constituents', { why: 'too-many', bound: '300' });
  return constituents;
}

/** What the rows add up to so far, in %; cells that are no numbers do not count. */
export function constituentSum(rows: readonly ConstituentDraft[]): Decimal {
  return rows.reduce((sum, { typical }) => {
    const written = readNumber(typical);
    return 'value' in written ? sum + written.value : sum;
  }, 0n) as Decimal;
}

function readShelf(draft: Draft, was: Shelf | undefined, problems: Found): Shelf {
  const price = figure(draft.price, 'price', amount, problems);
  const stock = figure(draft.stock, 'stock', amount, problems);
  const currency = draft.currency.trim().toUpperCase();
  const date = draft.date.trim();
  if (draft.price.trim() !== '') {
    if (!/^[A-Z]{3}$/.test(currency)) problems.set('currency', { why: 'currency' });
    if (!isDay(date)) problems.set('date', { why: 'date' });
  } else if (date !== '' && date !== was?.price?.date) problems.set('price', { why: 'price-missing' });
  return {
    supplier: text(draft.supplier, 'supplier', 200, problems),
    sku: text(draft.sku, 'sku', 100, problems),
    ...(price !== undefined && { price: { perKilogram: decimalText(price), currency, date } }),
    ...(stock !== undefined && { stock: decimalText(stock) }),
    location: text(draft.location, 'location', 200, problems),
    note: text(draft.note, 'note', 4000, problems),
    dilutions: draft.dilutions.flatMap(({ row, percent: typed, solventId }) => {
      const strengthOf = figure(typed, `dilutions ${row} percent`, strength, problems);
      if (typed.trim() === '' && solventId === '') return [];
      if (typed.trim() === '') problems.set(`dilutions ${row} percent`, { why: 'not-a-number', text: '' });
      if (solventId === '') problems.set(`dilutions ${row} solvent`, { why: 'solvent' });
      return strengthOf === undefined || solventId === '' ? [] : [{ percent: decimalText(strengthOf), solventId }];
    }),
  };
}

function isDay(date: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
