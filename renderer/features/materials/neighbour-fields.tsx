/** @file What can take its place, each with the reason, and what it is often found beside. */
import type { MaterialId } from '#foundation/ids.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { ChipPicker } from './chip-picker.tsx';
import type { Draft, SubstituteDraft } from './draft.ts';
import { write } from './editing.ts';
import styles from './material-form.module.css';

interface Props {
  readonly draft: Draft;
  /** The material that is edited; no neighbour of itself. */
  readonly itself: MaterialId | undefined;
}

const mostOffered = 12;

export function NeighbourFields({ draft, itself }: Props) {
  const { t, language } = useText('materials');
  const finder = useStudio((studio) => studio.finder);
  const materials = useStudio((studio) => studio.materials);
  const { substitutes, pairings } = draft;
  const nameOf = (id: MaterialId) => {
    const found = materials.get(id);
    return found ? inLanguage(found.material.name, language) : id;
  };
  const find = (typed: string) =>
    finder
      .find(typed, mostOffered)
      .map(({ material: { material } }) => material)
      .filter(({ id }) => id !== itself)
      .map(({ id, name }) => ({ id, name: inLanguage(name, language), other: name[language === 'ko' ? 'en' : 'ko'] }));
  const picker = { nameOf, find, none: t('none-match'), hint: t('neighbours-hint') };
  const set = (id: MaterialId, part: Partial<SubstituteDraft>) =>
    write({ substitutes: substitutes.map((one) => (one.materialId === id ? { ...one, ...part } : one)) });

  return (
    <fieldset className={styles.group}>
      <legend>{t('neighbours')}</legend>
      <div className={styles.grid}>
        <ChipPicker
          {...picker}
          name="substitutes"
          label={t('substitutes')}
          value={substitutes.map(({ materialId }) => materialId)}
          onChange={(ids) =>
            write({
              substitutes: ids.map(
                (id) => substitutes.find(({ materialId }) => materialId === id) ?? { materialId: id, en: '', ko: '' },
              ),
            })
          }
        />
        {substitutes.map(({ materialId, en, ko }) => (
          <div key={materialId} className={`${styles.field} ${styles.whole} ${styles.reason}`}>
            <span>{nameOf(materialId)}</span>
            {(['ko', 'en'] as const).map((spoken) => (
              <input
                key={spoken}
                className={styles.input}
                name={`substitutes ${materialId} ${spoken}`}
                lang={spoken}
                aria-label={t('substitute-reason', { name: nameOf(materialId), language: t(`in-${spoken}`) })}
                placeholder={t(`reason-${spoken}`)}
                value={spoken === 'ko' ? ko : en}
                maxLength={500}
                onChange={(event) => set(materialId, { [spoken]: event.target.value })}
              />
            ))}
          </div>
        ))}
        <ChipPicker
          {...picker}
          name="pairings"
          label={t('pairings')}
          value={pairings}
          onChange={(ids) => write({ pairings: ids })}
        />
      </div>
    </fieldset>
  );
}
