/** @file The library as a map of smells: what lies together smells alike. Zoom in, draw a line around things, open one. */
import Button from '@mui/material/Button';
import type { Chart } from 'chart.js';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { MapPoint } from '#contract/search.ts';
import type { Family } from '#perfumery/material/material.ts';
import type { SearchKind } from '#perfumery/search/search-item.ts';
import { useText } from '#renderer/shared/text.ts';
import { familyColours } from '#renderer/ui/family-colour.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { MapChart } from './map-chart.tsx';
import { MapTable } from './map-table.tsx';
import styles from './odour-map.module.css';
import { useMap } from './use-map.ts';

interface Props {
  readonly onOpen: (opens: MapPoint['opens']) => void;
}

const choices = {
  material: ['material'],
  recipe: ['recipe', 'accord'],
  trial: ['trial'],
} as const satisfies Record<string, readonly SearchKind[]>;
type Choice = keyof typeof choices;

export function OdourMap({ onOpen }: Props) {
  const { t, language } = useText('searchMap');
  const { t: common } = useText('common');
  const { t: materials } = useText('materials');
  const [kinds, setKinds] = useState<Choice>('material');
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const [tool, setTool] = useState<'move' | 'lasso'>('move');
  const [marked, setMarked] = useState<readonly MapPoint[]>([]);
  const chart = useRef<Chart<'scatter'>>(null);
  const { map, stop, again } = useMap(choices[kinds]);

  const nameOf = useCallback(
    ({ title, number }: MapPoint) => {
      const name = title[language] ?? title.en ?? title.ko ?? '';
      return number === undefined ? name : t('numbered', { name, number });
    },
    [language, t],
  );
  const familyName = useCallback((family: Family) => materials(`families.${family}`), [materials]);
  const ids = useMemo(() => new Set(marked.map(({ id }) => id)), [marked]);
  const axes = useMemo(() => [t('axis'), ''] as const, [t]);

  return (
    <section className={styles.map} aria-label={t('title')}>
      <header className={styles.bar}>
        <Segmented
          legend={t('what')}
          options={(Object.keys(choices) as Choice[]).map((key) => ({ key, label: t(`kinds.${key}`) }))}
          chosen={kinds}
          onChoose={(chosen) => {
            setKinds(chosen);
            setMarked([]);
          }}
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
        {form === 'chart' && (
          <>
            <Segmented
              legend={t('tool')}
              options={[
                { key: 'move', label: t('move') },
                { key: 'lasso', label: t('lasso') },
              ]}
              chosen={tool}
              onChoose={setTool}
            />
            <Button variant="text" onClick={() => chart.current?.zoom(1.4)}>
              {t('zoom-in')}
            </Button>
            <Button variant="text" onClick={() => chart.current?.zoom(1 / 1.4)}>
              {t('zoom-out')}
            </Button>
            <Button variant="text" onClick={() => chart.current?.resetZoom()}>
              {t('whole')}
            </Button>
          </>
        )}
        <span className={styles.hint} role="status">
          {map.stage === 'done' && t(`by-${map.by}`, { count: map.points.length })}
        </span>
      </header>
      {map.stage === 'laying' && (
        <div className={styles.wait}>
          <p>{t('laying')}</p>
          <progress max={1} value={map.share} aria-label={t('laying')} />
          <Button variant="outlined" onClick={stop}>
            {common('cancel')}
          </Button>
        </div>
      )}
      {map.stage === 'stopped' && (
        <div className={styles.wait}>
          <p>{t('stopped')}</p>
          <Button variant="outlined" onClick={again}>
            {common('try-again')}
          </Button>
        </div>
      )}
      {map.stage === 'done' && map.points.length < 3 && (
        <div className={styles.wait}>
          <p>{t('too-few')}</p>
        </div>
      )}
      {map.stage === 'done' && map.points.length >= 3 && form === 'table' && (
        <MapTable points={map.points} nameOf={nameOf} familyName={familyName} onOpen={onOpen} />
      )}
      {map.stage === 'done' && map.points.length >= 3 && form === 'chart' && (
        <div className={styles.columns}>
          <MapChart
            label={t('label', { count: map.points.length })}
            axes={axes}
            points={map.points}
            marked={ids}
            isLasso={tool === 'lasso'}
            nameOf={nameOf}
            familyName={familyName}
            onMark={setMarked}
            chartRef={chart}
          />
          <aside className={styles.marked} aria-label={t('marked')}>
            <h3>{marked.length === 0 ? t('none-marked') : t('marked-count', { count: marked.length })}</h3>
            {marked.length === 0 && <p className={styles.hint}>{t('mark-hint')}</p>}
            <ul>
              {marked.slice(0, 200).map((point) => (
                <li key={point.id}>
                  <span
                    className={styles.dot}
                    style={point.family && { background: familyColours[point.family] }}
                    title={point.family && familyName(point.family)}
                  />
                  <button type="button" className={styles.open} onClick={() => onOpen(point.opens)}>
                    {nameOf(point)}
                  </button>
                </li>
              ))}
            </ul>
            {marked.length > 0 && (
              <Button variant="text" onClick={() => setMarked([])}>
                {t('unmark')}
              </Button>
            )}
          </aside>
        </div>
      )}
    </section>
  );
}
