import type { bench as model } from '../en/bench.ts';
import type { SameKeys } from '../same-keys.ts';

export const bench: SameKeys<typeof model> = {};
