/**
 * @file The circuit breaker before the process of the models: five deaths in a row and it is left alone for a minute; then
 * three answers in a row make it trusted again. Cockatiel counts; here is what counts as what.
 */
import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { isStudioError, StudioError } from '#foundation/errors.ts';

export interface BreakerState {
  readonly state: 'closed' | 'open' | 'half-open';
  /** Deaths in a row. */
  readonly failures: number;
  /** When it may be tried again, in ms since 1970, while open. */
  readonly retryAt?: number;
}

export interface Breaker {
  /** Does `act`, unless it rests: then refuses (`model.host-resting`). A death counts once, however many asks it took along. */
  through<T>(act: () => Promise<T>): Promise<T>;
  /** Counts a death that nobody was waiting on. */
  died(error: StudioError<'model.host-ended'>): void;
  readonly state: BreakerState;
  onChange(read: (state: BreakerState) => void): void;
}

export interface BreakerTimes {
  readonly failures: number;
  readonly halfOpenAfter: number;
  readonly successes: number;
}

const usual: BreakerTimes = { failures: 5, halfOpenAfter: 60_000, successes: 3 };
const names = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
} as const;

export function createBreaker({ failures, halfOpenAfter, successes }: BreakerTimes = usual): Breaker {
  const counted = new WeakSet<object>();
  const isNewDeath = (error: unknown): boolean => {
    if (!isStudioError(error, 'model.host-ended')) return false;
    const death = typeof error.cause === 'object' && error.cause !== null ? error.cause : error;
    if (counted.has(death)) return false;
    counted.add(death);
    return true;
  };
  const counter = new ConsecutiveBreaker(failures);
  const policy = circuitBreaker(handleWhen(isNewDeath), {
    breaker: counter,
    halfOpenAfter,
    halfOpenSampling: { calls: successes, threshold: 0 },
  });
  let openedAt = 0;
  let inARow = 0;
  policy.onFailure(({ handled }) => {
    if (handled) inARow += 1;
  });
  policy.onSuccess(() => {
    if (policy.state === CircuitState.Closed) inARow = 0;
  });
  policy.onReset(() => (inARow = 0));
  policy.onBreak(() => (openedAt = Date.now()));
  const state = (): BreakerState => {
    const name = names[policy.state];
    return { state: name, failures: inARow, ...(name === 'open' && { retryAt: openedAt + halfOpenAfter }) };
  };
  return {
    async through(act) {
      try {
        return await policy.execute(act);
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        const seconds = Math.max(1, Math.ceil((openedAt + halfOpenAfter - Date.now()) / 1000));
        throw new StudioError('model.host-resting', { failures: inARow, seconds });
      }
    },
    died: (error) => void policy.execute(() => Promise.reject(error)).catch(() => undefined),
    get state() {
      return state();
    },
    onChange: (read) => void policy.onStateChange(() => read(state())),
  };
}
