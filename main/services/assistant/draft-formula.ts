/** @file A formula drafted by a language model from a brief: only materials of the library, repaired by the engine before it is shown. */
import { StudioError } from '#foundation/errors.ts';
import type { MaterialId } from '#foundation/ids.ts';
import {
  type Depth,
  type DraftSaid,
  draftGrammar,
  linesOf,
  parseDraft,
} from '#intelligence/composing/draft-grammar.ts';
import { strangersIn } from '#intelligence/composing/numbers-given.ts';
import { fillPrompt } from '#intelligence/composing/prompt-file.ts';
import type { ChatMessage, ModelEvent } from '#intelligence/models/language-models.ts';
import { type DraftLine, formulaOf, type Repair, repairDraft } from '#perfumery/composing/repair-draft.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import { productTypes } from '#perfumery/formula/product-types.ts';
import type { Family, Material } from '#perfumery/material/material.ts';
import { evolve } from '#perfumery/odour/evolution.ts';
import { checkProduct } from '#services/recipes/check-product.ts';
import { type Weighed, weighFormula } from '#services/substitutes/weigh-formula.ts';
import type { AssistantNeeds, Tongue } from './assistant-needs.ts';
import { chooseCandidates } from './choose-candidates.ts';
import { draftByRule, missingByRule } from './draft-by-rule.ts';

export interface DraftWanted {
  readonly brief: string;
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
  readonly forbidden: readonly MaterialId[];
  readonly product: Product;
  readonly depth: Depth;
  readonly isInStock: boolean;
  readonly language: Tongue;
  /** Laid out by the engine's rule, whoever plays the composer. */
  readonly isByRule?: boolean;
  /** The same seed, brief, library, model and machine give the same draft. */
  readonly seed?: number;
}

export interface DraftedLine {
  readonly materialId: MaterialId;
  /** Parts in a thousand of concentrate as the model said them, and as repaired; 0 where it is only in one of the two. */
  readonly drafted: number;
  readonly parts: number;
  readonly accord?: string;
  /** What the model said for it; left out where it gave a number nobody reckoned. */
  readonly reason?: string;
  /** Other materials that could stand here, nearest first. */
  readonly alternatives: readonly MaterialId[];
}

/** What leads at a time of the dry-down, by odour value on skin. */
export interface Led {
  readonly hours: number;
  readonly family?: Family;
  readonly materialId?: MaterialId;
}

export interface DraftedFormula {
  readonly name: string;
  readonly depth: Depth;
  readonly lines: readonly DraftedLine[];
  readonly formula: Formula;
  readonly repairs: readonly Repair[];
  readonly weighed: Weighed;
  readonly led: readonly Led[];
  /** Reasons of the model that were left out because of a number in them. */
  readonly reasonsLeftOut: number;
  /** null where nobody plays the composer, and the engine laid it out by rule. */
  readonly model: {
    readonly name: string;
    readonly isDemonstration: boolean;
    readonly leavesMachine: boolean;
  } | null;
  readonly candidates: number;
}

export type DraftEvent =
  | { readonly what: 'candidates'; readonly count: number }
  | { readonly what: 'model'; readonly event: Exclude<ModelEvent, { kind: 'text' | 'done' }> }
  | {
      readonly what: 'writing';
      readonly lines: number;
      readonly least: number;
      /** The line just written, before any repair. */
      readonly line: { readonly materialId: MaterialId; readonly parts: number };
    }
  | { readonly what: 'draft'; readonly draft: DraftedFormula };

const solventId = 'dipropylene-glycol-dpg' as MaterialId;
/** Candidates shown at most; fewer where the model's context has no room for them. */
const mostShown: Readonly<Record<Depth, number>> = { basic: 60, detailed: 90, premium: 90 };
/** A line is some forty tokens with its id, a reason some sixty more. */
const tokensOf: Readonly<Record<Depth, number>> = { basic: 700, detailed: 3600, premium: 2400 };
const timesLed = [0, 0.5, 4, 24];
const lineWritten = /"id":"([^"]+)","parts":(\d+(?:\.\d+)?)(?=[,}])/g;

/**
 * Drafts a formula. Refuses with the `model.…` codes, and with `draft.no-materials` where the library has too few that fit.
 * Without a model the engine lays out a first formula by rule.
 */
