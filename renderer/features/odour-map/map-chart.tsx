/** @file The map drawn: a mark of shape and colour for each thing, names of families where they gather; zoom, pan, lasso. */
import { Chart, type ChartOptions, LinearScale, type Plugin, PointElement, ScatterController, Tooltip } from 'chart.js';
import zoomPlugin from 'chartjs-plugin-zoom';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { Scatter } from 'react-chartjs-2';
import type { MapPoint } from '#contract/search.ts';
import { type Family, families } from '#perfumery/material/material.ts';
import { type Ink, useInk } from '#renderer/ui/chart/ink.ts';
import { shade } from '#renderer/ui/chart/shade.ts';
import { familyColours } from '#renderer/ui/family-colour.ts';
import { clearPlaces } from './clear-places.ts';
import { familyMarks } from './family-marks.ts';
import { isInside, type Spot } from './lasso.ts';
import styles from './odour-map.module.css';

/** Its types speak of the CommonJS build, where the plugin is one step further in. */
const zooming = zoomPlugin as unknown as Plugin;
Chart.register(ScatterController, PointElement, LinearScale, Tooltip, zooming);

interface Props {
  readonly label: string;
  /** What both axes say. */
  readonly axes: readonly [x: string, y: string];
  readonly points: readonly MapPoint[];
  readonly marked: ReadonlySet<string>;
  readonly isLasso: boolean;
  readonly nameOf: (point: MapPoint) => string;
  readonly familyName: (family: Family) => string;
  readonly onMark: (points: readonly MapPoint[]) => void;
  readonly chartRef: { current: Chart<'scatter'> | null };
}

interface Placed extends Spot {
  readonly point: MapPoint;
}

export function MapChart({ label, axes, points, marked, isLasso, nameOf, familyName, onMark, chartRef }: Props) {
  const ink = useInk();
  const [outline, setOutline] = useState<readonly Spot[]>([]);
  const frame = useRef<HTMLDivElement>(null);
  const data = useMemo(
    () => ({ datasets: datasetsOf(points, marked, ink, familyName) }),
    [points, marked, ink, familyName],
  );
  const options = useMemo(
    () => optionsFor(ink, { axes, nameOf, onMark, isPanned: !isLasso }),
    [ink, axes, nameOf, onMark, isLasso],
  );

  const spotOf = (event: PointerEvent): Spot => {
    const box = frame.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };

  function finish(): void {
    const chart = chartRef.current;
    const { x, y } = chart?.scales ?? {};
    if (chart && x && y && outline.length > 2) {
      onMark(
        points.filter((point) => isInside({ x: x.getPixelForValue(point.x), y: y.getPixelForValue(point.y) }, outline)),
      );
    }
    setOutline([]);
  }

  return (
    <div ref={frame} className={styles.frame}>
      <Scatter ref={chartRef} data={data} options={options} plugins={plugins} updateMode="none" aria-label={label} />
      {isLasso && (
        <svg
          className={styles.lasso}
          aria-hidden="true"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setOutline([spotOf(event)]);
          }}
          onPointerMove={(event) => event.buttons === 1 && setOutline((line) => [...line, spotOf(event)])}
          onPointerUp={finish}
        >
          {outline.length > 1 && <polygon points={outline.map(({ x, y }) => `${x},${y}`).join(' ')} />}
        </svg>
      )}
    </div>
  );
}

