/** @file What is written beside a shipped encoder, and whether it fits the code that reads texts for it. */
import { createHash } from 'node:crypto';
import { encoderInputs } from './text/encoder-inputs.ts';

export interface EncoderManifest {
  readonly id: string;
  readonly purpose: string;
  readonly kind: 'encoder';
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly licence: string;
  readonly languages: readonly string[];
  readonly source: string;
  readonly command: string;
  readonly seed: number;
  readonly dimensions: number;
  /** SHA-256 of the lexicon and the catalogue it learned from, as the training took them. */
  readonly trainedOn: string;
  /** `readingSignature()` of the code it was trained with. */
  readonly reading: string;
  readonly figures: EncoderFigureSheet;
}

export interface EncoderFigureSheet {
  readonly parameters: number;
  readonly steps: number;
  readonly seconds: number;
  /** Between vectors in float32 and as shipped. */
  readonly cosineOfInt8: number;
  /** By kind of question, on sentences kept back from the training. */
  readonly heldOut: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const sample = [
  '상큼하고 로맨틱한 봄 향수',
  '너무 달지 않은 바닐라, 머스크 없이',
  'a green note that is not galbanum',
  'Isn’t heavy: Vétiver 30% & 깨끗한 sexy한 느낌',
];

/** Changes whenever texts are turned into numbers in another way: an encoder of another signature would hear noise. */
export function readingSignature(): string {
  const { rows, weights, said, denied } = encoderInputs(sample);
  const hash = createHash('sha256');
  for (const list of [rows, weights, said, denied]) hash.update(new Uint8Array(list.buffer));
  return hash.digest('hex').slice(0, 16);
}
