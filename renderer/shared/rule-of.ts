/** @file The rule behind a finding, by its key. */
import type { Finding } from '#perfumery/safety/answer.ts';
import type { GroupRule, IfraTable, Standard } from '#perfumery/safety/regulation.ts';

export type Rule =
  | { readonly kind: 'standard'; readonly standard: Standard }
  | { readonly kind: 'group'; readonly group: GroupRule };

const indexes = new WeakMap<IfraTable, ReadonlyMap<string, Rule>>();

/** The standard or group rule that `finding` is about. */
export function ruleOf(ifra: IfraTable, { kind, key }: Pick<Finding, 'kind' | 'key'>): Rule | undefined {
  return indexOf(ifra).get(`${kind} ${key}`);
}

function indexOf(ifra: IfraTable): ReadonlyMap<string, Rule> {
  const before = indexes.get(ifra);
  if (before) return before;
  const index = new Map<string, Rule>([
    ...ifra.standards.map((standard) => [`standard ${standard.key}`, { kind: 'standard', standard } as const] as const),
    ...ifra.groups.map((group) => [`group ${group.key}`, { kind: 'group', group } as const] as const),
  ]);
  indexes.set(ifra, index);
  return index;
}
