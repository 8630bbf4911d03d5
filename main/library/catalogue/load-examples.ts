/**
 * @file The example recipes as they ship, and how they become recipes: the accords among them first, since the others weigh
 * them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { invariant } from '#foundation/errors.ts';
import type { LineId, MaterialId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { Formula, Line, Product } from '#perfumery/formula/formula.ts';
import type { Trial } from '#perfumery/formula/recipe.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';

interface ExampleLine {
  readonly materialId?: MaterialId;
  readonly accord?: { readonly recipe: RecipeId; readonly trial: number };
  readonly parts: DecimalText;
  readonly dilution: DecimalText;
  readonly solventId?: MaterialId;
  readonly locked?: boolean;
  readonly carrier?: boolean;
  readonly note?: InTwoLanguages;
}

interface ExampleFile {
  readonly id: RecipeId;
  readonly name: InTwoLanguages;
  readonly brief: InTwoLanguages;
  readonly product: Product;
  /** Which trial stands on the bench at first, counted from 0; absent: the last. */
  readonly onBench?: number;
  readonly trials: readonly {
    readonly name: InTwoLanguages;
    readonly note: InTwoLanguages;
    /** Counted from 0; absent: the trial before it. */
    readonly parent?: number;
    readonly lines: readonly ExampleLine[];
  }[];
}

export type ExampleTrial = Omit<Trial, 'created'>;

/** A shipped recipe, ready to be kept. */
export interface Example {
  readonly id: RecipeId;
  readonly name: InTwoLanguages;
  readonly brief: string;
  readonly product: Product;
  readonly trials: readonly ExampleTrial[];
  readonly onBench: ExampleTrial;
}

/** Reads the examples under `assetsFolder`, in an order in which each finds the accords it uses. Notes are in `language`. */
export function loadExamples(assetsFolder: string, language: 'ko' | 'en'): readonly Example[] {
  const folder = path.join(assetsFolder, 'examples');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as ExampleFile);
  return accordsFirst(files).map((file) => exampleOf(file, language));
}

function accordsFirst(files: readonly ExampleFile[]): readonly ExampleFile[] {
  const byId = new Map(files.map((file) => [file.id, file]));
  const ordered = new Set<ExampleFile>();
  const place = (file: ExampleFile, path: readonly RecipeId[]): void => {
    invariant(!path.includes(file.id), `example ${file.id} does not contain itself`);
    for (const { accord } of file.trials.flatMap(({ lines }) => lines)) {
      if (!accord) continue;
      const used = byId.get(accord.recipe);
      invariant(used?.trials[accord.trial], `example ${file.id} finds its accord ${accord.recipe}`);
      place(used, [...path, file.id]);
    }
    ordered.add(file);
  };
  const weighed = new Set(
    files.flatMap((file) => file.trials.flatMap(({ lines }) => lines.map((l) => l.accord?.recipe))),
  );
  for (const file of files) if (weighed.has(file.id)) place(file, []);
  for (const file of files) place(file, []);
  return [...ordered];
}

function exampleOf({ id, name, brief, product, ...file }: ExampleFile, language: 'ko' | 'en'): Example {
  const trials = file.trials.map((trial, index): ExampleTrial => {
    const parent = trial.parent ?? index - 1;
    return {
      id: trialIdOf(id, index),
      recipeId: id,
      ...(parent >= 0 && { parentId: trialIdOf(id, parent) }),
      number: index + 1,
      name: trial.name,
      note: trial.note[language],
      formula: formulaOf(trial.lines, language),
      product,
    };
  });
  const onBench = trials[file.onBench ?? trials.length - 1];
  invariant(onBench, `example ${id} says which of its trials stands on the bench`);
  return { id, name, brief: brief[language], product, trials, onBench };
}

function trialIdOf(recipeId: RecipeId, index: number): TrialId {
  return `${recipeId}.${index + 1}` as TrialId;
}

/** The same ingredient is the same line in every trial of a recipe, so that a diff shows what changed. */
function formulaOf(lines: readonly ExampleLine[], language: 'ko' | 'en'): Formula {
  const times = new Map<string, number>();
  return {
    lines: lines.map(
      ({ materialId, accord, parts, dilution, solventId, locked = false, carrier = false, note }): Line => {
        const key = materialId ?? `${accord?.recipe}.${accord?.trial}`;
        const nth = (times.get(key) ?? 0) + 1;
        times.set(key, nth);
        invariant(materialId || accord, 'an example line names a material or an accord');
        return {
          id: (nth === 1 ? key : `${key}.${nth}`) as LineId,
          ingredient: accord
            ? { kind: 'accord', recipeId: accord.recipe, trialId: trialIdOf(accord.recipe, accord.trial) }
            : { kind: 'material', materialId: materialId as MaterialId },
          parts,
          dilution,
          ...(solventId && { solventId }),
          locked,
          carrier,
          note: note?.[language] ?? '',
        };
      },
    ),
  };
}
