/**
 * @file Figures of judging stored trials again: how long twenty thousand take, and for how long nobody else gets a turn.
 *
 * A real library with the shipped tables and catalogue; verdicts are written to a real disk. The longest turn is measured by a
 * timer that should ring every two milliseconds beside it: by the clock, which also holds what other programs took of the
 * processor, and in work of the thread that serves the window. One trial of 2,000 lines with accords inside accords is among
 * them.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { invariant } from '#foundation/errors.ts';
import { type MaterialId, newId, type RecipeId, type TrialId } from '#foundation/ids.ts';
import { loadCatalogue } from '#library/catalogue/load-catalogue.ts';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import { createMaterialLibrary } from '#library/material-library.ts';
import { type Library, openLibrary } from '#library/sqlite/open-library.ts';
import type { Ingredient, Line } from '#perfumery/formula/formula.ts';
import { usualProduct } from '#services/recipes/create-recipe.ts';
import { createRegulationInForce, shippedTable } from '#services/regulation/regulation-in-force.ts';
import { createRejudging } from '#services/regulation/rejudging.ts';
import { line } from '#tests/fixtures/bench.ts';
import { assetsFolder, openStudio, temporaryFolder } from '#tests/library/open-studio.ts';
import { randomFrom } from '#tests/library/random-edit.ts';
import type { Figure, Measuring } from './safety.ts';

const linesEach = 20;
const trialsEach = 20;

/** Judges 20,000 trials of 20 lines again, quick 2,000. Takes about two minutes, quick about fifteen seconds. */
export async function measureRejudging({ quick, seed }: Measuring): Promise<Record<string, Figure>> {
  const total = quick ? 2000 : 20_000;
  const folder = temporaryFolder();
  try {
    seedTrials(folder, total, seed);
    const library = openLibrary(folder);
    const ids = library.verdicts.trialIds().length;
    await new Promise((resolve) => setTimeout(resolve, 500)); // what seeding left behind is collected
    const turns = longestTurns();
    const start = performance.now();
    const judged = await judgeAgain(library);
    const seconds = (performance.now() - start) / 1000;
    const longest = turns.stop();
    library.close();
    return {
      'rejudging.trials': { value: judged, unit: 'trials', goal: `all ${ids}`, holds: judged === ids },
      'rejudging.rate': { value: judged / seconds, unit: 'trials/s', goal: 'over 100', holds: judged / seconds > 100 },
      'rejudging.all': {
        value: (20_000 / judged) * seconds,
        unit: 's for 20,000 trials',
        goal: 'under 200',
        holds: (20_000 / judged) * seconds < 200,
      },
      'rejudging.longest-work': { value: longest.work, unit: 'ms', goal: 'under 50', holds: longest.work < 50 },
      'rejudging.longest-turn': { value: longest.turn, unit: 'ms by the clock', goal: 'none', holds: true },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Judges every trial again in a library of its own, with nothing else that a studio does beside it. Answers how many. */
async function judgeAgain(library: Library): Promise<number> {
  const materials = createMaterialLibrary(loadCatalogue(assetsFolder).materials, library.materials, {
    lots: library.compositions,
  });
  const shipped = loadRegulation(path.join(assetsFolder, 'regulation'));
  const inForce = createRegulationInForce({ shipped, ifra: library.ifra, materials: materials.material });
  const rejudging = createRejudging({
    ...library,
    materials,
    inForce,
    breath: { now: () => performance.now(), rest: () => setImmediate(), slice: 10 },
    now: () => new Date().toISOString(),
    onFault: (fault) => invariant(false, String(fault)),
  });
  const stop = new AbortController();
  const told = rejudging.changes.until(stop.signal);
  rejudging.judgeAll('asked', shippedTable);
  for await (const { now } of told) if (!now) break;
  stop.abort();
  rejudging.close();
  return library.rejudgings.all()[0]?.done ?? 0;
}

/** The longest time that a timer had to wait beyond its two milliseconds, and the most work this thread did meanwhile. */
function longestTurns(): { stop(): { readonly turn: number; readonly work: number } } {
  let [last, turn, work] = [performance.now(), 0, 0];
  let cpu = process.threadCpuUsage();
  const timer = setInterval(() => {
    const now = performance.now();
    turn = Math.max(turn, now - last - 2);
    last = now;
    const { user, system } = process.threadCpuUsage(cpu);
    work = Math.max(work, (user + system) / 1000);
    cpu = process.threadCpuUsage();
  }, 2);
  return {
    stop() {
      clearInterval(timer);
      return { turn, work };
    },
  };
}

function seedTrials(folder: string, count: number, seed: number): void {
  const random = randomFrom(seed);
  const shelf = shippedIds(folder);
  const library = openLibrary(folder);
  try {
    let within: Extract<Ingredient, { kind: 'accord' }> | undefined;
    const pick = () => shelf[Math.floor(random() * shelf.length)] as MaterialId;
    library.write(() => {
      for (let made = 0; made < count; made += trialsEach) {
        const time = Date.UTC(2020, 0, 1) + made * 60_000;
        const [id, created] = [newId<RecipeId>(time, random), new Date(time).toISOString()];
        const formula = (count = linesEach) => ({
          lines: Array.from({ length: count }, (_, at) =>
            line(pick(), String(Math.ceil(random() * 1000) / 10), { id: `l${at}` }),
          ),
        });
        const name = { en: `Recipe ${made}`, ko: `레시피 ${made}` };
        const stamps = { created, updated: created, isExample: false, archived: false };
        library.recipes.insert({ id, name, brief: '', product: usualProduct, formula: formula(), ...stamps });
        for (let number = 1; number <= trialsEach; number += 1) {
          const trialId = newId<TrialId>(time, random);
          const trial = { id: trialId, recipeId: id, number, name: { en: '', ko: '' }, note: '', created };
          const isHuge = made === 0 && number > trialsEach - 3;
          const accord = isHuge && within ? accordLine(within) : [];
          const lines = isHuge ? [...formula(number === trialsEach ? 1999 : 400).lines, ...accord] : formula().lines;
          library.trials.insert({ ...trial, formula: { lines }, product: usualProduct });
          if (isHuge) within = { kind: 'accord', recipeId: id, trialId };
          library.recipes.countTrials(id, created);
        }
      }
    });
  } finally {
    library.close();
  }
}

function accordLine(ingredient: Ingredient): readonly Line[] {
  return [line('accord', '20', { ingredient })];
}

/** Every material that ships; opening the studio once also leaves the examples behind. */
function shippedIds(folder: string): readonly MaterialId[] {
  openStudio({ folder }).close();
  return loadCatalogue(assetsFolder).materials.map(({ id }) => id);
}
