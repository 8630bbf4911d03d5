/** @file What lies inside a line drawn around it. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Whether `spot` lies inside the closed outline: a ray to the right crosses it an odd number of times. */
export function isInside({ x, y }: Spot, outline: readonly Spot[]): boolean {
  let inside = false;
  for (let at = 0; at < outline.length; at += 1) {
    const a = outline[at] as Spot;
    const b = outline[(at + 1) % outline.length] as Spot;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
