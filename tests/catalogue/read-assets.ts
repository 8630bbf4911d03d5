/** @file The shipped JSON under assets/, as the tests of the catalogue read it: straight from disk, with no loader between. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { InTwoLanguages, Material } from '#perfumery/material/material.ts';

const assets = new URL('../../assets/', import.meta.url);

export interface Source {
  readonly title: string;
  readonly url?: string;
  readonly note?: string;
}

export interface CatalogueFile {
  readonly sources: Readonly<Record<string, Source>>;
  readonly materials: readonly Material[];
}

export interface Descriptor {
  readonly id: string;
  readonly name: InTwoLanguages;
  readonly parent?: string;
  readonly synonyms?: InTwoLanguages<readonly string[]>;
}

export interface ExampleLine {
  readonly materialId?: string;
  readonly accord?: { readonly recipe: string; readonly trial: number };
  readonly parts: string;
  readonly dilution: string;
  readonly solventId?: string;
  readonly note?: InTwoLanguages;
}

export interface ExampleTrial {
  readonly name: InTwoLanguages;
  readonly note: InTwoLanguages;
  readonly lines: readonly ExampleLine[];
}

export interface ExampleRecipe {
  readonly id: string;
  readonly name: InTwoLanguages;
  readonly brief: InTwoLanguages;
  readonly product: Readonly<Record<'type' | 'category' | 'dosage' | 'batch' | 'bottle' | 'carrierId', string>>;
  readonly trials: readonly ExampleTrial[];
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, assets), 'utf8'));
}

/** One file of materials, by its name in assets/catalogue. */
export function readCatalogueFile(name: string): CatalogueFile {
  return readJson(`catalogue/${name}`) as CatalogueFile;
}

/** Every material of every file in assets/catalogue. */
export function readMaterials(): readonly Material[] {
  const names = readdirSync(new URL('catalogue/', assets)).filter((name) => name.endsWith('.json'));
  return names.flatMap((name) => (readJson(`catalogue/${name}`) as Partial<CatalogueFile>).materials ?? []);
}

/** The controlled odour vocabulary. */
export function readDescriptors(): readonly Descriptor[] {
  return (readJson('catalogue/descriptors.json') as { descriptors: readonly Descriptor[] }).descriptors;
}

/** Every recipe in assets/examples. */
export function readExamples(): readonly ExampleRecipe[] {
  return readdirSync(new URL('examples/', assets))
    .filter((name) => name.endsWith('.json'))
    .map((name) => readJson(`examples/${name}`) as ExampleRecipe);
}

/** Where a table of the shared reference data would lie; it is no part of the project and may be absent. */
export function sharedPath(name: string): string {
  return fileURLToPath(new URL(`../../../shared/${name}`, import.meta.url));
}

/** The rows of a comma-separated file with a header, fields quoted where they hold commas. */
export function readRows(path: string): readonly ReadonlyMap<string, string>[] {
  const [header = [], ...rows] = readFileSync(path, 'utf8').split(/\r?\n/).filter(Boolean).map(splitRow);
  return rows.map((row) => new Map(header.map((name, index) => [name, row[index] ?? ''])));
}

function splitRow(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
