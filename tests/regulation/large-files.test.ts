import { describe, expect, it } from 'vitest';
import { mostFileBytes, pieceBytes } from '#foundation/file-limits.ts';
import { openStudio, refusalOf } from '#tests/library/open-studio.ts';

/** A CSV of many rows, longer than one piece. */
function longCsv(rows: number): File {
  const lines = Array.from({ length: rows }, (_, at) => `Material ${at};78-70-6;${'x'.repeat(190)}`);
  return new File([`Name;CAS;Note\n${lines.join('\n')}`], 'long.csv');
}

async function sendIn(client: ReturnType<typeof openStudio>['client'], file: File, uploadId = 'one'): Promise<void> {
  const { name, size } = file;
  for (let at = 0; at < size; at += pieceBytes)
    await client.files.send({ uploadId, name, at, size, piece: new File([file.slice(at, at + pieceBytes)], name) });
}

describe('a file that is too long for one message', () => {
  it('comes in pieces and is read like any other, more than once', async () => {
    using studio = openStudio();
    const { client } = studio;
    const file = longCsv(12_000);
    expect(file.size).toBeGreaterThan(2 * pieceBytes);
    await sendIn(client, file);
    for (let time = 0; time < 2; time += 1)
      expect(await client.collections.read({ file: { uploadId: 'one' } })).toMatchObject({
        name: 'long.csv',
        rows: 12_000,
        headings: ['Name', 'CAS', 'Note'],
      });
    expect(studio.bugs).toEqual([]);
  });

  it('is refused with its size when it is larger than anything that is read, before it is sent', async () => {
    using studio = openStudio();
    const piece = new File(['x'], 'huge.xlsx');
    const size = mostFileBytes + 1;
    expect(
      await refusalOf(studio.client.files.send({ uploadId: 'one', name: 'huge.xlsx', at: 0, size, piece })),
    ).toMatchObject({ code: 'file.too-large', facts: { name: 'huge.xlsx', bytes: size, most: mostFileBytes } });
  });

  it('is not read while it is not whole, out of order, or pushed out by others', async () => {
    using studio = openStudio();
    const { client } = studio;
    const piece = new File(['Name;CAS\n'], 'part.csv');
    const part = { uploadId: 'part', name: 'part.csv', size: 100, piece };
    await client.files.send({ ...part, at: 0 });
    const gone = { code: 'file.not-here' };
    expect(await refusalOf(client.collections.read({ file: { uploadId: 'part' } }))).toMatchObject(gone);
    expect(await refusalOf(client.files.send({ ...part, at: 50 }))).toMatchObject(gone);
    expect(await refusalOf(client.files.send({ ...part, uploadId: 'other', at: 9 }))).toMatchObject(gone);
    for (const uploadId of ['a', 'b', 'c'])
      await client.files.send({ uploadId, name: 'small.csv', at: 0, size: piece.size, piece });
    expect(await refusalOf(client.regulation.readAnnex({ file: { uploadId: 'a' } }))).toMatchObject(gone);
    expect((await client.regulation.readAnnex({ file: { uploadId: 'c' } })).fileName).toBe('small.csv');
    expect(studio.bugs).toEqual([]);
  });
});
