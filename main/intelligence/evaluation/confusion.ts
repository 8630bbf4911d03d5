/** @file How well a classifier tells classes apart. */
export interface ClassFigures {
  readonly precision: number;
  readonly recall: number;
  /** Harmonic mean of the two. */
  readonly f1: number;
  /** How many truly belong to the class. */
  readonly support: number;
}

export interface Confusion<Class extends string> {
  readonly classes: readonly Class[];
  /** `counts[truth][answer]`, in the order of `classes`. */
  readonly counts: readonly (readonly number[])[];
  readonly figures: Readonly<Record<Class, ClassFigures>>;
  /** Mean of the classes' F1 over those that occur. */
  readonly macroF1: number;
  readonly accuracy: number;
}

/** Confusion matrix with precision, recall and F1 of each class; a ratio without cases is 0. */
export function confusionOf<Class extends string>(
  classes: readonly Class[],
  answers: readonly { readonly truth: Class; readonly answer: Class }[],
): Confusion<Class> {
  const counts = classes.map((truth) =>
    classes.map((answer) => answers.filter((one) => one.truth === truth && one.answer === answer).length),
  );
  const figures = Object.fromEntries(
    classes.map((name, index) => {
      const hits = counts[index]?.[index] ?? 0;
      const support = counts[index]?.reduce((sum, count) => sum + count, 0) ?? 0;
      const answered = counts.reduce((sum, row) => sum + (row[index] ?? 0), 0);
      const precision = answered === 0 ? 0 : hits / answered;
      const recall = support === 0 ? 0 : hits / support;
      const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
      return [name, { precision, recall, f1, support }];
    }),
  ) as Record<Class, ClassFigures>;
  const present = classes.filter((name) => figures[name].support > 0);
  return {
    classes,
    counts,
    figures,
    macroF1: present.reduce((sum, name) => sum + figures[name].f1, 0) / (present.length || 1),
    accuracy: answers.filter(({ truth, answer }) => truth === answer).length / (answers.length || 1),
  };
}
