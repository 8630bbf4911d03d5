/** @file Keys of services, kept by the host as well as it can. They are never logged, and never handed out again. */

export interface SecretKeeper {
  /** `system`: by the keychain; `file`: in a file only this account can read; `session`: until the studio closes. */
  readonly how: 'system' | 'file' | 'session';
  read(name: string): string | undefined;
  keep(name: string, secret: string): void;
  forget(name: string): void;
}

/** Keeps them until the process ends. */
export function createSessionSecrets(): SecretKeeper {
  const kept = new Map<string, string>();
  return {
    how: 'session',
    read: (name) => kept.get(name),
    keep: (name, secret) => void kept.set(name, secret),
    forget: (name) => void kept.delete(name),
  };
}
