/** @file Intensity and liking of trials over the time since application, as curves on a canvas; the table beside it says the same. */
import {
  CategoryScale,
  Chart,
  type ChartOptions,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { useMemo } from 'react';
import { Line } from 'react-chartjs-2';
import { highestScore } from '#perfumery/evaluation/evaluation.ts';
import { type Ink, useInk } from '#renderer/ui/chart/ink.ts';
import { lift } from '#renderer/ui/chart/lift.ts';
import styles from './evaluation.module.css';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Legend);

export interface ScoreLine {
  readonly name: string;
  readonly isDashed: boolean;
  /** Number of the trial's colour. */
  readonly colour: number;
  readonly points: readonly { readonly minutes: number; readonly score: number }[];
}

interface Props {
  readonly label: string;
  readonly axes: { readonly time: string; readonly score: string };
  readonly after: (minutes: number) => string;
  readonly lines: readonly ScoreLine[];
}

const colours = ['#5b3a5e', '#1f6b4a', '#a8641f', '#2d5f8a', '#a82a54', '#5a5f6b'];

/** The curves. Time is drawn so that minutes and days are both told apart: by the square root of the square root. */
export function ScoreChart({ label, axes, after, lines }: Props) {
  const ink = useInk();
  const data = useMemo(
    () => ({
      datasets: lines.map(({ name, isDashed, colour, points }) => {
        const paper = colours[colour % colours.length] ?? '#000000';
        const drawn = ink.isDark ? lift(paper, 0.35) : paper;
        return {
          label: name,
          data: points.map(({ minutes, score }) => ({ x: place(minutes), y: score })),
          borderColor: drawn,
          backgroundColor: drawn,
          borderDash: isDashed ? [5, 4] : [],
          pointStyle: isDashed ? ('rect' as const) : ('circle' as const),
          pointRadius: 4,
          borderWidth: 2,
        };
      }),
    }),
    [lines, ink],
  );
  const ticks = useMemo(
    () => [...new Set(lines.flatMap(({ points }) => points.map(({ minutes }) => minutes)))].sort((a, b) => a - b),
    [lines],
  );
  const options = useMemo(() => optionsFor(ink, axes, ticks, after), [ink, axes, ticks, after]);
  return (
    <div className={styles.chart}>
      <Line data={data} options={options} updateMode="none" aria-label={label} role="img" />
    </div>
  );
}

const place = (minutes: number) => minutes ** 0.25;

function optionsFor(
  ink: Ink,
  axes: Props['axes'],
  ticks: readonly number[],
  after: Props['after'],
): ChartOptions<'line'> {
  const font = { family: getComputedStyle(document.body).fontFamily, size: 11 };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    plugins: { legend: { labels: { color: ink.text, font, usePointStyle: true } } },
    scales: {
      x: {
        type: 'linear',
        min: 0,
        title: { display: true, text: axes.time, color: ink.quiet, font },
        afterBuildTicks: (axis) => {
          axis.ticks = ticks.map((minutes) => ({ value: place(minutes) }));
        },
        ticks: { color: ink.quiet, font, callback: (_, at) => after(ticks[at] ?? 0), autoSkip: false },
        grid: { color: ink.line },
      },
      y: {
        min: 0,
        max: highestScore,
        title: { display: true, text: axes.score, color: ink.quiet, font },
        ticks: { color: ink.quiet, font, stepSize: 2 },
        grid: { color: ink.line },
      },
    },
  };
}
