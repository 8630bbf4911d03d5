/** @file What a file says, for the perfumer to check before it is kept: its name, its lines, and what was left out. */
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import type { MaterialId, TrialId } from '#foundation/ids.ts';
import type { Understood } from '#perfumery/interchange/understood.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { FaultyRows } from '#renderer/shared/understood/faulty-rows.tsx';
import { UnderstoodLines } from '#renderer/shared/understood/understood-lines.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './import-dialog.module.css';

interface Props {
  readonly understood: Understood;
  readonly fileName: string;
  readonly name: InTwoLanguages;
  readonly onName: (name: InTwoLanguages) => void;
}

export function UnderstoodFile({ understood, fileName, name, onName }: Props) {
  const { t, language } = useText('interchange');
  const { formula, matched, notUnderstood, ignored = [], trials, materials = [], accords = [] } = understood;
  const near = matched.filter(({ by }) => by === 'near').length;
  const accordName = useAccordNames(understood);
  const brought = (id: MaterialId) => {
    const found = materials.find((material) => material.id === id);
    return found && inLanguage(found.name, language);
  };
  const extras = [
    trials.length > 0 && t('with-trials', { count: trials.length }),
    accords.length > 0 && t('with-accords', { count: accords.length }),
    materials.length > 0 && t('with-materials', { count: materials.length }),
  ].filter(Boolean);

  return (
    <div className={styles.understood}>
      <div className={styles.names}>
        {(['en', 'ko'] as const).map((one) => (
          <TextField
            key={one}
            label={t(`name-${one}`)}
            value={name[one]}
            onChange={(event) => onName({ ...name, [one]: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 200, lang: one } }}
          />
        ))}
        <p className={styles.file}>
          {fileName}
          {extras.length > 0 && ` · ${extras.join(' · ')}`}
        </p>
      </div>
      {notUnderstood.length > 0 && (
        <section className={styles.faulty} aria-label={t('not-understood', { count: notUnderstood.length })}>
          <h3>
            <Icon name="warning" size={15} /> {t('not-understood', { count: notUnderstood.length })}
          </h3>
          <p className={styles.small}>{t(formula.lines.length > 0 ? 'not-understood-hint' : 'nothing-understood')}</p>
          <FaultyRows rows={notUnderstood} />
        </section>
      )}
      <section aria-label={t('understood', { count: formula.lines.length })}>
        <h3 role="status">{t('understood', { count: formula.lines.length })}</h3>
        {near > 0 && (
          <p className={styles.near}>
            <Icon name="question" size={15} /> {t('near', { count: near })}
          </p>
        )}
        {formula.lines.length > 0 && (
          <UnderstoodLines lines={formula.lines} matched={matched} accordName={accordName} broughtName={brought} />
        )}
      </section>
      {ignored.length > 0 && (
        <p className={styles.small}>
          {t('ignored')}: {ignored.map(({ text, why }) => `${text} (${t(`ignored-${why}`)})`).join(', ')}
        </p>
      )}
    </div>
  );
}

/** The names of the accords in the lines: from the file, or from this library where it has them already. */
function useAccordNames({ formula, accords = [] }: Understood): (trialId: TrialId) => string | undefined {
  const { language } = useText('interchange');
  const client = useStudio((studio) => studio.client);
  const [here, setHere] = useState<ReadonlyMap<string, InTwoLanguages>>(new Map());
  const wanted = formula.lines
    .flatMap(({ ingredient }) => (ingredient.kind === 'accord' ? [ingredient.trialId] : []))
    .filter((id) => !accords.some(({ trialId }) => trialId === id))
    .join(' ');
  useEffect(() => {
    if (wanted === '') return;
    client.recipes.accords({ trialIds: wanted.split(' ').slice(0, 500) as TrialId[] }).then(
      (trials) => setHere(new Map(trials.map(({ id, recipeName }) => [id, recipeName]))),
      () => undefined, // the lines then say “Accord”
    );
  }, [wanted, client]);
  return (trialId) => {
    const name = accords.find((accord) => accord.trialId === trialId)?.name ?? here.get(trialId);
    return name && inLanguage(name, language);
  };
}
