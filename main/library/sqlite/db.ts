/** @file Connections to the library. What may be written through is a type of its own. */
import Database from 'better-sqlite3';
import { refusalOf } from './refusal.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection you may ask. */
export type ReadableDb = Pick<Database.Database, 'prepare'> & { readonly [readable]: never };
/** A connection you may change. Every `WritableDb` is a `ReadableDb`; not the other way round. */
export type WritableDb = ReadableDb &
  Pick<Database.Database, 'exec' | 'pragma' | 'backup'> & {
    /** Does all of `act` or nothing of it. A disk that is full or gone is refused in the perfumer's terms. */
    write<T>(act: () => T): T;
    /** From now on every `write` is refused with what this makes; undefined lets them through again. */
    holdWrites(refusal: (() => Error) | undefined): void;
    close(): void;
    readonly [writable]: never;
  };

/** Opens `file`, which lies in `folder`. What is written is on the disk before a write answers, power cut included. */
export function openDb(file: string, folder: string): WritableDb {
  const db = new Database(file, { timeout: 2000 });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
  } catch (error) {
    db.close();
    throw error;
  }
  const inTransaction = db.transaction((act: () => unknown) => act());
  let held: (() => Error) | undefined;
  const holdWrites = (refusal: (() => Error) | undefined): void => {
    held = refusal;
  };
  const write = <T>(act: () => T): T => {
    if (held) throw held();
    try {
      return inTransaction.immediate(act) as T;
    } catch (error) {
      throw refusalOf(error, folder) ?? error;
    }
  };
  return Object.assign(db, { write, holdWrites }) as unknown as WritableDb;
}
