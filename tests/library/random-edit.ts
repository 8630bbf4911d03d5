/** @file Random acts on a bench, the same for the same seed. */
import { changeBetween } from '#perfumery/formula/change.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import type { EditKind, Recipe, RecipeChange } from '#perfumery/formula/recipe.ts';
import { amount, line } from '#tests/fixtures/bench.ts';

const materials = ['bergamot-oil-expressed', 'lavender-oil', 'lemon-oil-cold-pressed'];

/** Numbers in [0, 1) from a seed (mulberry32, Tommy Ettinger, 2017). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An act a perfumer might do to `recipe` next: add, remove, weigh, move a line, or change the dosage. */
export function randomEdit(recipe: Recipe, random: () => number): { kind: EditKind; change: RecipeChange } {
  const lines = [...recipe.formula.lines];
  const any = Math.floor(random() * lines.length);
  const parts = String(Math.floor(random() * 100_000) / 1000);
  const is = (after: Line[]) => ({ formula: changeBetween(recipe.formula, { lines: after }) });
  const dice = random();
  const old = lines[any];
  if (!old || dice < 0.25) {
    const id = `l${Math.floor(random() * 1e12).toString(36)}`;
    const material = materials[Math.floor(random() * materials.length)] ?? '';
    return { kind: 'add-line', change: is(lines.toSpliced(any, 0, line(material, parts, { id }))) };
  }
  if (dice < 0.4) return { kind: 'remove-line', change: is(lines.toSpliced(any, 1)) };
  if (dice < 0.5) {
    const to = Math.floor(random() * lines.length);
    return { kind: 'reorder', change: is(lines.toSpliced(any, 1).toSpliced(to, 0, old)) };
  }
  if (dice < 0.6) {
    const { product } = recipe;
    const dosage = amount(String(1 + Math.floor(random() * 99)));
    return {
      kind: 'product',
      change: { formula: { lines: [] }, product: { before: product, after: { ...product, dosage } } },
    };
  }
  return { kind: 'amount', change: is(lines.with(any, { ...old, parts: amount(parts) })) };
}
