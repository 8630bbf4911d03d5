/**
 * @file The archive of a whole library: a zip with a manifest and one SQLite file, nothing else.
 *
 * Reading believes nothing: entries by name only, sizes counted as they come out, the content by its SHA-256. It writes only
 * to the one file it was told.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, strToU8, Unzip, UnzipInflate, UnzipPassThrough, zipSync } from 'fflate';
import { z } from 'zod';
import { type FileFault, StudioError } from '#foundation/errors.ts';

/** Goes up when an older studio could no longer read the archive rightly. */
export const archiveVersion = 1;
/** The largest library that an archive is unpacked to, in bytes. */
const mostBytes = 2 * 1024 ** 3;
/** SQLite packs to a quarter, seldom to a hundredth. Small files are let be. */
const mostRatio = 300;
const ratioMatters = 64 * 1024 * 1024;

const manifestShape = z.object({
  sillage: z.literal('archive'),
  version: z.int().min(1),
  /** The version of the library in it. */
  library: z.int().min(1),
  app: z.string().max(100),
  created: z.string().max(40),
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Manifest = z.output<typeof manifestShape>;

const names = { manifest: 'manifest.json', library: 'library.sqlite' } as const;

/** Packs the SQLite file at `file` with its manifest. */
export function packArchive(file: string, manifest: Omit<Manifest, 'sha256' | 'bytes'>): Uint8Array {
  const content = readFileSync(file);
  const whole: Manifest = { ...manifest, bytes: content.length, sha256: sha256Of(content) };
  const mtime = new Date(manifest.created);
  return zipSync({
    [names.manifest]: [strToU8(`${JSON.stringify(whole, null, 2)}\n`), { mtime }],
    [names.library]: [content, { mtime, level: 6 }],
  });
}

export interface Unpacking {
  /** Of the archive, for refusals. */
  readonly name: string;
  /** Where the library goes. */
  readonly into: string;
  /** The newest version of a library this studio knows. */
  readonly known: number;
}

/** Unpacks an archive's library to `into`. Refuses (`file.not-understood`) anything that is not exactly what was packed. */
export function unpackArchive(archive: Uint8Array, { name, into, known }: Unpacking): Manifest {
  const parts = partsOf(archive, name);
  const [said, content] = [parts.get(names.manifest), parts.get(names.library)];
  if (!said) throw refusal('not-an-archive', name);
  const manifest = manifestIn(said, name);
  if (manifest.version > archiveVersion || manifest.library > known) {
    throw refusal('newer-schema', name, `${manifest.version}.${manifest.library}`);
  }
  if (!content || content.length !== manifest.bytes || sha256Of(content) !== manifest.sha256) {
    throw refusal('damaged-archive', name);
  }
  writeFileSync(into, content);
  return manifest;
}

function partsOf(archive: Uint8Array, name: string): ReadonlyMap<string, Uint8Array> {
  if (archive[0] !== 0x50 || archive[1] !== 0x4b) throw refusal('not-an-archive', name);
  const most = Math.min(mostBytes, Math.max(ratioMatters, archive.length * mostRatio));
  const parts = new Map<string, Uint8Array[]>();
  const ended = new Set<string>();
  let total = 0;
  let broken: unknown;
  const unzip = new Unzip((entry) => {
    // Only two names are ever expected, so a path out of the folder, an absolute one or a second copy is no accident.
    const isExpected = entry.name === names.manifest || entry.name === names.library;
    if (!isExpected) throw refusal(isUnsafe(entry.name) ? 'unsafe-archive' : 'not-an-archive', name);
    if (parts.has(entry.name)) throw refusal('unsafe-archive', name);
    if ((entry.originalSize ?? 0) > most) throw refusal('bomb', name);
    const chunks: Uint8Array[] = [];
    parts.set(entry.name, chunks);
    entry.ondata = (error, chunk, isLast) => {
      if (error) broken ??= error;
      else {
        total += chunk.length;
        if (total > most) throw refusal('bomb', name);
        chunks.push(chunk);
        if (isLast) ended.add(entry.name);
      }
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  try {
    // In small pieces, so that a bomb is noticed while it goes off.
    const piece = 64 * 1024;
    for (let at = 0; at < archive.length && !broken; at += piece) {
      unzip.push(archive.subarray(at, at + piece), at + piece >= archive.length);
    }
  } catch (error) {
    broken ??= error;
  }
  if (broken instanceof StudioError) throw broken;
  if (parts.size === 0) throw refusal('not-an-archive', name);
  if (broken || ended.size < parts.size) throw refusal('damaged-archive', name);
  return new Map([...parts].map(([path, chunks]) => [path, Buffer.concat(chunks)]));
}

function manifestIn(bytes: Uint8Array, name: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(strFromU8(bytes));
  } catch (cause) {
    throw new StudioError('file.not-understood', { reason: 'damaged-archive', name }, { cause });
  }
  const newer = z.object({ sillage: z.literal('archive'), version: z.int().min(1) }).safeParse(value);
  if (newer.success && newer.data.version > archiveVersion) {
    throw refusal('newer-schema', name, String(newer.data.version));
  }
  const checked = manifestShape.safeParse(value);
  if (!checked.success) throw refusal(newer.success ? 'damaged-archive' : 'not-an-archive', name);
  return checked.data;
}

function isUnsafe(path: string): boolean {
  return /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(path);
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function refusal(reason: FileFault, name: string, detail?: string): StudioError {
  return new StudioError('file.not-understood', { reason, name, ...(detail !== undefined && { detail }) });
}
