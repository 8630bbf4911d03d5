/**
 * @file How text is cut into words before letters are merged. An encoder must cut as llama.cpp does for the same
 * `tokenizer.ggml.pre`, so these are the patterns of GPT-2 and Qwen2.
 */

const patterns = {
  'gpt-2': /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu,
  qwen2:
    /(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+/gu,
} as const;

/** The values of `tokenizer.ggml.pre` that can be followed here. */
export type PreTokenizer = keyof typeof patterns;

/** The words of `text`, nothing left out. */
export function wordsOf(text: string, pre: PreTokenizer): string[] {
  return text.match(patterns[pre]) ?? [];
}
