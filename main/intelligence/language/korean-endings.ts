/** @file Endings of Korean predicates and particles of nouns, as far as perfumers and their clients use them. */
import type { Ending } from './korean-predicate.ts';

const plain =
  '고 고도 고는 고서 지 지는 지도 지가 지를 지만 지만은 진 질 게 게도 게끔 다 다는 다고 다가 다면 던 던데 네 네요 기 기는 기도 기만 기에 기로 길 긴 거나 거든 거든요 는 는데 는지 는걸 는구나 구나 군 군요 겠다 겠는 겠고 도록 듯 듯이 듯한 든 든지 자 잖아 습니다 습니까 냐 니 는다 ㄴ다 나요 더라 더니 더라도 느니 자마자 기보다 고있는 고있다';
const eu =
  'ㄴ ㄴ데 ㄴ데요 ㄴ가 ㄴ지 ㄴ듯 ㄴ듯한 ㄴ걸 ㄴ게 ㄴ건 ㄴ거 ㄴ다 ㄹ ㄹ까 ㄹ지 ㄹ때 ㄹ수록 ㄹ듯 ㄹ듯한 ㄹ것 ㄹ만한 ㅁ ㅁ직한 면 면서 면서도 며 며도 니 니까 나 러 려고 려는 려면 므로 시면 세요 신 ㅂ니다 ㅂ니까 ㄴ데도 ㄴ데다';
const eo =
  ' 서 서요 도 야 야만 요 라 ㅆ다 ㅆ던 ㅆ고 ㅆ는데 ㅆ으면 ㅆ지만 ㅆ었던 ㅆ어 ㅆ어요 ㅆ음 ㅆ을 ㅆ습니다 ㅆ네 지는 진 지고 지게 졌으면 주는 줄 준 보이는 보여 죽겠는 하는 한 가는 오는 야하는 도되는 ㅆ는지 ㅆ다가';

/** Every ending that is recognised, by the shape of the stem it follows. */
export const endings: readonly Ending[] = [
  ...plain.split(' ').map((text): Ending => ({ shape: 'plain', text })),
  ...eu.split(' ').map((text): Ending => ({ shape: 'eu', text })),
  ...eo.split(' ').map((text): Ending => ({ shape: 'eo', text })),
];

/** Endings before a noun, between clauses and at the end of a sentence: what a generator of sentences chooses from. */
export const sayingEndings = {
  beforeNoun: [{ shape: 'eu', text: 'ㄴ' }],
  between: [
    { shape: 'plain', text: '고' },
    { shape: 'eu', text: '면서' },
    { shape: 'eu', text: '면서도' },
    { shape: 'eu', text: '며' },
    { shape: 'plain', text: '지만' },
    { shape: 'eu', text: 'ㄴ데' },
    { shape: 'eo', text: '서' },
  ],
  asNoun: [{ shape: 'eu', text: 'ㅁ' }],
  adverb: [{ shape: 'plain', text: '게' }],
  closing: [
    { shape: 'plain', text: '다' },
    { shape: 'eo', text: '요' },
    { shape: 'plain', text: '네요' },
    { shape: 'eo', text: 'ㅆ으면' },
  ],
  beforeNot: [
    { shape: 'plain', text: '지' },
    { shape: 'plain', text: '지는' },
    { shape: 'plain', text: '지도' },
  ],
} as const satisfies Record<string, readonly Ending[]>;

/** Particles after a noun, and the copula's forms. */
export const particles: readonly string[] =
  '은 는 이 가 을 를 의 에 와 과 로 으로 도 만 나 이나 랑 이랑 하고 에서 에게 한테 께 까지 부터 처럼 같이 만큼 보다 마저 조차 밖에 이라도 라도 이든 든 이든지 든지 이라는 라는 이라고 라고 이란 란 인 이고 이며 이면서 이지만 인데 이다 입니다 이에요 예요 이라 라 이어도 여도 이어야 여야 에는 에도 에만 에선 에서는 에서도 에서의 에서나 으로는 로는 으로도 로도 으로만 로만 으로써 로써 으로서 로서 으로의 로의 으로부터 로부터 에서부터 까지는 까지도 부터는 만의 만이 만은 만을 과의 와의 과는 와는 과도 와도 이나마 나마 이야 야 요 이요 이죠 이네 네 이었던 였던 이었으면 였으면 처럼은 보다는 보다도 보단 만큼은 이랑도 들 들이 들을 들은 들의 들로 들과 들도 적 적인 적이고 적이며 적이면서 적이지만 적으로 적이다 적이라 일 일때 때 때는 때의 때에 씩 쯤 께서 님 으론 론 엔 에게는 에겐 한테는 류 류의 류는 계 스러운 스럽고 스럽게 스럽다 스러워 스러움 스러우면서 틱한 틱하고 풍 풍의 풍인 빛 빛의'.split(
    ' ',
  );
