/** @file The tables and materials that ship, read from assets, for tests that judge with the real thing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MaterialId, TrialId } from '#foundation/ids.ts';
import type { Formula } from '#perfumery/formula/formula.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { AllergenList, EuLaw, IfraTable, Regulation } from '#perfumery/safety/regulation.ts';
import { formula, line } from '#tests/fixtures/safety-tables.ts';

const assets = join(import.meta.dirname, '..', '..', 'assets');

function read<T>(...path: string[]): T {
  return JSON.parse(readFileSync(join(assets, ...path), 'utf8')) as T;
}

/** IFRA, EU law and both lists of allergens as shipped. */
export function shippedRegulation(): Regulation {
  return {
    ifra: read<IfraTable>('regulation', 'ifra-51.json'),
    euLaw: read<EuLaw>('regulation', 'eu-law.json'),
    allergenLists: ['eu-allergens.json', 'kr-allergens.json'].map((file) => read<AllergenList>('regulation', file)),
  };
}

/** The shipped catalogue by id. */
export function shippedMaterials(): ReadonlyMap<MaterialId, Material> {
  const files = ['synthetics.json', 'naturals.json', 'solvents.json'];
  const materials = files.flatMap((file) => read<{ materials: Material[] }>('catalogue', file).materials);
  return new Map(materials.map((one) => [one.id, one]));
}

export interface ShippedTrial {
  readonly recipe: string;
  readonly name: string;
  readonly formula: Formula;
  readonly dosage: string;
  readonly category: string;
  readonly id: TrialId;
}

interface ExampleLine {
  readonly materialId?: string;
  readonly accord?: unknown;
  readonly parts: string;
  readonly dilution: string;
  readonly solventId?: string;
}

interface Example {
  readonly id: string;
  readonly product: { readonly dosage: string; readonly category: string };
  readonly trials: readonly { readonly name: { readonly en: string }; readonly lines: readonly ExampleLine[] }[];
}

/** Every trial of the example recipes, with the lines that are materials. */
export function shippedTrials(): ShippedTrial[] {
  const files = readdirSync(join(assets, 'examples')).filter((file) => file.endsWith('.json'));
  return files.flatMap((file) => {
    const example = read<Example>('examples', file);
    return example.trials.map(({ name, lines }, at) => ({
      recipe: example.id,
      name: name.en,
      id: `${example.id} ${at}` as TrialId,
      dosage: example.product.dosage,
      category: example.product.category,
      formula: formula(
        ...lines.flatMap(({ materialId, parts, dilution, solventId }, place) =>
          materialId === undefined
            ? []
            : [
                line(materialId, parts, {
                  id: `l${place}`,
                  dilution,
                  ...(solventId !== undefined && { solvent: solventId }),
                }),
              ],
        ),
      ),
    }));
  });
}
