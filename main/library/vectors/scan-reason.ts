/** @file Why the index cannot answer: found out by trying the folder and by reading what LanceDB threw. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexPlace } from './index-place.ts';
import type { ScanReason } from './search-index.ts';

/**
 * Tries to write in the folder of `place` and to make a hard link there, which is how LanceDB commits. exFAT and some network
 * and cloud folders have none. Undefined when all is well or the place is no folder.
 */
export async function whyNotWritable(place: IndexPlace): Promise<ScanReason | undefined> {
  if (place.kind !== 'folder') return undefined;
  const file = join(place.folder, `.trial-${randomUUID()}`);
  const second = `${file}-link`;
  try {
    await mkdir(place.folder, { recursive: true });
    await writeFile(file, '');
  } catch (error) {
    return reasonOfFileError(error) ?? 'unknown';
  }
  try {
    await link(file, second);
    return undefined;
  } catch (error) {
    return reasonOfFileError(error) === 'disk-full' ? 'disk-full' : 'no-hard-links';
  } finally {
    await rm(file, { force: true });
    await rm(second, { force: true });
  }
}

/** What `error`, thrown by LanceDB at `place`, means. */
export function reasonOf(error: unknown, place: IndexPlace): ScanReason {
  const text = String(error);
  if (/os error 28\b|no space left/iu.test(text)) return 'disk-full';
  if (/os error (13|30)\b|permission denied|read-only file system/iu.test(text)) return 'read-only';
  if (place.kind !== 'folder' && /error sending request|connect|timed? ?out|dns|http error|retries/iu.test(text)) {
    return 'unreachable';
  }
  return 'damaged';
}

function reasonOfFileError(error: unknown): ScanReason | undefined {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  // Node says ENOENT when a folder in between cannot be made.
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code === 'ENOENT') return 'read-only';
  return undefined;
}
