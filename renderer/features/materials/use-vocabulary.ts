/** @file The odour words and the catalogue's sources, fetched once for the window. */
import { useEffect, useState } from 'react';
import type { Vocabulary } from '#contract/materials.ts';
import type { MaterialKind } from '#perfumery/material/material.ts';
import { useStudio } from '#renderer/shared/studio.ts';

export type Source = Vocabulary['sources'][number];

let asked: Promise<Vocabulary> | undefined;

/** Undefined until it is here. */
export function useVocabulary(): Vocabulary | undefined {
  const client = useStudio((studio) => studio.client);
  const [vocabulary, setVocabulary] = useState<Vocabulary>();
  useEffect(() => {
    asked ??= client.materials.vocabulary();
    asked.then(setVocabulary, () => {
      asked = undefined;
    });
  }, [client]);
  return vocabulary;
}

/** The source a fact of a material of this kind cites by `key`; undefined for the perfumer's own words. */
export function sourceOf(vocabulary: Vocabulary | undefined, key: string, kind: MaterialKind): Source | undefined {
  const named = vocabulary?.sources.filter((source) => source.key === key) ?? [];
  return named.find(({ kinds }) => kinds.includes(kind)) ?? named[0];
}
