/** @file All that is known of one material, each fact with how it was come by; what is not known says so. */
import type { ReactNode } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import { judgedMaterial } from '#perfumery/material/lot-composition.ts';
import type { Fact, Material } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { familyColours } from '#renderer/ui/family-colour.ts';
import table from '#renderer/ui/table.module.css';
import { Composition } from './composition.tsx';
import { type CitedField, useFactText } from './fact-text.ts';
import { HazardList } from './hazard-list.tsx';
import styles from './material-facts.module.css';
import { Origin, Value } from './origin.tsx';
import { ShelfFacts } from './shelf-facts.tsx';
import { Sources } from './sources.tsx';
import { TouchTable } from './touch-table.tsx';
import { useShippedFacts } from './use-shipped-facts.ts';
import { useVocabulary } from './use-vocabulary.ts';

const physical: readonly CitedField[] = [
  'molecularFormula',
  'molecularWeight',
  'smiles',
  'density',
  'vapourPressure',
  'boilingPoint',
  'odourThreshold',
];
const inUse: readonly CitedField[] = ['blotterLife', 'typicalUse', 'maximumUse', 'defaultDilution'];

export function MaterialFacts({ entry }: { readonly entry: LibraryMaterial }) {
  const { t, language } = useText('materials');
  const { t: common } = useText('common');
  const { textOf } = useFactText();
  const vocabulary = useVocabulary();
  const shipped = useShippedFacts(entry);
  const materials = useStudio((studio) => studio.materials);
  const { material, ownFields } = entry;

  const words = (facts: Material) =>
    facts.descriptors.map((id) => {
      const found = vocabulary?.descriptors.find((word) => word.id === id);
      return found ? inLanguage(found.name, language) : id;
    });
  const nameOf = (id: MaterialId) => {
    const found = materials.get(id);
    return found ? inLanguage(found.material.name, language) : id;
  };
  const names = (list: readonly string[]) => list.join(', ');

  /** `say` tells a fact of the material in force and, where the perfumer changed it, of the shipped one. */
  const row = (field: keyof Material, label: string, say: (facts: Material) => ReactNode) => {
    const value = say(material);
    const isOwn = ownFields.includes(field);
    return (
      <Row
        key={label}
        label={label}
        value={value}
        unknown={common('unknown')}
        isYours={isOwn}
        was={shipped && isOwn ? (say(shipped) ?? null) : undefined}
        origin={value !== undefined && <Whose isYours={isOwn || entry.origin === 'own'} />}
      />
    );
  };
  const cited = (field: CitedField) => {
    const fact: Fact<number> | Fact<string> | undefined = material[field];
    const text = textOf(field, material);
    return (
      <Row
        key={field}
        label={t(field)}
        value={text && <Value method={fact?.method}>{text}</Value>}
        unknown={common('unknown')}
        isYours={ownFields.includes(field) && fact?.method !== 'perfumer'}
        was={shipped && ownFields.includes(field) ? (textOf(field, shipped) ?? null) : undefined}
        origin={fact && <Origin {...fact} kind={material.kind} />}
      />
    );
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by keyboard for that
    <section className={styles.facts} aria-label={inLanguage(material.name, language)} tabIndex={0}>
      <Section title={t('identity')}>
        <dl className={styles.list}>
          {row('name', t('name-en'), ({ name }) => name.en || undefined)}
          {row('name', t('name-ko'), ({ name }) => name.ko || undefined)}
          {row('aliases', t('aliases-en'), ({ aliases }) => names(aliases.en) || undefined)}
          {row('aliases', t('aliases-ko'), ({ aliases }) => names(aliases.ko) || undefined)}
          {row('cas', t('cas'), ({ cas }) => names(cas) || undefined)}
          {row('inci', t('inci'), ({ inci }) => inci)}
          {row('kind', t('kind'), ({ kind }) => t(`kinds.${kind}`))}
          {row('grade', t('grade'), ({ grade }) => (grade ? t(`grades.${grade}`) : undefined))}
          {row('family', t('family'), ({ family }) => (
            <span className={styles.family}>
              <span className={styles.dot} style={{ background: familyColours[family] }} />
              {t(`families.${family}`)}
            </span>
          ))}
          {row('role', t('role'), ({ role }) => t(`roles.${role}`))}
          {row('descriptors', t('descriptors'), (facts) =>
            facts.descriptors.length === 0 ? undefined : (
              <span className={styles.words}>
                {words(facts).map((word) => (
                  <span key={word} className={styles.word}>
                    {word}
                  </span>
                ))}
              </span>
            ),
          )}
          {material.flags.length > 0 &&
            row('flags', t('remarks'), ({ flags }) => (
              <ul className={styles.remarks}>
                {flags.map((flag) => (
                  <li key={flag}>{isKnownFlag(flag) ? t(`flags.${flag}`) : flag}</li>
                ))}
              </ul>
            ))}
        </dl>
      </Section>
      <Section title={t('shelf')}>
        <ShelfFacts shelf={entry.shelf} />
      </Section>
      <Section title={t('physical')}>
        <dl className={styles.list}>{physical.map(cited)}</dl>
      </Section>
      <Section title={t('use')}>
        <dl className={styles.list}>
          {inUse.map(cited)}
          {row('substitutes', t('substitutes'), ({ substitutes }) =>
            substitutes?.map(({ materialId, reason }) => (
              <span key={materialId} className={styles.substitute}>
                {nameOf(materialId)}
                <span className={styles.origin}>{inLanguage(reason, language)}</span>
              </span>
            )),
          )}
          {row('pairings', t('pairings'), ({ pairings }) => pairings && names(pairings.map(nameOf)))}
        </dl>
      </Section>
      <Section title={t('composition')}>
        <Composition
          material={judgedMaterial(entry)}
          lot={entry.lot}
          isYours={ownFields.includes('constituents')}
          shipped={shipped?.constituents}
          hasShipped={shipped !== undefined}
        />
      </Section>
      <Section title={t('hazards')}>
        <Hazards material={material} isYours={ownFields.includes('hazards') || entry.origin === 'own'} />
      </Section>
      <Section title={t('regulation')}>
        <TouchTable material={judgedMaterial(entry)} />
      </Section>
      <Section title={t('sources')}>
        <Sources material={material} />
      </Section>
    </section>
  );
}

