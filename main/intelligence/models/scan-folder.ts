/**
 * @file Finds model files where other programs keep them, without copying or opening any: LM Studio's folders, Hugging Face's
 * hub cache (links into blobs), Ollama's manifests and blobs, or any folder.
 */
import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';

export interface FoundFile {
  /** Where it really lies, links followed. */
  readonly path: string;
  /** What a person would call it: the file's name, or `qwen2.5:7b` for Ollama's nameless blobs. */
  readonly label: string;
  readonly bytes: number;
  readonly origin: 'file' | 'lm-studio' | 'hugging-face' | 'ollama';
  /** Where the place it lies in is named by its content. */
  readonly sha256?: string;
}

export type ScanStage =
  | { readonly stage: 'looking'; readonly folders: number; readonly files: number }
  | { readonly stage: 'found'; readonly file: FoundFile };

const mostFolders = 50_000;
const mostDepth = 24;
/** Smaller than any model: settings files and the like. */
const leastBytes = 1024;

/** Looks through `folder` and everything below it. Refuses (`model.invalid`, `folder`) what cannot be read. */
export async function* scanFolder(folder: string, signal?: AbortSignal): AsyncGenerator<ScanStage> {
  const root = await realpath(folder).catch(() => undefined);
  const isFolder = root !== undefined && (await stat(root)).isDirectory();
  const entries = isFolder ? await readdir(root).catch(() => undefined) : undefined;
  if (root === undefined || !entries) throw new StudioError('model.invalid', { reason: 'folder', text: folder });
  const seen = new Set<string>();
  const files = new Set<string>();
  const queue: { readonly at: string; readonly depth: number }[] = [{ at: root, depth: 0 }];
  let folders = 0;
  for (let next = queue.pop(); next && folders < mostFolders; next = queue.pop()) {
    signal?.throwIfAborted();
    const real = await realpath(next.at).catch(() => undefined);
    if (real === undefined || seen.has(real)) continue;
    seen.add(real);
    folders += 1;
    if (folders % 50 === 1) yield { stage: 'looking', folders, files: files.size };
    const inside = await readdir(real, { withFileTypes: true }).catch((): Dirent[] => []);
    const isOllama = inside.some(({ name }) => name === 'manifests') && inside.some(({ name }) => name === 'blobs');
    for await (const file of isOllama ? ollamaIn(real) : modelsAmong(real, inside)) {
      if (files.has(file.path)) continue;
      files.add(file.path);
      yield { stage: 'found', file };
    }
    if (isOllama || next.depth >= mostDepth) continue;
    for (const entry of inside) {
      const at = path.join(real, entry.name);
      const leadsOn = entry.isDirectory() || (entry.isSymbolicLink() && (await isFolderAt(at)));
      if (leadsOn && entry.name !== 'node_modules' && entry.name !== '.git') queue.push({ at, depth: next.depth + 1 });
    }
  }
  yield { stage: 'looking', folders, files: files.size };
}

async function* modelsAmong(folder: string, entries: readonly Dirent[]): AsyncGenerator<FoundFile> {
  for (const { name } of entries) {
    if (!/\.gguf$/i.test(name) || isPart(name)) continue;
    const file = await fileAt(path.join(folder, name));
    if (!file) continue;
    const blob = /[\\/]blobs[\\/]([0-9a-f]{64})$/.exec(file.path)?.[1];
    const origin = blob ? 'hugging-face' : /lm-?studio/i.test(folder) ? 'lm-studio' : 'file';
    yield { ...file, label: name, origin, ...(blob && { sha256: blob }) };
  }
}

/** A projector for pictures, or a piece of a model that is split: no model by itself. */
const isPart = (name: string): boolean => /mmproj/i.test(name) || /-0*[2-9]\d*-of-\d+\.gguf$/i.test(name);

interface Manifest {
  readonly layers?: readonly { readonly mediaType?: string; readonly digest?: string }[];
}

/** `manifests/registry.ollama.ai/library/qwen2.5/7b` names blobs by their SHA-256. */
async function* ollamaIn(root: string): AsyncGenerator<FoundFile> {
  const manifests = path.join(root, 'manifests');
  const entries = await readdir(manifests, { recursive: true, withFileTypes: true }).catch((): Dirent[] => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const at = path.join(entry.parentPath, entry.name);
    const text = await readFile(at, 'utf8').catch(() => '');
    const sha256 = blobIn(text);
    if (sha256 === undefined) continue;
    const file = await fileAt(path.join(root, 'blobs', `sha256-${sha256}`));
    if (!file) continue;
    const parts = path.relative(manifests, at).split(path.sep);
    const label = `${parts
      .slice(1, -1)
      .join('/')
      .replace(/^library\//, '')}:${parts.at(-1)}`;
    yield { ...file, label, origin: 'ollama', sha256 };
  }
}

function blobIn(manifest: string): string | undefined {
  let parsed: Manifest;
  try {
    parsed = JSON.parse(manifest) as Manifest;
  } catch {
    return undefined;
  }
  const layers = Array.isArray(parsed?.layers) ? parsed.layers : [];
  const digest = layers.find(({ mediaType }) => mediaType === 'application/vnd.ollama.image.model')?.digest;
  return /^sha256:([0-9a-f]{64})$/.exec(digest ?? '')?.[1];
}

async function fileAt(at: string): Promise<Pick<FoundFile, 'path' | 'bytes'> | undefined> {
  const real = await realpath(at).catch(() => undefined);
  const found = real === undefined ? undefined : await stat(real).catch(() => undefined);
  if (real === undefined || !found?.isFile() || found.size < leastBytes) return undefined;
  return { path: real, bytes: found.size };
}

const isFolderAt = (at: string): Promise<boolean> =>
  stat(at).then(
    (found) => found.isDirectory(),
    () => false,
  );

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

export interface KnownFolder {
  readonly program: 'lm-studio' | 'hugging-face' | 'ollama';
  readonly path: string;
}

/** Where other programs keep models on this machine, as far as they are there. */
export async function knownFolders({ platform, env, home }: Surroundings): Promise<readonly KnownFolder[]> {
  const at = (...parts: string[]) => path.join(home, ...parts);
  const places: (KnownFolder | undefined)[] = [
    { program: 'lm-studio', path: at('.lmstudio', 'models') },
    { program: 'lm-studio', path: at('.cache', 'lm-studio', 'models') },
    env.HF_HUB_CACHE ? { program: 'hugging-face', path: env.HF_HUB_CACHE } : undefined,
    env.HF_HOME ? { program: 'hugging-face', path: path.join(env.HF_HOME, 'hub') } : undefined,
    { program: 'hugging-face', path: at('.cache', 'huggingface', 'hub') },
    env.OLLAMA_MODELS ? { program: 'ollama', path: env.OLLAMA_MODELS } : undefined,
    { program: 'ollama', path: at('.ollama', 'models') },
    platform === 'linux' ? { program: 'ollama', path: '/usr/share/ollama/.ollama/models' } : undefined,
  ];
  const there: KnownFolder[] = [];
  for (const place of places) {
    if (place && !there.some((one) => one.path === place.path) && (await isFolderAt(place.path))) there.push(place);
  }
  return there;
}
