/** @file Hazard codes as a safety data sheet names them: one to a line, each said in full beside it as it is typed. */
import { parseHazard } from '#perfumery/hazard/hazard-code.ts';
import { useText } from '#renderer/shared/text.ts';
import type { Draft } from './draft.ts';
import { write } from './editing.ts';
import { HazardList } from './hazard-list.tsx';
import styles from './material-form.module.css';
import { hazardLines } from './read-draft.ts';
import { TextField } from './text-field.tsx';

export function HazardFields({ draft }: { readonly draft: Draft }) {
  const { t } = useText('materials');
  const { hazards, hasNoHazards, hazardSource } = draft;
  const read = hazardLines(hazards).filter((line) => parseHazard(line));
  return (
    <fieldset className={styles.group}>
      <legend>{t('hazards')}</legend>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={hasNoHazards}
          onChange={(event) => write({ hasNoHazards: event.target.checked })}
        />
        {t('hazards-none-known')}
      </label>
      <div className={styles.grid}>
        {!hasNoHazards && (
          <TextField
            name="hazards"
            label={t('hazard-codes')}
            hint={t('hazard-codes-hint')}
            rows={6}
            value={hazards}
            onChange={(text) => write({ hazards: text })}
          />
        )}
        <TextField
          name="hazardSource"
          label={t('hazard-source')}
          hint={t('hazard-source-hint')}
          value={hazardSource}
          onChange={(text) => write({ hazardSource: text })}
        />
        {!hasNoHazards && read.length > 0 && (
          <div className={styles.whole}>
            <HazardList hazards={read} />
          </div>
        )}
      </div>
    </fieldset>
  );
}
