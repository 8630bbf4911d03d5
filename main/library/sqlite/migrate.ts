/** @file Brings a library up to the version this studio knows, one step and one backup at a time. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { WritableDb } from './db.ts';
import { recipe } from './migrations/0001-recipe.ts';
import { material } from './migrations/0002-material.ts';
import { desk } from './migrations/0003-desk.ts';
import { regulation } from './migrations/0004-regulation.ts';
import { workingDay } from './migrations/0005-working-day.ts';
import { collection } from './migrations/0006-collection.ts';
import { savedSearch } from './migrations/0007-saved-search.ts';
import { rejudging } from './migrations/0008-rejudging.ts';
import { shelf } from './migrations/0009-shelf.ts';
import { composition } from './migrations/0010-composition.ts';
import { ownWord } from './migrations/0011-own-word.ts';
import { judgedMaterial } from './migrations/0012-judged-material.ts';

export type Migration = (db: WritableDb) => void;

/** In order; the first makes version 1. Once released, a migration is never edited. */
export const migrations: readonly Migration[] = [
  recipe,
  material,
  desk,
  regulation,
  workingDay,
  collection,
  savedSearch,
  rejudging,
  shelf,
  composition,
  ownWord,
  judgedMaterial,
];

/** How many backups are kept. */
export const backupsKept = 5;

/** Where the backups of the library in `folder` lie. */
export function backupFolder(folder: string): string {
  return path.join(folder, 'backups');
}

/** Takes the library to the last of `steps`. Each is one transaction; a library that held anything is copied before. */
export function migrate(db: WritableDb, folder: string, steps: readonly Migration[] = migrations): void {
  const from = versionOf(db);
  for (const [index, step] of steps.entries()) {
    if (index < from) continue;
    if (from > 0) backUp(db, folder, index);
    db.write(() => {
      step(db);
      db.pragma(`user_version = ${index + 1}`);
    });
  }
}

/** The version of the library; 0 for an empty file. */
export function versionOf(db: Pick<WritableDb, 'pragma'>): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function backUp(db: WritableDb, folder: string, version: number): void {
  const backups = backupFolder(folder);
  mkdirSync(backups, { recursive: true });
  const instant = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const file = path.join(backups, `${instant}-version-${version}.sqlite`);
  try {
    db.prepare('VACUUM INTO ?').run(file);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
  const oldest = readdirSync(backups)
    .filter((name) => /^\d{4}-.*-version-\d+\.sqlite$/.test(name))
    .sort()
    .slice(0, -backupsKept);
  for (const name of oldest) rmSync(path.join(backups, name));
}
