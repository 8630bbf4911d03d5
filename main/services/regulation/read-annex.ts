import Papa from 'papaparse';
import { StudioError } from '#foundation/errors.ts';
import { mostFileBytes } from '#foundation/file-limits.ts';
import type { MaterialId } from '#foundation/ids.ts';
import type { MaterialLibrary } from '#library/material-library.ts';
import type { Constituent, InTwoLanguages } from '#perfumery/material/material.ts';
import { type CompositionFault, readComposition, type Share } from '#perfumery/material/read-composition.ts';
import { decodeText } from '#services/interchange/decode-text.ts';
import { foldName } from '#services/materials/check-material.ts';

/** One natural of a table of contributions, and the material it is taken for. */
export interface AnnexEntry {
  readonly name: string;
  /** Absent: no material of the library is called that. */
  readonly material?: { readonly materialId: MaterialId; readonly name: InTwoLanguages };
  readonly shares: readonly Share[];
  /** How many constituents would be new, and how many would say another share than now. */
  readonly added: number;
  readonly changed: number;
}

export interface ReadAnnex {
  readonly fileName: string;
  readonly entries: readonly AnnexEntry[];
  readonly faults: readonly CompositionFault[];
}

/** Reads a table of contributions (CSV: natural, constituent, CAS, %) and says whose composition it would change. */
export function readAnnex({ materials }: { readonly materials: Pick<MaterialLibrary, 'all'> }) {
  return async (file: File): Promise<ReadAnnex> => {
    const { name, size } = file;
    if (size > mostFileBytes) throw new StudioError('file.too-large', { name, bytes: size, most: mostFileBytes });
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    if (text === undefined) throw new StudioError('file.not-understood', { reason: 'encoding', name });
    const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '|'] });
    const { materials: read, faults } = readComposition(data);
    const byName = new Map(
      materials.all().flatMap(({ material }) => {
        const names = [material.name.en, material.name.ko, ...material.aliases.en, ...material.aliases.ko];
        return names.filter(Boolean).map((each) => [foldName(each), material] as const);
      }),
    );
    const entries = [...read].map(([called, shares]): AnnexEntry => {
      const material = byName.get(foldName(called));
      const now = new Map(material?.constituents?.map((each) => [each.cas, each.typical]));
      return {
        name: called,
        ...(material && { material: { materialId: material.id, name: material.name } }),
        shares,
        added: shares.filter(({ cas }) => !now.has(cas)).length,
        changed: shares.filter(({ cas, typical }) => now.has(cas) && now.get(cas) !== typical).length,
      };
    });
    return { fileName: name, entries, faults };
  };
}

/** A composition with some shares said anew; what the table does not list stays. */
export function withShares(
  constituents: readonly Constituent[],
  shares: readonly Share[],
  { method, source }: Pick<Constituent, 'method' | 'source'>,
): readonly Constituent[] {
  const said = new Map(shares.map((share) => [share.cas, share]));
  const kept = constituents.filter(({ cas }) => !said.has(cas));
  return [...kept, ...shares.map((share) => ({ ...share, method, source }))];
}