export function draftFormula(needs: AssistantNeeds) {
  return async function* (wanted: DraftWanted, signal?: AbortSignal): AsyncGenerator<DraftEvent, void> {
    checkProduct({ hasMaterial: (id) => needs.materials.find(id) !== undefined })(wanted.product);
    const most = mostShown[wanted.depth];
    const words = [wanted.brief, ...wanted.wanted].join(' ');
    const all = await chooseCandidates(needs)(
      { words, forbidden: wanted.forbidden, isInStock: wanted.isInStock, most },
      signal,
    );
    const least = linesOf[wanted.depth][0];
    if (wanted.isByRule || needs.models.stateOf('composer').kind === 'nobody') {
      if (all.length < least) throw new StudioError('draft.no-materials', { found: all.length, least });
      yield { what: 'candidates', count: all.length };
      const said = draftByRule(all, least + 2);
      yield {
        what: 'draft',
        draft: await finished(needs, { wanted, said, model: null, candidates: all }, signal),
      };
      return;
    }
    const shown = await asManyAsFit(needs, wanted, all, signal);
    if (shown.materials.length < least)
      throw new StudioError('draft.no-materials', { found: shown.materials.length, least });
    yield { what: 'candidates', count: shown.materials.length };

    let model: DraftedFormula['model'] = null;
    let text = '';
    let lines = 0;
    for await (const event of needs.models.generate('composer', requestFor(wanted, shown), signal)) {
      if (event.kind === 'text') {
        text += event.text;
        for (const [, id = '', parts] of [...text.matchAll(lineWritten)].slice(lines)) {
          lines += 1;
          yield { what: 'writing', lines, least, line: { materialId: id as MaterialId, parts: Number(parts) } };
        }
      } else if (event.kind === 'done') signal?.throwIfAborted();
      else {
        if (event.kind === 'started') {
          const { modelName: name, isDemonstration, leavesMachine } = event;
          model = { name, isDemonstration, leavesMachine };
        }
        yield { what: 'model', event };
      }
    }
    const said = parseDraft(text);
    if (!said || !model) throw new StudioError('draft.cut-off', { lines });
    yield {
      what: 'draft',
      draft: await finished(needs, { wanted, said, model, candidates: shown.materials }, signal),
    };
  };
}

interface Shown {
  readonly materials: readonly Material[];
  readonly messages: readonly ChatMessage[];
}

/** Fewer candidates until prompt and answer fit the context together. */
async function asManyAsFit(
  needs: AssistantNeeds,
  wanted: DraftWanted,
  all: readonly Material[],
  signal?: AbortSignal,
): Promise<Shown> {
  const least = linesOf[wanted.depth][0];
  for (let count = all.length; ; count = Math.max(least, Math.floor(count * 0.7))) {
    const materials = all.slice(0, count);
    const messages = promptFor(needs, wanted, materials);
    const { tokens, context } = await needs.models.countTokens('composer', { kind: 'chat', messages }, signal);
    if (tokens + tokensOf[wanted.depth] <= context || count <= least) return { materials, messages };
  }
}

function promptFor(needs: AssistantNeeds, wanted: DraftWanted, materials: readonly Material[]): readonly ChatMessage[] {
  const { language, depth } = wanted;
  const [least, most] = linesOf[depth];
  const product = productTypes.find(({ key }) => key === wanted.product.type);
  return fillPrompt(needs.prompts[language].draft, {
    brief: wanted.brief,
    product: product?.name[language] ?? wanted.product.type,
    wanted: wanted.wanted.join(', ') || '—',
    unwanted: wanted.unwanted.join(', ') || '—',
    materials: materials.map((material) => materialRow(needs, material, language)).join('\n'),
    lines: `${least}–${most}`,
    depth: { basic: '', detailed: depthWords[language].detailed, premium: depthWords[language].premium }[depth],
  });
}

const depthWords = {
  en: { detailed: ', each with a short reason', premium: ' in three to five named accords' },
  ko: { detailed: ' 줄마다 짧은 이유를 붙여', premium: ' 이름 붙인 어코드 서너 개로 나누어' },
} as const;

function materialRow({ descriptors }: AssistantNeeds, material: Material, language: Tongue): string {
  const smells = material.descriptors.map((id) => descriptors.find((one) => one.id === id)?.name[language] ?? id);
  const most = Math.round((material.maximumUse?.value ?? 10) * 10);
  return [material.id, material.name[language], material.family, material.role, smells.join(' '), most].join(' | ');
}

