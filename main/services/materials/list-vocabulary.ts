import type { MaterialNeeds } from './material-needs.ts';

/** The words odours are described with, and the sources the shipped facts name. */
export function listVocabulary({ vocabulary }: Pick<MaterialNeeds, 'vocabulary'>) {
  return () => vocabulary;
}
