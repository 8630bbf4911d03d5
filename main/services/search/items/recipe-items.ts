/** @file A recipe or an accord as it is found by its working formula, and the notes on its lines and batches. */
import type { RecipeId } from '#foundation/ids.ts';
import { findProductType } from '#perfumery/formula/product-types.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { Batch } from '#perfumery/stock/maceration.ts';
import { dayOf, type Findable, noFacets, titleOf, written } from './findable.ts';
import { formulaContent } from './formula-content.ts';
import type { ItemNeeds } from './item-needs.ts';

/** What a recipe without a name is called where nobody speaks a language. */
export const untitled: InTwoLanguages = { en: 'Untitled', ko: '이름 없음' };

type Stored = NonNullable<ReturnType<ItemNeeds['recipes']['find']>>;

/** What is found of a recipe, its trials aside; nothing of an archived one. */
export function recipeItems(needs: ItemNeeds) {
  return (id: RecipeId): readonly Findable[] => {
    const recipe = needs.recipes.find(id);
    if (!recipe || recipe.archived) return [];
    const batches = needs.batches.all().filter((batch) => batch.recipeId === id);
    return [recipeItem(needs, recipe), ...lineNotes(recipe), ...batches.flatMap((batch) => batchNote(recipe, batch))];
  };
}

function recipeItem(needs: ItemNeeds, recipe: Stored): Findable {
  const { id, name, brief, product, formula, updated } = recipe;
  const { tags, isAccord } = needs.labels.recipe(id);
  const asked = needs.briefs.of(id);
  const content = formulaContent(needs)(formula, product);
  const rating = meanLiking(needs, id);
  const kind = isAccord ? 'accord' : 'recipe';
  const type = findProductType(product.type);
  return {
    item: {
      id: `${kind}:${id}`,
      kind,
      subject: id,
      title: titleOf(name, untitled),
      codes: [],
      facets: {
        ...noFacets,
        ...content.facets,
        origins: [product.type],
        tags,
        ...(rating !== undefined && { rating }),
        changed: dayOf(updated),
      },
    },
    opens: { what: 'recipe', recipeId: id },
    row: { ...content.row, lineCount: formula.lines.length },
    pieces: [
      ...written('name', name.ko, 1),
      ...written('name', name.en, 1),
      ...tags.flatMap((tag) => written('tag', tag, 1)),
      ...written('product', type && `${type.name.ko} ${type.name.en}`, 0.6),
      ...written('brief', brief, 0.9),
      ...(asked
        ? [
            ...written('brief', `${asked.name} ${asked.client}`, 0.7),
            ...written('brief', asked.words, 0.9),
            ...asked.references.flatMap((reference) => written('brief', reference, 0.5)),
          ]
        : []),
      ...content.pieces,
    ],
  };
}

/** Mean liking over the evaluations of all its trials, 0..10, that may be told. */
function meanLiking({ evaluations }: ItemNeeds, id: RecipeId): number | undefined {
  return meanOf(evaluations.openOf(id).flatMap(({ liking }) => (liking === undefined ? [] : [liking])));
}

/** Undefined of nothing. */
export function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return Number((values.reduce((sum, one) => sum + one, 0) / values.length).toFixed(2));
}

function lineNotes({ id, name, formula, updated }: Stored): readonly Findable[] {
  return formula.lines.flatMap((line) => {
    if (line.note.trim() === '') return [];
    const subject = `line:${id}:${line.id}`;
    const { ingredient } = line;
    return [
      {
        item: {
          id: `note:${subject}`,
          kind: 'note' as const,
          subject,
          title: titleOf(name, untitled),
          codes: [],
          facets: {
            ...noFacets,
            materials: ingredient.kind === 'material' ? [ingredient.materialId] : [],
            changed: dayOf(updated),
          },
        },
        opens: { what: 'recipe' as const, recipeId: id },
        row: {},
        pieces: [
          ...written('note', line.note, 1),
          ...(ingredient.kind === 'material'
            ? [{ field: 'material' as const, text: ingredient.materialId, weight: 0.4 }]
            : []),
        ],
      },
    ];
  });
}

function batchNote({ id, name }: Stored, batch: Batch): readonly Findable[] {
  if (batch.note.trim() === '') return [];
  const subject = `batch:${batch.id}`;
  return [
    {
      item: {
        id: `note:${subject}`,
        kind: 'note',
        subject,
        title: titleOf(name, untitled),
        codes: [],
        facets: { ...noFacets, changed: dayOf(batch.madeOn) },
      },
      opens: { what: 'recipe', recipeId: id },
      row: {},
      pieces: written('note', batch.note, 1),
    },
  ];
}