function requestFor({ depth, seed }: DraftWanted, { messages, materials }: Shown) {
  return {
    prompt: { kind: 'chat', messages },
    maxTokens: tokensOf[depth],
    sampling: 'balanced',
    ...(seed !== undefined && { seed }),
    grammar: {
      gbnf: draftGrammar(
        materials.map(({ id }) => id),
        depth,
      ),
      ifUnsupported: 'leave-out',
    },
    urgency: 'interactive',
    requester: 'composer',
  } as const;
}

interface WrittenDraft {
  readonly wanted: DraftWanted;
  readonly said: DraftSaid;
  readonly model: DraftedFormula['model'];
  readonly candidates: readonly Material[];
}

async function finished(
  needs: AssistantNeeds,
  { wanted, said, model, candidates }: WrittenDraft,
  signal?: AbortSignal,
): Promise<DraftedFormula> {
  const { product, depth } = wanted;
  const materialOf = (id: MaterialId) => needs.materials.find(id)?.material;
  const draft = said.lines.map(thousandthsOf);
  const allowed = draft.filter(({ materialId }) => !wanted.forbidden.includes(materialId));
  const least = linesOf[depth][0];
  const added = missingByRule(said, candidates, least).map(thousandthsOf);
  const { lines, repairs } = repairDraft([...allowed, ...added], {
    judge: needs.judge,
    product,
    materialOf,
    solventId,
  });
  const formula = formulaOf(lines, solventId);
  const { weighed } = weighFormula(needs)(formula, product, new Map());
  await needs.breath.rest();
  signal?.throwIfAborted();
  const sum = draft.reduce((all, { thousandths }) => all + thousandths, 0) || 1;
  let reasonsLeftOut = 0;
  const drafted = lines.map(({ materialId, thousandths }): DraftedLine => {
    const own = said.lines.filter((line) => line.materialId === materialId);
    const reason = own.find((line) => line.reason)?.reason;
    const isClean =
      reason === undefined ||
      strangersIn(reason, [materialOf(materialId)?.name.en ?? '', thousandths / 1000]).length === 0;
    if (!isClean) reasonsLeftOut += 1;
    return {
      materialId,
      drafted: own.reduce((all, { parts }) => all + parts, 0) * (1_000_000 / sum),
      parts: thousandths / 1000,
      ...(own[0]?.accord && { accord: own[0].accord }),
      ...(reason && isClean && { reason }),
      alternatives:
        depth === 'premium' ? (materialOf(materialId)?.substitutes ?? []).slice(0, 3).map((one) => one.materialId) : [],
    };
  });
  return {
    name: materialOf(said.name as MaterialId) ? '' : said.name, // a small model takes an id for a name
    depth,
    lines: drafted,
    formula,
    repairs: [...repairs, ...putIn(added, lines, least)],
    weighed,
    led: ledBy(needs, formula, product),
    reasonsLeftOut,
    model,
    candidates: candidates.length,
  };
}

function thousandthsOf({ materialId, parts }: DraftSaid['lines'][number]): DraftLine {
  return { materialId, thousandths: Math.round(parts * 1000) };
}

function putIn(added: readonly DraftLine[], lines: readonly DraftLine[], least: number): readonly Repair[] {
  return added.flatMap(({ materialId }) => {
    const after = lines.find((line) => line.materialId === materialId)?.thousandths ?? 0;
    return after > 0 ? [{ materialId, before: 0, after, because: { what: 'too-few-lines', least } as const }] : [];
  });
}

function ledBy(
  { materials, thresholds, pressures }: AssistantNeeds,
  formula: Formula,
  product: Product,
): readonly Led[] {
  const evolution = evolve(formula, {
    product,
    accords: new Map(),
    materials: materials.material,
    surface: 'skin',
    thresholds,
    pressures,
  });
  return timesLed.map((hours) => {
    const at = evolution.times.findIndex((time) => time >= hours);
    const smelled = evolution.families.filter(({ family: one }) => one !== 'solvent');
    const family = smelled.toSorted((a, b) => (b.intensity[at] ?? 0) - (a.intensity[at] ?? 0))[0];
    const materialId = evolution.dominant[at];
    return {
      hours,
      ...(family && (family.intensity[at] ?? 0) > 0 && { family: family.family }),
      ...(materialId && { materialId }),
    };
  });
}
