/** @file The catalogue as it ships: materials and the odour vocabulary, read once when the studio starts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { invariant } from '#foundation/errors.ts';
import type { InTwoLanguages, Material, MaterialKind } from '#perfumery/material/material.ts';

/** One word of the controlled odour vocabulary. */
export interface Descriptor {
  readonly id: string;
  readonly name: InTwoLanguages;
  readonly parent?: string;
  readonly synonyms: InTwoLanguages<readonly string[]>;
}

/** Where shipped facts come from. One key may stand for a different text in materials of another kind. */
export interface CatalogueSource {
  readonly key: string;
  /** The kinds of material whose facts cite it by this text. */
  readonly kinds: readonly MaterialKind[];
  readonly title: string;
  readonly url?: string;
  readonly note?: string;
}

export interface Catalogue {
  readonly materials: readonly Material[];
  readonly descriptors: readonly Descriptor[];
  readonly sources: readonly CatalogueSource[];
}

interface MaterialFile {
  readonly materials?: readonly Material[];
  readonly sources?: Readonly<Record<string, Omit<CatalogueSource, 'key' | 'kinds'>>>;
}

const materialFiles = ['synthetics.json', 'naturals.json', 'solvents.json', 'bases.json'];

/** Reads the catalogue under `assetsFolder`. */
export function loadCatalogue(assetsFolder: string): Catalogue {
  const folder = path.join(assetsFolder, 'catalogue');
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const files = materialFiles.map((name) => read(name) as MaterialFile);
  const materials = files.flatMap((file) => file.materials ?? []);
  const { descriptors = [] } = read('descriptors.json') as { descriptors?: Descriptor[] };
  invariant(
    new Set(materials.map(({ id }) => id)).size === materials.length,
    'every shipped material has an id of its own',
  );
  return { materials, descriptors, sources: files.flatMap(sourcesIn) };
}

function sourcesIn({ materials = [], sources = {} }: MaterialFile): CatalogueSource[] {
  const kinds = [...new Set(materials.map(({ kind }) => kind))];
  return Object.entries(sources).map(([key, source]) => ({ ...source, key, kinds }));
}
