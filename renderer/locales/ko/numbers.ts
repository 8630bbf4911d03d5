import type { numbers as model } from '../en/numbers.ts';
import type { SameKeys } from '../same-keys.ts';

export const numbers: SameKeys<typeof model> = {};
