/** @file A studio that holds the judged library, and what each thing in it is judged by. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LineId, MaterialId } from '#foundation/ids.ts';
import { assetsFolder, type OpenStudio, openStudio } from '#tests/library/open-studio.ts';
import { type Judged, type JudgedRecipe, judgedLibrary, judgedMaterial, judgedRecipe } from './judge.ts';

export interface JudgedStudio {
  readonly studio: OpenStudio;
  /** By the id of the material or of the recipe. */
  readonly judged: ReadonlyMap<string, Judged>;
}

/** Opens a studio in Korean, writes the judged recipes and prices into it, and waits until all of it can be found. */
export async function openJudgedStudio(): Promise<JudgedStudio> {
  const studio = openStudio({ locale: 'ko' });
  const { client } = studio;
  const shipped = await client.materials.list();
  for (const { material, shelf, revision } of shipped) {
    const own = judgedLibrary.shelf[material.id];
    if (!own) continue;
    const { id, ...facts } = material;
    const price = { perKilogram: String(own.perKg), currency: 'KRW', date: '2026-11-01' };
    const stock = own.stock === null ? {} : { stock: own.stock };
    await client.materials.edit({ materialId: id, revision, facts, shelf: { ...shelf, price, ...stock } } as never);
  }
  const law = lawOf();
  const judged = new Map<string, Judged>(shipped.map(({ material }) => [material.id, judgedMaterial(material, law)]));
  for (const written of judgedLibrary.recipes) {
    const recipeId = await write(studio, written);
    const { formula, product } = await client.recipes.open({ recipeId });
    const answer = studio.core.judge(formula, { product, accords: new Map() });
    const verdict = answer.categories.find(({ category }) => category === product.category)?.verdict;
    judged.set(recipeId, judgedRecipe(written, verdict === 'pass' ? [product.category] : []));
  }
  await found(studio, judged.size);
  return { studio, judged };
}

async function write({ client }: OpenStudio, { key, name, brief, lines, liking }: JudgedRecipe) {
  const { id } = await client.recipes.create({
    name: { en: name.en ?? '', ko: name.ko ?? '' },
    brief: [brief.ko, brief.en].filter(Boolean).join('\n'),
    formula: {
      lines: lines.map(({ materialId, parts }, at) => ({
        id: `${key}-${at}` as LineId,
        ingredient: { kind: 'material', materialId: materialId as MaterialId },
        parts,
        dilution: '100',
        locked: false,
        carrier: false,
        note: '',
      })),
    } as never,
  });
  if (liking !== undefined) {
    const impression = {
      minutes: 30,
      medium: 'blotter' as const,
      liking,
      descriptors: [],
      words: '',
      verdict: 'unsure' as const,
    };
    await client.evaluations.evaluate({ recipeId: id, impression });
  }
  return id;
}

async function found({ client }: OpenStudio, atLeast: number) {
  for (let waited = 0; waited < 1200; waited += 1) {
    const { items, shelf, meaning } = await client.search.state();
    const isMeant = meaning.stage === 'ready' || waited > 900;
    if (items >= atLeast && shelf.stage === 'resting' && isMeant) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new RangeError('the judged library could not be found within two minutes');
}

function lawOf() {
  const { standards } = read('ifra-51.json') as {
    standards: readonly { kinds: readonly string[]; scope: { cas?: readonly string[] } }[];
  };
  const { allergens } = read('eu-allergens.json') as { allergens: readonly { cas: readonly string[] }[] };
  const binding = standards.filter(({ kinds }) => kinds.some((kind) => kind !== 'specification'));
  return {
    restricted: new Set(binding.flatMap(({ scope }) => scope.cas ?? [])),
    allergens: new Set(allergens.flatMap(({ cas }) => cas)),
  };
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(path.join(assetsFolder, 'regulation', name), 'utf8'));
}
