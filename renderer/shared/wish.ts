/** @file One point of what a perfume should be, as it is shown and chosen: a field and an id, whatever the field holds. */
import { useEffect, useMemo, useState } from 'react';
import type { ListedConcept } from '#contract/lexicon.ts';
import type { MaterialId } from '#foundation/ids.ts';
import type { BriefWishes } from '#perfumery/brief/brief.ts';
import {
  noteCategories,
  sceneCategories,
  type ToldLongevity,
  type ToldNote,
  toldIntensities,
  toldLastings,
} from '#perfumery/brief/brief-reading.ts';
import { findProductType, productTypes } from '#perfumery/formula/product-types.ts';
import { families } from '#perfumery/material/material.ts';
import { genders, seasons } from '#perfumery/search/concept.ts';
import { familyNames } from '#perfumery/search/family-names.ts';
import { tellRefusal } from './refusal.ts';
import { useStudio } from './studio.ts';
import { inLanguage, useText } from './text.ts';

export const listFields = [
  'families',
  'notesWanted',
  'notesUnwanted',
  'moods',
  'scenes',
  'seasons',
  'genders',
] as const satisfies readonly (keyof BriefWishes)[];
export const wishFields = [...listFields, 'intensity', 'longevity', 'product'] as const;
export type WishField = (typeof wishFields)[number];

export interface Wish {
  readonly field: WishField;
  /** Of a concept, family, season, product …; `material ` before that of a material; `8 h` for hours. */
  readonly id: string;
}

const material = 'material ';

/** The id of a note. */
export const noteId = (note: ToldNote): string => ('concept' in note ? note.concept : `${material}${note.material}`);
/** The id of how long it is to last. */
export const longevityId = (told: ToldLongevity): string => (typeof told === 'string' ? told : `${told.hours} h`);
/** The material a wish names; undefined where it names a concept. */
export const materialOf = ({ id }: Wish): MaterialId | undefined =>
  id.startsWith(material) ? (id.slice(material.length) as MaterialId) : undefined;

/** The points of what is kept of a brief. */
export function wishList(wishes: BriefWishes | undefined): readonly Wish[] {
  if (!wishes) return [];
  const { intensity, longevity, product } = wishes;
  return [
    ...listFields.flatMap((field) =>
      wishes[field].map((value) => ({ field, id: typeof value === 'string' ? value : noteId(value) })),
    ),
    ...(intensity ? [{ field: 'intensity' as const, id: intensity }] : []),
    ...(longevity ? [{ field: 'longevity' as const, id: longevityId(longevity) }] : []),
    ...(product ? [{ field: 'product' as const, id: product }] : []),
  ];
}

/** What is kept of points; undefined where there are none. Of a field that holds one, the last counts. */
export function wishesOf(list: readonly Wish[]): BriefWishes | undefined {
  if (list.length === 0) return undefined;
  const ids = (field: WishField) => [...new Set(list.filter((one) => one.field === field).map(({ id }) => id))];
  const notes = (field: WishField) =>
    ids(field).map(
      (id): ToldNote => (id.startsWith(material) ? { material: id.slice(material.length) } : { concept: id }),
    );
  const last = (field: WishField) => ids(field).at(-1);
  const [intensity, longevity, product] = [last('intensity'), last('longevity'), last('product')];
  return {
    families: ids('families'),
    notesWanted: notes('notesWanted'),
    notesUnwanted: notes('notesUnwanted'),
    moods: ids('moods'),
    scenes: ids('scenes'),
    seasons: ids('seasons'),
    genders: ids('genders'),
    ...(intensity && { intensity: intensity as NonNullable<BriefWishes['intensity']> }),
    ...(longevity && {
      longevity: longevity.endsWith(' h')
        ? { hours: Number(longevity.slice(0, -2)) }
        : (longevity as (typeof toldLastings)[number]),
    }),
    ...(product && { product }),
  };
}

const categoriesOf: Partial<Record<WishField, readonly string[]>> = {
  notesWanted: noteCategories,
  notesUnwanted: [...noteCategories, 'family'],
  moods: ['mood'],
  scenes: sceneCategories,
};
const fixed: Partial<Record<WishField, readonly string[]>> = {
  families,
  seasons,
  genders,
  intensity: toldIntensities,
  longevity: toldLastings,
  product: productTypes.map(({ key }) => key),
};

/** Every wish there is a word for, and what each is called in the language of the moment. */
export function useWishes(): { readonly all: readonly Wish[]; readonly nameOf: (wish: Wish) => string } {
  const { t, language } = useText('brief');
  const client = useStudio((studio) => studio.client);
  const materials = useStudio((studio) => studio.materials);
  const [concepts, setConcepts] = useState<readonly ListedConcept[]>([]);
  useEffect(() => {
    let isWanted = true;
    client.lexicon.concepts().then((all) => isWanted && setConcepts(all), tellRefusal);
    return () => {
      isWanted = false;
    };
  }, [client]);
  return useMemo(() => {
    const labels = new Map(concepts.map(({ id, label }) => [id, label]));
    const all = wishFields.flatMap((field): Wish[] => {
      const categories = categoriesOf[field];
      const ids = categories
        ? concepts.filter(({ category }) => categories.includes(category)).map(({ id }) => id)
        : (fixed[field] ?? []);
      return ids.map((id) => ({ field, id }));
    });
    const nameOf = (wish: Wish): string => {
      const { field, id } = wish;
      const own = materialOf(wish);
      const found = own && materials.get(own)?.material.name;
      if (found) return inLanguage(found, language);
      if (field === 'families') return familyNames[id as keyof typeof familyNames]?.[language] ?? id;
      if (field === 'product') return findProductType(id)?.name[language] ?? id;
      if (field === 'longevity' && id.endsWith(' h')) return t('hours', { hours: id.slice(0, -2) });
      if (fixed[field]?.includes(id)) return t(`said.${id}` as 'said.spring');
      const label = labels.get(id);
      return label ? inLanguage(label, language) : id;
    };
    return { all, nameOf };
  }, [concepts, language, materials, t]);
}
