/** A bundle of concepts, by weight, made length 1 as a vector; empty where it has none. */
export function unitOf(bundle: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  let sum = 0;
  for (const weight of bundle.values()) sum += weight * weight;
  if (sum === 0) return new Map();
  const norm = Math.sqrt(sum);
  return new Map([...bundle].map(([id, weight]) => [id, weight / norm]));
}
