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

  it('copies the library before each step, as it was', () => {
    migrate(db, folder, migrations.slice(0, 1));
    db.exec(insertRecipe);
    migrate(db, folder);
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
    expect(new Set(versions)).toEqual(new Set(['5', '6', '7', '8', '9']));
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
