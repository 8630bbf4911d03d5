/**
 * @file Foreign words that Korean writes in several ways, folded into one. Each row begins with the spelling kept.
 *
 * Only spellings, not synonyms: 로즈 and 장미 are two words of one concept, and that is the lexicon's business.
 */
const rows = `
베르가못 베르가모트 버가못 버가모트 베르가모 벨가못 베르가못트
재스민 자스민 쟈스민
파촐리 패출리 패츌리 파출리 파츌리 파슐리
샌달우드 산달우드 샌들우드
시더우드 씨더우드 세다우드
앰버 엠버 암버
앰브록산 암브록산 엠브록산
카다멈 카르다몸 카다몸 카더멈 카르다멈
통카빈 퉁카빈 통카콩
오우드 아우드 오드
블로섬 블라썸 블로썸 블라섬
알데하이드 알데히드
튜베로즈 튜베로스 튜버로즈 투베로즈
앱솔루트 앱솔류트
갈바넘 갈바눔 갈바늄 갈바놈
라벤더 라벤다
베티버 베티베르 베치버 베티벨
카모마일 캐모마일 카밀레
로즈마리 로즈메리
프리지아 후리지아 프리지어
멜론 메론
캐러멜 카라멜 캬라멜
카시스 카씨스
페티그레인 쁘띠그레인 페티그랭 쁘띠그랭
오스만투스 오스만서스 오스만터스
헬리오트로프 헬리오트롭
오크모스 오크모쓰
라브다넘 랍다넘 라다넘
프랑킨센스 프랑킨세스
시트러스 씨트러스 시트루스
플로럴 플로랄
프루티 프룻티 후루티
프레시 프레쉬 후레쉬
시프레 쉬프레 시프르
푸제르 퓨제르 푸제아
구르망 고르망
머스크 무스크
스파이시 스파이씨
애니멀릭 아니말릭
아니스 아니즈
넛멕 너트메그 넛메그
시나몬 씨나몬
디하이드로 디히드로 다이하이드로
하이드록시 히드록시
테트라하이드로 테트라히드로
갈락솔라이드 갈락솔리드 갈락소라이드 갤럭솔라이드
하바놀라이드 하바놀리드
에틸렌브라실레이트 에칠렌브라실레이트
리날룰 리날로올 리나롤 리날올
시트로넬롤 씨트로넬롤 시트로넬올
제라니올 게라니올
쿠마린 쿠머린 코우마린
바닐린 바니린
이오논 아이오논
이소 아이소
터피네올 테르피네올
샴페인 샴패인
초콜릿 초콜렛 쵸콜릿 쵸콜렛
캐시미어 캐쉬미어
캐시메란 캐쉬메란 카시메란 캐시머란
레더 레덜
히노키 히노끼
마시멜로 마쉬멜로 마시멜로우 마쉬멜로우
로션 로숀
디퓨저 디퓨져
워터릴리 워터리리
그레이프프루트 그레이프프룻 그레이프후르츠
패션프루트 패션후르츠
오렌지 오랜지
코코넛 코코낫
바이올렛 비올렛
아이리스 이리스
리넨 린넨
런드리 런더리
퍼퓸 퍼퓨움 빠르펭
알코올 알콜
보디 바디
핑크페퍼 핑크페파
벤조인 벤조잉
엘레미 에레미
오포파낙스 오포포낙스
사이프러스 싸이프러스 사이프레스
유칼립투스 유칼리툽스
페퍼민트 페파민트
사프란 샤프란 사프론 샤프론
머틀 머르틀
일랑일랑 이랑이랑 일랑이랑
피오니 피어니
매그놀리아 마그놀리아
가드니아 가데니아
스티락스 스토락스 스타이랙스
앰브렛 암브레트 앰브레트
`;

const canonical = new Map(
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [kept = '', ...others] = row.split(' ');
      return others.map((other): [string, string] => [other, kept]);
    }),
);
const lengths = [...new Set([...canonical.keys()].map(({ length }) => length))].sort((a, b) => b - a);

/** `word` with every spelling it begins or ends with folded: 베르가모트오일 is 베르가못오일. */
export function foldSpelling(word: string): string {
  for (const length of lengths) {
    if (length > word.length) continue;
    const kept = canonical.get(word.slice(0, length));
    if (kept !== undefined) return kept + (length < word.length ? foldSpelling(word.slice(length)) : '');
  }
  for (const length of lengths) {
    if (length >= word.length) continue;
    const kept = canonical.get(word.slice(-length));
    if (kept !== undefined) return word.slice(0, -length) + kept;
  }
  return word;
}

/** The place of ㅇ among the first letters of syllables. */
const silent = 11;
const openSyllable = (code: number) => code >= 0 && code < 11_172 && code % 28 === 0;

/** `word` without vowels that are only drawn out: 로오즈 is 로즈, 쿠울 is 쿨. */
export function withoutLongVowels(word: string): string {
  let short = '';
  for (const letter of word) {
    const [last, code] = [short.charCodeAt(short.length - 1) - 0xac00, letter.charCodeAt(0) - 0xac00];
    const [lead, vowel] = [Math.floor(code / 588), Math.floor((code % 588) / 28)];
    const isDrawnOut = lead === silent && openSyllable(last) && Math.floor((last % 588) / 28) === vowel;
    short = isDrawnOut ? short.slice(0, -1) + String.fromCharCode(0xac00 + last + (code % 28)) : short + letter;
  }
  return short;
}
