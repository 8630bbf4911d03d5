/** @file What lines, materials and accords of an open recipe are called, and how to say what a contribution comes through. */
import { useMemo } from 'react';
import type { LineId, MaterialId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import { judgedMaterial } from '#perfumery/material/lot-composition.ts';
import type { Contribution } from '#perfumery/safety/answer.ts';
import { useBench } from './bench.ts';
import { useStudio } from './studio.ts';
import { inLanguage, useText } from './text.ts';

export interface Names {
  /** Empty for a line that is no longer there. */
  line(lineId: LineId): string;
  material(materialId: MaterialId): string;
  /** What lies between the line and the substance, outermost first: accords, materials, the constituent. Empty when nothing does. */
  path(contribution: Contribution): readonly string[];
}

/** The names in an open recipe, in the language of the moment. */
export function useNames(recipeId: RecipeId): Names {
  const { t, language } = useText('safety');
  const lines = useBench(({ sheets }) => sheets[recipeId]?.recipe.formula.lines);
  const accords = useBench(({ sheets }) => sheets[recipeId]?.accords);
  const materials = useStudio((studio) => studio.materials);

  return useMemo(() => {
    const byId = new Map<LineId, Line>(lines?.map((line) => [line.id, line]));
    const material = (id: MaterialId) => {
      const found = materials.get(id);
      return found ? inLanguage(found.material.name, language) : t('missing-material');
    };
    const accord = (id: TrialId) => {
      const found = accords?.get(id);
      return found ? inLanguage(found.recipeName, language) : t('missing-accord');
    };
    return {
      material,
      line: (lineId) => {
        const ingredient = byId.get(lineId)?.ingredient;
        if (!ingredient) return '';
        return ingredient.kind === 'material' ? material(ingredient.materialId) : accord(ingredient.trialId);
      },
      path: ({ lineId, materialId, via, path }) => {
        const ingredient = byId.get(lineId)?.ingredient;
        const itself = ingredient?.kind === 'material' ? ingredient.materialId : ingredient?.trialId;
        const constituent = via === 'constituent' ? path.at(-1) : undefined;
        return path.flatMap((step, at) => {
          if (at === 0 && step === itself) return [];
          if (step === constituent && at === path.length - 1) return [substance(materialId, step)];
          return [step === materialId ? material(materialId) : accord(step as TrialId)];
        });
      },
    };

    /** A constituent as the library calls it, else as the composition does. */
    function substance(materialId: MaterialId, cas: string): string {
      const known = idsByCas(materials).get(cas);
      if (known) return material(known);
      const entry = materials.get(materialId);
      const constituents = entry && judgedMaterial(entry).constituents;
      return constituents?.find((constituent) => constituent.cas === cas)?.name ?? cas;
    }
  }, [lines, accords, materials, language, t]);
}

type Materials = ReturnType<typeof useStudio.getState>['materials'];
const indexes = new WeakMap<Materials, ReadonlyMap<string, MaterialId>>();

/** Pure substances by their primary CAS. */
function idsByCas(materials: Materials): ReadonlyMap<string, MaterialId> {
  const before = indexes.get(materials);
  if (before) return before;
  const index = new Map<string, MaterialId>();
  for (const { material } of materials.values()) {
    const [cas] = material.cas;
    if (cas && material.kind === 'synthetic' && !index.has(cas)) index.set(cas, material.id);
  }
  indexes.set(materials, index);
  return index;
}
