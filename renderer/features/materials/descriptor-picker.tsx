/** @file Odour words as chips, chosen from the vocabulary by typing in either language. */
import Popper from '@mui/material/Popper';
import { useId, useRef, useState } from 'react';
import type { Vocabulary } from '#contract/materials.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { useProblem } from './form-state.ts';
import styles from './material-form.module.css';
import { Said } from './text-field.tsx';
import { useVocabulary } from './use-vocabulary.ts';

type Word = Vocabulary['descriptors'][number];

interface Props {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

export function DescriptorPicker({ value, onChange }: Props) {
  const { t, language } = useText('materials');
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const vocabulary = useVocabulary();
  const problem = useProblem('descriptors');
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = wordsLike(text, vocabulary?.descriptors ?? []).filter((word) => !value.includes(word.id));
  const current = Math.min(at, Math.max(0, found.length - 1));
  const isOpen = text.trim() !== '';

  function add(word: Word | undefined): void {
    if (!word) return;
    onChange([...value, word.id]);
    setText('');
    setAt(0);
  }
  const nameOf = (descriptor: string) => {
    const word = vocabulary?.descriptors.find((one) => one.id === descriptor);
    return word ? inLanguage(word.name, language) : descriptor;
  };

  return (
    <div className={`${styles.field} ${styles.whole}`}>
      <label htmlFor={id}>{t('descriptors')}</label>
      <div className={styles.chips} ref={box}>
        {value.map((descriptor) => (
          <span key={descriptor} className={styles.chip}>
            {nameOf(descriptor)}
            <button
              type="button"
              aria-label={t('descriptor-remove', { word: nameOf(descriptor) })}
              onClick={() => {
                onChange(value.filter((one) => one !== descriptor));
                input.current?.focus();
              }}
            >
              <Icon name="close" size={12} />
            </button>
          </span>
        ))}
        <input
          id={id}
          ref={input}
          name="descriptors"
          role="combobox"
          aria-expanded={isOpen && found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-describedby={`${id}-about`}
          {...(isOpen && found.length > 0 && { 'aria-activedescendant': `${id}-${current}` })}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown' && found.length > 0) setAt((current + 1) % found.length);
            else if (event.key === 'ArrowUp' && found.length > 0) setAt((current + found.length - 1) % found.length);
            else if (event.key === 'Enter') add(found[current]);
            else if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
            else if (event.key === 'Escape' && text !== '') setText('');
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      </div>
      <Popper
        open={isOpen}
        anchorEl={box.current}
        placement="bottom-start"
        disablePortal
        popperOptions={{ strategy: 'fixed' }}
        style={{ zIndex: 1400 }}
      >
        <div className={styles.options} id={`${id}-list`} role="listbox" aria-label={t('descriptors')}>
          {found.map((word, index) => (
            <div
              key={word.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              className={styles.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => add(word)}
              onKeyDown={undefined}
            >
              <span>{inLanguage(word.name, language)}</span>
              <span className={styles.hint}>{word.name[language === 'ko' ? 'en' : 'ko']}</span>
            </div>
          ))}
          {found.length === 0 && <div role="presentation">{t('descriptor-none')}</div>}
        </div>
      </Popper>
      <Said id={`${id}-about`} problem={problem} hint={t('descriptors-hint')} />
    </div>
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
