/** @file What two readers found in a brief, point by point: a point both found is one, with the words each saw it in. */
import type { BriefEvent } from '#contract/assistant.ts';
import type { Category } from '#perfumery/safety/category.ts';
import type { Span } from '#perfumery/search/chip.ts';
import { listFields, longevityId, noteId, type Wish, type WishField, wishFields } from '#renderer/shared/wish.ts';

export type Reader = 'lexicon' | 'model';
export const pointFields = [...wishFields, 'category', 'price', 'references'] as const;
export type PointField = (typeof pointFields)[number];

export interface BriefPoint {
  /** The same for the same field and meaning, whoever read it. */
  readonly key: string;
  readonly field: PointField;
  /** As in `Wish`; a category; `80000 KRW` for a kilogram; the words of a reference. */
  readonly id: string;
  readonly seen: readonly { readonly by: Reader; readonly span: Span }[];
}

/** Fields that hold one point. */
export const single: ReadonlySet<PointField> = new Set(['intensity', 'longevity', 'product', 'category', 'price']);

type Reading = Extract<BriefEvent, { what: 'reading' }>;

/** The points of readings, field by field. */
export function pointsIn(readings: readonly Reading[]): readonly BriefPoint[] {
  const points = new Map<string, BriefPoint>();
  for (const { by, reading } of readings) {
    const put = (field: PointField, id: string, span: Span) => {
      const key = `${field} ${id}`;
      const seen = points.get(key)?.seen ?? [];
      points.set(key, { key, field, id, seen: [...seen, { by, span }] });
    };
    for (const field of listFields) {
      for (const { value, span } of reading[field]) put(field, typeof value === 'string' ? value : noteId(value), span);
    }
    const { intensity, longevity, product, priceCeiling } = reading;
    if (intensity) put('intensity', intensity.value, intensity.span);
    if (longevity) put('longevity', longevityId(longevity.value), longevity.span);
    if (product?.value.type) put('product', product.value.type, product.span);
    else if (product) put('category', product.value.category, product.span);
    if (priceCeiling)
      put('price', `${priceCeiling.value.perKilogram} ${priceCeiling.value.currency}`, priceCeiling.span);
    for (const { value, span } of reading.references) put('references', value, span);
  }
  return pointFields.flatMap((field) => [...points.values()].filter((point) => point.field === field));
}

/** What is taken at first: everything, and of fields that hold one, what the model read unless only its words can be trusted. */
export function takenAtFirst(points: readonly BriefPoint[], isModelTrusted: boolean): ReadonlySet<string> {
  const isBy = ({ seen }: BriefPoint, reader: Reader) => seen.some(({ by }) => by === reader);
  const trusted = points.filter((point) => isModelTrusted || isBy(point, 'lexicon'));
  return new Set(
    trusted
      .filter((point) => {
        const rivals = trusted.filter(({ field }) => field === point.field);
        return !single.has(point.field) || rivals.length === 1 || isBy(point, isModelTrusted ? 'model' : 'lexicon');
      })
      .map(({ key }) => key),
  );
}

/** A piece of the brief, and the points it stands for. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly keys: readonly string[];
}

/** The brief cut wherever a point begins or ends. */
export function piecesOf(text: string, points: readonly BriefPoint[]): readonly Piece[] {
  const spans = points.flatMap(({ key, seen }) => seen.map(({ span }) => ({ key, ...span })));
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] as number;
    const keys = spans.filter((span) => span.from <= from && to <= span.to).map(({ key }) => key);
    return { text: text.slice(from, to), from, keys: [...new Set(keys)] };
  });
}

/** What a perfumer takes over of a brief. */
export interface Taken {
  readonly wishes: readonly Wish[];
  readonly references: readonly string[];
  readonly category?: Category;
  readonly price?: { readonly perKilogram: string; readonly currency: string };
}

/** The points that were taken, sorted by where they go. */
export function takenFrom(points: readonly BriefPoint[]): Taken {
  const isWish = (field: PointField): field is WishField => (wishFields as readonly string[]).includes(field);
  const category = points.find(({ field }) => field === 'category')?.id as Category | undefined;
  const [perKilogram, currency] = points.find(({ field }) => field === 'price')?.id.split(' ') ?? [];
  return {
    wishes: points.flatMap(({ field, id }) => (isWish(field) ? [{ field, id }] : [])),
    references: points.filter(({ field }) => field === 'references').map(({ id }) => id),
    ...(category && { category }),
    ...(perKilogram && currency && { price: { perKilogram, currency } }),
  };
}
