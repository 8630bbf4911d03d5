/** @file The brief of the open recipe: which one it works towards, and what that one asks. */
import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import { type Brief, type BriefFacts, longestBrief } from '#perfumery/brief/brief.ts';
import { findProductType } from '#perfumery/formula/product-types.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { type Category, categories } from '#perfumery/safety/category.ts';
import { type Sheet, showRecipe } from '#renderer/shared/bench.ts';
import { typedFigure } from '#renderer/shared/figure.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { materialOf, useWishes, type Wish, wishesOf, wishList } from '#renderer/shared/wish.ts';
import { useAsked } from '#renderer/shared/working-day.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { Taken } from './brief-point.ts';
import { ReadBrief } from './read-brief.tsx';
import { WishChoice } from './wish-choice.tsx';

const fresh = '';
const none = 'none';

interface Draft {
  readonly name: string;
  readonly client: string;
  readonly deadline: string;
  readonly words: string;
  readonly references: string;
  readonly ceiling: string;
  readonly currency: string;
  readonly forbidden: readonly MaterialId[];
  readonly category: Category | '';
  readonly dosage: string;
  readonly wishes: readonly Wish[];
}

/** What the perfume should be, in the perfumer's or the client's words, and what it may not do. */
export function BriefDialog({
  recipeId,
  sheet,
  onClose,
}: {
  readonly recipeId: RecipeId;
  readonly sheet: Sheet;
  readonly onClose: () => void;
}) {
  const { t, language } = useText('brief');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const currency = useStudio(({ settings }) => settings.currency);
  const materials = useStudio((studio) => studio.materials);
  const briefs = useAsked(['briefs'], 'all', (asked) => asked.briefs.list());
  const own = briefs?.find(({ recipeIds }) => recipeIds.includes(recipeId));
  const [chosen, choose] = useState<string>();
  const [draft, setDraft] = useState<Draft>();
  const id = chosen ?? own?.id ?? fresh;
  const brief = briefs?.find((one) => one.id === id) as Brief | undefined;
  const said = sheet.recipe.brief;
  const known = useWishes();

  // What is on the screen is the brief as it was opened; a newer one from elsewhere is refused on saving, and told.
  useEffect(() => {
    if (briefs) setDraft((now) => now ?? draftOf(brief, said, currency));
  }, [briefs, brief, said, currency]);

  function turnTo(next: string): void {
    choose(next);
    setDraft(draftOf(briefs?.find((one) => one.id === next) as Brief | undefined, said, currency));
  }

  async function save(): Promise<void> {
    try {
      if (id === none) {
        await client.briefs.give({ recipeId, briefId: null });
        return onClose();
      }
      const facts = draft && factsOf(draft);
      if (!facts) return;
      if ('wrong' in facts) return tell({ tone: 'bad', text: t('not-a-number', { text: facts.wrong }) });
      const input = facts as never; // the contract's own type is the same, without readonly
      const kept = brief
        ? await client.briefs.edit({ briefId: brief.id, revision: brief.revision, facts: input })
        : await client.briefs.add({ facts: input });
      await client.briefs.give({ recipeId, briefId: kept.id });
      if (kept.words !== said)
        await showRecipe((await client.recipes.describe({ recipeId, brief: kept.words })) as Recipe);
      onClose();
    } catch (error) {
      tellRefusal(error);
    }
  }

  async function remove({ id: briefId }: Brief): Promise<void> {
    try {
      const { brief: gone, recipeIds } = await client.briefs.remove({ briefId });
      const { id: _, revision: __, created: ___, updated: ____, ...facts } = gone;
      const bringBack = async () => {
        const again = await client.briefs.add({ facts });
        for (const one of recipeIds) await client.briefs.give({ recipeId: one, briefId: again.id });
      };
      const action = { label: common('undo'), run: () => void bringBack().catch(tellRefusal) };
      tell({ tone: 'good', text: t('removed', { name: facts.name, count: recipeIds.length }), action });
      onClose();
    } catch (error) {
      tellRefusal(error);
    }
  }

  /** What was read is added to what is there; a field that holds one is replaced. */
  function take({ wishes, references, category, price }: Taken): void {
    const product = wishes.find(({ field }) => field === 'product');
    const judgedIn = category ?? (product && findProductType(product.id)?.category);
    const forbidden = wishes.flatMap((wish) => (wish.field === 'notesUnwanted' ? (materialOf(wish) ?? []) : []));
    setDraft(
      (now) =>
        now && {
          ...now,
          wishes: wishList(wishesOf([...now.wishes, ...wishes])),
          references: [...new Set([...now.references.split('\n'), ...references])].filter(Boolean).join('\n'),
          forbidden: [...new Set([...now.forbidden, ...forbidden])],
          ...(judgedIn && { category: judgedIn }),
          ...(price && { ceiling: price.perKilogram, currency: price.currency }),
        },
    );
    tell({ tone: 'good', text: t('taken') });
  }

  const length = draft?.words.length ?? 0;
  const isTooLong = length > longestBrief;
  const tooLong = t('too-long', { length, most: longestBrief });
  const set = (part: Partial<Draft>) => setDraft((now) => now && { ...now, ...part });
  const field = (key: 'name' | 'client' | 'words' | 'references' | 'ceiling' | 'currency' | 'dosage', rows = 1) => (
    <TextField
      label={t(key)}
      value={draft?.[key] ?? ''}
      onChange={(event) => set({ [key]: key === 'currency' ? event.target.value.toUpperCase() : event.target.value })}
      {...(rows > 1 && { multiline: true, minRows: rows })}
      {...(key === 'words' && isTooLong && { error: true, helperText: tooLong })}
      {...(key !== 'words' && { slotProps: { htmlInput: { maxLength: rows > 1 ? longestBrief : 200 } } })}
    />
  );
  const every = [...materials.values()].map(({ material }) => material);
  return (
    <Dialog
      title={t('title')}
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <>
          {brief && (
            <Button sx={{ color: 'verdict.over' }} onClick={() => void remove(brief)}>
              {t('remove')}
            </Button>
          )}
          <Button variant="contained" disabled={isTooLong} onClick={() => void save()}>
            {common('save')}
          </Button>
        </>
      }
    >
      <div style={{ display: 'grid', gap: 12, paddingTop: 6 }}>
        <label>
          {t('choose')}{' '}
          <select value={id} onChange={(event) => turnTo(event.target.value)}>
            <option value={fresh}>{t('new-brief')}</option>
            {briefs?.map((one) => (
              <option key={one.id} value={one.id}>
                {[one.name, one.client].filter(Boolean).join(' · ')}
              </option>
            ))}
            <option value={none}>{t('no-brief')}</option>
          </select>
        </label>
        {id !== none && draft && (
          <>
            {field('name')}
            {field('client')}
            <TextField
              label={t('deadline')}
              type="date"
              value={draft.deadline}
              onChange={(event) => set({ deadline: event.target.value })}
              slotProps={{ inputLabel: { shrink: true } }}
            />
            {field('words', 5)}
            <ReadBrief key={id} text={isTooLong ? '' : draft.words} nameOf={known.nameOf} onTake={take} />
            <WishChoice wishes={draft.wishes} known={known} onChange={(wishes) => set({ wishes })} />
            {field('references', 2)}
            <div style={{ display: 'grid', gridTemplateColumns: '2fr 1fr 1fr', gap: 12 }}>
              {field('ceiling')}
              {field('currency')}
              {field('dosage')}
            </div>
            <label>
              {t('category')}{' '}
              <select
                value={draft.category}
                onChange={(event) => set({ category: event.target.value as Category | '' })}
              >
                <option value="">{t('any-category')}</option>
                {categories.map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
            </label>
            <Autocomplete
              multiple
              size="small"
              options={every}
              value={every.filter((one) => draft.forbidden.includes(one.id))}
              getOptionLabel={({ name }) => inLanguage(name, language)}
              getOptionKey={(one) => one.id}
              isOptionEqualToValue={(a, b) => a.id === b.id}
              filterOptions={(all, { inputValue }) => {
                const typed = inputValue.normalize('NFC').trim().toLowerCase();
                const isLike = ({ name }: (typeof every)[number]) =>
                  name.en.toLowerCase().includes(typed) || name.ko.includes(typed);
                return all.filter(isLike).slice(0, 30);
              }}
              onChange={(_, picked) => set({ forbidden: picked.map((one) => one.id) })}
              renderInput={(params) => <TextField {...params} label={t('forbidden')} />}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

function draftOf(brief: Brief | undefined, said: string, currency: string): Draft {
  const { limits } = brief ?? {};
  return {
    name: brief?.name ?? '',
    client: brief?.client ?? '',
    deadline: brief?.deadline ?? '',
    words: brief?.words ?? said,
    references: brief?.references.join('\n') ?? '',
    ceiling: limits?.costCeiling?.perKilogram ?? '',
    currency: limits?.costCeiling?.currency ?? currency,
    forbidden: limits?.forbidden ?? [],
    category: limits?.category ?? '',
    dosage: limits?.highestDosage ?? '',
    wishes: wishList(brief?.wishes),
  };
}

function factsOf(draft: Draft): BriefFacts | { readonly wrong: string } {
  const [ceiling, dosage] = [typedFigure(draft.ceiling), typedFigure(draft.dosage)];
  const wrong = ceiling.wrong ?? dosage.wrong;
  if (wrong !== undefined) return { wrong };
  if (ceiling.value && !/^[A-Z]{3}$/.test(draft.currency)) return { wrong: draft.currency };
  const wishes = wishesOf(draft.wishes);
  return {
    ...(wishes && { wishes }),
    name: draft.name,
    client: draft.client,
    ...(draft.deadline && { deadline: draft.deadline }),
    words: draft.words,
    references: draft.references.split('\n'),
    limits: {
      ...(ceiling.value && { costCeiling: { perKilogram: ceiling.value, currency: draft.currency } }),
      forbidden: draft.forbidden,
      ...(draft.category && { category: draft.category }),
      ...(dosage.value && { highestDosage: dosage.value }),
    },
  };
}
