/**
 * @file The library: one folder, one SQLite file, one process at a time.
 *
 * Nothing is written before it is sure that the file is ours and not newer than this studio.
 */
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isStudioError, StudioError } from '#foundation/errors.ts';
import { type BatchStore, createBatchStore } from './batch-store.ts';
import { type BriefStore, createBriefStore } from './brief-store.ts';
import { type CollectionStore, createCollectionStore } from './collection-store.ts';
import { type CompositionStore, createCompositionStore } from './composition-store.ts';
import { openDb, type WritableDb } from './db.ts';
import { createDeskStore, type DeskStore } from './desk-store.ts';
import { createEditStore, type EditStore } from './edit-store.ts';
import { createEvaluationStore, type EvaluationStore } from './evaluation-store.ts';
import { createIfraStore, type IfraStore } from './ifra-store.ts';
import { createLabelStore, type LabelStore } from './label-store.ts';
import { createLibraryArchive, type LibraryArchive } from './library-archive.ts';
import { libraryFile } from './library-file.ts';
import { lockLibrary } from './library-lock.ts';
import { createMaterialStore, type MaterialStore } from './material-store.ts';
import { type Migration, migrate, migrations, versionOf } from './migrate.ts';
import { createModelDownloadStore, type ModelDownloadStore } from './model-download-store.ts';
import { createModelFolderStore, type ModelFolderStore } from './model-folder-store.ts';
import { createModelPreferenceStore, type ModelPreferenceStore } from './model-preference-store.ts';
import { createModelRoleStore, type ModelRoleStore } from './model-role-store.ts';
import { createModelServerStore, type ModelServerStore } from './model-server-store.ts';
import { createModelStore, type ModelStore } from './model-store.ts';
import { createOwnWordStore, type OwnWordStore } from './own-word-store.ts';
import { createRecipeStore, type RecipeStore } from './recipe-store.ts';
import { refusalOf } from './refusal.ts';
import { createRejudgingStore, type RejudgingStore } from './rejudging-store.ts';
import { createSavedSearchStore, type SavedSearchStore } from './saved-search-store.ts';
import { createSittingStore, type SittingStore } from './sitting-store.ts';
import { createSourceStamps, type SourceStamps } from './source-stamps.ts';
import { createStockStore, type StockStore } from './stock-store.ts';
import { createTrialStore, type TrialStore } from './trial-store.ts';
import { createVerdictStore, type VerdictStore } from './verdict-store.ts';

export interface Library {
  readonly folder: string;
  readonly recipes: RecipeStore;
  readonly trials: TrialStore;
  readonly edits: EditStore;
  readonly materials: MaterialStore;
  readonly desk: DeskStore;
  readonly evaluations: EvaluationStore;
  readonly sittings: SittingStore;
  readonly briefs: BriefStore;
  readonly stock: StockStore;
  readonly batches: BatchStore;
  readonly labels: LabelStore;
  readonly ifra: IfraStore;
  readonly verdicts: VerdictStore;
  readonly rejudgings: RejudgingStore;
  readonly compositions: CompositionStore;
  readonly collections: CollectionStore;
  readonly savedSearches: SavedSearchStore;
  readonly ownWords: OwnWordStore;
  /** What can be found, and whether it changed. */
  readonly sourceStamps: SourceStamps;
  readonly modelDownloads: ModelDownloadStore;
  readonly modelFolders: ModelFolderStore;
  readonly modelPreferences: ModelPreferenceStore;
  readonly modelRoles: ModelRoleStore;
  readonly modelServers: ModelServerStore;
  readonly models: ModelStore;
  readonly archive: LibraryArchive;
  /** Does all of `act` or nothing of it; nests. */
  write<T>(act: () => T): T;
  /** Whether something that is done once in a library's life was done. */
  hasMark(name: string): boolean;
  mark(name: string, made: string): void;
  readonly db: WritableDb;
  close(): void;
}

/** "SILG": says in the file's header whose it is. */
const applicationId = 0x53494c47;

