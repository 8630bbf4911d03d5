/** @file Words of the perfumer's own, on disk. No two are written alike. */
import { wordKey } from '#perfumery/search/concept.ts';
import type { OwnWord } from '#perfumery/search/own-word.ts';
import type { WritableDb } from './db.ts';

export interface OwnWordStore {
  /** The first kept first. */
  all(): readonly OwnWord[];
  find(id: string): OwnWord | undefined;
  /** The word that is written like `text`, whatever its case, spaces and hyphens. */
  findText(text: string): OwnWord | undefined;
  /** Keeps a word in place of one with the same id, whose day it keeps. `created`: ISO instant. */
  put(word: OwnWord, created: string): void;
  remove(id: string): void;
}

interface Row {
  id: string;
  text: string;
  means: string;
}

export function createOwnWordStore(db: WritableDb): OwnWordStore {
  const all = db.prepare<[], Row>('SELECT id, text, means FROM own_word ORDER BY created, id');
  const byId = db.prepare<[string], Row>('SELECT id, text, means FROM own_word WHERE id = ?');
  const byKey = db.prepare<[string], Row>('SELECT id, text, means FROM own_word WHERE key = ?');
  const put = db.prepare(`
    INSERT INTO own_word (id, key, text, means, created) VALUES (@id, @key, @text, @means, @created)
    ON CONFLICT (id) DO UPDATE SET key = @key, text = @text, means = @means`);
  const remove = db.prepare('DELETE FROM own_word WHERE id = ?');
  const wordIn = (row: Row | undefined) => row && wordOf(row);
  return {
    all: () => all.all().map(wordOf),
    find: (id) => wordIn(byId.get(id)),
    findText: (text) => wordIn(byKey.get(wordKey(text))),
    put: ({ id, text, means }, created) =>
      void put.run({ id, key: wordKey(text), text, means: JSON.stringify(means), created }),
    remove: (id) => void remove.run(id),
  };
}

function wordOf({ id, text, means }: Row): OwnWord {
  return { id, text, means: JSON.parse(means) as OwnWord['means'] };
}
