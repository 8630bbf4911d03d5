import { type HttpHost, type HttpHostOptions, startHttpHost } from '#api/http-host.ts';
import type { Log } from '#foundation/log.ts';

/** Where REST listens and the token it wants. */
export interface RestAddress {
  readonly address: string;
  readonly token: string;
}

/**
 * REST beside Electron's window: no port is open until `isOn` first says so. `adjust` follows the switch; while it is off
 * again the port answers 404 to everything.
 */
export function createRestSwitch(
  isOn: () => boolean,
  log: Log,
  options: () => Omit<HttpHostOptions, 'log' | 'isRestOn'>,
) {
  let host: HttpHost | undefined;
  let starting: Promise<void> | undefined;
  return {
    address: (): RestAddress | null => (host && isOn() ? { address: host.address, token: host.token } : null),
    /** Resolves when the port is open, or at once when none is wanted. */
    adjust(): Promise<void> {
      if (isOn()) {
        starting ??= startHttpHost({ ...options(), log, isRestOn: isOn }).then(
          (started) => {
            host = started;
          },
          (error: unknown) => {
            starting = undefined;
            log.bug(error);
          },
        );
      }
      return starting ?? Promise.resolve();
    },
    close: async (): Promise<void> => host?.close(),
  };
}
