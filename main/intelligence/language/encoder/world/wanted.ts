/** @file What a query asks for, and how well something answers it. */
import type { Evidence, World } from './world.ts';

export type Wanted =
  | { readonly concept: number; readonly isDenied: boolean }
  | { readonly material: number; readonly isDenied: boolean };

export interface Answer {
  readonly evidence: Evidence;
  /** Indices of materials it is or contains. */
  readonly materials: readonly number[];
}

/** 0..1. The weakest point counts a third: half an answer to two wishes is less than half as good. */
export function relevance(world: World, wanted: readonly Wanted[], answer: Answer): number {
  let [sum, least, count, spoilt] = [0, 1, 0, 0];
  for (const one of wanted) {
    const strength =
      'concept' in one ? (answer.evidence[one.concept] as number) : likeness(world, one.material, answer);
    if (one.isDenied) spoilt = Math.max(spoilt, strength);
    else {
      sum += strength;
      least = Math.min(least, strength);
      count += 1;
    }
  }
  const good = count === 0 ? 0.5 : (2 / 3) * (sum / count) + least / 3;
  return good * (1 - Math.min(1, Math.max(0, spoilt - 0.1) * 1.4));
}

/** 1 where it contains the material; otherwise how much of what the material speaks for is there, at most .7. */
function likeness(world: World, material: number, { evidence, materials }: Answer): number {
  if (materials.includes(material)) return 1;
  const own = world.evidence[material] as Evidence;
  let [shared, all] = [0, 0];
  for (let at = 0; at < own.length; at++) {
    const strength = (own[at] as number) ** 2;
    if (strength < 0.2) continue;
    shared += strength * Math.min(1, (evidence[at] as number) / (own[at] as number));
    all += strength;
  }
  return all === 0 ? 0 : 0.7 * (shared / all) ** 2;
}
