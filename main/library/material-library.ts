/** @file The materials in force: the shipped catalogue with what the perfumer has made of it, kept in memory. */
import type { MaterialId } from '#foundation/ids.ts';
import { atOnce, type Slices } from '#foundation/slices.ts';
import { judgedMaterial, type LotComposition } from '#perfumery/material/lot-composition.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { LibraryMaterial, Shelf } from '#perfumery/material/shelf.ts';
import { type Facts, withOwnFacts } from './catalogue/own-facts.ts';
import type { MaterialStore, StoredMaterial } from './sqlite/material-store.ts';

export interface MaterialLibrary {
  /** Shipped ones in the catalogue's order, then own ones, oldest first. Archived ones included. */
  all(): readonly LibraryMaterial[];
  find(id: MaterialId): LibraryMaterial | undefined;
  /** The facts in force, with the composition of the lot in use: what is judged and reckoned with. */
  material(id: MaterialId): Material | undefined;
  /** What was shipped under this id, whatever the perfumer has changed. */
  shipped(id: MaterialId): Material | undefined;
  /** Keeps `stored` and answers what is now in force. Undefined when its revision is not one above that on disk. */
  put(stored: StoredMaterial, updated: string): LibraryMaterial | undefined;
  /** The stored row as it stands, to be put back later; null where nothing is stored. */
  row(id: MaterialId): string | null;
  /** Puts a stored row back exactly as it stood. Answers what is then in force; undefined where the material is gone. */
  putBack(id: MaterialId, row: string | null): LibraryMaterial | undefined;
  /** Reads again which lot of a material is in use, and answers what is now in force. */
  relay(id: MaterialId): LibraryMaterial | undefined;
  /** Reads again what is stored; for after a transaction that was taken back. */
  refresh(): void;
  /** `refresh` in slices; what was in force stays so until the last. */
  refreshing(): Slices<void>;
}

/** Stored rows that are read at once. */
const page = 200;

/** A shelf with nothing on it. */
export const emptyShelf: Shelf = { supplier: '', sku: '', location: '', note: '', dilutions: [] };

export interface LibraryParts {
  readonly onJudged?: (id: MaterialId) => void;
  /** Compositions of lots that are in use. */
  readonly lots?: {
    readonly inUse: () => readonly LotComposition[];
    readonly inUseOf: (id: MaterialId) => LotComposition | undefined;
  };
}

const noLots: NonNullable<LibraryParts['lots']> = { inUse: () => [], inUseOf: () => undefined };

/**
 * Lays what is stored over what was shipped. Facts stored for a material no longer shipped wait until it is again. `onJudged`
 * hears of every material that a regulation would see with other eyes than before.
 */
export function createMaterialLibrary(
  catalogue: readonly Material[],
  store: MaterialStore,
  { onJudged = () => {}, lots = noLots }: LibraryParts = {},
): MaterialLibrary {
  const shipped = new Map(catalogue.map((material) => [material.id, material]));
  const inForce = new Map<MaterialId, LibraryMaterial>();
  const place = (id: MaterialId, now: LibraryMaterial): void => {
    const before = inForce.get(id);
    inForce.set(id, now);
    if (before && !isJudgedAlike(judgedMaterial(before), judgedMaterial(now))) onJudged(id);
  };
  const lay = (stored: StoredMaterial): LibraryMaterial | undefined => {
    const facts = overlaid(stored, shipped.get(stored.id));
    const now = facts && withLot(facts, lots.inUseOf(stored.id));
    if (now) place(stored.id, now);
    return now;
  };
  function* refreshing(): Slices<void> {
    const read = new Map<MaterialId, LibraryMaterial>();
    for (const material of catalogue) read.set(material.id, untouched(material));
    for (let after = '' as MaterialId; ; ) {
      const stored = store.after(after, page);
      for (const one of stored) {
        const now = overlaid(one, shipped.get(one.id));
        if (now) read.set(one.id, now);
      }
      if (stored.length < page) break;
      after = stored.at(-1)?.id ?? after;
      yield;
    }
    for (const lot of lots.inUse()) {
      const now = read.get(lot.materialId);
      if (now) read.set(lot.materialId, withLot(now, lot));
    }
    inForce.clear();
    for (const [id, material] of read) inForce.set(id, material);
  }
  const refresh = () => atOnce(refreshing());
  refresh();
  return {
    all: () => [...inForce.values()],
    find: (id) => inForce.get(id),
    material(id) {
      const entry = inForce.get(id);
      return entry && judgedMaterial(entry);
    },
    shipped: (id) => shipped.get(id),
    put: (stored, updated) => (store.put(stored, updated) ? lay(stored) : undefined),
    row: (id) => store.row(id),
    putBack(id, row) {
      const stored = store.putBack(id, row);
      const catalogued = shipped.get(id);
      if (stored) return lay(stored);
      if (!catalogued) {
        inForce.delete(id);
        return undefined;
      }
      const now = withLot(untouched(catalogued), lots.inUseOf(id));
      place(id, now);
      return now;
    },
    relay(id) {
      const before = inForce.get(id);
      if (!before) return undefined;
      const now = withLot(before, lots.inUseOf(id));
      place(id, now);
      return now;
    },
    refresh,
    refreshing,
  };
}

/** Whether a regulation sees the same in both: who it is, of what kind and grade, and what is in it. */
function isJudgedAlike(a: Material, b: Material): boolean {
  const seen = ({ cas, kind, grade, constituents }: Material) =>
    JSON.stringify([cas, kind, grade, constituents?.map(({ cas: each, typical }) => [each, typical])]);
  return a === b || seen(a) === seen(b);
}

function withLot({ lot: _, ...facts }: LibraryMaterial, lot: LotComposition | undefined): LibraryMaterial {
  return lot ? { ...facts, lot } : facts;
}

function untouched(material: Material): LibraryMaterial {
  return { material, origin: 'shipped', ownFields: [], shelf: emptyShelf, archived: false, revision: 0 };
}

function overlaid(stored: StoredMaterial, shipped: Material | undefined): LibraryMaterial | undefined {
  const { id, origin, facts, shelf, archived, revision } = stored;
  if (origin === 'own') {
    const material = { ...(facts as unknown as Facts), id };
    return { material, origin, ownFields: [], shelf, archived, revision };
  }
  if (!shipped) return undefined;
  return {
    material: withOwnFacts(shipped, facts),
    origin,
    ownFields: Object.keys(facts),
    shelf,
    archived,
    revision,
  };
}
