/** @file A material as it is found, and the note on its shelf. */
import type { MaterialId } from '#foundation/ids.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { evolve } from '#perfumery/odour/evolution.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import { type Findable, noFacets, type Piece, type RowShown, titleOf, written } from './findable.ts';
import type { ItemNeeds } from './item-needs.ts';
import { alone, judgeMaterial } from './judged-facets.ts';
import { priceIn } from './price-in.ts';

/** Constituents from this % on are words of a natural. */
const leastConstituent = 1;

/** What is found of a material; nothing of an archived one. */
export function materialItems(needs: ItemNeeds) {
  return (id: MaterialId): readonly Findable[] => {
    const entry = needs.materials.find(id);
    if (!entry || entry.archived) return [];
    return [materialItem(needs, entry), ...noteOn(entry)];
  };
}

function materialItem(needs: ItemNeeds, entry: LibraryMaterial): Findable {
  const { material, shelf } = entry;
  const { judge, regulation } = needs.inForce.now();
  const { ifra, ...judged } = judgeMaterial(judge, material, regulation);
  const { tags } = needs.labels.material(material.id);
  const price = shelf.price && priceIn(shelf.price, needs.exchange());
  const stock = needs.stockOfLots(material.id) ?? shelf.stock;
  const lasting = tenacityOf(needs, material);
  return {
    item: {
      id: `material:${material.id}`,
      kind: 'material',
      subject: material.id,
      title: titleOf(material.name, { en: material.id, ko: material.id }),
      codes: [...material.cas, ...(material.inci ? [material.inci] : []), ...(shelf.sku ? [shelf.sku] : [])],
      facets: {
        ...noFacets,
        families: [material.family],
        descriptors: material.descriptors,
        roles: material.role === 'none' ? [] : [material.role],
        origins: [material.kind],
        materials: [material.id],
        ...judged,
        tags,
        ...(price !== undefined && { pricePerKg: price }),
        ...(stock !== undefined && { stock: Number(stock) }),
        ...(lasting && { tenacity: lasting.hours }),
      },
    },
    opens: { what: 'material', materialId: material.id },
    row: {
      family: material.family,
      ...(material.cas[0] && { cas: material.cas[0] }),
      ifra,
      ...(lasting?.isBeyond && { isTenacityLeast: true as const }),
    } satisfies RowShown,
    pieces: [
      ...written('name', material.name.ko, 1),
      ...written('name', material.name.en, 1),
      ...material.aliases.ko.flatMap((alias) => written('alias', alias, 0.8)),
      ...material.aliases.en.flatMap((alias) => written('alias', alias, 0.8)),
      { field: 'family', text: material.family, weight: 0.9 },
      ...material.descriptors.map((text, place): Piece => ({ field: 'descriptor', text, weight: 0.85 ** place })),
      ...(material.role === 'none' ? [] : written('role', material.role, 0.3)),
      ...(material.constituents ?? [])
        .filter(({ typical }) => typical >= leastConstituent)
        .flatMap(({ name, typical }) => written('constituent', name, 0.15 + typical / 250)),
      ...tags.flatMap((tag) => written('tag', tag, 1)),
      ...written('supplier', shelf.supplier, 0.5),
      ...written('note', shelf.note, 0.6),
    ],
  };
}

function noteOn({ material, shelf }: LibraryMaterial): readonly Findable[] {
  if (shelf.note.trim() === '') return [];
  const subject = `material:${material.id}`;
  return [
    {
      item: {
        id: `note:${subject}`,
        kind: 'note',
        subject,
        title: titleOf(material.name, { en: material.id, ko: material.id }),
        codes: [],
        facets: { ...noFacets, families: [material.family], materials: [material.id] },
      },
      opens: { what: 'material', materialId: material.id },
      row: { family: material.family },
      pieces: [...written('note', shelf.note, 1), { field: 'material', text: material.id, weight: 0.3 }],
    },
  ];
}

/** h on a blotter: as somebody wrote it down, else as physics has it for an eau de parfum of nothing else. */
function tenacityOf(
  { thresholds }: ItemNeeds,
  material: Material,
): { readonly hours: number; readonly isBeyond: boolean } | undefined {
  if (material.blotterLife) return { hours: material.blotterLife.value, isBeyond: false };
  if (!material.vapourPressure || material.kind === 'solvent') return undefined;
  const product = {
    type: 'eau-de-parfum',
    category: '4',
    dosage: '15' as DecimalText,
    batch: '100' as DecimalText,
    bottle: '50' as DecimalText,
    carrierId: 'ethanol' as MaterialId,
  } as const;
  const { materials } = evolve(alone(material.id), {
    product,
    accords: new Map(),
    materials: (id) => (id === material.id ? material : undefined),
    surface: 'blotter',
    activity: 'ideal',
    thresholds,
  });
  const lasting = materials.find(({ materialId }) => materialId === material.id)?.tenacity;
  return lasting && { ...lasting, hours: Number(lasting.hours.toPrecision(3)) };
}
