/**
 * @file A drafted formula made fit to be shown: amounts within use levels, limits kept, nothing prohibited in it.
 *
 * Whoever drafts (a language model, a search, a policy) may dream; the engine decides. What is taken away becomes solvent, so
 * that a repair never pushes another line over its limit, and the draft still adds up to 1000 parts.
 */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { SafetyAnswer, Verdict } from '#perfumery/safety/answer.ts';
import type { Judge } from '#perfumery/safety/judge.ts';
import { decimalText } from '#perfumery/units/decimal.ts';

/** A material and its parts in a thousand of concentrate, in whole thousandths of a part. */
export interface DraftLine {
  readonly materialId: MaterialId;
  readonly thousandths: number;
}

/** Why a line of a draft was changed. Thousandths of a part before and after. */
export interface Repair {
  readonly materialId: MaterialId;
  readonly before: number;
  readonly after: number;
  readonly because:
    | { readonly what: 'not-in-library' }
    | { readonly what: 'said-twice' }
    /** More than `most` % of the concentrate, above which it is rarely used. */
    | { readonly what: 'use-level'; readonly most: number }
    | { readonly what: 'limit'; readonly standard: string }
    | { readonly what: 'prohibited'; readonly standard: string }
    | { readonly what: 'law'; readonly key: string }
    /** Put in because the draft had fewer lines than were asked for. */
    | { readonly what: 'too-few-lines'; readonly least: number };
}

export interface RepairedDraft {
  /** In the order drafted, the solvent last; they add up to 1,000,000 thousandths. */
  readonly lines: readonly DraftLine[];
  readonly repairs: readonly Repair[];
  /** In the product's category: `pass` or `unknown`; anything else only where the solvent alone breaks a limit. */
  readonly verdict: Verdict;
}

export interface RepairNeeds {
  readonly judge: Judge;
  readonly product: Product;
  readonly materialOf: (id: MaterialId) => Material | undefined;
  /** What fills up; odourless and without limits in the category. */
  readonly solventId: MaterialId;
}

const whole = 1_000_000;
/** More rounds than there can be findings that each need one. */
const mostRounds = 60;

/** Repairs `draft`. Deterministic; every change is told with its reason. */
export function repairDraft(draft: readonly DraftLine[], needs: RepairNeeds): RepairedDraft {
  const repairs: Repair[] = [];
  let lines = withinUseLevels(toThousand(onlyKnown(draft, needs, repairs)), needs, repairs);
  for (let round = 0; ; round += 1) {
    const formula = formulaOf(lines, needs.solventId);
    const answer = needs.judge(formula, { product: needs.product, accords: new Map() });
    const breaches = breachesOf(answer, needs);
    if (breaches.size === 0 || round === mostRounds) {
      const filled = filledUp(lines, needs.solventId);
      return { lines: filled, repairs: inOneStep(repairs), verdict: verdictOf(answer, needs.product) };
    }
    lines = lines.map((line) => {
      const breach = breaches.get(line.materialId);
      if (!breach) return line;
      const after = Math.floor(line.thousandths * breach.share);
      repairs.push({ materialId: line.materialId, before: line.thousandths, after, because: breach.because });
      return { ...line, thousandths: after };
    });
    lines = lines.filter(({ thousandths }) => thousandths > 0);
  }
}

/** A repaired draft as a formula; line ids are the material ids. */
export function formulaOf(lines: readonly DraftLine[], solventId: MaterialId): Formula {
  return {
    lines: filledUp(lines, solventId).map(({ materialId, thousandths }) => ({
      id: materialId as string as LineId,
      ingredient: { kind: 'material', materialId },
      parts: decimalText(BigInt(thousandths) * 1_000_000n),
      dilution: decimalText(100_000_000_000n),
      locked: false,
      carrier: false,
      note: '',
    })),
  };
}

function onlyKnown(
  draft: readonly DraftLine[],
  { materialOf, solventId }: RepairNeeds,
  repairs: Repair[],
): DraftLine[] {
  const sums = new Map<MaterialId, number>();
  for (const { materialId, thousandths } of draft) {
    const before = Number.isFinite(thousandths) ? Math.max(0, Math.round(thousandths)) : 0;
    if (!materialOf(materialId)) {
      repairs.push({ materialId, before, after: 0, because: { what: 'not-in-library' } });
      continue;
    }
    const sum = sums.get(materialId);
    if (sum !== undefined) repairs.push({ materialId, before, after: sum + before, because: { what: 'said-twice' } });
    sums.set(materialId, (sum ?? 0) + before);
  }
  sums.delete(solventId);
  return [...sums].filter(([, sum]) => sum > 0).map(([materialId, sum]) => ({ materialId, thousandths: sum }));
}

