import { StudioError } from '#foundation/errors.ts';
import { mostFileBytes, pieceBytes } from '#foundation/file-limits.ts';
import { useStudio } from './studio.ts';

/**
 * What to call the core with for a file that was chosen: the file itself while it is small, else what it was sent as, piece by
 * piece. A copy is taken before anything is sent: the file on the disk may be gone, or another one, by the time it is read again.
 */
export async function sendFile(chosen: File): Promise<File | { uploadId: string }> {
  const { name, size, type } = chosen;
  if (size > mostFileBytes) throw new StudioError('file.too-large', { name, bytes: size, most: mostFileBytes });
  const file = new File([await chosen.arrayBuffer()], name, { type });
  if (size <= pieceBytes) return file;
  const { client } = useStudio.getState();
  const uploadId = crypto.randomUUID();
  for (let at = 0; at < size; at += pieceBytes)
    await client.files.send({ uploadId, name, at, size, piece: new File([file.slice(at, at + pieceBytes)], name) });
  return { uploadId };
}
