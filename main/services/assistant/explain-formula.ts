/** @file Why a formula is limited and how it dries, and what a change would do: facts first, then a model's retelling of them. */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { evolveFormula } from '#services/physics/evolve-formula.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import type { AssistantNeeds, Tongue } from './assistant-needs.ts';
import { quote, type Source } from './quote.ts';
import { type ExplainEvent, retell } from './retell.ts';
import { sayDryDown } from './say-dry-down.ts';
import { sayVerdict } from './say-facts.ts';

export interface ExplainWanted {
  readonly formula: Formula;
  readonly product: Product;
  /** The same formula after a change that is being thought of. */
  readonly changed?: Formula;
  readonly question: string;
  readonly language: Tongue;
}

const mostSources = 3;

/** Explains. Without a model the facts alone come, which need none. */
export function explainFormula(needs: AssistantNeeds) {
  return async function* (wanted: ExplainWanted, signal?: AbortSignal): AsyncGenerator<ExplainEvent, void> {
    const facts = await factsOf(needs, wanted, signal);
    const sources = await quotesFor(needs, wanted, signal);
    const { question, language } = wanted;
    const by = {
      role: 'safety-explainer',
      prompt: 'explain',
      places: { question },
      facts,
      sources,
      language,
      said: [question],
    } as const;
    yield* retell(needs)(by, signal);
  };
}

async function factsOf(needs: AssistantNeeds, wanted: ExplainWanted, signal?: AbortSignal): Promise<readonly string[]> {
  const { product, language, formula, changed } = wanted;
  const name = (id: MaterialId): InTwoLanguages => needs.materials.find(id)?.material.name ?? { en: id, ko: id };
  const verdict = (one: Formula) => {
    const lines = new Map(one.lines.map((line) => [line.id as string, line.ingredient]));
    return sayVerdict({
      answer: needs.judge(one, { product, accords: accordsFor(needs)(one) }),
      category: product.category,
      language,
      nameOfLine: (lineId) => {
        const ingredient = lines.get(lineId as LineId);
        return ingredient?.kind === 'material' ? name(ingredient.materialId)[language] : (lineId as string);
      },
      titleOf: needs.titleOf,
    });
  };
  const dryDown = async (one: Formula, label?: string) =>
    sayDryDown(await evolveFormula(needs)({ formula: one, product, surface: 'skin', activity: 'unifac' }, signal), {
      language,
      ...(label && { label }),
      familyName: (family) => needs.familyName(family)[language],
      materialName: name,
    });
  if (!changed) return [...verdict(formula), ...(await dryDown(formula))];
  const labels = language === 'ko' ? (['지금', '바꾼 뒤'] as const) : (['Now', 'After the change'] as const);
  return [
    ...verdict(formula).map((fact) => `${labels[0]}: ${fact}`),
    ...verdict(changed).map((fact) => `${labels[1]}: ${fact}`),
    ...(await dryDown(formula, labels[0])),
    ...(await dryDown(changed, labels[1])),
  ];
}

async function quotesFor(
  needs: AssistantNeeds,
  { question, language }: ExplainWanted,
  signal?: AbortSignal,
): Promise<readonly Source[]> {
  if (question.trim() === '') return [];
  const filters = [{ field: 'kind' as const, any: ['note', 'evaluation', 'recipe'] as const }];
  const asked = { text: question.slice(0, 500), filters, without: [], limit: mostSources, offset: 0 };
  const { groups } = await needs.search(asked, signal);
  const hits = groups.flatMap((group) => group.hits).sort((a, b) => b.score - a.score);
  return hits.slice(0, mostSources).map(quote(needs, language));
}
