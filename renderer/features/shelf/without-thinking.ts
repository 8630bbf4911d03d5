/** What a thinking model wrote before its answer, apart from the answer. While it still thinks there is no answer yet. */
export function withoutThinking(text: string): { readonly thought: string; readonly said: string } {
  const begun = /^\s*<think>/.exec(text);
  if (!begun) return { thought: '', said: text };
  const end = text.indexOf('</think>');
  if (end < 0) return { thought: text.slice(begun[0].length).trim(), said: '' };
  return { thought: text.slice(begun[0].length, end).trim(), said: text.slice(end + '</think>'.length).trimStart() };
}
