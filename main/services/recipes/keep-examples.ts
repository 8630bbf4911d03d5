import type { Example } from '#library/catalogue/load-examples.ts';
import { storeVerdict } from '#services/regulation/store-verdict.ts';
import type { TrialNeeds } from './recipe-needs.ts';

interface Needs extends Pick<TrialNeeds, 'recipes' | 'trials' | 'verdicts' | 'inForce' | 'write' | 'now'> {
  readonly hasMark: (name: string) => boolean;
  readonly mark: (name: string, made: string) => void;
}

const examplesKept = 'examples-kept';

/** Gives a new library the example recipes. Once: one that was removed does not come back. */
export function keepExamples(needs: Needs) {
  const { recipes, trials, write, now, hasMark, mark } = needs;
  return (load: () => readonly Example[]): void => {
    if (hasMark(examplesKept)) return;
    const examples = load();
    write(() => {
      mark(examplesKept, now());
      // later instants for what comes first, so that lists show the examples in their order
      const begun = Date.parse(now());
      for (const [index, { id, name, brief, product, trials: kept, onBench }] of examples.entries()) {
        const created = new Date(begun - index).toISOString();
        const { formula } = onBench;
        recipes.insert({
          id,
          name,
          brief,
          product,
          formula,
          isExample: true,
          archived: false,
          created,
          updated: created,
        });
        for (const trial of kept) trials.insert({ ...trial, created });
        recipes.setBase(id, onBench.id);
        recipes.countTrials(id, created);
      }
      // Once all are there: one may be the accord of another.
      for (const trial of examples.flatMap(({ trials: kept }) => kept))
        storeVerdict(needs)({ ...trial, created: now() });
    });
  };
}
