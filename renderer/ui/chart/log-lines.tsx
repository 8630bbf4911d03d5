/** @file Lines over a scale of logarithms on a canvas, with a band of names above them. */
import {
  Chart,
  type ChartOptions,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  type Plugin,
  PointElement,
  Tooltip,
} from 'chart.js';
import { useLayoutEffect, useMemo, useState } from 'react';
import { Line } from 'react-chartjs-2';
import { type Ink, useInk } from './ink.ts';
import styles from './log-lines.module.css';
import { shade } from './shade.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale, Tooltip);

export interface LogLine {
  readonly key: string;
  readonly name: string;
  /** At each x. */
  readonly values: readonly number[];
  /** `#rrggbb`, for paper; on ink it is lifted. */
  readonly colour: string;
  readonly isDashed: boolean;
}

/** A stretch of the band above the lines. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly colour: string;
}

interface Props {
  /** All the chart says, for who cannot see it. */
  readonly label: string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Ascending, all above 0. */
  readonly x: readonly number[];
  readonly lines: readonly LogLine[];
  readonly band: readonly Stretch[];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** An x in words. */
  readonly say: (x: number) => string;
  /** A value in words. */
  readonly figure: (value: number) => string;
  readonly height: number;
}

const bandHeight = 22;

/** The chart. Redrawn in place without animation. */
export function LogLines({ label, xTitle, yTitle, x, lines, band, ticks, say, figure, height }: Props) {
  const ink = useInk();
  const [held] = useState<{ band: readonly Stretch[]; ink: Ink }>(() => ({ band, ink }));
  const [plugins] = useState(() => [bandPlugin(held)]);
  useLayoutEffect(() => {
    held.band = band;
    held.ink = ink;
  });
  const data = useMemo(
    () => ({
      datasets: lines.map(({ name, values, colour, isDashed }) => {
        const drawn = shade(colour, ink);
        return {
          label: name,
          data: values.map((y, at) => ({ x: x[at] ?? 0, y })),
          borderColor: drawn,
          backgroundColor: drawn,
          borderWidth: 1.8,
          borderDash: isDashed ? [5, 4] : [],
          pointRadius: 0,
          pointHitRadius: 6,
        };
      }),
    }),
    [lines, x, ink],
  );
  const options = useMemo(
    () => optionsFor({ ink, xTitle, yTitle, x, ticks, say, figure }),
    [ink, xTitle, yTitle, x, ticks, say, figure],
  );
  return (
    <div className={styles.frame} style={{ blockSize: height }}>
      <Line data={data} options={options} plugins={plugins} datasetIdKey="label" updateMode="none" aria-label={label} />
    </div>
  );
}

function optionsFor({
  ink,
  xTitle,
  yTitle,
  x,
  ticks,
  say,
  figure,
}: Pick<Props, 'xTitle' | 'yTitle' | 'x' | 'ticks' | 'say' | 'figure'> & { readonly ink: Ink }): ChartOptions<'line'> {
  const font = { family: getComputedStyle(document.body).fontFamily, size: 11 };
  const labels = new Map(ticks.map((tick) => [tick.at, tick.label]));
  const title = (text: string) => ({ display: true, text, color: ink.quiet, font, padding: 2 });
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    parsing: false,
    layout: { padding: { top: bandHeight + 4, right: 12 } },
    interaction: { mode: 'index', intersect: false },
    plugins: {
      legend: { display: false },
      tooltip: {
        animation: false,
        itemSort: (a, b) => (b.parsed.y ?? 0) - (a.parsed.y ?? 0),
        callbacks: {
          title: ([first]) => (first ? say(first.parsed.x ?? 0) : ''),
          label: ({ dataset, parsed }) => `${dataset.label}: ${figure(parsed.y ?? 0)}`,
        },
      },
    },
    scales: {
      x: {
        type: 'logarithmic',
        min: x[0] ?? 1,
        max: x.at(-1) ?? 10,
        title: title(xTitle),
        afterBuildTicks: (axis) => {
          axis.ticks = ticks.map(({ at }) => ({ value: at }));
        },
        ticks: { color: ink.quiet, font, autoSkip: false, maxRotation: 0, callback: (at) => labels.get(+at) ?? '' },
        grid: { color: ink.line, drawTicks: false },
        border: { color: ink.line },
      },
      y: {
        min: 0,
        suggestedMax: 2,
        title: title(yTitle),
        ticks: { color: ink.quiet, font, maxTicksLimit: 7 },
        grid: { color: ({ tick }) => (tick?.value === 1 ? ink.quiet : ink.line), drawTicks: false },
        border: { display: false },
      },
    },
  };
}

/** Draws the band over the lines, each name where it fits. */
function bandPlugin(held: { readonly band: readonly Stretch[]; readonly ink: Ink }): Plugin<'line'> {
  return {
    id: 'band',
    afterDatasetsDraw({ ctx, chartArea: { top, left, right }, scales }) {
      const { x } = scales;
      if (!x) return;
      ctx.save();
      ctx.font = `600 11px ${getComputedStyle(document.body).fontFamily}`;
      ctx.textBaseline = 'middle';
      for (const { from, to, name, colour } of held.band) {
        const start = Math.max(left, x.getPixelForValue(from));
        const width = Math.min(right, x.getPixelForValue(to)) - start;
        const y = top - bandHeight - 2;
        ctx.globalAlpha = 0.3;
        ctx.fillStyle = shade(colour, held.ink);
        ctx.fillRect(start, y, Math.max(1, width - 1), bandHeight - 4);
        ctx.globalAlpha = 1;
        if (ctx.measureText(name).width > width - 10) continue;
        ctx.fillStyle = held.ink.text;
        ctx.fillText(name, start + 5, y + (bandHeight - 4) / 2 + 0.5);
      }
      ctx.restore();
    },
  };
}
