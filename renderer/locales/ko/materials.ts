import type { materials as model } from '../en/materials.ts';
import type { SameKeys } from '../same-keys.ts';

export const materials: SameKeys<typeof model> = {};
