/**
 * @file The perfumer's own facts over shipped ones. Only what differs is kept, field by field, so that a new catalogue
 * shows through wherever the perfumer has said nothing. `null` stands for a shipped fact that was taken away.
 */
import type { Material } from '#perfumery/material/material.ts';

export type Facts = Omit<Material, 'id'>;
export type OwnFacts = Readonly<Record<string, unknown>>;

/** What of `facts` differs from what was shipped. */
export function ownFactsOf(shipped: Material, facts: Facts): OwnFacts {
  const { id: _, ...was } = shipped as Material & Record<string, unknown>;
  const is = facts as Facts & Record<string, unknown>;
  const own: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (!isSame(was[field], is[field])) own[field] = is[field] ?? null;
  }
  return own;
}

/** The facts in force: the shipped ones with the perfumer's own on top. */
export function withOwnFacts(shipped: Material, own: OwnFacts): Material {
  const facts: Record<string, unknown> = { ...shipped, ...own, id: shipped.id };
  for (const [field, value] of Object.entries(facts)) if (value === null) delete facts[field];
  return facts as unknown as Material;
}

/** Whether two JSON values say the same, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