/** For what has no method of its own: whether it came with the catalogue or is the perfumer's. */
function Whose({ isYours }: { readonly isYours: boolean }) {
  const { t } = useText('materials');
  return (
    <span className={styles.origin}>
      <span className={isYours ? `${styles.badge} ${styles.yours}` : styles.badge}>
        {t(isYours ? 'yours' : 'from-catalogue')}
      </span>
    </span>
  );
}

function Hazards({ material, isYours }: { readonly material: Material; readonly isYours: boolean }) {
  const { t } = useText('materials');
  const { hazards, hazardSource } = material;
  if (!hazards) return <p className={table.hint}>{t('hazards-unknown')}</p>;
  return (
    <>
      <p className={table.hint}>
        <Whose isYours={isYours} /> {hazardSource}
      </p>
      {hazards.length === 0 ? <p className={table.hint}>{t('hazards-none')}</p> : <HazardList hazards={hazards} />}
    </>
  );
}

const knownFlags = [
  'composition_unpublished',
  'grade_sensitive',
  'cas_unconfirmed',
  'unconfirmed',
  'not_a_solvent',
  'eu_prohibited',
  'standard_alias',
] as const;

function isKnownFlag(flag: string): flag is (typeof knownFlags)[number] {
  return (knownFlags as readonly string[]).includes(flag);
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly unknown: string;
  readonly isYours: boolean;
  /** What was shipped, null for nothing; undefined where it is not the perfumer's to compare. */
  readonly was: ReactNode | undefined;
  readonly origin?: ReactNode;
}

function Row({ label, value, unknown, isYours, was, origin }: RowProps) {
  const { t } = useText('materials');
  return (
    <div className={styles.fact} data-yours={isYours}>
      <dt>{label}</dt>
      <dd className={origin ? undefined : styles.wideFact}>
        {value ?? <span className={styles.unknown}>{unknown}</span>}{' '}
        {isYours && !origin && <span className={`${styles.badge} ${styles.yours}`}>{t('yours')}</span>}
        {was !== undefined && (
          <span className={styles.was}>
            {was === null ? t('shipped-nothing') : t('shipped', { value: typeof was === 'string' ? was : '' })}
            {typeof was !== 'string' && was}
          </span>
        )}
      </dd>
      {origin && <dd>{origin}</dd>}
    </div>
  );
}
