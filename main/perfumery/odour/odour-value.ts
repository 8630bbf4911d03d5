/** @file How strongly a concentration smells. */

/** Stevens' exponent where none is known of a material; those measured lie between 0.2 and 0.7. */
export const usualExponent = 0.35;

/** How many times its threshold a vapour has reached; both in mg/m³. */
export function odourValue(concentration: number, threshold: number): number {
  return concentration / threshold;
}

/** Perceived intensity by Stevens' power law: 1 at the threshold. */
export function stevensIntensity(value: number, exponent = usualExponent): number {
  return value > 0 ? value ** exponent : 0;
}
