/** @file What a file means in this library, or why it means nothing, as one of two answers. */
import type { Understood } from '#perfumery/interchange/understood.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { sendFile } from '#renderer/shared/send-file.ts';
import { useStudio } from '#renderer/shared/studio.ts';

/** The largest file the core reads, in bytes; a larger one is not even sent. */
const mostBytes = 10_000_000;

export type ReadFile = { readonly understood: Understood } | { readonly sentence: string };

/** Asks the core to read a file. A file that cannot be read comes back as the sentence that says so. */
export async function readFile(file: File): Promise<ReadFile> {
  const { name, size: bytes } = file;
  if (bytes > mostBytes)
    return { sentence: sentenceFor({ code: 'file.too-large', facts: { name, bytes, most: mostBytes } }) };
  try {
    const sent = await sendFile(file);
    return { understood: (await useStudio.getState().client.interchange.read({ file: sent })) as Understood };
  } catch (error) {
    if (error instanceof DOMException)
      return { sentence: sentenceFor({ code: 'file.not-understood', facts: { name: file.name } }) };
    return { sentence: sentenceFor(refusalOf(error)) };
  }
}
