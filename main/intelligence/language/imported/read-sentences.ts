/** @file Sentences as the numbers an imported encoder reads, by its own tokenizer.json. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { encoderFault } from './encoder-fault.ts';

/** What stands before and after every sentence, and between them the sentence. */
export interface SentenceReader {
  /** Tokens of one sentence, at most `most`: what is too long loses its end, never what stands around it. */
  read(text: string, most: number): Int32Array<ArrayBuffer>;
  /** How a language is read: letters of a word that become one token, and whether any are lost. */
  readonly facts: ReadingFacts;
}

export interface ReadingFacts {
  readonly ko: Reading;
  readonly en: Reading;
  /** The highest number it gives. */
  readonly highest: number;
}

/** `words`: whole words or large parts of them; `letters`: letter by letter, so that little is meant; `lost`: as unknown. */
export type Reading = 'words' | 'letters' | 'lost';

const samples = {
  ko: '상큼하고 로맨틱한 봄 향수, 비 온 뒤 흙내음과 포근한 머스크',
  en: 'A fresh and romantic spring perfume, wet earth after rain and a cosy musk',
};
/** Letters of one token below which a language is read letter by letter: a syllable of Hangul is one letter. */
const leastLetters = { ko: 0.75, en: 1.8 };
const mostLost = 0.2;

/** Refuses (`encoder.refused`) a tokenizer that cannot be read. */
export function openSentenceReader(file: string, name: string): SentenceReader {
  const tokenizer = openTokenizer(file, name);
  try {
    const around = aroundSentence(tokenizer);
    const read = (text: string, most: number) => {
      const inner: readonly number[] = tokenizer.encode(text, { add_special_tokens: false }).ids;
      const room = Math.max(0, most - around.before.length - around.after.length);
      return Int32Array.from([...around.before, ...inner.slice(0, room), ...around.after]);
    };
    read(samples.ko, 16);
    return { read, facts: factsOf(tokenizer) };
  } catch (error) {
    throw encoderFault('bad-tokenizer', name, (error as Error).message, error);
  }
}

/** The library wants every part to be named, though files leave out those they do not use. */
const nothing = { added_tokens: [], normalizer: null, pre_tokenizer: null, post_processor: null, decoder: null };

function openTokenizer(file: string, name: string): Tokenizer {
  try {
    const json = JSON.parse(readFileSync(file, 'utf8')) as object;
    return new Tokenizer({ ...nothing, ...json }, readBeside(file));
  } catch (error) {
    throw encoderFault('bad-tokenizer', name, (error as Error).message, error);
  }
}

/** The library wants it, though nothing in it is needed. */
function readBeside(file: string): object {
  try {
    return JSON.parse(readFileSync(path.join(path.dirname(file), 'tokenizer_config.json'), 'utf8')) as object;
  } catch {
    return {};
  }
}

function aroundSentence(tokenizer: Tokenizer): {
  readonly before: readonly number[];
  readonly after: readonly number[];
} {
  const bare: readonly number[] = tokenizer.encode('a', { add_special_tokens: false }).ids;
  const whole: readonly number[] = tokenizer.encode('a').ids;
  const at = whole.findIndex((_, from) => bare.every((id, place) => whole[from + place] === id));
  if (bare.length === 0 || at < 0) return { before: [], after: [] };
  return { before: whole.slice(0, at), after: whole.slice(at + bare.length) };
}

function factsOf(tokenizer: Tokenizer): ReadingFacts {
  const unknown = ['[UNK]', '<unk>', '<|unk|>'].map((one) => tokenizer.token_to_id(one));
  const reading = (language: 'ko' | 'en'): Reading => {
    const ids: readonly number[] = tokenizer.encode(samples[language], { add_special_tokens: false }).ids;
    if (ids.length === 0) return 'lost';
    const lost = ids.filter((id) => unknown.includes(id)).length;
    if (lost / ids.length > mostLost) return 'lost';
    const letters = samples[language].match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    return letters / ids.length < leastLetters[language] ? 'letters' : 'words';
  };
  let highest = 0;
  for (const id of tokenizer.get_vocab().values()) highest = Math.max(highest, id);
  return { ko: reading('ko'), en: reading('en'), highest };
}
