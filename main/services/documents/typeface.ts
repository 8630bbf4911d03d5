/** @file The typeface of documents: Pretendard (OFL-1.1), as the build copies it, or as npm installed it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { invariant } from '#foundation/errors.ts';

const name = 'Pretendard-Regular.otf';

/** Reads the typeface when it is first asked for. `projectFolder` is the one that holds assets/. */
export function createTypeface(projectFolder: string): () => Uint8Array {
  let bytes: Uint8Array | undefined;
  return () => {
    bytes ??= readTypeface(projectFolder);
    return bytes;
  };
}

function readTypeface(projectFolder: string): Uint8Array {
  const places = [
    path.join(projectFolder, 'out', 'fonts', name),
    path.join(projectFolder, 'node_modules', 'pretendard', 'dist', 'public', 'static', name),
  ];
  const file = places.find((place) => existsSync(place));
  invariant(file, 'the typeface of documents lies in out/fonts or in node_modules');
  return readFileSync(file);
}
