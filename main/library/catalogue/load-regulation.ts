/** @file Reads the tables a formula is judged by. They ship with the studio, so a fault in them is a bug, not bad input. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '#foundation/errors.ts';
import { categories } from '#perfumery/safety/category.ts';
import type {
  AllergenList,
  EuLaw,
  GroupRule,
  IfraTable,
  Limit,
  Regulation,
  Scope,
  Standard,
} from '#perfumery/safety/regulation.ts';

const allergenFiles = ['eu-allergens.json', 'kr-allergens.json'];
const states: readonly Limit['state'][] = ['limit', 'no-restriction', 'prohibited', 'see-note'];

/** The regulation that lies in `folder` (assets/regulation), its shape checked. */
export function loadRegulation(folder: string): Regulation {
  const ifra = readJson(folder, 'ifra-51.json') as IfraTable;
  assertIfraTable(ifra);
  const euLaw = readJson(folder, 'eu-law.json') as EuLaw;
  assertEuLaw(euLaw);
  const allergenLists = allergenFiles.map((name) => {
    const list = readJson(folder, name) as AllergenList;
    assertAllergenList(list, name);
    return list;
  });
  return { ifra, euLaw, allergenLists };
}

function readJson(folder: string, name: string): unknown {
  const value: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  invariant(typeof value === 'object' && value !== null && !Array.isArray(value), `${name} holds an object`);
  return value;
}

function assertIfraTable(table: IfraTable) {
  invariant(Number.isInteger(table.amendment), 'ifra-51.json names its amendment');
  assertDate(table.checked, 'ifra-51.json');
  const keys = assertKeyed(table.standards, 'ifra-51.json standards');
  table.standards.forEach(assertStandard);
  assertKeyed(table.groups, 'ifra-51.json groups');
  for (const group of table.groups) assertGroup(group, keys);
}

function assertStandard({ key, scope, prohibited, kinds, limits, traceCeiling, deadlines }: Standard) {
  for (const day of Object.values(deadlines ?? {}))
    invariant(/^\d{4}-\d{2}(-\d{2})?$/.test(day), `${key} names its deadlines as days`);
  assertScope(scope, key);
  if (prohibited) assertScope(prohibited, key);
  invariant(Array.isArray(kinds) && kinds.length > 0, `${key} says of what kind it is`);
  invariant(
    kinds.includes('restriction') === (limits !== undefined),
    `${key} has limits if it restricts, and only then`,
  );
  if (traceCeiling !== undefined) assertPercent(traceCeiling, key);
  if (!limits) return;
  invariant(Object.keys(limits).length === categories.length, `${key} has one limit for each category`);
  for (const category of categories) {
    const limit = limits[category];
    invariant(limit && states.includes(limit.state), `${key} says what holds in category ${category}`);
    if (limit.state === 'limit') assertPercent(limit.percent, key);
  }
}

function assertGroup({ key, how, standards, limitsOf, orInstead }: GroupRule, keys: ReadonlySet<string>) {
  invariant(how === 'sum' || how === 'sum-of-ratios', `${key} says how it is counted`);
  invariant(how !== 'sum' || limitsOf !== undefined, `${key} says whose limits bind the sum`);
  for (const standard of [...standards, limitsOf, orInstead])
    invariant(standard === undefined || keys.has(standard), `${key} refers to standards of the table, not ${standard}`);
}

function assertEuLaw(law: EuLaw) {
  assertDate(law.checked, 'eu-law.json');
  assertKeyed(law.prohibited, 'eu-law.json');
  for (const substance of law.prohibited) {
    assertScope(substance, substance.key);
    if (substance.traceCeiling)
      for (const ceiling of Object.values(substance.traceCeiling)) assertPercent(ceiling, substance.key);
  }
}

function assertAllergenList(list: AllergenList, name: string) {
  assertDate(list.checked, name);
  assertPercent(list.thresholds?.leaveOn, name);
  assertPercent(list.thresholds?.rinseOff, name);
  assertKeyed(list.allergens, name);
  for (const allergen of list.allergens) assertScope(allergen, `${name} ${allergen.key}`);
}

function assertKeyed(items: readonly { readonly key: string }[], where: string): ReadonlySet<string> {
  invariant(Array.isArray(items) && items.length > 0, `${where} is a list of something`);
  const keys = new Set(items.map(({ key }) => key));
  invariant(!keys.has('') && keys.size === items.length, `${where} has a key of its own for each entry`);
  return keys;
}

function assertScope({ cas, materials = [] }: Scope, where: string) {
  invariant(Array.isArray(cas) && cas.length + materials.length > 0, `${where} says whom it is about`);
}

function assertPercent(text: string | undefined, where: string) {
  const isPercent = text !== undefined && /^\d{1,3}(\.\d+)?$/.test(text) && Number(text) <= 100;
  invariant(isPercent, `${where} states percentages as plain decimals, not ${text}`);
}

function assertDate(text: string, where: string) {
  invariant(/^\d{4}-\d{2}-\d{2}$/.test(text), `${where} says when it was checked`);
}
