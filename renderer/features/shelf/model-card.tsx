import type { ModelPlan, ShelfModel } from '#contract/models.ts';
import { countText, numberText, sizeText } from '#renderer/shared/size-text.ts';
import { useText } from '#renderer/shared/text.ts';
import { type Tone, ToneIcon } from '#renderer/ui/tone.tsx';
import { LoadButton } from './load-button.tsx';
import styles from './shelf.module.css';

interface Props {
  readonly model: ShelfModel;
  readonly plan: ModelPlan | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One model in the list: its name, its measure, whether it fits, and the button that loads it. */
export function ModelCard({ model, plan, isChosen, onChoose }: Props) {
  const { t, language } = useText('models');
  const { facts, licence, loaded, speed } = model;
  const measure = facts
    ? [countText(facts.parameters, language), facts.storedAs, sizeText(facts.fileBytes, language)].join(' · ')
    : model.label;
  return (
    <li className={isChosen ? `${styles.card} ${styles.chosen}` : styles.card}>
      <button type="button" className={styles.choose} aria-pressed={isChosen} onClick={onChoose}>
        <span className={styles.name}>
          {model.name}
          {model.isDemonstration && <span className={styles.tag}>{t('demonstration')}</span>}
        </span>
        <span className={styles.quiet}>{measure}</span>
        <span className={styles.line}>
          {loaded && (
            <span className={styles.pair}>
              <ToneIcon tone="pass" size={14} /> {t('loaded')}
              {speed !== null && ` · ${t('per-second', { value: numberText(speed, language) })}`}
            </span>
          )}
          {!loaded && <FitBadge model={model} plan={plan} />}
          {licence.commercial === 'forbidden' && (
            <span className={styles.pair}>
              <ToneIcon tone="over-limit" size={14} /> {t('licence-forbidden')}
            </span>
          )}
        </span>
      </button>
      <LoadButton model={model} />
    </li>
  );
}

/** Whether a model fits, in a few words; an estimate. */
export function FitBadge({ model, plan }: { readonly model: ShelfModel; readonly plan: ModelPlan | undefined }) {
  const { t, language } = useText('models');
  const said = ((): readonly [Tone, string] | undefined => {
    if (model.isMissing) return ['over-limit', t('missing')];
    if (model.refused) return ['over-limit', t('refused')];
    if (!plan) return undefined;
    const { outcome, of, gpuLayers, layers, unloads, ram, vram, free } = plan;
    if (outcome === 'too-large') {
      const needed = sizeText(of === 'vram' ? vram : ram, language);
      const key = of === 'vram' ? 'fit-too-large-vram' : 'fit-too-large-ram';
      return ['over-limit', t(key, { needed, free: sizeText(free, language) })];
    }
    if (unloads.length > 0) return ['near', t('fit-unload', { names: unloads.join(', ') })];
    if (gpuLayers === 0) return ['pass', t('fit-cpu')];
    return gpuLayers >= layers ? ['pass', t('fit-card')] : ['near', t('fit-part', { gpuLayers, layers })];
  })();
  if (!said) return <span className={styles.quiet}>{t('not-loaded')}</span>;
  const [tone, words] = said;
  return (
    <span className={styles.pair}>
      <ToneIcon tone={tone} size={14} /> {words}
    </span>
  );
}
