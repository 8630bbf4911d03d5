import { safeStorage } from 'electron';
import type { CoreConfig } from '#core';
import type { Log } from '#foundation/log.ts';
import { documentIn } from '#host/kept-documents.ts';

type SecretKeeper = NonNullable<CoreConfig['secrets']>;

/**
 * Keys encrypted by the system's keychain, in a file of `folder`. Where this system has none they last until the studio closes:
 * a key in plain text would look kept safely and not be.
 */
export function createElectronSecrets(folder: string, log: Log): SecretKeeper {
  const document = documentIn(folder, 'keys', log);
  const all = () => document.read() as Record<string, string>;
  const session = new Map<string, string>();
  if (!hasKeychain()) {
    return {
      how: 'session',
      read: (name) => session.get(name),
      keep: (name, secret) => void session.set(name, secret),
      forget: (name) => void session.delete(name),
    };
  }
  return {
    how: 'system',
    read(name) {
      const kept = all()[name];
      if (kept === undefined) return undefined;
      try {
        return safeStorage.decryptString(Buffer.from(kept, 'base64'));
      } catch {
        return undefined; // the keychain is another one now: the key has to be entered again
      }
    },
    keep: (name, secret) => document.write({ ...all(), [name]: safeStorage.encryptString(secret).toString('base64') }),
    forget(name) {
      const { [name]: _, ...rest } = all();
      document.write(rest);
    },
  };
}

/** On Linux without a keyring Electron would encrypt with a key that everybody knows. */
function hasKeychain(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}
