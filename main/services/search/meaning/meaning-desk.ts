/**
 * @file Which encoder answers now, and where its vectors lie. Another one takes over only when everything has been encoded by
 * it, in the place it is to lie; until then the old one serves, and where there is none, search does without.
 */
import { Changes } from '#foundation/changes.ts';
import type { Log } from '#foundation/log.ts';
import type { SentenceEncoder } from '#intelligence/language/sentence-encoder.ts';
import type { IndexPlace } from '#library/vectors/index-place.ts';
import type { Meaning, MeaningState } from './meaning.ts';
import { type MeaningNeeds, type OpenMeaning, openMeaning } from './open-meaning.ts';

/** One encoder at one place, and how far it is. */
export interface AtDesk {
  readonly encoder: SentenceEncoder;
  readonly place: IndexPlace;
  readonly state: MeaningState;
}

export interface MeaningDesk {
  current(): Meaning | undefined;
  /** Of what serves. */
  state(): MeaningState;
  serving(): AtDesk | undefined;
  /** The one that takes over as soon as it knows everything. */
  coming(): AtDesk | undefined;
  readonly changes: Changes<MeaningState>;
  /** Lets this encoder take over as soon as it knows everything. Without one the desk is cleared. */
  use(encoder: SentenceEncoder | undefined, place: IndexPlace): Promise<void>;
  /** Whoever was to take over does not. What it has encoded stays, for another time. */
  cancel(): Promise<void>;
  close(): Promise<void>;
}

export function createMeaningDesk(needs: MeaningNeeds & { readonly log: Log }): MeaningDesk {
  const changes = new Changes<MeaningState>();
  let serving: OpenMeaning | undefined;
  let coming: OpenMeaning | undefined;
  let turn = Promise.resolve();
  let isClosed = false;

  const state = (): MeaningState => serving?.state() ?? { stage: 'off' };
  const tell = () => changes.announce(state());
  const inTurn = (act: () => Promise<void>) => {
    turn = turn.catch(() => undefined).then(act);
    return turn;
  };

  function settle(): void {
    if (!coming || !isComplete(coming.state())) return;
    const old = serving;
    serving = coming;
    coming = undefined;
    tell();
    void old?.close().catch((error: unknown) => needs.log.bug(error));
  }

  async function follow(meaning: OpenMeaning): Promise<void> {
    for await (const _ of meaning.changes.until(meaning.closed)) {
      if (meaning === coming) settle();
      tell();
    }
  }

  async function cancelNow(): Promise<void> {
    const before = coming;
    coming = undefined;
    await before?.close();
    if (before) tell();
  }

  async function useNext(encoder: SentenceEncoder | undefined, place: IndexPlace): Promise<void> {
    if (isClosed) return;
    await cancelNow();
    if (!encoder) {
      const old = serving;
      serving = undefined;
      await old?.close();
      tell();
      return;
    }
    if (serving?.encoder.id === encoder.id && isSamePlace(serving.place, place)) return;
    const opened = await openMeaning(encoder, place, needs);
    if (isClosed) {
      await opened.close();
      return;
    }
    // The first one serves at once: nearest among what it knows already is better than nothing.
    if (serving) coming = opened;
    else serving = opened;
    void follow(opened);
    settle();
    tell();
  }

  return {
    current: () => serving,
    state,
    serving: () => serving && atDesk(serving),
    coming: () => coming && atDesk(coming),
    changes,
    use: (encoder, place) => inTurn(() => useNext(encoder, place)),
    cancel: () => inTurn(cancelNow),
    async close() {
      isClosed = true;
      await turn.catch(() => undefined);
      await Promise.all([serving?.close(), coming?.close()]);
    },
  };
}

/** Where nothing can ever be kept, memory holds all of it once everything has been encoded. */
const neverKept = ['no-hard-links', 'read-only', 'unsupported'];

function isComplete(state: MeaningState): boolean {
  if (state.stage !== 'scanning') return state.stage === 'ready';
  return neverKept.includes(state.because) && state.total > 0 && state.done >= state.total;
}

function isSamePlace(a: IndexPlace, b: IndexPlace): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function atDesk(meaning: OpenMeaning): AtDesk {
  return { encoder: meaning.encoder, place: meaning.place, state: meaning.state() };
}
