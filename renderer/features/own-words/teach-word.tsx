/** @file What a word of one's own means: chosen from the concepts of the lexicon, each as strongly as it is meant. */
import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import type { ListedConcept, OwnWordOnWire } from '#contract/lexicon.ts';
import { newId } from '#foundation/ids.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor, tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import styles from './own-words.module.css';
import { splitForms } from './split-forms.ts';
import { fetchConcepts, fetchWords, useWords } from './use-words.ts';
import { type Strength, strengthOf, strengths } from './word-weight.ts';

interface Props {
  /** What it begins with. */
  readonly text?: string;
  /** Changes this one; otherwise a new one is taught. */
  readonly word?: OwnWordOnWire;
  readonly onClose: () => void;
  /** It is kept: what was asked may be asked again. */
  readonly onKept?: () => void;
}

/** Choices that are shown at once. */
const shown = 60;

export function TeachWord({ text = '', word, onClose, onKept }: Props) {
  const { t, language } = useText('ownWords');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const concepts = useWords((words) => words.concepts);
  const [typed, setTyped] = useState(word?.text ?? text);
  const [means, setMeans] = useState<OwnWordOnWire['means']>(word?.means ?? []);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    fetchConcepts().catch(tellRefusal);
  }, []);
  const byId = new Map(concepts.map((one) => [one.id, one]));
  const nameOf = (id: string) => {
    const found = byId.get(id);
    return found ? inLanguage(found.label, language) : id;
  };
  const forms = word ? [typed.trim()].filter(Boolean) : splitForms(typed);
  const canKeep = forms.length > 0 && means.length > 0;

  async function keep(): Promise<void> {
    try {
      for (const form of forms) {
        await client.lexicon.keep({ id: word?.id ?? newId<string>(), text: form, means: [...means] });
      }
      await fetchWords();
      tell({ tone: 'good', text: t('kept', { count: forms.length, text: forms[0] ?? '' }) });
      onKept?.();
      onClose();
    } catch (error) {
      await fetchWords().catch(() => undefined);
      setProblem(sentenceFor(refusalOf(error)));
    }
  }

  return (
    <Dialog
      title={t(word ? 'change-title' : 'teach-title')}
      width="sm"
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="contained" disabled={!canKeep} onClick={() => void keep()}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (canKeep) void keep();
        }}
      >
        <TextField
          size="small"
          label={t('forms')}
          value={typed}
          helperText={t(word ? 'form-hint' : 'forms-hint')}
          autoFocus
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(undefined);
          }}
        />
        <Autocomplete
          size="small"
          options={concepts.filter(({ id }) => !means.some(({ concept }) => concept === id))}
          value={null}
          clearOnBlur
          blurOnSelect
          getOptionKey={({ id }) => id}
          getOptionLabel={(one) => inLanguage(one.label, language)}
          filterOptions={(all, { inputValue }) => matching(all, inputValue).slice(0, shown)}
          onChange={(_, one) => one && setMeans([...means, { concept: one.id, weight: 1 }])}
          renderOption={({ key, ...props }, one) => (
            <li key={key} {...props}>
              <span className={styles.option}>
                {inLanguage(one.label, language)}
                <span className={styles.quiet}>
                  {t(`categories.${one.category}`)} · {wordsOf(one).slice(0, 4).join(', ')}
                </span>
              </span>
            </li>
          )}
          renderInput={(params) => (
            <TextField {...params} label={t('means')} helperText={t('means-hint', { count: concepts.length })} />
          )}
        />
        {means.length > 0 && (
          <ul className={styles.means} aria-label={t('means')}>
            {means.map(({ concept, weight }) => {
              const label = nameOf(concept);
              return (
                <li key={concept}>
                  <span className={styles.meaning}>{label}</span>
                  <select
                    className={styles.select}
                    aria-label={t('weight', { label })}
                    value={strengthOf(weight)}
                    onChange={(event) => {
                      const next = strengths[event.target.value as Strength];
                      setMeans(means.map((one) => (one.concept === concept ? { concept, weight: next } : one)));
                    }}
                  >
                    {(Object.keys(strengths) as Strength[]).map((one) => (
                      <option key={one} value={one}>
                        {t(`weights.${one}`)}
                      </option>
                    ))}
                  </select>
                  <NamedIconButton
                    icon="close"
                    size={13}
                    label={t('take-away', { label })}
                    onClick={() => setMeans(means.filter((one) => one.concept !== concept))}
                  />
                </li>
              );
            })}
          </ul>
        )}
        {means.length === 1 && means[0]?.weight === 1 && (
          <p className={styles.hint}>{t('one-meaning', { label: nameOf(means[0].concept) })}</p>
        )}
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  );
}

function wordsOf({ words }: ListedConcept): readonly string[] {
  return [...words.ko.slice(0, 2), ...words.en.slice(0, 2)];
}

const none = 4;

/** Concepts called so come first, then those whose name begins so, whose other words do, and those that hold it. */
function matching(all: readonly ListedConcept[], typed: string): ListedConcept[] {
  const wanted = typed.trim().normalize('NFC').toLowerCase();
  if (wanted === '') return [...all];
  const rank = ({ words, label }: ListedConcept) => {
    const names = [label.ko, label.en].map((one) => one.toLowerCase());
    const said = [...names, ...[...words.ko, ...words.en].map((one) => one.toLowerCase())];
    if (said.includes(wanted)) return 0;
    if (names.some((one) => one.startsWith(wanted))) return 1;
    if (said.some((one) => one.startsWith(wanted))) return 2;
    return said.some((one) => one.includes(wanted)) ? 3 : none;
  };
  return all
    .map((one) => ({ one, at: rank(one) }))
    .filter(({ at }) => at < none)
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
