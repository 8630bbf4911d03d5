/**
 * @file Fetches one file the perfumer asked for: goes on where it was broken off, checks what came by its SHA-256, and gives
 * the file its name only when all of it is there and right.
 *
 * The half-fetched file lies beside the place of the whole one, with a note of what it is a part of.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type DownloadFault, isStudioError, StudioError } from '#foundation/errors.ts';

export interface ToDownload {
  readonly url: string;
  /** Where the whole file goes. */
  readonly into: string;
  /** 64 hexadecimal digits; the file is refused when it has another. */
  readonly sha256?: string | undefined;
}

export type DownloadStage =
  | { readonly stage: 'asking' }
  | {
      readonly stage: 'receiving';
      readonly received: number;
      readonly total: number | null;
      readonly perSecond: number;
    }
  | { readonly stage: 'checking'; readonly checked: number; readonly total: number }
  | { readonly stage: 'done'; readonly path: string; readonly bytes: number; readonly sha256: string };

/** What the half-fetched file is a part of. */
interface Note {
  readonly url: string;
  readonly etag: string | null;
  readonly total: number | null;
}

/** Left free on the disk, in bytes. */
const spare = 512 * 1024 * 1024;
/** How often progress is told, in ms. */
const told = 200;
/** How long a server may be silent, in ms. */
const patience = 60_000;

/** The address and hash as they are kept. Refuses (`model.invalid`) what is none. */
export function checkedDownload(
  url: string,
  sha256: string | undefined,
): { readonly url: URL; readonly sha256?: string } {
  const parsed = URL.canParse(url.trim()) ? new URL(url.trim()) : undefined;
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  if (!parsed || !isWeb || parsed.username || parsed.password) {
    throw new StudioError('model.invalid', { reason: 'address', text: url });
  }
  const hash = sha256
    ?.trim()
    .toLowerCase()
    .replace(/^sha256:/, '');
  if (!hash) return { url: parsed };
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new StudioError('model.invalid', { reason: 'hash', text: hash });
  return { url: parsed, sha256: hash };
}

/** What a file at `url` would be called here: its own last name, made safe, always `.gguf`. */
export function fileNameFor(url: URL): string {
  let last = url.pathname.split('/').at(-1) ?? '';
  try {
    last = decodeURIComponent(last);
  } catch {
    // a name that is not well written is taken as it stands
  }
  const stem = last
    .replace(/\.gguf$/i, '')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '')
    .slice(0, 120);
  return `${stem || 'model'}.gguf`;
}

/** Downloads, telling how far it is. Aborting leaves the part for next time. Refuses with `model.download-failed`. */
export async function* downloadFile(wanted: ToDownload, signal: AbortSignal): AsyncGenerator<DownloadStage> {
  const part = `${wanted.into}.part`;
  const note = `${wanted.into}.part.json`;
  await mkdir(path.dirname(wanted.into), { recursive: true });
  yield { stage: 'asking' };
  try {
    yield* receive(wanted, part, note, signal);
    const { size } = await stat(part);
    const hash = createHash('sha256');
    let checked = 0;
    let toldAt = 0;
    for await (const bytes of createReadStream(part, { highWaterMark: 1 << 20, signal })) {
      hash.update(bytes as Buffer);
      checked += (bytes as Buffer).length;
      if (performance.now() - toldAt < told) continue;
      toldAt = performance.now();
      yield { stage: 'checking', checked, total: size };
    }
    const sha256 = hash.digest('hex');
    if (wanted.sha256 !== undefined && sha256 !== wanted.sha256) {
      await Promise.all([rm(part, { force: true }), rm(note, { force: true })]);
      throw refusal('hash', sha256);
    }
    await rename(part, wanted.into);
    await rm(note, { force: true });
    yield { stage: 'done', path: wanted.into, bytes: size, sha256 };
  } catch (error) {
    signal.throwIfAborted();
    throw isStudioError(error) ? error : faultOf(error);
  }
}

async function* receive(
  { url }: ToDownload,
  part: string,
  note: string,
  signal: AbortSignal,
): AsyncGenerator<DownloadStage> {
  const before = await partAt(part, note, url);
  if (before.note.total !== null && before.bytes === before.note.total && before.bytes > 0) return;
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), patience);
  try {
    const response = await fetch(url, {
      headers:
        before.bytes > 0
          ? { range: `bytes=${before.bytes}-`, ...(before.note.etag && { 'if-range': before.note.etag }) }
          : {},
      signal: AbortSignal.any([signal, stop.signal]),
    });
    if (!response.ok || !response.body) {
      void response.body?.cancel();
      throw refusal('status', String(response.status));
    }
    const isRest = response.status === 206 && startOf(response) === before.bytes;
    if (response.status === 206 && !isRest) throw refusal('changed', response.headers.get('content-range') ?? '');
    const from = isRest ? before.bytes : 0;
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    const total = Number.isFinite(length) && !response.headers.get('content-encoding') ? from + length : null;
    await refuseFullDisk(part, total === null ? 0 : total - from);
    await writeFile(note, JSON.stringify({ url, etag: response.headers.get('etag'), total } satisfies Note));
    const file = await open(part, isRest ? 'a' : 'w');
    try {
      let received = from;
      let toldAt = 0;
      const began = performance.now();
      for await (const bytes of response.body) {
        clearTimeout(timer);
        timer = setTimeout(() => stop.abort(), patience);
        await file.write(bytes);
        received += bytes.length;
        if (total !== null && received > total) throw refusal('too-large', String(received));
        if (performance.now() - toldAt < told) continue;
        toldAt = performance.now();
        const perSecond = ((received - from) * 1000) / Math.max(1, toldAt - began);
        yield { stage: 'receiving', received, total, perSecond };
      }
      await file.sync();
      if (total !== null && received < total) throw refusal('network', `${received} / ${total}`);
    } finally {
      await file.close();
    }
  } finally {
    clearTimeout(timer);
  }
}

/** What is there of the same file from before; a part of something else is no beginning. */
async function partAt(part: string, note: string, url: string): Promise<{ bytes: number; note: Note }> {
  const nothing = { bytes: 0, note: { url, etag: null, total: null } };
  const [found, text] = await Promise.all([
    stat(part).catch(() => undefined),
    readFile(note, 'utf8').catch(() => undefined),
  ]);
  if (!found || text === undefined) return nothing;
  try {
    const kept = JSON.parse(text) as Note;
    return kept.url === url ? { bytes: found.size, note: kept } : nothing;
  } catch {
    return nothing;
  }
}

/** Where the piece begins: `bytes 100-199/200`. */
function startOf(response: Response): number {
  return Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
}

async function refuseFullDisk(part: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(path.dirname(part));
  const free = bavail * bsize;
  if (free < needed + spare) throw refusal('disk-full', `${toGigabytes(needed)} / ${toGigabytes(free)} GB`);
}

const toGigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

const refusal = (reason: DownloadFault, detail: string) => new StudioError('model.download-failed', { reason, detail });

function faultOf(error: unknown): StudioError {
  const { code } = error as { code?: string };
  const cause = (error as { cause?: { code?: string } }).cause?.code;
  if (code === 'ENOSPC') return refusal('disk-full', '');
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return refusal('not-written', code);
  return new StudioError(
    'model.download-failed',
    { reason: 'network', detail: cause ?? code ?? (error instanceof Error ? error.name : '') },
    { cause: error },
  );
}
