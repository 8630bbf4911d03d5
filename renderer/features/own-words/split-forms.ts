/** Several ways to say a word, as they were typed: `몽글몽글, fluffy` are two. Each once, spaces around them gone. */
export function splitForms(typed: string): readonly string[] {
  const forms = typed.split(/[,、，;\n]/u).map((one) => one.trim().replaceAll(/\s+/gu, ' '));
  return [...new Set(forms.filter(Boolean))];
}
