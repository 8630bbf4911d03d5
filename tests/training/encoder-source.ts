import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { WorldSource } from '#intelligence/language/encoder/world/world.ts';
import { loadCatalogue } from '#library/catalogue/load-catalogue.ts';
import { loadLexicon } from '#library/catalogue/load-lexicon.ts';

export const projectFolder = path.resolve(import.meta.dirname, '../..');
export const encoderFolder = path.join(projectFolder, 'native-models/encoder');

/** Lexicon and catalogue as the encoder's training takes them. */
export function encoderSource(): WorldSource {
  const assets = path.join(projectFolder, 'assets');
  const { materials, descriptors } = loadCatalogue(assets);
  return { concepts: loadLexicon(assets).concepts, descriptors, materials };
}

/** A few concepts and materials of them: a world small enough to learn in seconds. */
export function smallSource(): WorldSource {
  const { concepts, descriptors, materials } = encoderSource();
  const kept = new Set([
    'citrus',
    'lemon',
    'rose',
    'floral',
    'vanilla',
    'sweet',
    'woody',
    'cedar',
    'musk',
    'marine',
    'romantic',
    'summer',
    'winter',
    'smoky',
    'leather',
    'green',
  ]);
  const own = concepts.filter(({ id }) => kept.has(id));
  const words = new Set(own.flatMap(({ facets }) => facets.descriptors ?? []));
  return {
    concepts: own,
    descriptors,
    materials: materials.filter((one) => one.descriptors.slice(0, 2).every((id) => words.has(id))),
  };
}

export const manifestOf = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
