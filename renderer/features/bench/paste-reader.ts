/** @file Reads pasted text beside the page, so that no amount of it makes the page wait. One text, one answer. */
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { readPasted } from './read-pasted.ts';

self.onmessage = ({
  data,
}: MessageEvent<{ readonly text: string; readonly materials: readonly LibraryMaterial[] }>) => {
  self.postMessage(readPasted(data.text, data.materials));
};
