import writeXlsxFile from 'write-excel-file/node';
import type { RecipeId } from '#foundation/ids.ts';
import type { MaterialLibrary } from '#library/material-library.ts';
import type { Formula } from '#perfumery/formula/formula.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { toCsv } from '#perfumery/interchange/csv.ts';
import { recipeFile, recipeFileText } from '#perfumery/interchange/recipe-file.ts';
import { recipeTable, type TableCell } from '#perfumery/interchange/recipe-table.ts';
import { getTrial } from '#services/recipes/get-trial.ts';
import { openRecipe } from '#services/recipes/open-recipe.ts';
import { readAccords } from '#services/recipes/read-accords.ts';
import type { RecipeNeeds } from '#services/recipes/recipe-needs.ts';

export interface WritingNeeds extends Pick<RecipeNeeds, 'recipes' | 'trials' | 'edits'> {
  readonly materials: Pick<MaterialLibrary, 'find' | 'material'>;
}

export interface FileWanted {
  readonly recipeId: RecipeId;
  readonly format: 'json' | 'csv' | 'xlsx';
  readonly language: 'ko' | 'en';
}

const types = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** One recipe as a file: JSON with trials, accords and materials; CSV and XLSX with the working formula. */
export function writeRecipeFile(needs: WritingNeeds) {
  return async ({ recipeId, format, language }: FileWanted): Promise<File> => {
    const recipe = openRecipe(needs)(recipeId);
    const name = `${fileName(recipe, language)}.${format}`;
    const file = (content: string | Uint8Array<ArrayBuffer>) => new File([content], name, { type: types[format] });
    if (format === 'json') return file(jsonOf(needs, recipe));
    const rows = recipeTable(recipe.formula, {
      product: recipe.product,
      language,
      materialOf: (id) => needs.materials.find(id)?.material,
      accordName: ({ trialId }) => needs.trials.findAccord(trialId)?.recipeName,
    });
    return file(format === 'csv' ? toCsv(rows) : await workbookOf(rows));
  };
}

function jsonOf(needs: WritingNeeds, recipe: Recipe): string {
  const trials = recipe.trials.map(({ id }) => getTrial(needs)(id));
  const formulas = [recipe.formula, ...trials.map(({ formula }) => formula)];
  const accords = readAccords(needs)(formulas.flatMap(accordsIn));
  return recipeFileText(recipeFile({ recipe, trials, accords, materialOf: (id) => needs.materials.find(id) }));
}

function accordsIn({ lines }: Formula) {
  return lines.flatMap(({ ingredient }) => (ingredient.kind === 'accord' ? [ingredient.trialId] : []));
}

async function workbookOf(rows: readonly (readonly TableCell[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const cells = rows.map((row, index) =>
    row.map((value) =>
      value === ''
        ? null
        : { value: writable(value), type: typeof value === 'number' ? Number : String, ...(index === 0 && bold) },
    ),
  );
  const columns = [28, 13, 10, 10, 10, 20, 8, 8, 30, 24].map((width) => ({ width }));
  return new Uint8Array(await writeXlsxFile(cells, { columns, stickyRowsCount: 1 }).toBuffer());
}

/** write-excel-file 4.1.1 looks its strings up in a plain object, so `constructor` and the like need to be another word. */
function writable(value: TableCell): TableCell {
  return typeof value === 'string' && value in Object.prototype ? `${value} ` : value;
}

const bold = { fontWeight: 'bold' } as const;

/** The recipe's name without what some file system cannot hold. */
function fileName({ name }: Pick<Recipe, 'name'>, language: 'ko' | 'en'): string {
  const spoken = name[language] || name.en || name.ko;
  const safe = spoken
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 80)
    .trim();
  return safe === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(safe) ? 'recipe' : safe;
}
