import type { safety as model } from '../en/safety.ts';
import type { SameKeys } from '../same-keys.ts';

export const safety: SameKeys<typeof model> = {};
