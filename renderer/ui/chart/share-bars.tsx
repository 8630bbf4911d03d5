/** @file Shares in % as horizontal bars on a canvas, each with its name and figure; or the same as a table. */
import { BarController, BarElement, CategoryScale, Chart, type ChartOptions, LinearScale, type Plugin } from 'chart.js';
import { useMemo } from 'react';
import { Bar } from 'react-chartjs-2';
import { type Ink, useInk } from './ink.ts';
import { lift } from './lift.ts';
import styles from './share-bars.module.css';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export interface ShareBar {
  readonly key: string;
  readonly name: string;
  /** In %. */
  readonly value: number;
  /** The value as it is shown, with its unit. */
  readonly shown: string;
  /** `#rrggbb`, for paper; on ink it is lifted. */
  readonly colour: string;
}

interface Props {
  /** All the chart says, for who cannot see it. */
  readonly label: string;
  /** What the axis counts, with its unit. */
  readonly axis: string;
  readonly bars: readonly ShareBar[];
}

/** Heights in px: of a bar with its gap, and of the axis below. */
const barHeight = 19;
const axisHeight = 40;

/** The chart. Redrawn in place without animation, so that it can follow typing. */
export function ShareBars({ label, axis, bars }: Props) {
  const ink = useInk();
  const data = useMemo(
    () => ({
      labels: bars.map(({ name }) => name),
      datasets: [
        {
          label: axis,
          data: bars.map(({ value }) => value),
          shown: bars.map(({ shown }) => shown),
          backgroundColor: bars.map(({ colour }) => (ink.isDark ? lift(colour, 0.28) : colour)),
          borderRadius: 3,
          borderSkipped: 'start' as const,
          barThickness: 11,
          minBarLength: 2,
        },
      ],
    }),
    [bars, axis, ink],
  );
  const options = useMemo(() => optionsFor(ink, axis), [ink, axis]);
  return (
    <div className={styles.frame} style={{ blockSize: bars.length * barHeight + axisHeight }}>
      <Bar data={data} options={options} plugins={plugins} updateMode="none" aria-label={label} />
    </div>
  );
}

function optionsFor(ink: Ink, axis: string): ChartOptions<'bar'> {
  const font = { family: getComputedStyle(document.body).fontFamily, size: 11 };
  return {
    indexAxis: 'y',
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    // Other charts of the page may have registered both.
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
    layout: { padding: { right: 44 } },
    scales: {
      x: {
        min: 0,
        suggestedMax: 10,
        title: { display: true, text: axis, color: ink.quiet, font, padding: { top: 2, bottom: 0 } },
        ticks: { color: ink.quiet, font, maxTicksLimit: 6 },
        grid: { color: ink.line, drawTicks: false },
        border: { display: false },
      },
      y: {
        ticks: { color: ink.text, font: { ...font, size: 12 }, autoSkip: false },
        grid: { display: false },
        border: { color: ink.line },
      },
    },
  };
}

/** Writes each figure at the end of its bar. */
const figures: Plugin<'bar'> = {
  id: 'figures',
  afterDatasetsDraw(chart) {
    const { ctx, data } = chart;
    const shown = (data.datasets[0] as { shown?: readonly string[] } | undefined)?.shown ?? [];
    const ticks = chart.options.scales?.y?.ticks;
    ctx.save();
    ctx.fillStyle = String(ticks?.color ?? 'currentColor');
    ctx.font = `11px ${(ticks?.font as { family?: string } | undefined)?.family ?? 'sans-serif'}`;
    ctx.textBaseline = 'middle';
    chart.getDatasetMeta(0).data.forEach((bar, at) => {
      const { x, y } = bar.getProps(['x', 'y'], true);
      ctx.fillText(shown[at] ?? '', x + 5, y + 0.5);
    });
    ctx.restore();
  },
};
const plugins = [figures];
