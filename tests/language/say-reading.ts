/** @file A reading as one line that can be checked by eye: `+zesty -sweet.5 without:musk price=..10000 | what nobody understood`. */
import type { Chip } from '#perfumery/search/chip.ts';
import type { ReadQuery } from '#perfumery/search/sentence-reading.ts';

const marks = { plain: '', slightly: '?', very: '!', more: '^', less: '', too: '*' };

/** Codes and whole names in quotes, then every chip, then the rest. */
export function sayReading({ exact, chips, rest }: ReadQuery): string {
  const codes = exact.filter(({ kind, isWhole }) => kind !== 'name' || isWhole).map(({ text }) => `"${text}"`);
  return [...codes, ...chips.map(sayChip)].join(' ') + (rest === '' ? '' : ` | ${rest}`);
}

function sayChip(chip: Chip): string {
  const { wish, isNegated } = chip;
  const name = wish ? ('concept' in wish ? wish.concept : `@${wish.material}`) : '';
  if (chip.strictness === 'soft') {
    if (chip.topic === 'like') return `~${name}`;
    const { weight } = chip.wish;
    return isNegated ? `-${name}${weight === 1 ? '' : String(weight).slice(1)}` : `+${name}${marks[chip.degree]}`;
  }
  const { filter } = chip;
  if (filter.field === 'changed') return `changed=${filter.from ?? ''}..${filter.to ?? ''}`;
  if ('any' in filter)
    return `${words[filter.field] ?? filter.field}=${name && filter.field === 'materials' ? name : some(filter.any)}`;
  if ('none' in filter)
    return filter.field === 'materials'
      ? `without:${name || some(filter.none)}`
      : `no-${words[filter.field] ?? filter.field}=${some(filter.none)}`;
  const { field, min, max } = filter as { field: string; min?: number; max?: number };
  return `${words[field] ?? field}=${min ?? ''}..${max ?? ''}`;
}

const words: Readonly<Record<string, string>> = {
  pricePerKg: 'price',
  families: 'family',
  roles: 'role',
  origins: 'origin',
  limitedBy: 'limited',
  allergens: 'allergen',
  materials: 'with',
};

function some(ids: readonly string[]): string {
  return ids.length > 4 ? 'all' : ids.join('|');
}
