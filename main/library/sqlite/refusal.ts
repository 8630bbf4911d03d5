/** @file What a failing disk or file means to the perfumer. */
import { StudioError } from '#foundation/errors.ts';

/** The refusal behind an error of SQLite or of the file system, if it is one the perfumer can do something about. */
export function refusalOf(error: unknown, folder: string): StudioError | undefined {
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const options = { cause: error };
  if (/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)$/.test(code)) {
    return new StudioError('library.disk-full', { folder }, options);
  }
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR_(SHMOPEN|DELETE))|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/.test(code)) {
    return new StudioError('library.read-only', { folder }, options);
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new StudioError('library.damaged', { folder, detail: (error as Error).message }, options);
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new StudioError('library.in-use', { folder }, options);
  return undefined;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
