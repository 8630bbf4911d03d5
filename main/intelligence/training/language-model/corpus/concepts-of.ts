/** @file The ideas of the lexicon with words that can stand in a sentence. */
import type { Concept } from './sources.ts';

/** A form as the lexicon writes it: a word, or a stem with how it is conjugated. */
type Form = string | { readonly stem: string; readonly class: string };

interface LexiconConcept {
  readonly id: string;
  readonly category: string;
  readonly forms: { readonly ko?: readonly Form[]; readonly en?: readonly string[]; readonly loan?: readonly Form[] };
  readonly implies?: Readonly<Record<string, number>>;
}

/** From a parsed file of assets/lexicon. What has no word in one of the languages is left out. */
export function conceptsOf(file: { readonly concepts?: readonly LexiconConcept[] }): readonly Concept[] {
  return (file.concepts ?? []).flatMap(({ id, category, forms, implies = {} }) => {
    const ko = [...(forms.ko ?? []), ...(forms.loan ?? [])].flatMap(attributive);
    const en = forms.en ?? [];
    if (ko.length === 0 || en.length === 0) return [];
    const byStrength = Object.entries(implies).sort(([, a], [, b]) => b - a);
    return [{ id, category, words: { en, ko }, implies: byStrength.map(([other]) => other) }];
  });
}

/** As it stands before a noun: 상쾌하- becomes 상쾌한, 사랑스럽- 사랑스러운. Other stems are not conjugated here. */
function attributive(form: Form): readonly string[] {
  if (typeof form === 'string') return [form];
  if (form.class === '하' && form.stem.endsWith('하')) return [`${form.stem.slice(0, -1)}한`];
  if (form.class !== 'ㅂ') return [];
  const last = form.stem.charCodeAt(form.stem.length - 1);
  const final = (last - 0xac00) % 28;
  return final === 17 ? [`${form.stem.slice(0, -1)}${String.fromCharCode(last - final)}운`] : [];
}
