import path from 'node:path';

/** The library's file in `folder`. */
export function libraryFile(folder: string): string {
  return path.join(folder, 'library.sqlite');
}
