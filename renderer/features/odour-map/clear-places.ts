/** A word that wants to stand around a spot, in pixels. */
export interface WantedPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Pixels from one line to the next, and between words on one line. */
const line = 15;
const gap = 6;
/** Lines up and down that are tried, the nearest first. */
const steps = [0, -1, 1, -2, 2, -3, 3];

/** Where each word stands so that none covers another, the first ones where they wish; undefined where there is no room. */
export function clearPlaces(
  wanted: readonly WantedPlace[],
): readonly ({ readonly x: number; readonly y: number } | undefined)[] {
  const taken: WantedPlace[] = [];
  return wanted.map(({ x, y, width }) => {
    const place = steps
      .map((step) => ({ x, y: y + step * line, width }))
      .find((one) => taken.every((other) => isApart(one, other)));
    if (place) taken.push(place);
    return place && { x: place.x, y: place.y };
  });
}

function isApart(a: WantedPlace, b: WantedPlace): boolean {
  return Math.abs(a.y - b.y) >= line || Math.abs(a.x - b.x) >= (a.width + b.width) / 2 + gap;
}
