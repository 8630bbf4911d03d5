/** @file Odour words as chips, chosen from the vocabulary by typing in either language. */
import type { Vocabulary } from '#contract/materials.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { ChipPicker } from './chip-picker.tsx';
import { useVocabulary } from './use-vocabulary.ts';

type Word = Vocabulary['descriptors'][number];

interface Props {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

export function DescriptorPicker({ value, onChange }: Props) {
  const { t, language } = useText('materials');
  const vocabulary = useVocabulary();
  const words = vocabulary?.descriptors ?? [];
  return (
    <ChipPicker
      name="descriptors"
      label={t('descriptors')}
      hint={t('descriptors-hint')}
      none={t('descriptor-none')}
      value={value}
      nameOf={(id) => {
        const word = words.find((one) => one.id === id);
        return word ? inLanguage(word.name, language) : id;
      }}
      find={(typed) =>
        wordsLike(typed, words).map(({ id, name }) => ({
          id,
          name: inLanguage(name, language),
          other: name[language === 'ko' ? 'en' : 'ko'],
        }))
      }
      onChange={onChange}
    />
  );
}

/** Words whose name or synonym begins with what was typed, then those that contain it. */
function wordsLike(typed: string, words: readonly Word[]): readonly Word[] {
  const text = typed.normalize('NFC').trim().toLowerCase();
  if (text === '') return [];
  const namesOf = ({ name, synonyms }: Word) =>
    [name.ko, name.en, ...synonyms.ko, ...synonyms.en].map((one) => one.toLowerCase());
  const begins = words.filter((word) => namesOf(word).some((name) => name.startsWith(text)));
  const contains = words.filter((word) => !begins.includes(word) && namesOf(word).some((name) => name.includes(text)));
  return [...begins, ...contains].slice(0, 12);
}
