/**
 * @file A brief read by its words and by a model: each point with the words it stands in, for the perfumer to take or leave.
 * Nothing is filled in without a click.
 */
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import type { BriefEvent } from '#contract/assistant.ts';
import { ModelStage } from '#renderer/shared/model-stage.tsx';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { useStream } from '#renderer/shared/use-stream.ts';
import type { Wish } from '#renderer/shared/wish.ts';
import table from '#renderer/ui/table.module.css';
import {
  type BriefPoint,
  type Piece,
  piecesOf,
  pointsIn,
  single,
  type Taken,
  takenAtFirst,
  takenFrom,
} from './brief-point.ts';
import styles from './read-brief.module.css';

interface Props {
  readonly text: string;
  readonly nameOf: (wish: Wish) => string;
  readonly onTake: (taken: Taken) => void;
}

/** A button that reads the brief, and what was read. */
export function ReadBrief({ text, nameOf, onTake }: Props) {
  const { t, language } = useText('brief');
  const { t: common } = useText('common');
  const stream = useStream<BriefEvent>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const readings = stream.events.filter((event) => event.what === 'reading');
  const stage = stream.events.findLast((event) => event.what === 'model')?.event;
  const last = stream.events.at(-1);

  function read(): void {
    setChosen(undefined);
    const { client } = useStudio.getState();
    stream.run((signal) => client.assistant.readBrief({ text, language }, { signal }));
  }

  return (
    <>
      <div className={styles.foot}>
        {stream.isRunning ? (
          <Button variant="outlined" onClick={stream.stop}>
            {common('cancel')}
          </Button>
        ) : (
          <Button variant="outlined" disabled={text.trim() === ''} onClick={read}>
            {t('read')}
          </Button>
        )}
        <div role="status" className={styles.hint}>
          {stage && <ModelStage event={stage} />}
          {stream.isRunning && last?.what === 'writing' && <p>{t('reading', { count: last.tokens })}</p>}
          {!stream.isRunning && readings.length > 0 && !stage && !stream.fault && <p>{t('no-model')}</p>}
          {readings.length === 0 && !stream.isRunning && <p>{t('read-hint')}</p>}
        </div>
      </div>
      {stream.fault && (
        <p className={styles.hint} role="alert">
          {stream.fault} {readings.length > 0 && t('words-stand')}
        </p>
      )}
      {readings.length > 0 && (
        <Points
          readings={readings}
          isModelTrusted={stage?.kind === 'started' && !stage.isDemonstration}
          model={stage?.kind === 'started' ? stage.modelName : ''}
          chosen={chosen}
          onChoose={setChosen}
          nameOf={nameOf}
          onTake={onTake}
        />
      )}
    </>
  );
}

interface PointsProps extends Pick<Props, 'nameOf' | 'onTake'> {
  readonly readings: readonly Extract<BriefEvent, { what: 'reading' }>[];
  readonly isModelTrusted: boolean;
  readonly model: string;
  readonly chosen: ReadonlySet<string> | undefined;
  readonly onChoose: (keys: ReadonlySet<string>) => void;
}

function Points({ readings, isModelTrusted, model, chosen, onChoose, nameOf, onTake }: PointsProps) {
  const { t } = useText('brief');
  const [lit, setLit] = useState<string>();
  const points = useMemo(() => pointsIn(readings), [readings]);
  const taken = chosen ?? takenAtFirst(points, isModelTrusted);
  const text = readings[0]?.reading.text ?? '';
  const leftOut = readings.flatMap((one) => one.leftOut);
  const isCut = readings.some(({ isWhole }) => !isWhole);

  function toggle({ key, field }: BriefPoint): void {
    const next = new Set(taken);
    if (next.delete(key)) {
      onChoose(next);
      return;
    }
    if (single.has(field)) for (const one of points) if (one.field === field) next.delete(one.key);
    onChoose(next.add(key));
  }
  const told = (point: BriefPoint) => {
    const { field, id } = point;
    if (field === 'category') return t('category-said', { category: id });
    if (field === 'price') return t('price-said', { price: id });
    return field === 'references' ? id : nameOf({ field, id });
  };
  const by = ({ seen }: BriefPoint) => [
    ...(seen.some((one) => one.by === 'lexicon') ? [t('by-lexicon')] : []),
    ...(seen.some((one) => one.by === 'model') ? [model || t('by-model')] : []),
  ];

  return (
    <section className={styles.reading} aria-label={t('what-it-says')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
      <p className={styles.text} tabIndex={0} aria-label={t('marked-text')} role="region">
        {piecesOf(text, points).map((piece) => (
          <Marked key={piece.from} piece={piece} taken={taken} lit={lit} />
        ))}
      </p>
      {points.length === 0 && <p className={styles.hint}>{t('says-nothing')}</p>}
      {points.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
        <div className={styles.points} tabIndex={0} role="region" aria-label={t('points')}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('meaning')}</th>
                <th scope="col">{t('its-words')}</th>
                <th scope="col">{t('read-by')}</th>
              </tr>
            </thead>
            <tbody>
              {points.map((point, at) => (
                <tr
                  key={point.key}
                  data-lit={lit === point.key ? 'yes' : 'no'}
                  onMouseEnter={() => setLit(point.key)}
                  onMouseLeave={() => setLit(undefined)}
                  onFocus={() => setLit(point.key)}
                  onBlur={() => setLit(undefined)}
                >
                  <td className={table.quiet}>
                    {points[at - 1]?.field === point.field ? '' : t(`field-${point.field}`)}
                  </td>
                  <td>
                    <label>
                      <input type="checkbox" checked={taken.has(point.key)} onChange={() => toggle(point)} />
                      {told(point)}
                    </label>
                  </td>
                  <td className={styles.words}>
                    {[...new Set(point.seen.map(({ span }) => `“${text.slice(span.from, span.to)}”`))].join(' · ')}
                  </td>
                  <td className={table.quiet}>{by(point).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {leftOut.length > 0 && (
        <p className={styles.hint}>
          {t('points-left-out', { count: leftOut.length, words: leftOut.map(({ words }) => `“${words}”`).join(', ') })}
        </p>
      )}
      {isCut && <p className={styles.hint}>{t('broke-off')}</p>}
      {points.length > 0 && (
        <div className={styles.foot}>
          <Button
            variant="contained"
            disabled={taken.size === 0}
            onClick={() => onTake(takenFrom(points.filter(({ key }) => taken.has(key))))}
          >
            {t('take', { count: taken.size })}
          </Button>
          <p className={styles.hint}>{t('take-hint')}</p>
        </div>
      )}
    </section>
  );
}

function Marked({
  piece,
  taken,
  lit,
}: {
  readonly piece: Piece;
  readonly taken: ReadonlySet<string>;
  readonly lit: string | undefined;
}) {
  if (piece.keys.length === 0) return piece.text;
  return (
    <mark
      data-taken={piece.keys.some((key) => taken.has(key)) ? 'yes' : 'no'}
      data-lit={lit !== undefined && piece.keys.includes(lit) ? 'yes' : 'no'}
    >
      {piece.text}
    </mark>
  );
}
