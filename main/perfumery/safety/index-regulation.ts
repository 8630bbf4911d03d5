/**
 * @file The tables turned round, once: from "this standard is about these CAS" to "this material touches these standards".
 *
 * A *target* is anything a share of the product is summed for: an IFRA standard, a substance prohibited in the EU, an
 * allergen to declare. All three are touched by the same materials in the same way, so they are counted together.
 */
import type { Grade } from '#perfumery/material/material.ts';
import { type DecimalText, decimal, decimalText } from '#perfumery/units/decimal.ts';
import { type Category, categories } from './category.ts';
import type {
  Allergen,
  AllergenList,
  GroupRule,
  Limit,
  ProhibitedSubstance,
  Regulation,
  Scope,
  Standard,
} from './regulation.ts';

export type Target =
  | { readonly kind: 'standard'; readonly standard: Standard; readonly ceilings: Ceilings }
  | { readonly kind: 'eu-prohibited'; readonly substance: ProhibitedSubstance }
  | {
      readonly kind: 'allergen';
      readonly list: AllergenList;
      readonly allergen: Allergen;
      /** The list's thresholds, in billionths of a percent. */
      readonly leaveOn: bigint;
      readonly rinseOff: bigint;
    };

/** That something is in the scope of a target. `prohibited`: adding it as such is not allowed at all. */
export interface Hit {
  /** Place in `targets`. */
  readonly target: number;
  readonly prohibited: boolean;
}

/** What one category allows: a highest % in billionths, nothing at all, or whatever one likes. */
export type Ceiling =
  | { readonly state: 'limit'; readonly limit: bigint; readonly text: DecimalText }
  | { readonly state: 'prohibited' }
  | { readonly state: 'none' };

/** The 18 cells of a standard. Equal cells are one object: a verdict is worked out once for each of `distinct`. */
export interface Ceilings {
  readonly distinct: readonly Ceiling[];
  /** For each category in the official order, its place in `distinct`. */
  readonly places: readonly number[];
}

export interface IndexedGroup {
  readonly rule: GroupRule;
  /** Places in `targets`. */
  readonly members: readonly number[];
  /** For a sum: the cells that bind it, and whose they are. */
  readonly binding?: { readonly target: number; readonly ceilings: Ceilings };
}

export interface IndexedRegulation {
  readonly regulation: Regulation;
  readonly targets: readonly Target[];
  readonly groups: readonly IndexedGroup[];
  /** What a substance of this CAS, or the catalogue material of this id, touches when it has this grade. */
  readonly hitsOf: (identity: Identity) => readonly Hit[];
  /** Whether a regulation would ask for its grade. */
  readonly asksGrade: (identity: Omit<Identity, 'grade'>) => boolean;
}

/** How a substance is recognised. */
export interface Identity {
  readonly cas: readonly string[];
  readonly materialId?: string;
  readonly grade: Grade;
}

interface Entry extends Hit {
  readonly grades: ReadonlySet<Grade> | undefined;
}

/** Prepares `regulation` for judging. Costs a few milliseconds; done once for a table. */
export function indexRegulation(regulation: Regulation): IndexedRegulation {
  const targets: Target[] = [];
  const byCas = new Map<string, Entry[]>();
  const byMaterial = new Map<string, Entry[]>();
  const enter = (scope: Scope, prohibited: boolean) => {
    const entry = { target: targets.length, prohibited, grades: scope.grades && new Set(scope.grades) };
    for (const cas of scope.cas) push(byCas, cas, entry);
    for (const id of scope.materials ?? []) push(byMaterial, id, entry);
  };

  for (const standard of regulation.ifra.standards) {
    const prohibited = prohibitedScope(standard);
    if (prohibited !== standard.scope) enter(standard.scope, false);
    if (prohibited) enter(prohibited, true);
    targets.push({ kind: 'standard', standard, ceilings: ceilingsOf(standard) });
  }
  for (const substance of regulation.euLaw.prohibited) {
    enter(substance, true);
    targets.push({ kind: 'eu-prohibited', substance });
  }
  for (const list of regulation.allergenLists) {
    const [leaveOn, rinseOff] = [decimal(list.thresholds.leaveOn), decimal(list.thresholds.rinseOff)];
    for (const allergen of list.allergens) {
      enter(allergen, false);
      targets.push({ kind: 'allergen', list, allergen, leaveOn, rinseOff });
    }
  }

  function* entriesOf({ cas, materialId }: Omit<Identity, 'grade'>): Generator<Entry> {
    for (const number of cas) yield* byCas.get(number) ?? [];
    if (materialId !== undefined) yield* byMaterial.get(materialId) ?? [];
  }

  return {
    regulation,
    targets,
    groups: regulation.ifra.groups.map((rule) => indexGroup(rule, targets)),
    hitsOf: (identity) => {
      const hits = new Map<number, Hit>();
      for (const { target, prohibited, grades } of entriesOf(identity)) {
        if (grades && !grades.has(identity.grade)) continue;
        hits.set(target, { target, prohibited: prohibited || hits.get(target)?.prohibited === true });
      }
      return [...hits.values()];
    },
    asksGrade: (identity) => {
      for (const { grades } of entriesOf(identity)) if (grades) return true;
      return false;
    },
  };
}

/**
 * Whose direct use is prohibited: who the table says, else everyone in scope where the standard prohibits and no cell
 * allows anything by number. Where cells do allow something, they say themselves which categories are prohibited.
 */
function prohibitedScope(standard: Standard): Scope | undefined {
  if (standard.prohibited) return standard.prohibited;
  const allows = Object.values(standard.limits ?? {}).some((limit) => limit.state === 'limit');
  return standard.kinds.includes('prohibition') && !allows ? standard.scope : undefined;
}

function ceilingsOf(standard: Standard): Ceilings {
  const distinct: Ceiling[] = [];
  const keys: string[] = [];
  const places = categories.map((category) => {
    const ceiling = ceilingIn(standard, category);
    const key = ceiling.state === 'limit' ? ceiling.text : ceiling.state;
    const known = keys.indexOf(key);
    if (known >= 0) return known;
    keys.push(key);
    return distinct.push(ceiling) - 1;
  });
  return { distinct, places };
}

/** `see-note` without the note's figure allows nothing: what is not known is never taken for allowed. */
function ceilingIn(standard: Standard, category: Category): Ceiling {
  const cell: Limit | undefined = standard.limits?.[category];
  if (cell?.state === 'limit') return limitOf(cell.percent);
  if (cell?.state === 'no-restriction') return { state: 'none' };
  const { traceCeiling } = standard;
  if (traceCeiling !== undefined) return limitOf(traceCeiling);
  return cell ? { state: 'prohibited' } : { state: 'none' };
}

function limitOf(percent: string): Ceiling {
  const limit = decimal(percent);
  return { state: 'limit', limit, text: decimalText(limit) };
}

function indexGroup(rule: GroupRule, targets: readonly Target[]): IndexedGroup {
  const placeOf = (key: string) =>
    targets.findIndex((target) => target.kind === 'standard' && target.standard.key === key);
  const members = rule.standards.map(placeOf).filter((place) => place >= 0);
  if (rule.how === 'sum-of-ratios') return { rule, members };
  const target = rule.limitsOf === undefined ? (members[0] ?? -1) : placeOf(rule.limitsOf);
  const bound = targets[target];
  return bound?.kind === 'standard'
    ? { rule, members, binding: { target, ceilings: bound.ceilings } }
    : { rule, members };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
