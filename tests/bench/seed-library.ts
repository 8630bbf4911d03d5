/** @file A library with as many recipes as a long life's work, the same for the same count. */
import { newId, type RecipeId } from '#foundation/ids.ts';
import { openLibrary } from '#library/sqlite/open-library.ts';
import type { Trial } from '#perfumery/formula/recipe.ts';
import { usualProduct } from '#services/recipes/create-recipe.ts';
import { line } from '#tests/fixtures/bench.ts';
import { randomFrom } from '#tests/library/random-edit.ts';

const words = ['Rose', 'Fern', 'Amber', 'Moss', 'Linen', 'Fig', 'Smoke', 'Iris'];
const koreanWords = ['장미', '고사리', '앰버', '이끼', '리넨', '무화과', '연기', '아이리스'];
const materials = ['bergamot-oil-expressed', 'lavender-oil', 'lemon-oil-cold-pressed', 'sweet-orange-oil'];
const linesEach = 12;

/** Fills the library in `folder` with `count` recipes of twelve lines, one in four with a trial. */
export function seedLibrary(folder: string, count: number): void {
  const random = randomFrom(count);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const library = openLibrary(folder);
  try {
    library.write(() => {
      for (let n = 0; n < count; n++) {
        const time = Date.UTC(2020, 0, 1) + n * 3_600_000;
        const id = newId<RecipeId>(time, random);
        const created = new Date(time).toISOString();
        const formula = {
          lines: Array.from({ length: linesEach }, (_, index) =>
            line(pick(materials), String(Math.ceil(random() * 1000) / 10), { id: `l${index}` }),
          ),
        };
        library.recipes.insert({
          id,
          name: { en: `${pick(words)} ${n}`, ko: `${pick(koreanWords)} ${n}` },
          brief: '',
          product: usualProduct,
          formula,
          isExample: false,
          archived: false,
          created,
          updated: created,
        });
        if (n % 4 > 0) continue;
        const trial: Trial = {
          id: newId(time, random),
          recipeId: id,
          number: 1,
          name: { en: '', ko: '' },
          note: '',
          formula,
          product: usualProduct,
          created,
        };
        library.trials.insert(trial);
        library.recipes.setBase(id, trial.id);
        library.recipes.countTrials(id, created);
      }
    });
  } finally {
    library.close();
  }
}
