/** @file The questions asked of anything that is smelled. What is not answered is not said, never zero. */
import TextField from '@mui/material/TextField';
import { highestScore, type Impression, smellingVerdicts } from '#perfumery/evaluation/evaluation.ts';
import { useText } from '#renderer/shared/text.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { DescriptorChips } from './descriptor-chips.tsx';
import styles from './evaluation.module.css';

export type Draft = Pick<Impression, 'descriptors' | 'words' | 'verdict'> & {
  readonly intensity: string;
  readonly liking: string;
};
export const emptyDraft: Draft = { intensity: '', liking: '', descriptors: [], words: '', verdict: 'unsure' };

/** What a draft says, as it is sent. */
export function impressionOf({ intensity, liking, descriptors, words, verdict }: Draft) {
  return {
    ...(intensity !== '' && { intensity: Number(intensity) }),
    ...(liking !== '' && { liking: Number(liking) }),
    descriptors: [...descriptors],
    words,
    verdict,
  };
}

const scores = ['', ...Array.from({ length: highestScore + 1 }, (_, at) => String(at))];

interface Props {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

export function ImpressionForm({ draft, onChange }: Props) {
  const { t } = useText('evaluation');
  const score = (which: 'intensity' | 'liking') => (
    <div className={styles.row}>
      <label className={styles.check}>
        <span className={styles.label}>{t(which)}</span>
        <select
          className={styles.select}
          value={draft[which]}
          onChange={(event) => onChange({ ...draft, [which]: event.target.value })}
        >
          {scores.map((one) => (
            <option key={one} value={one}>
              {one === '' ? t('not-said') : one}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
  return (
    <div className={styles.form}>
      {score('intensity')}
      {score('liking')}
      <DescriptorChips
        label={t('descriptors')}
        value={draft.descriptors}
        onChange={(descriptors) => onChange({ ...draft, descriptors })}
      />
      <TextField
        label={t('words')}
        multiline
        minRows={2}
        value={draft.words}
        onChange={(event) => onChange({ ...draft, words: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 8000 } }}
      />
      <Segmented
        legend={t('verdict')}
        options={smellingVerdicts.map((key) => ({ key, label: t(`verdicts.${key}`) }))}
        chosen={draft.verdict}
        onChoose={(verdict) => onChange({ ...draft, verdict })}
      />
    </div>
  );
}
