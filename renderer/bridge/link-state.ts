/**
 * How the page stands with the core. `no-token`: the address was opened without its token, so it will never connect.
 */
export type LinkState = 'connecting' | 'connected' | 'lost' | 'no-token';

/** A link state that can be watched, in the shape `useSyncExternalStore` takes. */
export interface WatchedLinkState {
  readonly current: () => LinkState;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A state that starts as `first`, with the function that changes it. */
export function watchedLinkState(first: LinkState): WatchedLinkState & { readonly become: (next: LinkState) => void } {
  const listeners = new Set<() => void>();
  let state = first;
  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become(next) {
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
}
