import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDb, type WritableDb } from './db.ts';
import { backupFolder, backupsKept, type Migration, migrate, migrations, versionOf } from './migrate.ts';

let folder: string;
let db: WritableDb;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sillage-migrate-'));
  db = openDb(path.join(folder, 'library.sqlite'), folder);
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const product = '{"type":"eau-de-parfum"}';
const insertRecipe = `
  INSERT INTO recipe (id, name_en, name_ko, name_folded, brief, is_example, is_archived, product, line_count,
                      trial_count, edits_done, revision, created, updated)
  VALUES ('r', 'Rose', '장미', 'rose', '', 0, 0, '${product}', 1, 0, 0, 1, '2026', '2026');
  INSERT INTO line (recipe_id, id, position, material_id, parts, dilution, is_locked, is_carrier, note)
  VALUES ('r', 'l', 1024, 'linalool', '0.003', '10', 0, 0, '');`;
const parts = () => db.prepare<[], { parts: string }>('SELECT parts FROM line').get()?.parts;

describe('migrating', () => {
  it('makes an empty file into a library, with nothing to back up', () => {
    migrate(db, folder);
    expect(versionOf(db)).toBe(migrations.length);
    expect(readdirSync(folder)).not.toContain('backups');
  });

  it('from version 1 to 2 keeps recipes and makes room for materials', () => {
    migrate(db, folder, migrations.slice(0, 1));
    db.exec(insertRecipe);
    migrate(db, folder, migrations.slice(0, 2));
    expect(parts()).toBe('0.003');
    db.exec(`INSERT INTO material VALUES ('m', 'own', '{}', '{}', 0, 1, '2026', '2026')`);
    expect(() => db.exec(`INSERT INTO material VALUES ('n', 'own', 'no json', '{}', 0, 1, '', '')`)).toThrow('CHECK');
  });

  it('from version 3 to 4 keeps trials and makes room for tables and verdicts', () => {
    migrate(db, folder, migrations.slice(0, 3));
    db.exec(`${insertRecipe}
      INSERT INTO trial VALUES ('t', 'r', NULL, 1, '', '', '', '${product}', 0, '2026', '{"lines":[]}');`);
    migrate(db, folder, migrations.slice(0, 4));
    db.exec(`INSERT INTO verdict VALUES ('t', 'shipped', 51, '2026', '2026', '${'p'.repeat(18)}', 'p')`);
    expect(() => db.exec(`INSERT INTO verdict VALUES ('t', 'other', 51, '', '', 'p', 'p')`)).toThrow('CHECK');
    db.exec(`DELETE FROM recipe`);
    expect(db.prepare('SELECT count(*) AS n FROM verdict').get()).toEqual({ n: 0 });
  });

  it('from version 2 to 3 remembers the desk of recipes that are there', () => {
    migrate(db, folder, migrations.slice(0, 2));
    db.exec(insertRecipe);
    migrate(db, folder, migrations.slice(0, 3));
    expect(parts()).toBe('0.003');
    db.exec(`INSERT INTO open_recipe VALUES ('r', 0); INSERT INTO weighed VALUES ('r', 'l')`);
    expect(() => db.exec(`INSERT INTO open_recipe VALUES ('gone', 1)`)).toThrow('FOREIGN KEY');
    db.exec(`DELETE FROM recipe`);
    expect(db.prepare('SELECT count(*) AS n FROM weighed').get()).toEqual({ n: 0 });
  });

  it('from version 5 to 6 keeps recipes and makes room for imports of collections', () => {
    migrate(db, folder, migrations.slice(0, 5));
    db.exec(insertRecipe);
    migrate(db, folder, migrations.slice(0, 6));
    expect(parts()).toBe('0.003');
    db.exec(`INSERT INTO collection_import VALUES ('i', 'materials', 'a.csv', 'kept', 1, 0, 0, '2026');
      INSERT INTO collection_change VALUES ('i', 1, 'material', 'm', 1, NULL); DELETE FROM collection_import`);
    expect(db.prepare('SELECT count(*) AS n FROM collection_change').get()).toEqual({ n: 0 });
  });

  it('from version 7 to 8 keeps verdicts and makes room for judging them again', () => {
    migrate(db, folder, migrations.slice(0, 7));
    const verdict = 'p'.repeat(18);
    db.exec(`${insertRecipe}
      INSERT INTO trial VALUES ('t', 'r', NULL, 1, '', '', '', '${product}', 0, '2026', '{"lines":[]}');
      INSERT INTO verdict VALUES ('t', 'shipped', 51, '2026', '2026', '${verdict}', 'p')`);
    migrate(db, folder, migrations.slice(0, 8));
    expect(db.prepare('SELECT categories FROM verdict').get()).toEqual({ categories: verdict });
    db.exec(`INSERT INTO rejudging VALUES (1, 'table', 'shipped', 51, NULL, 'running', '', 0, 1, 0, '2026', NULL);
      INSERT INTO rejudging_change VALUES (1, 't', '${verdict}p', '${verdict}x')`);
    db.exec('DELETE FROM recipe');
    expect(db.prepare('SELECT count(*) AS n FROM rejudging_change').get()).toEqual({ n: 0 });
  });

  it('from version 8 to 9 keeps recipes and makes room for models, each role with one player', () => {
    migrate(db, folder, migrations.slice(0, 8));
    db.exec(insertRecipe);
    migrate(db, folder, migrations.slice(0, 9));
    expect(parts()).toBe('0.003');
    db.exec(`INSERT INTO model VALUES ('m', '/m.gguf', 'm', 'file', NULL, NULL, '{}', NULL, NULL, '2026', NULL);
      INSERT INTO model_role VALUES ('assistant', 'm', NULL)`);
    expect(() => db.exec(`INSERT INTO model_role VALUES ('emotion', NULL, NULL)`)).toThrow('CHECK');
    expect(() => db.exec(`INSERT INTO model_role VALUES ('emotion', 'gone', NULL)`)).toThrow('FOREIGN KEY');
    db.exec('DELETE FROM model');
    expect(db.prepare('SELECT count(*) AS n FROM model_role').get()).toEqual({ n: 0 });
  });

  it('from version 9 to 10 makes a lot of a composition that was written over a material', () => {
    migrate(db, folder, migrations.slice(0, 9));
    const share = (source: string, method = 'perfumer') => ({
      cas: '78-70-6',
      name: 'Linalool',
      typical: 9,
      method,
      source,
    });
    const facts = (constituents: unknown) => JSON.stringify({ inci: 'Bergamot', constituents });
    const insert = db.prepare(`INSERT INTO material VALUES (?, ?, ?, '{}', 0, 3, '2026', '2026-10')`);
    insert.run('bergamot', 'shipped', facts([share('L-7'), share('L-7')]));
    insert.run('rose', 'shipped', facts([share('annex.csv', 'stated')]));
    insert.run('neroli', 'shipped', facts([share('')]));
    insert.run('mine', 'own', facts([share('L-8')]));
    migrate(db, folder, migrations.slice(0, 10));
    const rows = db
      .prepare('SELECT material_id, lot, origin, kept, json_array_length(constituents) AS n FROM composition')
      .all();
    expect(rows).toEqual([{ material_id: 'bergamot', lot: 'L-7', origin: 'gc-ms', kept: '2026-10', n: 2 }]);
    expect(db.prepare('SELECT material_id FROM composition_in_use').all()).toEqual([{ material_id: 'bergamot' }]);
    const left = db.prepare<[], { id: string; facts: string }>('SELECT id, facts FROM material ORDER BY id').all();
    expect(left.map(({ id, facts: kept }) => [id, 'constituents' in JSON.parse(kept)])).toEqual([
      ['bergamot', false],
      ['mine', true],
      ['neroli', true],
      ['rose', true],
    ]);
    db.exec('DELETE FROM composition');
    expect(db.prepare('SELECT count(*) AS n FROM composition_in_use').get()).toEqual({ n: 0 });
  });

  it('from version 10 to 11 keeps recipes and makes room for words, no two written alike', () => {
    migrate(db, folder, migrations.slice(0, 10));
    db.exec(insertRecipe);
    migrate(db, folder, migrations.slice(0, 11));
    expect(parts()).toBe('0.003');
    const insert = db.prepare(`INSERT INTO own_word VALUES (?, ?, 'Zing', ?, '2026')`);
    insert.run('w', 'zing', '[]');
    expect(() => insert.run('x', 'zing', '[]')).toThrow('UNIQUE');
    expect(() => insert.run('y', 'zang', 'no json')).toThrow('CHECK');
  });

  it('copies the library before each step, as it was', () => {
    migrate(db, folder, migrations.slice(0, 1));
    db.exec(insertRecipe);
    migrate(db, folder, migrations.slice(0, 2));
    const [backup = '', ...others] = readdirSync(backupFolder(folder));
    expect(others).toEqual([]);
    const copy = openDb(path.join(backupFolder(folder), backup), folder);
    expect(versionOf(copy)).toBe(1);
    expect(copy.prepare('SELECT name_ko FROM recipe').get()).toEqual({ name_ko: '장미' });
    copy.close();
  });

  it('keeps the five newest backups', () => {
    migrate(db, folder);
    const later: Migration[] = Array.from({ length: 8 }, (_, n) => (each) => each.exec(`CREATE TABLE later_${n} (x)`));
    migrate(db, folder, [...migrations, ...later]);
    const versions = readdirSync(backupFolder(folder)).map((name) => /version-(\d+)/.exec(name)?.[1]);
    expect(versions).toHaveLength(backupsKept);
    expect(new Set(versions)).toEqual(new Set([3, 4, 5, 6, 7].map((step) => String(migrations.length + step))));
  });

  it('leaves everything as it was when a step fails halfway', () => {
    migrate(db, folder);
    db.exec(insertRecipe);
    const broken: Migration = (each) => {
      each.exec('DELETE FROM line; CREATE TABLE half (x); SELECT * FROM nowhere');
    };
    expect(() => migrate(db, folder, [...migrations, broken])).toThrow('nowhere');
    expect(versionOf(db)).toBe(migrations.length);
    expect(parts()).toBe('0.003');
    expect(db.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'`).get()).toEqual({ n: 0 });
  });
});
