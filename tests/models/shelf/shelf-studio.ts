import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type OpenStudio, openStudio, temporaryFolder } from '#tests/library/open-studio.ts';

export interface ShelfStudio extends OpenStudio {
  /** For model files; goes with whoever made it. */
  readonly files: string;
}

/** A whole studio with a folder beside it for model files. */
export function openShelfStudio(): ShelfStudio {
  const files = path.join(temporaryFolder(), 'models');
  mkdirSync(files);
  return { ...openStudio(), files };
}

/** Every value of a stream. */
export async function all<T>(stream: Promise<AsyncIterable<T>> | AsyncIterable<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of await stream) values.push(value);
  return values;
}
