/**
 * @file Whose turn it is with a model: who waits in front of the window before what runs beside it, and among equals whoever
 * has used the fewest tokens, so that one talkative requester starves nobody.
 *
 * One request at a time. A background answer that may be interrupted steps aside for an interactive one, and after a
 * turn's worth of tokens for another background one; it goes on where it was.
 */
import { StudioError } from '#foundation/errors.ts';

export type Urgency = 'interactive' | 'background';

export interface Turn {
  readonly urgency: Urgency;
  readonly requester: string;
  /** The most tokens it may use. */
  readonly tokens: number;
}

/** How a running request steps aside. `pause` resolves when the model is free. */
export interface Interruptible {
  pause(): Promise<void>;
  resume(): void;
}

export interface Held {
  /** From now on it can be asked to step aside. */
  canPause(way: Interruptible): void;
  /** Tokens used so far; more than a turn's worth and another of the same urgency gets a turn. */
  used(tokens: number): void;
  /** Gives the turn back; answers nothing when called twice. */
  end(): void;
}

export interface QueueLimits {
  /** Requests that may wait. */
  readonly requests: number;
  /** Tokens one requester may have waiting. */
  readonly tokens: number;
  /** Tokens of a background answer before another one gets a turn. */
  readonly turn: number;
}

export interface RequestQueue {
  /** Resolves when it is this request's turn; `onAhead` hears how many are before it, now and whenever that changes. */
  take(turn: Turn, signal?: AbortSignal, onAhead?: (ahead: number) => void): Promise<Held>;
  readonly waiting: number;
}

const usual: QueueLimits = { requests: 64, tokens: 200_000, turn: 512 };

interface Entry extends Turn {
  readonly order: number;
  readonly start: () => void;
  readonly onAhead: (ahead: number) => void;
  way?: Interruptible;
  /** Tokens of this turn. */
  inTurn: number;
  /** Tokens in all, as told. */
  told: number;
  isPaused: boolean;
}

export function createRequestQueue(limits: QueueLimits = usual): RequestQueue {
  let waiting: Entry[] = [];
  let running: Entry | undefined;
  let isSwitching = false;
  let order = 0;
  const account = new Map<string, number>();

  const usedBy = ({ requester }: Entry): number => account.get(requester) ?? 0;
  const before = (a: Entry, b: Entry): number => {
    if (a.urgency !== b.urgency) return a.urgency === 'interactive' ? -1 : 1;
    return usedBy(a) - usedBy(b) || a.order - b.order;
  };

  function settle(): void {
    waiting.sort(before);
    if (!running && !isSwitching) {
      const next = waiting.shift();
      if (next) {
        running = next;
        next.inTurn = 0;
        if (next.isPaused) {
          next.isPaused = false;
          next.way?.resume();
        } else next.start();
      }
    } else if (running && !isSwitching) void stepAside(running);
    for (const [index, entry] of waiting.entries()) entry.onAhead(index + (running ? 1 : 0));
  }

  async function stepAside(entry: Entry): Promise<void> {
    const [next] = waiting;
    if (!next || !entry.way || entry.urgency === 'interactive') return;
    const isTurnOver = entry.inTurn >= limits.turn && usedBy(next) < usedBy(entry);
    if (next.urgency !== 'interactive' && !isTurnOver) return;
    isSwitching = true;
    await entry.way.pause();
    isSwitching = false;
    if (running === entry) {
      running = undefined;
      entry.isPaused = true;
      waiting.push(entry);
    }
    settle();
  }

  /** Who comes anew begins with what the least of those here has used: no debt of others, no credit from being away. */
  function open(requester: string): void {
    const here = [...(running ? [running] : []), ...waiting];
    if (here.some((entry) => entry.requester === requester)) return;
    const least = here.length > 0 ? Math.min(...here.map(usedBy)) : 0;
    account.set(requester, Math.max(least, here.length > 0 ? (account.get(requester) ?? 0) : 0));
  }

  function refuseMore({ requester, tokens }: Turn): void {
    if (waiting.length >= limits.requests) {
      throw new StudioError('model.queue-full', {
        reason: 'requests',
        waiting: waiting.length,
        most: limits.requests,
      });
    }
    const own = waiting.filter((entry) => entry.requester === requester).reduce((sum, entry) => sum + entry.tokens, 0);
    if (own + tokens > limits.tokens) {
      throw new StudioError('model.queue-full', { reason: 'tokens', waiting: own, most: limits.tokens });
    }
  }

  return {
    take(turn, signal, onAhead = () => {}) {
      return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        refuseMore(turn);
        open(turn.requester);
        order += 1;
        const leave = () => {
          waiting = waiting.filter((other) => other !== entry);
          reject(signal?.reason);
          settle();
        };
        const entry: Entry = {
          ...turn,
          order,
          inTurn: 0,
          told: 0,
          isPaused: false,
          onAhead,
          start: () => {
            signal?.removeEventListener('abort', leave);
            resolve(heldBy(entry));
          },
        };
        signal?.addEventListener('abort', leave);
        waiting.push(entry);
        settle();
      });
    },
    get waiting() {
      return waiting.length;
    },
  };

  function heldBy(entry: Entry): Held {
    return {
      canPause(way) {
        entry.way = way;
        settle();
      },
      used(tokens) {
        const more = tokens - entry.told;
        if (more <= 0) return;
        entry.told = tokens;
        entry.inTurn += more;
        account.set(entry.requester, usedBy(entry) + more);
        if (running === entry && waiting.length > 0) settle();
      },
      end() {
        if (running === entry) running = undefined;
        waiting = waiting.filter((other) => other !== entry);
        settle();
      },
    };
  }
}
