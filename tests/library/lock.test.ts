import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { StudioError } from '#foundation/errors.ts';
import { openLibrary } from '#library/sqlite/open-library.ts';
import { holdElsewhere, kill } from '#tests/library/hold-elsewhere.ts';
import { temporaryFolder } from '#tests/library/open-studio.ts';

it('a library that another process has open is refused, and free again when that one is killed', async () => {
  const folder = temporaryFolder();
  const { child, said } = await holdElsewhere(folder);
  try {
    expect(said).toBe('open');
    expect(() => openLibrary(folder)).toThrow(new StudioError('library.in-use', { folder }));
    await kill(child);
    openLibrary(folder).close();
  } finally {
    await kill(child);
    rmSync(folder, { recursive: true, force: true });
  }
});

it('a library that this process has open is refused to others, and to itself', async () => {
  const folder = temporaryFolder();
  const library = openLibrary(folder);
  const { child, said } = await holdElsewhere(folder);
  try {
    expect(said).toBe('library.in-use');
    expect(() => openLibrary(folder)).toThrow(new StudioError('library.in-use', { folder }));
    library.close();
    const later = await holdElsewhere(folder);
    expect(later.said).toBe('open');
    await kill(later.child);
  } finally {
    await kill(child);
    rmSync(folder, { recursive: true, force: true });
  }
});
