/** @file The radar at one moment: a trial, or two laid over each other. */
import { useMemo, useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import type { Evolution } from '#perfumery/odour/evolution.ts';
import { type RadarAxis, radarAt } from '#perfumery/odour/radar.ts';
import type { Sheet } from '#renderer/shared/bench.ts';
import { intensityText } from '#renderer/shared/evolution/intensity-text.ts';
import { momentText } from '#renderer/shared/evolution/moment-text.ts';
import { type Setting, useEvolution } from '#renderer/shared/evolution/use-evolution.ts';
import { useTrial, working } from '#renderer/shared/evolution/use-trial.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { useInk } from '#renderer/ui/chart/ink.ts';
import { Radar, type RadarShape } from '#renderer/ui/chart/radar.tsx';
import { shade } from '#renderer/ui/chart/shade.ts';
import table from '#renderer/ui/table.module.css';
import styles from './evolution.module.css';
import { TrialChoice } from './trial-choice.tsx';

interface Props {
  readonly recipeId: RecipeId;
  readonly sheet: Sheet;
  readonly evolution: Evolution;
  /** The trial that `evolution` is of. */
  readonly chosen: string;
  readonly setting: Setting;
}

const colours = ['#7a4a7e', '#b8701c'] as const;
/** Where the slider stands at first: about half an hour, when the top has gone. */
const halfAnHour = 0.5;
const fewestAxes = 4;

export function RadarView({ recipeId, sheet, evolution, chosen, setting }: Props) {
  const { t, language } = useText('evolution');
  const { t: bench } = useText('bench');
  const { t: material } = useText('materials');
  const numbers = useNumbers();
  const ink = useInk();
  const { times } = evolution;
  const [at, setAt] = useState(() => times.findIndex((time) => time >= halfAnHour));
  const [wanted, setAgainst] = useState<string>();
  const against = wanted === chosen ? undefined : wanted;
  const other = useEvolution(useTrial(recipeId, sheet, against), sheet.accords, setting);
  const hour = times[at] ?? 0;
  const moment = t('after-moment', { moment: momentText(hour, t) });

  const { trials } = sheet.recipe;
  const titleOf = (id: string) => {
    const trial = trials.find((one) => one.id === id);
    if (!trial) return t('working');
    const number = bench('number-of-trial', { number: trial.number });
    return [number, inLanguage(trial.name, language)].filter(Boolean).join(' · ');
  };
  const second = against && other.isCurrent ? other.answer : undefined;
  const laid = useMemo(() => onSharedAxes([evolution, ...(second ? [second] : [])], hour), [evolution, second, hour]);
  const axes = useMemo(() => laid[0]?.map(({ family }) => material(`families.${family}`)) ?? [], [laid, material]);
  const shapes = useMemo(() => laid.map(shapeOf), [laid]);
  const titles = [titleOf(chosen), titleOf(against ?? working)];
  const values = (laid[0] ?? [])
    .map(({ intensity }, axis) => `${axes[axis]} ${intensityText(intensity, numbers)}`)
    .join(', ');
  return (
    <>
      <div className={styles.choices}>
        <label className={styles.moment}>
          {t('at-moment')}
          <input
            type="range"
            min={0}
            max={times.length - 1}
            value={at}
            aria-valuetext={moment}
            onChange={(event) => setAt(Number(event.target.value))}
          />
          <output>{moment}</output>
        </label>
        <TrialChoice
          label={t('against')}
          trials={trials}
          chosen={against}
          except={chosen}
          none={t('against-none')}
          onChoose={setAgainst}
        />
      </div>
      <div className={styles.drawn}>
        <Radar label={t('radar-of', { moment, values })} axes={axes} shapes={shapes} height={440} />
        <div className={styles.scroll}>
          <table className={table.table}>
            <caption className={styles.caption}>{t('radar-from-estimates')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('family')}</th>
                {laid.map((_, shape) => (
                  <th key={shape} scope="col" className={table.number}>
                    <i className={styles.dot} style={{ background: shade(colours[shape] ?? colours[0], ink) }} />
                    {titles[shape]}
                  </th>
                ))}
                <th scope="col">{t('inputs')}</th>
              </tr>
            </thead>
            <tbody>
              {laid[0]?.map(({ family }, axis) => (
                <tr key={family}>
                  <th scope="row" className={styles.name}>
                    {axes[axis]}
                  </th>
                  {laid.map((one, shape) => (
                    <td key={shape} className={table.number}>
                      {intensityText(one[axis]?.intensity ?? 0, numbers)}
                    </td>
                  ))}
                  <td>{inputsOf(laid, axis, t('estimated'), t('known'))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </>
  );
}

/** The radars of all, with the axes that are smelled in any of them; with every axis where those make no area. */
function onSharedAxes(evolutions: readonly Evolution[], hour: number): readonly (readonly RadarAxis[])[] {
  const smelled = new Set(evolutions.flatMap(({ families }) => families.map(({ family }) => family)));
  const radars = evolutions.map((evolution) => radarAt(evolution, hour));
  const isNeeded = ({ family }: RadarAxis) => smelled.size < fewestAxes || smelled.has(family);
  return radars.map((axes) => axes.filter(isNeeded));
}

function shapeOf(axes: readonly RadarAxis[], at: number): RadarShape {
  return {
    key: String(at),
    name: String(at),
    values: axes.map(({ intensity }) => intensity),
    isEstimated: axes.map(({ isEstimated }) => isEstimated),
    colour: colours[at] ?? colours[0],
  };
}

/** How well what is smelled on an axis is known; nothing where nothing is smelled. */
function inputsOf(laid: readonly (readonly RadarAxis[])[], axis: number, estimated: string, known: string): string {
  if (laid.some((one) => one[axis]?.isEstimated)) return estimated;
  return laid.some((one) => (one[axis]?.intensity ?? 0) > 0) ? known : '';
}
