/** @file Particles that depend on how the word before them ends: 은 or 는, 이 or 가. */

/** After a consonant, and after a vowel. */
const particles = {
  은는: ['은', '는'],
  이가: ['이', '가'],
  을를: ['을', '를'],
  과와: ['과', '와'],
  으로로: ['으로', '로'],
  이에요: ['이에요', '예요'],
} as const;

/** `word` with the particle that fits: 장미 + 은는 gives 장미는. */
export function withParticle(word: string, particle: keyof typeof particles): string {
  const [afterConsonant, afterVowel] = particles[particle];
  const ending = endingOf(word);
  const isVowelLike = ending === 'vowel' || (particle === '으로로' && ending === 'ㄹ');
  return word + (isVowelLike ? afterVowel : afterConsonant);
}

/** Of the last letter that is pronounced; Latin letters and digits as they are read in Korean. */
function endingOf(word: string): 'vowel' | 'ㄹ' | 'consonant' {
  const last = [...word.replace(/[)\]"'”’\s.]+$/u, '')].at(-1) ?? '';
  const code = last.charCodeAt(0) - 0xac00;
  if (code >= 0 && code < 11_172) return code % 28 === 0 ? 'vowel' : code % 28 === 8 ? 'ㄹ' : 'consonant';
  if (/[lrLR178]/.test(last)) return 'ㄹ';
  return /[mnMN036]/.test(last) ? 'consonant' : 'vowel';
}
