import { existsSync } from 'node:fs';
import { isClose } from '#intelligence/language/imported/check-int8.ts';
import type { AtDesk } from '#services/search/meaning/meaning-desk.ts';
import { type EncoderChoice, type KeptEncoder, ownEncoder } from '#services/search/setup/search-setup.ts';
import { type EncoderProblem, encoderId } from './encoder-desk.ts';
import type { EncoderNeeds } from './encoder-needs.ts';

/** An encoder as one chooses it. */
export interface ListedEncoder extends Omit<KeptEncoder, 'int8' | 'stamp' | 'recipe'> {
  readonly maxTokens: number;
  readonly pooling: KeptEncoder['recipe']['pooling'];
  readonly isPoolingTold: boolean;
  readonly prefixes: KeptEncoder['recipe']['prefixes'];
  readonly int8: (Omit<NonNullable<KeptEncoder['int8']>, 'file'> & { readonly isClose: boolean }) | null;
  /** Its files are not where they were. */
  readonly isMissing: boolean;
  readonly problem: EncoderProblem | null;
}

export interface EncodersNow {
  /** null where the studio's own is damaged. */
  readonly own: { readonly dimensions: number; readonly bytes: number; readonly languages: readonly string[] } | null;
  readonly encoders: readonly ListedEncoder[];
  readonly serving: EncoderChoice | null;
  /** Takes over when `done` is `total`. `because`: why that goes slowly or not at all. */
  readonly coming: {
    readonly choice: EncoderChoice;
    readonly done: number;
    readonly total: number;
    readonly because: string | null;
  } | null;
}

/** The encoders there are, the one that serves, and the one that is to. */
export function encodersNow({ setup, desk, search, ownManifest }: EncoderNeeds) {
  return async (): Promise<EncodersNow> => {
    const { encoders, serves, next } = setup.get();
    const manifest = await ownManifest();
    const choices = [ownEncoder, ...encoders.flatMap(({ id }) => [false, true].map((isInt8) => ({ id, isInt8 })))];
    const chosen = (at: AtDesk | undefined): EncoderChoice | undefined =>
      at &&
      (choices.find(({ id, isInt8 }) => {
        const kept = encoders.find((one) => one.id === id);
        return kept && encoderId(kept, isInt8) === at.encoder.id;
      }) ??
        ownEncoder);
    const coming = search.desk.coming();
    const serving = search.desk.serving();
    return {
      own: manifest ? { dimensions: manifest.dimensions, bytes: manifest.bytes, languages: manifest.languages } : null,
      encoders: encoders.map((kept) => listed(kept, desk.problem(kept.id))),
      serving: chosen(serving) ?? (manifest || serves.id !== ownEncoder.id ? serves : null),
      coming: coming
        ? comingOf(chosen(coming) ?? ownEncoder, coming)
        : next && { choice: next, done: 0, total: 0, because: null },
    };
  };
}

function comingOf(choice: EncoderChoice, { state }: AtDesk): EncodersNow['coming'] {
  const [done, total] = 'total' in state ? [state.done, state.total] : [0, 0];
  const because = state.stage === 'scanning' && state.because !== 'new' ? state.because : null;
  return { choice, done, total, because };
}

function listed({ recipe, stamp: _, int8, ...kept }: KeptEncoder, problem: EncoderProblem | undefined): ListedEncoder {
  const { maxTokens, pooling, isPoolingTold, prefixes, model, tokenizer } = recipe;
  const { file: _file, ...offer } = int8 ?? { file: '' };
  return {
    ...kept,
    maxTokens,
    pooling,
    isPoolingTold,
    prefixes,
    int8: int8 ? { ...(offer as Omit<typeof int8, 'file'>), isClose: isClose(int8) } : null,
    isMissing: !existsSync(model) || !existsSync(tokenizer),
    problem: problem ?? null,
  };
}
