/** @file One shape or two over the same axes around a centre, on a canvas. */
import {
  Chart,
  type ChartOptions,
  Filler,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
} from 'chart.js';
import { useMemo } from 'react';
import { Radar as RadarCanvas } from 'react-chartjs-2';
import { type Ink, useInk } from './ink.ts';
import styles from './log-lines.module.css';
import { shade } from './shade.ts';

Chart.register(RadarController, RadialLinearScale, PointElement, LineElement, Filler);

export interface RadarShape {
  readonly key: string;
  readonly name: string;
  /** By axis. */
  readonly values: readonly number[];
  /** By axis: drawn hollow; one such dashes the line. */
  readonly isEstimated: readonly boolean[];
  /** `#rrggbb`, for paper; on ink it is lifted. */
  readonly colour: string;
}

interface Props {
  /** All the chart says, for who cannot see it. */
  readonly label: string;
  readonly axes: readonly string[];
  readonly shapes: readonly RadarShape[];
  readonly height: number;
}

/** The chart. Redrawn in place without animation, so that it can follow a slider. */
export function Radar({ label, axes, shapes, height }: Props) {
  const ink = useInk();
  const data = useMemo(
    () => ({
      labels: [...axes],
      datasets: shapes.map(({ key, values, isEstimated, colour }, at) => {
        const drawn = shade(colour, ink);
        return {
          label: key,
          data: [...values],
          borderColor: drawn,
          backgroundColor: `${drawn}${at === 0 ? '2e' : '1f'}`,
          borderWidth: 1.8,
          pointRadius: 3,
          pointBorderColor: drawn,
          pointBackgroundColor: isEstimated.map((is) => (is ? 'transparent' : drawn)),
          borderDash: isEstimated.includes(true) ? [5, 4] : [],
        };
      }),
    }),
    [axes, shapes, ink],
  );
  const options = useMemo(() => optionsFor(ink), [ink]);
  return (
    <div className={styles.frame} style={{ blockSize: height }}>
      <RadarCanvas data={data} options={options} datasetIdKey="label" updateMode="none" aria-label={label} />
    </div>
  );
}

function optionsFor(ink: Ink): ChartOptions<'radar'> {
  const { fontFamily: family } = getComputedStyle(document.body);
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
    scales: {
      r: {
        min: 0,
        suggestedMax: 2,
        angleLines: { color: ink.line },
        grid: { color: ink.line },
        pointLabels: { color: ink.text, font: { family, size: 12 } },
        ticks: { color: ink.quiet, backdropColor: 'transparent', font: { family, size: 10 }, maxTicksLimit: 5 },
      },
    },
  };
}
