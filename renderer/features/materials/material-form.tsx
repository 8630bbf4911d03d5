/** @file The form for a material: everything the perfumer may set, with what is wrong said where it is. */
import Button from '@mui/material/Button';
import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { families, grades, materialKinds, roles } from '#perfumery/material/material.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { ConstituentFields } from './constituent-fields.tsx';
import { DescriptorPicker } from './descriptor-picker.tsx';
import { isDirty, problemsOf, takeNewest, useEditing, write } from './editing.ts';
import { FigureRow } from './figure-row.tsx';
import { FormContext } from './form-state.ts';
import { HazardFields } from './hazard-fields.tsx';
import styles from './material-form.module.css';
import page from './materials-page.module.css';
import { NeighbourFields } from './neighbour-fields.tsx';
import { ShelfFields } from './shelf-fields.tsx';
import { SelectField, TextField } from './text-field.tsx';

const physical = [
  'molecularFormula',
  'molecularWeight',
  'smiles',
  'density',
  'vapourPressure',
  'boilingPoint',
  'odourThreshold',
] as const;
const inUse = ['blotterLife', 'typicalUse', 'maximumUse', 'defaultDilution'] as const;

interface Props {
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

export function MaterialForm({ onSave, onCancel }: Props) {
  const { t, language } = useText('materials');
  const { t: common } = useText('common');
  const editing = useEditing((state) => state.editing);
  const materials = useStudio((studio) => studio.materials);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const form = useRef<HTMLFormElement>(null);
  const problems = useMemo(() => (editing ? problemsOf(editing) : new Map()), [editing]);
  const isTried = editing?.isTried === true;

  useEffect(() => {
    if (isTried) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [isTried]);

  useEffect(() => {
    const obey = (event: Event) => {
      if ((event as CustomEvent).detail === 'keep-trial') onSave();
    };
    window.addEventListener('studio-command', obey);
    return () => window.removeEventListener('studio-command', obey);
  }, [onSave]);

  if (!editing) return null;
  const { draft, was, refused, isSaving } = editing;
  const newest = was && materials.get(was.material.id);
  const isOutdated = newest !== undefined && newest.revision !== was?.revision;
  const name = was && inLanguage(was.material.name, language);
  const hasField = refused?.field !== undefined && form.current?.elements.namedItem(refused.field) != null;

  function onBlur(event: FocusEvent): void {
    const field = (event.target as HTMLInputElement).name;
    if (field && !left.has(field)) setLeft(new Set([...left, field]));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const isSaveKey = (event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter');
    if (isSaveKey) onSave();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
  }

  return (
    <FormContext value={{ problems, left }}>
      <form
        ref={form}
        className={styles.form}
        noValidate
        aria-label={name ? t('editing-title', { name }) : t('new-title')}
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      >
        <header className={page.bar}>
          <div className={page.title}>
            <h2>{name ? t('editing-title', { name }) : t('new-title')}</h2>
            <span className={page.other} role="status">
              {isTried && problems.size > 0
                ? t('fix-first', { count: problems.size })
                : isDirty(editing) && t('draft-kept')}
            </span>
          </div>
          <div className={page.tools}>
            <Button onClick={onCancel}>{common('cancel')}</Button>
            <Button variant="contained" type="submit" disabled={isSaving || isOutdated}>
              {common('save')}
            </Button>
          </div>
        </header>
        {isOutdated && (
          <div className={styles.banner} role="alert">
            {t('newer-title')}
            <Button color="inherit" onClick={() => takeNewest(newest)}>
              {t('newer-save')}
            </Button>
          </div>
        )}
        {refused && !hasField && (
          <div className={`${styles.banner} ${styles.refused}`} role="alert">
            {refused.sentence}
          </div>
        )}
        <div className={styles.body}>
          <fieldset className={styles.group}>
            <legend>{t('identity')}</legend>
            <div className={styles.grid}>
              <TextField
                name="nameKo"
                label={t('name-ko')}
                language="ko"
                autoFocus
                value={draft.nameKo}
                onChange={(nameKo) => write({ nameKo })}
              />
              <TextField
                name="nameEn"
                label={t('name-en')}
                language="en"
                value={draft.nameEn}
                onChange={(nameEn) => write({ nameEn })}
              />
              <TextField
                name="cas"
                label={t('cas')}
                hint={t('cas-hint')}
                value={draft.cas}
                onChange={(cas) => write({ cas })}
              />
              <TextField name="inci" label={t('inci')} value={draft.inci} onChange={(inci) => write({ inci })} />
              <SelectField
                name="kind"
                label={t('kind')}
                value={draft.kind}
                options={materialKinds.map((kind) => [kind, t(`kinds.${kind}`)])}
                onChange={(kind) => write({ kind })}
              />
              <SelectField
                name="grade"
                label={t('grade')}
                value={draft.grade}
                options={[['', common('unknown')], ...grades.map((grade) => [grade, t(`grades.${grade}`)] as const)]}
                onChange={(grade) => write({ grade })}
              />
              <SelectField
                name="family"
                label={t('family')}
                value={draft.family}
                options={families.map((family) => [family, t(`families.${family}`)])}
                onChange={(family) => write({ family })}
              />
              <SelectField
                name="role"
                label={t('role')}
                value={draft.role}
                options={roles.map((role) => [role, t(`roles.${role}`)])}
                onChange={(role) => write({ role })}
              />
              <DescriptorPicker value={draft.descriptors} onChange={(descriptors) => write({ descriptors })} />
              <TextField
                name="aliasesKo"
                label={t('aliases-ko')}
                hint={t('aliases-hint')}
                language="ko"
                rows={3}
                value={draft.aliasesKo}
                onChange={(aliasesKo) => write({ aliasesKo })}
              />
              <TextField
                name="aliasesEn"
                label={t('aliases-en')}
                hint={t('aliases-hint')}
                language="en"
                rows={3}
                value={draft.aliasesEn}
                onChange={(aliasesEn) => write({ aliasesEn })}
              />
            </div>
          </fieldset>
          <ShelfFields draft={draft} />
          <fieldset className={styles.group}>
            <legend>{t('physical')}</legend>
            {physical.map((field) => (
              <FigureRow key={field} field={field} />
            ))}
          </fieldset>
          <fieldset className={styles.group}>
            <legend>{t('use')}</legend>
            {inUse.map((field) => (
              <FigureRow key={field} field={field} />
            ))}
          </fieldset>
          <NeighbourFields draft={draft} itself={was?.material.id} />
          <ConstituentFields draft={draft} />
          <HazardFields draft={draft} />
        </div>
      </form>
    </FormContext>
  );
}
