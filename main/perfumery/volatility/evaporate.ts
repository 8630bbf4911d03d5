/**
 * @file A film of liquid giving off its vapours, everything in it together.
 *
 * Each component leaves at dn/dt = -r g n / N: r is the rate of the pure liquid, g its activity coefficient, N the moles in
 * the film. The N is all that couples them in an ideal film, so time is measured by a clock u with dt = N du. On that clock
 * every component dies away by itself, n = n0 exp(-r g u), and t = sum n0 (1 - exp(-r g u)) / (r g): exact for an ideal film
 * however far the step, however far apart the rates. For a real one g is held over a step at its value half way (the
 * exponential midpoint rule), the step as long as the change of g allows.
 *
 * Nothing can turn negative or grow, and what leaves the film is added up apart from what stays.
 */
import { atOnce, type Slices } from '#foundation/slices.ts';
import { type Activity, idealActivity } from './unifac.ts';

export interface Film {
  /** mol/m² at the start. */
  readonly amounts: Float64Array;
  /** mol/(m² s) given off by the pure liquid; 0 for what stays. */
  readonly rates: Float64Array;
  readonly activity: Activity;
}

/** The film at one moment, by component. */
export interface FilmAt {
  /** mol/m² still there. */
  readonly left: Float64Array;
  /** mol/m² gone since the start. */
  readonly gone: Float64Array;
  /** Activity coefficients; 1 once the film is dry. */
  readonly coefficients: Float64Array;
}

/** Relative change of an amount over a step that may be put down to the change of the coefficients. */
const usualTolerance = 0.02;
/** Below this share of its first amount a component no longer limits the step. */
const negligible = 1e-4;
/** Of the time asked for, when the clock is set. */
const nearEnough = 1e-13;
const mostRounds = 100;
/** Below this share of the first amount the film is dry. */
const dry = 1e-13;

/** The film at each of `seconds`, which must ascend from 0 or more. A smaller `tolerance` takes shorter steps. */
export function evaporate(film: Film, seconds: readonly number[], tolerance = usualTolerance): readonly FilmAt[] {
  return atOnce(evaporating(film, seconds, tolerance));
}

/** `evaporate` in slices of one step. */
export function* evaporating(
  film: Film,
  seconds: readonly number[],
  tolerance = usualTolerance,
): Slices<readonly FilmAt[]> {
  const state = new State(film, tolerance);
  const states: FilmAt[] = [];
  let now = 0;
  for (const then of seconds) {
    yield* state.advance(then - now);
    now = then;
    states.push(state.here());
  }
  return states;
}

class State {
  readonly #film: Film;
  readonly #tolerance: number;
  readonly #left: Float64Array;
  readonly #gone: Float64Array;
  readonly #here: Float64Array;
  readonly #half: Float64Array;
  readonly #halfway: Float64Array;
  readonly #pace: Float64Array;
  readonly #all: number;
  #step: number;

  constructor(film: Film, tolerance: number) {
    const size = film.amounts.length;
    this.#film = film;
    this.#tolerance = tolerance;
    this.#left = film.amounts.slice();
    this.#gone = new Float64Array(size);
    this.#here = new Float64Array(size);
    this.#half = new Float64Array(size);
    this.#halfway = new Float64Array(size);
    this.#pace = new Float64Array(size);
    this.#all = sum(film.amounts);
    // An ideal film knows no error, and is stepped over at once.
    const isIdeal = film.activity === idealActivity;
    this.#step = isIdeal ? Number.POSITIVE_INFINITY : 0.01 / Math.max(...film.rates, Number.MIN_VALUE);
    film.activity(this.#left, this.#here);
  }

  here(): FilmAt {
    return { left: this.#left.slice(), gone: this.#gone.slice(), coefficients: this.#here.slice() };
  }

  *advance(seconds: number): Slices<void> {
    let remaining = seconds;
    while (remaining > 0 && sum(this.#left) > 0) {
      yield;
      const error = this.#tryStep();
      if (error > this.#tolerance) {
        this.#step *= Math.max(0.2, 0.9 * Math.sqrt(this.#tolerance / error));
        continue;
      }
      const lasts = this.#duration(this.#step);
      const isLast = lasts >= remaining;
      this.#leave(isLast ? this.#clockAt(remaining) : this.#step);
      remaining = isLast ? 0 : remaining - lasts;
      if (!isLast) this.#step *= Math.min(4, 0.9 * Math.sqrt(this.#tolerance / error));
      this.#film.activity(this.#left, this.#here);
    }
  }

  /** Sets the pace for a step, and answers how much its change moves any amount, relatively. */
  #tryStep(): number {
    const { rates, amounts, activity } = this.#film;
    for (let at = 0; at < rates.length; at++) {
      const pace = (rates[at] as number) * (this.#here[at] as number);
      this.#half[at] =
        pace === 0 ? (this.#left[at] as number) : (this.#left[at] as number) * Math.exp((-pace * this.#step) / 2);
    }
    activity(this.#half, this.#halfway);
    let error = 0;
    for (let at = 0; at < rates.length; at++) {
      const rate = rates[at] as number;
      const left = this.#left[at] as number;
      this.#pace[at] = rate * (this.#halfway[at] as number);
      const change = Math.abs((this.#halfway[at] as number) - (this.#here[at] as number)) * rate;
      if (change === 0 || left === 0) continue;
      const weight = left / (left + negligible * (amounts[at] as number));
      error = Math.max(error, weight * change * this.#step);
    }
    return error;
  }

  /** Seconds that pass while the clock moves on by `step` at the pace that is set. */
  #duration(step: number): number {
    let time = 0;
    for (let at = 0; at < this.#pace.length; at++) {
      const left = this.#left[at] as number;
      const pace = this.#pace[at] as number;
      if (left > 0) time += pace > 0 ? (left * -Math.expm1(-pace * step)) / pace : left * step;
    }
    return time;
  }

  /** How far the clock moves in `seconds`. Newton from the left: the time is concave in it, so each try stays below. */
  #clockAt(seconds: number): number {
    const size = this.#pace.length;
    let clock = 0;
    for (let round = 0; round < mostRounds; round++) {
      let missing = seconds;
      let moles = 0;
      for (let at = 0; at < size; at++) {
        const left = this.#left[at] as number;
        const pace = this.#pace[at] as number;
        if (left === 0) continue;
        const lost = -Math.expm1(-pace * clock);
        moles += left * (1 - lost);
        missing -= pace > 0 ? (left * lost) / pace : left * clock;
      }
      const next = clock + missing / moles;
      if (missing <= seconds * nearEnough || !(next > clock) || !Number.isFinite(next)) break;
      clock = next;
    }
    return clock;
  }

  #leave(step: number): void {
    for (let at = 0; at < this.#pace.length; at++) {
      const left = this.#left[at] as number;
      const pace = this.#pace[at] as number;
      if (left === 0 || pace === 0) continue;
      this.#gone[at] = (this.#gone[at] as number) + left * -Math.expm1(-pace * step);
      this.#left[at] = left * Math.exp(-pace * step);
    }
    if (sum(this.#left) > dry * this.#all) return;
    for (let at = 0; at < this.#left.length; at++) {
      this.#gone[at] = (this.#gone[at] as number) + (this.#left[at] as number);
      this.#left[at] = 0;
    }
  }
}

function sum(values: Float64Array): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}
