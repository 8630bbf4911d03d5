import type { RecipeId, TrialId } from '#foundation/ids.ts';
import type { MaterialLibrary } from '#library/material-library.ts';
import { describeDocument } from '#perfumery/documents/describe-document.ts';
import type { DocumentKind, DocumentLanguage, StudioDocument } from '#perfumery/documents/document.ts';
import type { Material } from '#perfumery/material/material.ts';
import { getTrial } from '#services/recipes/get-trial.ts';
import { openRecipe } from '#services/recipes/open-recipe.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import type { RecipeNeeds } from '#services/recipes/recipe-needs.ts';
import type { RegulationInForce } from '#services/regulation/regulation-in-force.ts';
import type { SideThread } from '#services/side-thread/side-thread.ts';

export interface DocumentNeeds extends Pick<RecipeNeeds, 'recipes' | 'trials' | 'edits' | 'now'> {
  readonly inForce: Pick<RegulationInForce, 'now'>;
  readonly materials: Pick<MaterialLibrary, 'material' | 'find'>;
  /** The typeface of documents, TrueType or OpenType, with Korean and Latin. */
  readonly typeface: () => Uint8Array;
  readonly sideThread: SideThread;
}

export interface DocumentWanted {
  readonly recipeId: RecipeId;
  /** Absent: the working formula. */
  readonly trialId?: TrialId;
  readonly kind: DocumentKind;
  readonly language: DocumentLanguage;
}

/** A document about a recipe's working formula or one of its trials, judged by the table in force. */
export function makeDocument(needs: DocumentNeeds) {
  return ({ recipeId, trialId, kind, language }: DocumentWanted): StudioDocument => {
    const recipe = openRecipe(needs)(recipeId);
    const trial = trialId === undefined ? undefined : getTrial(needs)(trialId);
    const { formula, product } = trial ?? recipe;
    const accords = accordsFor(needs)(formula);
    const { judge, regulation } = needs.inForce.now();
    const subject = {
      name: recipe.name,
      ...(trial && { trial: trial.number }),
      formula,
      product,
      accords,
      answer: judge(formula, { product, accords }),
      regulation,
      materialOf: (id: Material['id']) => needs.materials.material(id),
      lotOf: (id: Material['id']) => needs.materials.find(id)?.lot,
      date: needs.now().slice(0, 10),
    };
    return describeDocument(kind, subject, language);
  };
}
