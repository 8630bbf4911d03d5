/**
 * @file A recipe file read in this library: its materials found again by id, CAS or name, own ones brought along, and every
 * line that cannot be kept told with the reason.
 */
import { StudioError } from '#foundation/errors.ts';
import type { LineId, MaterialId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { Formula, Ingredient, Line, Product } from '#perfumery/formula/formula.ts';
import { mostLines, mostParts, neat } from '#perfumery/formula/formula-limits.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { decimalText, parseDecimal } from '#perfumery/units/decimal.ts';
import { cleanText } from './cell-text.ts';
import { createMaterialMatcher, type MaterialMatch } from './match-material.ts';
import type { FileLine, RecipeFile } from './recipe-file.ts';
import type { FaultyRow, MatchedRow, RowFault, Understood, UnderstoodAccord } from './understood.ts';

export interface RecipeFileNeeds {
  readonly materials: readonly LibraryMaterial[];
  readonly newLineId: () => LineId;
  /** The formula of a trial in this library. */
  readonly trialFormula: (id: TrialId) => Formula | undefined;
  /** Of the file, for refusals. */
  readonly name: string;
}

type Found = { readonly materialId: MaterialId; readonly by: MatchedRow['by'] } | Fault;
interface Fault {
  readonly why: RowFault;
  readonly detail: string;
}

/** Understands a recipe file whose shape has been checked. Refuses (`file.not-understood`) over 5,000 lines in a formula. */
export function understandRecipeFile(file: RecipeFile, needs: RecipeFileNeeds): Understood {
  const own = new Map<string, Material>();
  const found = findMaterials(file, needs.materials, own);
  const kept = new Map<string, UnderstoodAccord>();
  const known = new Set<string>();
  const read = lineReader({ found, needs, hasAccord: (trial) => kept.has(trial) || known.has(trial) });
  const matched: MatchedRow[] = [];
  const notUnderstood: FaultyRow[] = [];

  for (const accord of file.accords) {
    const here = needs.trialFormula(accord.trial as TrialId);
    const { formula, faults } = read(accord.formula);
    if (here && isSameFormula(here, formula)) {
      known.add(accord.trial);
      continue;
    }
    for (const fault of faults)
      notUnderstood.push({ ...fault, text: `${accord.name.en || accord.name.ko}: ${fault.text}` });
    const product = productOf(accord.product, found);
    if (!product) continue;
    const [recipeId, trialId] = [accord.recipe as RecipeId, accord.trial as TrialId];
    kept.set(accord.trial, { recipeId, trialId, name: accord.name, formula, product });
  }

  const working = read(file.formula);
  matched.push(...working.matched);
  notUnderstood.push(...working.faults);
  const product = file.product && productOf(file.product, found);
  if (file.product && !product) {
    const text = file.materials[file.product.carrierId]?.name.en || file.product.carrierId;
    notUnderstood.push({ row: 0, text, why: 'unknown-material', detail: text });
  }
  const trials = file.trials.map((trial, index) => {
    const { formula, faults } = read(trial.formula);
    for (const fault of faults) notUnderstood.push({ ...fault, text: `${index + 1}: ${fault.text}` });
    const made = trial.product && productOf(trial.product, found);
    const isBefore = trial.parent !== undefined && trial.parent < index;
    return {
      name: trial.name,
      note: trial.note,
      ...(isBefore && { parent: trial.parent }),
      formula,
      ...(made && { product: made }),
    };
  });
  const isBase = file.base !== undefined && file.base < trials.length;
  return {
    name: file.name,
    brief: file.brief,
    format: 'json',
    ...(product && { product }),
    formula: working.formula,
    matched,
    notUnderstood,
    trials,
    ...(isBase && { base: file.base }),
    ...(own.size > 0 && { materials: [...own.values()] }),
    ...(kept.size > 0 && { accords: [...kept.values()] }),
  };
}

/** What each key of the file's materials is here. An own material that this library lacks is brought along as it is. */
function findMaterials(
  { materials }: RecipeFile,
  library: readonly LibraryMaterial[],
  brought: Map<string, Material>,
): ReadonlyMap<string, Found> {
  const matcher = createMaterialMatcher(library);
  const found = new Map<string, Found>();
  for (const [id, { name, cas, own }] of Object.entries(materials)) {
    const match = [
      { id },
      ...[name.en, name.ko]
        .filter((text) => text !== '')
        .map((text) => ({ name: text, ...(cas[0] && { cas: cas[0] }) })),
      ...cas.map((number) => ({ cas: number })),
    ].reduce<MaterialMatch | undefined>((before, named) => {
      if (before && 'materialId' in before) return before;
      const next = matcher.match(named);
      // An own material is not taken for another that is only near, or only the same substance.
      return own && 'materialId' in next && next.by !== 'id' && next.by !== 'name' ? before : next;
    }, undefined);
    if (match && 'materialId' in match) found.set(id, match);
    else if (own) {
      brought.set(id, { ...own, id: id as MaterialId });
      found.set(id, { materialId: id as MaterialId, by: 'id' });
    } else found.set(id, match ?? { why: 'unknown-material', detail: name.en || name.ko || id });
  }
  return found;
}

interface ReadFormula {
  readonly formula: Formula;
  readonly matched: readonly MatchedRow[];
  readonly faults: readonly FaultyRow[];
}

interface LineReading {
  readonly found: ReadonlyMap<string, Found>;
  readonly needs: RecipeFileNeeds;
  readonly hasAccord: (trial: string) => boolean;
}

function lineReader({ found, needs, hasAccord }: LineReading): (lines: readonly FileLine[]) => ReadFormula {
  const materialOf = (key: string): Found => found.get(key) ?? { why: 'unknown-material', detail: key };
  const ingredientOf = ({ material, accord }: FileLine): { ingredient: Ingredient; by?: MatchedRow['by'] } | Fault => {
    if (accord) {
      const [recipeId, trialId] = [accord.recipe as RecipeId, accord.trial as TrialId];
      if (!hasAccord(accord.trial) && !needs.trialFormula(trialId))
        return { why: 'unknown-accord', detail: accord.trial };
      return { ingredient: { kind: 'accord', recipeId, trialId } };
    }
    const match = materialOf(material ?? '');
    if ('why' in match) return match;
    return { ingredient: { kind: 'material', materialId: match.materialId }, by: match.by };
  };
  return (lines) => {
    if (lines.length > mostLines) {
      const detail = String(lines.length);
      throw new StudioError('file.not-understood', { reason: 'too-many-lines', name: needs.name, detail });
    }
    const seen = new Set<string>();
    const result = { lines: [] as Line[], matched: [] as MatchedRow[], faults: [] as FaultyRow[] };
    for (const [index, written] of lines.entries()) {
      const row = index + 1;
      const text = `${written.material ?? written.accord?.trial ?? ''} ${written.parts}`.trim();
      const meant = ingredientOf(written);
      const amounts = amountsOf(written);
      const solvent = written.solvent === undefined ? undefined : materialOf(written.solvent);
      const fault = [meant, amounts, solvent].find((one): one is Fault => one !== undefined && 'why' in one);
      if (fault || 'why' in meant || 'why' in amounts) {
        if (fault) result.faults.push({ row, text, ...fault });
        continue;
      }
      const isFree = written.id !== undefined && !seen.has(written.id);
      const id = isFree ? (written.id as LineId) : needs.newLineId();
      seen.add(id);
      const { ingredient, by } = meant;
      result.lines.push({
        id,
        ingredient,
        ...amounts,
        ...(solvent && 'materialId' in solvent && { solventId: solvent.materialId }),
        locked: written.locked ?? false,
        carrier: written.carrier ?? false,
        note: written.note ?? '',
      });
      if (ingredient.kind === 'material' && by) {
        result.matched.push({ row, text, lineId: id, materialId: ingredient.materialId, by });
      }
    }
    return { formula: { lines: result.lines }, matched: result.matched, faults: result.faults };
  };
}

function amountsOf({ parts, dilution = '100' }: FileLine): Pick<Line, 'parts' | 'dilution'> | Fault {
  const amount = parseDecimal(parts);
  if (amount === undefined) return { why: 'bad-amount', detail: cleanText(parts) };
  if (amount < 0n) return { why: 'negative-amount', detail: parts };
  if (amount > mostParts) return { why: 'absurd-amount', detail: parts };
  const strength = parseDecimal(dilution);
  if (strength === undefined || strength <= 0n || strength > neat) return { why: 'bad-dilution', detail: dilution };
  return { parts: decimalText(amount), dilution: decimalText(strength) };
}

/** The product with its carrier found again. Undefined where this library has no such carrier, or a figure is out of range. */
function productOf(product: Product, found: ReadonlyMap<string, Found>): Product | undefined {
  const carrier = found.get(product.carrierId);
  if (!carrier || 'why' in carrier) return undefined;
  const [dosage, batch, bottle] = [product.dosage, product.batch, product.bottle].map(parseDecimal);
  if (dosage === undefined || batch === undefined || bottle === undefined) return undefined;
  if (dosage <= 0n || dosage > neat || [batch, bottle].some((amount) => amount < 0n || amount > mostParts))
    return undefined;
  return { ...product, carrierId: carrier.materialId };
}

function isSameFormula(a: Formula, b: Formula): boolean {
  const said = ({ lines }: Formula) =>
    JSON.stringify(
      lines.map(({ ingredient: i, parts, dilution, solventId, carrier }) => [
        i.kind === 'material' ? i.materialId : i.trialId,
        parts,
        dilution,
        solventId,
        carrier,
      ]),
    );
  return said(a) === said(b);
}
