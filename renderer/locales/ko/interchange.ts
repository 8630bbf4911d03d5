import type { interchange as model } from '../en/interchange.ts';
import type { SameKeys } from '../same-keys.ts';

export const interchange: SameKeys<typeof model> = {};
