/** @file Intensity from the first moment to 48 hours, by family or by material, drawn or as a table. */
import { useMemo, useState } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import type { Evolution } from '#perfumery/odour/evolution.ts';
import { dominantSpans } from '#renderer/shared/evolution/dominant-spans.ts';
import { intensityText } from '#renderer/shared/evolution/intensity-text.ts';
import { momentText } from '#renderer/shared/evolution/moment-text.ts';
import type { Names } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import { useInk } from '#renderer/ui/chart/ink.ts';
import { type LogLine, LogLines } from '#renderer/ui/chart/log-lines.tsx';
import { shade } from '#renderer/ui/chart/shade.ts';
import { familyColours } from '#renderer/ui/family-colour.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import styles from './evolution.module.css';
import { isEstimated } from './is-estimated.ts';
import { LineKey } from './line-key.tsx';
import { MomentTable } from './moment-table.tsx';

interface Props {
  readonly evolution: Evolution;
  readonly names: Names;
}

type By = 'family' | 'material';

/** How many materials are drawn before any is chosen. */
const atFirst = 6;
const materialColours = ['#7a4a7e', '#c98524', '#2f87a5', '#c4508f', '#4f8a3a', '#b8542d', '#6a62b0', '#85742f'];
const nobody = '#9aa0a6';
/** h: where moment 0 stands on an axis that has no 0. */
const start = 5 / 3600;
const ticksAt = [start, 1 / 60, 5 / 60, 0.25, 1, 4, 12, 24, 48];
const height = 380;

/** The chart over time with its key, and the notes that lead. */
export function OverTime({ evolution, names }: Props) {
  const { t } = useText('evolution');
  const { t: common } = useText('common');
  const numbers = useNumbers();
  const ink = useInk();
  const [by, setBy] = useState<By>('family');
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const [picked, setPicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { lines, colours } = useLines(evolution, names, by);
  const spans = useMemo(() => dominantSpans(evolution), [evolution]);
  const x = useMemo(() => evolution.times.map((time) => time || start), [evolution]);
  const say = useMemo(() => (at: number) => momentText(at <= start ? 0 : at, t), [t]);
  const figure = useMemo(() => (value: number) => intensityText(value, numbers), [numbers]);
  const ticks = useMemo(() => ticksAt.map((at) => ({ at, label: say(at) })), [say]);
  const nameOf = (id: MaterialId | undefined) => (id ? names.material(id) : t('nothing-smelled'));
  const isShown = ({ key }: LogLine) =>
    picked.get(key) ?? (by === 'family' || lines.findIndex((line) => line.key === key) < atFirst);
  const shown = lines.filter(isShown);
  const leads = spans.map(({ materialId, from, to }) =>
    t('leads-from', { name: nameOf(materialId), from: momentText(from, t), to: momentText(to, t) }),
  );
  const missing = evolution.materials.filter((one) => !one.isSolvent && !one.intensity).length;
  return (
    <>
      <div className={styles.choices}>
        <Segmented
          legend={t('by')}
          options={[
            { key: 'family', label: t('by-family') },
            { key: 'material', label: t('by-material') },
          ]}
          chosen={by}
          onChoose={setBy}
        />
        <Segmented
          legend={t('form')}
          options={[
            { key: 'chart', label: common('as-chart') },
            { key: 'table', label: common('as-table') },
          ]}
          chosen={form}
          onChoose={setForm}
        />
      </div>
      {form === 'chart' ? (
        <div className={styles.drawn}>
          <LogLines
            label={t(by === 'family' ? 'chart-of-families' : 'chart-of-materials', { leads: leads.join('; ') })}
            xTitle={t('time')}
            yTitle={t('intensity')}
            x={x}
            lines={shown}
            band={spans.map(({ materialId, from, to }) => ({
              from: from || start,
              to,
              name: nameOf(materialId),
              colour: (materialId && colours.get(materialId)) ?? nobody,
            }))}
            ticks={ticks}
            say={say}
            figure={figure}
            height={height}
          />
          <LineKey
            lines={lines}
            isShown={isShown}
            onShow={(key, is) => setPicked(new Map(picked).set(key, is))}
            height={height}
          />
        </div>
      ) : (
        <MomentTable
          caption={t('table-of')}
          heading={t(by)}
          times={evolution.times}
          lines={by === 'family' ? lines : lines.filter(({ values }) => values.some((value) => value > 0))}
        />
      )}
      <section className={styles.leads}>
        <h3>{t('leads')}</h3>
        <ol>
          {leads.map((sentence, at) => (
            <li key={sentence}>
              <i style={{ background: shade(colours.get(spans[at]?.materialId ?? '') ?? nobody, ink) }} />
              {sentence}
            </li>
          ))}
        </ol>
      </section>
      {missing > 0 && <p className={styles.quiet}>{t('not-reckoned', { count: missing })}</p>}
    </>
  );
}

/** The lines, strongest first, and the colour of each material among all of them. */
function useLines(evolution: Evolution, names: Names, by: By) {
  const { t } = useText('materials');
  return useMemo(() => {
    const materials = evolution.materials
      .flatMap((one): (LogLine & { readonly peak: number })[] =>
        one.intensity && !one.isSolvent
          ? [
              {
                key: one.materialId,
                name: names.material(one.materialId),
                values: one.intensity,
                colour: '',
                isDashed: isEstimated(one),
                peak: Math.max(...one.intensity),
              },
            ]
          : [],
      )
      .toSorted((a, b) => b.peak - a.peak)
      .map((line, at) => ({ ...line, colour: materialColours[at % materialColours.length] ?? nobody }));
    const colours = new Map<string, string>(materials.map(({ key, colour }) => [key, colour]));
    const families = evolution.families
      .filter(({ family }) => family !== 'solvent')
      .map(
        ({ family, intensity, isEstimated: isDashed }): LogLine => ({
          key: family,
          name: t(`families.${family}`),
          values: intensity,
          colour: familyColours[family],
          isDashed,
        }),
      )
      .toSorted((a, b) => Math.max(...b.values) - Math.max(...a.values));
    return { lines: by === 'family' ? families : materials, colours };
  }, [evolution, names, by, t]);
}