/** Opens the library in `folder`, making it if it is not there. Refuses with one of the `library.…` codes. */
export function openLibrary(folder: string, steps: readonly Migration[] = migrations): Library {
  return inPerfumersTerms(folder, () => {
    mkdirSync(folder, { recursive: true });
    refuseReadOnly(folder);
    const lock = lockLibrary(folder);
    let db: WritableDb | undefined;
    try {
      refuseForeign(folder, steps.length);
      db = openDb(libraryFile(folder), folder);
      if (versionOf(db) === 0) db.pragma(`application_id = ${applicationId}`);
      migrate(db, folder, steps);
      return libraryOn(db, folder, () => lock.release());
    } catch (error) {
      db?.close();
      lock.release();
      throw error;
    }
  });
}

function libraryOn(db: WritableDb, folder: string, release: () => void): Library {
  const marked = db.prepare<[string], { made: string }>('SELECT made FROM mark WHERE name = ?');
  const mark = db.prepare('INSERT INTO mark (name, made) VALUES (?, ?) ON CONFLICT DO NOTHING');
  return {
    folder,
    recipes: createRecipeStore(db),
    trials: createTrialStore(db),
    edits: createEditStore(db),
    materials: createMaterialStore(db),
    desk: createDeskStore(db),
    evaluations: createEvaluationStore(db),
    sittings: createSittingStore(db),
    briefs: createBriefStore(db),
    stock: createStockStore(db),
    batches: createBatchStore(db),
    labels: createLabelStore(db),
    ifra: createIfraStore(db),
    verdicts: createVerdictStore(db),
    rejudgings: createRejudgingStore(db),
    compositions: createCompositionStore(db),
    collections: createCollectionStore(db),
    savedSearches: createSavedSearchStore(db),
    ownWords: createOwnWordStore(db),
    sourceStamps: createSourceStamps(db),
    modelDownloads: createModelDownloadStore(db),
    modelFolders: createModelFolderStore(db),
    modelPreferences: createModelPreferenceStore(db),
    modelRoles: createModelRoleStore(db),
    modelServers: createModelServerStore(db),
    models: createModelStore(db),
    archive: createLibraryArchive(db, folder),
    write: db.write,
    hasMark: (name) => marked.get(name) !== undefined,
    mark: (name, made) => void mark.run(name, made),
    db,
    close() {
      db.close();
      release();
    },
  };
}

/** SQLite would quietly open what it may not write to, lock included. */
function refuseReadOnly(folder: string): void {
  accessSync(folder, constants.R_OK | constants.W_OK);
  const file = libraryFile(folder);
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
}

/** Looks without touching: first at the header's bytes, then read-only, because a newer header may still be in the log. */
function refuseForeign(folder: string, known: number): void {
  const file = libraryFile(folder);
  const header = headerOf(file);
  if (header === undefined) return;
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw new StudioError('library.damaged', { folder, detail: 'the file is not a database' });
  }
  refuseNewer(folder, header.readUInt32BE(60), known);
  if (!existsSync(`${file}-wal`)) {
    refuseOthers(folder, header.readUInt32BE(60), header.readUInt32BE(68));
    return;
  }
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    refuseNewer(folder, versionOf(db), known);
    refuseOthers(folder, versionOf(db), Number(db.pragma('application_id', { simple: true })));
  } finally {
    db.close();
  }
}

function refuseNewer(folder: string, found: number, known: number): void {
  if (found > known) throw new StudioError('library.newer', { folder, found, known });
}

function refuseOthers(folder: string, version: number, application: number): void {
  if (application !== applicationId && (version > 0 || application !== 0)) {
    throw new StudioError('library.damaged', { folder, detail: 'the database belongs to another program' });
  }
}

/** The first 100 bytes of `file`; undefined where there is none yet, or an empty one. */
function headerOf(file: string): Buffer | undefined {
  if (!existsSync(file)) return undefined;
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(100);
    return readSync(descriptor, header) === 0 ? undefined : header;
  } finally {
    closeSync(descriptor);
  }
}

function inPerfumersTerms<T>(folder: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw isStudioError(error) ? error : (refusalOf(error, folder) ?? error);
  }
}
