/**
 * @file Figures of judging stored trials again: how long twenty thousand take, and for how long nobody else gets a turn.
 *
 * A real library with the shipped tables and catalogue. The longest silence is measured by a timer that should ring every
 * five milliseconds beside it; verdicts are written to a real disk.
 */
import { rmSync } from 'node:fs';
import { type MaterialId, newId, type RecipeId, type TrialId } from '#foundation/ids.ts';
import { loadCatalogue } from '#library/catalogue/load-catalogue.ts';
import { openLibrary } from '#library/sqlite/open-library.ts';
import { usualProduct } from '#services/recipes/create-recipe.ts';
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
    using studio = openStudio({ folder });
    const ids = studio.core.library.verdicts.trialIds().length;
    const silence = longestSilence();
    const start = performance.now();
    let judged = 0;
    const { regulation } = studio.client;
    const begun = await regulation.rejudge();
    for await (const { now } of await regulation.watchRejudging()) {
      if (now?.number !== begun.now?.number) break;
      judged = now?.done ?? judged;
    }
    const [run] = await regulation.rejudgings();
    judged = run?.done ?? judged;
    const seconds = (performance.now() - start) / 1000;
    const longest = silence.stop();
    return {
      'rejudging.trials': { value: judged, unit: 'trials', goal: `all ${ids}`, holds: judged === ids },
      'rejudging.rate': { value: judged / seconds, unit: 'trials/s', goal: 'over 100', holds: judged / seconds > 100 },
      'rejudging.all': {
        value: (20_000 / judged) * seconds,
        unit: 's for 20,000 trials',
        goal: 'under 200',
        holds: (20_000 / judged) * seconds < 200,
      },
      'rejudging.silence': { value: longest, unit: 'ms', goal: 'under 50', holds: longest < 50 },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The longest time that a timer had to wait beyond its five milliseconds. */
function longestSilence(): { stop(): number } {
  let [last, longest] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }, 5);
  return {
    stop() {
      clearInterval(timer);
      return longest;
    },
  };
}

function seedTrials(folder: string, count: number, seed: number): void {
  const random = randomFrom(seed);
  const shelf = shippedIds(folder);
  const library = openLibrary(folder);
  try {
    const pick = () => shelf[Math.floor(random() * shelf.length)] as MaterialId;
    library.write(() => {
      for (let made = 0; made < count; made += trialsEach) {
        const time = Date.UTC(2020, 0, 1) + made * 60_000;
        const [id, created] = [newId<RecipeId>(time, random), new Date(time).toISOString()];
        const formula = () => ({
          lines: Array.from({ length: linesEach }, (_, at) =>
            line(pick(), String(Math.ceil(random() * 1000) / 10), { id: `l${at}` }),
          ),
        });
        const name = { en: `Recipe ${made}`, ko: `레시피 ${made}` };
        const stamps = { created, updated: created, isExample: false, archived: false };
        library.recipes.insert({ id, name, brief: '', product: usualProduct, formula: formula(), ...stamps });
        for (let number = 1; number <= trialsEach; number += 1) {
          const trialId = newId<TrialId>(time, random);
          const trial = { id: trialId, recipeId: id, number, name: { en: '', ko: '' }, note: '', created };
          library.trials.insert({ ...trial, formula: formula(), product: usualProduct });
          library.recipes.countTrials(id, created);
        }
      }
    });
  } finally {
    library.close();
  }
}

/** Every material that ships; opening the studio once also leaves the examples behind. */
function shippedIds(folder: string): readonly MaterialId[] {
  openStudio({ folder }).close();
  return loadCatalogue(assetsFolder).materials.map(({ id }) => id);
}
