/** @file A trial as it is found by its frozen formula, what was smelled of it, and its note. */
import type { TrialId } from '#foundation/ids.ts';
import type { Evaluation } from '#perfumery/evaluation/evaluation.ts';
import { findProductType } from '#perfumery/formula/product-types.ts';
import type { Accord } from '#perfumery/formula/recipe.ts';
import { dayOf, type Findable, noFacets, type Piece, titleOf, written } from './findable.ts';
import { type FormulaContent, formulaContent } from './formula-content.ts';
import type { ItemNeeds } from './item-needs.ts';
import { meanOf, untitled } from './recipe-items.ts';

/** What is found of a trial; nothing of one whose recipe is archived. What a sealed blind sitting holds is left out. */
export function trialItems(needs: ItemNeeds) {
  return (id: TrialId): readonly Findable[] => {
    const trial = needs.trials.findAccord(id);
    if (!trial || needs.recipes.head(trial.recipeId)?.archived !== false) return [];
    const smelled = needs.evaluations.openOf(trial.recipeId).filter(({ trialId }) => trialId === id);
    const content = formulaContent(needs)(trial.formula, trial.product);
    return [
      trialItem(trial, content, smelled),
      ...noteOn(trial),
      ...smelled.map((one) => evaluationItem(trial, content, one)),
    ];
  };
}

function trialItem(trial: Accord, content: FormulaContent, smelled: readonly Evaluation[]): Findable {
  const { id, recipeId, number, name, note, product, formula, created, recipeName } = trial;
  const rating = meanOf(smelled.flatMap(({ liking }) => (liking === undefined ? [] : [liking])));
  const type = findProductType(product.type);
  return {
    item: {
      id: `trial:${id}`,
      kind: 'trial',
      subject: id,
      title: titleOf(name.en || name.ko ? name : recipeName, untitled),
      codes: [],
      facets: {
        ...noFacets,
        ...content.facets,
        origins: [product.type],
        ...(rating !== undefined && { rating }),
        changed: dayOf(created),
      },
    },
    opens: { what: 'trial', recipeId, trialId: id },
    row: { ...content.row, of: recipeName, number, lineCount: formula.lines.length },
    pieces: [
      ...written('name', name.ko, 1),
      ...written('name', name.en, 1),
      ...written('name', recipeName.ko, 0.7),
      ...written('name', recipeName.en, 0.7),
      ...written('note', note, 0.8),
      ...written('product', type && `${type.name.ko} ${type.name.en}`, 0.5),
      ...smelled.flatMap(({ words }) => written('words', words, 0.5)),
      ...content.pieces,
    ],
  };
}

function noteOn({ id, recipeId, number, note, recipeName, created }: Accord): readonly Findable[] {
  if (note.trim() === '') return [];
  const subject = `trial:${id}`;
  return [
    {
      item: {
        id: `note:${subject}`,
        kind: 'note',
        subject,
        title: titleOf(recipeName, untitled),
        codes: [],
        facets: { ...noFacets, changed: dayOf(created) },
      },
      opens: { what: 'trial', recipeId, trialId: id },
      row: { of: recipeName, number },
      pieces: written('note', note, 1),
    },
  ];
}

function evaluationItem(trial: Accord, { facets, row }: FormulaContent, evaluation: Evaluation): Findable {
  const { id, descriptors, words, liking, made } = evaluation;
  const { recipeId, id: trialId, recipeName, number } = trial;
  return {
    item: {
      id: `evaluation:${id}`,
      kind: 'evaluation',
      subject: id,
      title: titleOf(recipeName, untitled),
      codes: [],
      facets: {
        ...noFacets,
        families: facets.families,
        descriptors,
        materials: facets.materials,
        ...(liking !== undefined && { rating: liking }),
        changed: dayOf(made),
      },
    },
    opens: { what: 'evaluation', recipeId, trialId, evaluationId: id },
    row: { of: recipeName, number, ...(row.family && { family: row.family }) },
    pieces: [
      ...written('words', words, 1),
      ...descriptors.map((text): Piece => ({ field: 'descriptor', text, weight: 0.9 })),
      ...written('name', recipeName.ko, 0.4),
      ...written('name', recipeName.en, 0.4),
    ],
  };
}
