/**
 * @file Which encoder answers now. Another one takes over only when everything has been encoded by it; until then the old one
 * serves, and where there is none, search does without.
 */
import { Changes } from '#foundation/changes.ts';
import type { Log } from '#foundation/log.ts';
import type { SentenceEncoder } from '#intelligence/language/sentence-encoder.ts';
import type { Meaning, MeaningState } from './meaning.ts';
import { type MeaningNeeds, type OpenMeaning, openMeaning } from './open-meaning.ts';

export interface MeaningDesk {
  current(): Meaning | undefined;
  state(): MeaningState;
  readonly changes: Changes<MeaningState>;
  /** Lets this encoder take over as soon as it knows everything. Without one the desk is cleared. */
  use(encoder: SentenceEncoder | undefined): Promise<void>;
  close(): Promise<void>;
}

export function createMeaningDesk(needs: MeaningNeeds & { readonly log: Log }): MeaningDesk {
  const changes = new Changes<MeaningState>();
  let serving: OpenMeaning | undefined;
  let coming: OpenMeaning | undefined;
  let turn = Promise.resolve();
  let isClosed = false;

  const state = (): MeaningState => {
    const next = coming?.state();
    if (next?.stage === 'building') return next;
    return serving?.state() ?? next ?? { stage: 'off' };
  };
  const tell = () => changes.announce(state());

  function settle(): void {
    if (!coming || coming.state().stage === 'building') return;
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

  async function useNext(encoder: SentenceEncoder | undefined): Promise<void> {
    if (isClosed) return;
    const before = coming;
    coming = undefined;
    await before?.close();
    if (!encoder) {
      const old = serving;
      serving = undefined;
      await old?.close();
      tell();
      return;
    }
    if (serving?.encoder.id === encoder.id) return;
    const opened = await openMeaning(encoder, needs);
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
    changes,
    use(encoder) {
      turn = turn.then(() => useNext(encoder));
      return turn;
    },
    async close() {
      isClosed = true;
      await turn.catch(() => undefined);
      await Promise.all([serving?.close(), coming?.close()]);
    },
  };
}
