/** @file How one model is used. Every change counts at once; what the memory needs counts from the next loading on. */
import { type ReactNode, useId, useState } from 'react';
import type { ModelSettings, ShelfModel } from '#contract/models.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './shelf.module.css';

const usual = { context: 'auto', gpuLayers: 'auto', threads: 'auto', kvType: 'F16', flashAttention: 'auto' } as const;
const presets = {
  automatic: usual,
  sparing: { ...usual, context: 2048, kvType: 'Q8_0', flashAttention: true },
  'long-texts': { ...usual, context: 16_384, kvType: 'Q8_0', flashAttention: true },
} as const;
type Preset = keyof typeof presets;
const presetNames: readonly Preset[] = ['automatic', 'sparing', 'long-texts'];
const kvTypes = ['F32', 'F16', 'Q8_0'] as const;
const kvWords = { F32: 'kv-exact', F16: 'kv-usual', Q8_0: 'kv-small' } as const;
const samplings = ['exact', 'careful', 'balanced', 'inventive'] as const;

interface Props {
  readonly model: ShelfModel;
  /** Whether layers can go on a card at all. */
  readonly hasCard: boolean;
}

export function SettingsForm({ model: { id, settings, facts }, hasCard }: Props) {
  const { t } = useText('models');
  const client = useStudio((studio) => studio.client);
  const change = (patch: Partial<ModelSettings>) =>
    void client.models.settings({ modelId: id, settings: patch }).catch(tellRefusal);
  const preset = presetNames.find((name) =>
    isSame({ ...presets[name], context: fitted(presets[name].context, facts?.context) }, settings),
  );
  const use = (name: string) => {
    const chosen = presetNames.find((one) => one === name);
    if (chosen) change({ ...presets[chosen], context: fitted(presets[chosen].context, facts?.context) });
  };
  return (
    <div className={styles.form}>
      <Choice label={t('preset')} value={preset ?? 'own'} onChoose={use}>
        {presetNames.map((name) => (
          <option key={name} value={name}>
            {t(`preset-${name}`)}
          </option>
        ))}
        {!preset && <option value="own">{t('preset-own')}</option>}
      </Choice>
      <Choice
        label={t('sampling')}
        value={settings.sampling}
        onChoose={(value) => change({ sampling: value as ModelSettings['sampling'] })}
      >
        {samplings.map((name) => (
          <option key={name} value={name}>
            {t(`sampling-${name}`)}
          </option>
        ))}
      </Choice>
      <Figure
        label={t('context')}
        value={settings.context}
        least={256}
        most={facts?.context ?? 1_048_576}
        onChange={(context) => change({ context })}
      />
      {hasCard && (
        <Figure
          label={t('gpu-layers')}
          value={settings.gpuLayers === 'all' ? (facts?.layers ?? 0) + 1 : settings.gpuLayers}
          least={0}
          most={(facts?.layers ?? 999) + 1}
          onChange={(gpuLayers) => change({ gpuLayers })}
        />
      )}
      <Figure
        label={t('threads')}
        value={settings.threads}
        least={1}
        most={256}
        onChange={(threads) => change({ threads })}
      />
      <Choice
        label={t('kv-type')}
        value={settings.kvType}
        onChoose={(value) => change({ kvType: value as ModelSettings['kvType'] })}
      >
        {kvTypes.map((name) => (
          <option key={name} value={name}>
            {t(kvWords[name])}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('flash-attention')}
        value={String(settings.flashAttention)}
        onChoose={(value) => change({ flashAttention: value === 'auto' ? 'auto' : value === 'true' })}
      >
        <option value="auto">{t('automatic')}</option>
        <option value="true">{t('on')}</option>
        <option value="false">{t('off')}</option>
      </Choice>
      <p className={`${styles.hint} ${styles.whole}`}>{t('settings-later')}</p>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}

/** A labelled choice of one. */
export function Choice({ label, value, onChoose, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} className={styles.input} value={value} onChange={({ target }) => onChoose(target.value)}>
        {children}
      </select>
    </div>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: 'auto' | number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: 'auto' | number) => void;
}

/** A whole number, or empty for automatic. Counts when it is left. */
function Figure({ label, value, least, most, onChange }: FigureProps) {
  const { t } = useText('models');
  const id = useId();
  const [written, setWritten] = useState<string>();
  const leave = () => {
    if (written === undefined) return;
    setWritten(undefined);
    const number = Number(written);
    if (written.trim() === '') onChange('auto');
    else if (Number.isInteger(number)) onChange(Math.min(most, Math.max(least, number)));
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.input}
        inputMode="numeric"
        placeholder={t('automatic')}
        value={written ?? (value === 'auto' ? '' : value)}
        onChange={({ target }) => setWritten(target.value)}
        onBlur={leave}
        onKeyDown={({ key }) => key === 'Enter' && leave()}
      />
    </div>
  );
}

/** A preset never asks for more than the model was trained on. */
function fitted(context: 'auto' | number, most: number | undefined): 'auto' | number {
  return context === 'auto' || most === undefined ? context : Math.min(context, most);
}

function isSame(preset: Partial<ModelSettings>, settings: ModelSettings): boolean {
  return (Object.keys(preset) as (keyof ModelSettings)[]).every((field) => preset[field] === settings[field]);
}