/** The same proportions, a thousand parts in all. */
function toThousand(lines: readonly DraftLine[]): DraftLine[] {
  const sum = lines.reduce((all, { thousandths }) => all + thousandths, 0);
  return lines.map((line) => ({ ...line, thousandths: Math.floor((line.thousandths / (sum || 1)) * whole) }));
}

/** Caps what is above its use level and spreads what is freed over the lines that are not, in proportion, until all fit. */
function withinUseLevels(lines: readonly DraftLine[], { materialOf }: RepairNeeds, repairs: Repair[]): DraftLine[] {
  const most = lines.map(({ materialId }) => Math.round((materialOf(materialId)?.maximumUse?.value ?? 100) * 10_000));
  const now = lines.map(({ thousandths }) => thousandths);
  const capped = lines.map(() => false);
  for (let round = 0; round < lines.length; round += 1) {
    now.forEach((amount, at) => {
      if (amount <= (most[at] as number)) return;
      now[at] = most[at] as number;
      capped[at] = true;
    });
    const free = whole - now.reduce((sum, amount) => sum + amount, 0);
    const open = now.reduce((sum, amount, at) => sum + (capped[at] ? 0 : amount), 0);
    if (free <= 0 || open === 0) break;
    const factor = (open + free) / open;
    now.forEach((amount, at) => {
      if (!capped[at]) now[at] = Math.floor(amount * factor);
    });
    if (now.every((amount, at) => amount <= (most[at] as number))) break;
  }
  return lines.map((line, at) => {
    const after = Math.min(now[at] as number, most[at] as number);
    if (capped[at] && after < line.thousandths) {
      const because = { what: 'use-level', most: (most[at] as number) / 10_000 } as const;
      repairs.push({ materialId: line.materialId, before: line.thousandths, after, because });
    }
    return { ...line, thousandths: after };
  });
}

interface Breach {
  /** What may stay, 0..1. */
  readonly share: number;
  readonly because: Repair['because'];
}

/** What each material has to give way to, by the finding that asks most of it. */
function breachesOf(answer: SafetyAnswer, { product, solventId }: RepairNeeds): ReadonlyMap<MaterialId, Breach> {
  const breaches = new Map<MaterialId, Breach>();
  const ask = (materialId: MaterialId, breach: Breach) => {
    if (materialId === solventId) return;
    if (breach.share < (breaches.get(materialId)?.share ?? 1)) breaches.set(materialId, breach);
  };
  for (const { key, cells, contributions } of answer.findings) {
    const cell = cells[product.category];
    if (cell.verdict === 'pass') continue;
    for (const { materialId } of contributions) {
      if (cell.verdict === 'prohibited') ask(materialId, { share: 0, because: { what: 'prohibited', standard: key } });
      else ask(materialId, { share: 0.999 / cell.ratio, because: { what: 'limit', standard: key } });
    }
  }
  for (const { key, verdict, contributions } of answer.euLaw.findings) {
    if (verdict !== 'prohibited') continue;
    for (const { materialId } of contributions) ask(materialId, { share: 0, because: { what: 'law', key } });
  }
  return breaches;
}

function filledUp(lines: readonly DraftLine[], solventId: MaterialId): DraftLine[] {
  const rest = whole - lines.reduce((sum, { thousandths }) => sum + thousandths, 0);
  return rest > 0 ? [...lines, { materialId: solventId, thousandths: rest }] : [...lines];
}

/** Several repairs of one material for one reason are one, from the first amount to the last. */
function inOneStep(repairs: readonly Repair[]): Repair[] {
  const steps = new Map<string, Repair>();
  for (const repair of repairs) {
    const key = `${repair.materialId} ${JSON.stringify(repair.because)}`;
    const first = steps.get(key);
    steps.set(key, first ? { ...repair, before: first.before } : repair);
  }
  return [...steps.values()];
}

function verdictOf(answer: SafetyAnswer, { category }: Product): Verdict {
  if (answer.euLaw.verdict === 'prohibited') return 'prohibited';
  return answer.categories.find((one) => one.category === category)?.verdict ?? 'unknown';
}
