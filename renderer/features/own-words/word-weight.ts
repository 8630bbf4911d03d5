/** How strongly a concept is meant, as it is chosen. */
export const strengths = { full: 1, strong: 0.7, some: 0.4, little: 0.2 } as const;
export type Strength = keyof typeof strengths;

/** The nearest strength to a weight, 0..1. */
export function strengthOf(weight: number): Strength {
  const names = Object.keys(strengths) as Strength[];
  return names.reduce((best, one) =>
    Math.abs(strengths[one] - weight) < Math.abs(strengths[best] - weight) ? one : best,
  );
}