function datasetsOf(
  points: readonly MapPoint[],
  marked: ReadonlySet<string>,
  ink: Ink,
  familyName: (family: Family) => string,
) {
  const byFamily = Map.groupBy(points, ({ family }) => family);
  const order = [...families, undefined].filter((family) => byFamily.has(family));
  return order.map((family) => {
    const own = byFamily.get(family) ?? [];
    const colour = shade(family ? familyColours[family] : '#9aa0a6', ink);
    const isFaint = (point: MapPoint) => marked.size > 0 && !marked.has(point.id);
    return {
      label: family ? familyName(family) : '',
      data: own.map((point): Placed => ({ x: point.x, y: point.y, point })),
      pointStyle: family ? familyMarks[family] : 'circle',
      pointRadius: own.map((point) => (marked.has(point.id) ? 6.5 : points.length > 3000 ? 2.5 : 4.5)),
      pointHoverRadius: 8,
      backgroundColor: own.map((point) => `${colour}${isFaint(point) ? '40' : 'd0'}`),
      borderColor: own.map((point) => (isFaint(point) ? `${colour}60` : colour)),
      borderWidth: family && ['star', 'crossRot', 'cross'].includes(String(familyMarks[family])) ? 1.8 : 1,
    };
  });
}

interface OptionNeeds extends Pick<Props, 'axes' | 'nameOf' | 'onMark'> {
  readonly isPanned: boolean;
}

function optionsFor(ink: Ink, { axes, nameOf, onMark, isPanned }: OptionNeeds): ChartOptions<'scatter'> {
  const font = { family: getComputedStyle(document.body).fontFamily, size: 11 };
  const axis = (text: string) => ({
    min: -1.08,
    max: 1.08,
    title: { display: true, text, color: ink.quiet, font },
    ticks: { display: false },
    grid: { color: ink.line, drawTicks: false },
    border: { color: ink.line },
  });
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    onClick: (_, elements, chart) => {
      const [first] = elements;
      const placed = first && (chart.data.datasets[first.datasetIndex]?.data[first.index] as unknown as Placed);
      if (placed) onMark([placed.point]);
    },
    plugins: {
      legend: { display: false },
      tooltip: {
        displayColors: false,
        callbacks: {
          label: ({ raw, dataset }) => {
            const { point } = raw as Placed;
            return [nameOf(point), dataset.label ?? ''].filter(Boolean).join(' · ');
          },
        },
      },
      zoom: {
        limits: { x: { min: -1.3, max: 1.3, minRange: 0.08 }, y: { min: -1.3, max: 1.3, minRange: 0.08 } },
        pan: { enabled: isPanned, mode: 'xy' },
        zoom: { wheel: { enabled: true, speed: 0.12 }, pinch: { enabled: true }, mode: 'xy' },
      },
    },
    scales: { x: axis(axes[0]), y: axis(axes[1]) },
  };
}

/** Writes the name of each family in the middle of its points. */
const names: Plugin<'scatter'> = {
  id: 'family-names',
  afterDatasetsDraw(chart) {
    const { ctx, scales, chartArea } = chart;
    const { x, y } = scales;
    if (!x || !y) return;
    const title = chart.options.scales?.x?.title as { color?: string; font?: { family?: string } } | undefined;
    ctx.save();
    ctx.beginPath();
    ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
    ctx.clip();
    ctx.font = `600 12px ${title?.font?.family ?? 'sans-serif'}`;
    ctx.textAlign = 'center';
    ctx.lineWidth = 4;
    ctx.lineJoin = 'round';
    ctx.strokeStyle = paper();
    ctx.fillStyle = getComputedStyle(chart.canvas).color;
    const named = chart.data.datasets.flatMap(({ label, data }) => {
      if (!label || data.length < 3) return [];
      const spots = data as unknown as readonly Placed[];
      const at = {
        x: x.getPixelForValue(middle(spots.map((spot) => spot.x))),
        y: y.getPixelForValue(middle(spots.map((spot) => spot.y))),
      };
      return [{ label, count: data.length, ...at, width: ctx.measureText(label).width }];
    });
    named.sort((a, b) => b.count - a.count);
    for (const [place, at] of clearPlaces(named).entries()) {
      const label = named[place]?.label;
      if (!label || !at) continue;
      ctx.strokeText(label, at.x, at.y);
      ctx.fillText(label, at.x, at.y);
    }
    ctx.restore();
  },
};
const plugins = [names];

function paper(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--studio-palette-background-paper').trim();
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
