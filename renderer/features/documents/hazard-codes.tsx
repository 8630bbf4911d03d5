/** @file The hazard codes of what is in a recipe, as its safety data sheets state them. Kept with the material, once for all recipes. */
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import { productShares } from '#perfumery/documents/product-shares.ts';
import { hazardText, parseHazard } from '#perfumery/hazard/hazard-code.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { formulasOf } from '#renderer/shared/answer.ts';
import { type Sheet, useBench } from '#renderer/shared/bench.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { keepMaterial, useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import styles from './documents.module.css';

/** One field for each material of the working formula, largest share first. */
export function HazardCodes({ recipeId }: { readonly recipeId: RecipeId }) {
  const { t } = useText('documents');
  const sheet = useBench(({ sheets }) => sheets[recipeId]);
  const [isOpen, setOpen] = useState(false);
  if (!sheet) return null;
  return (
    <div className={styles.codes}>
      <Button variant="outlined" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('hazard-codes')}
      </Button>
      {isOpen && (
        <>
          <p className={styles.note}>{t('hazard-codes-hint')}</p>
          {sharesOf(sheet).map(({ materialId, percent }) => (
            <Codes key={materialId} materialId={materialId} percent={percent} />
          ))}
        </>
      )}
    </div>
  );
}

type Share = ReturnType<typeof productShares>['perfume'][number];

function sharesOf({ recipe, accords }: Sheet): readonly Share[] {
  const { perfume, carriers } = productShares(recipe.formula, recipe.product, formulasOf(accords));
  const seen = new Set<MaterialId>();
  return [...carriers, ...perfume].filter(({ materialId }) => {
    const isNew = !seen.has(materialId);
    seen.add(materialId);
    return isNew;
  });
}

function Codes({ materialId, percent }: Share) {
  const { t, language } = useText('documents');
  const numbers = useNumbers();
  const client = useStudio((studio) => studio.client);
  const held = useStudio((studio) => studio.materials.get(materialId));
  const [typed, setTyped] = useState<string>();
  const [fault, setFault] = useState<string>();
  if (!held) return null;

  async function keep(text: string, { material, shelf, revision }: LibraryMaterial): Promise<void> {
    const pieces = text.split(/[,;\n]+/).map((piece) => piece.trim());
    const codes = pieces.filter((piece) => piece !== '' && piece !== '-');
    const wrong = codes.find((code) => !parseHazard(code));
    if (wrong !== undefined) return setFault(t('hazard-code-fault', { text: wrong }));
    setFault(undefined);
    const { id: _, hazards: __, hazardSource, ...facts } = material;
    const plain = codes.flatMap((code) => parseHazard(code) ?? []).map(hazardText);
    const isSaid = pieces.includes('-') || plain.length > 0;
    if (plain.join() === material.hazards?.join() && isSaid === (material.hazards !== undefined)) return;
    try {
      const edit = {
        materialId,
        revision,
        facts: { ...facts, ...(isSaid && { hazards: plain, ...(hazardSource && { hazardSource }) }) },
        shelf,
      };
      keepMaterial((await client.materials.edit(edit as never)) as never);
      setTyped(undefined);
    } catch (error) {
      setFault(sentenceFor(refusalOf(error)));
    }
  }

  const { hazards, name } = held.material;
  const kept = hazards === undefined ? '' : hazards.length > 0 ? hazards.join(', ') : '-';
  return (
    <TextField
      size="small"
      fullWidth
      label={`${inLanguage(name, language)} · ${numbers.percent(percent)}`}
      value={typed ?? kept}
      error={fault !== undefined}
      helperText={fault}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={(event) => typed !== undefined && void keep(event.target.value, held)}
    />
  );
}
