/** @file Thirty briefs in Korean as clients and perfumers write them, with what each says. */
import type { JudgedBrief } from './score-briefs.ts';

export const koreanBriefs: readonly JudgedBrief[] = [
  {
    text: '봄에 뿌릴 상큼하고 로맨틱한 플로럴 향수를 만들고 싶습니다. 너무 달지 않게 해 주세요.',
    expected: {
      families: ['floral'],
      notesWanted: ['zesty'],
      notesUnwanted: ['sweet'],
      moods: ['romantic'],
      seasons: ['spring'],
    },
  },
  {
    text: `안녕하세요, 조향사님.

지난 미팅 때 말씀드린 신제품 건으로 연락드립니다.
20대 여성을 위한 여름 바디 미스트이고, 자몽과 복숭아가 들어간 상큼한 시트러스였으면 좋겠습니다.
머스크는 은은하게 깔려도 괜찮지만 바닐라는 빼 주세요.
원료비는 kg당 8만원 이하로 부탁드립니다.

감사합니다.
장미희 드림
라일락코스메틱 마케팅팀
010-1234-5678`,
    expected: {
      families: ['citrus', 'musk'],
      notesWanted: ['grapefruit', 'peach', 'zesty'],
      notesUnwanted: ['vanilla'],
      seasons: ['summer'],
      genders: ['feminine'],
      scenes: ['twenties'],
      intensity: 'subtle',
      product: 'body-mist',
      priceCeiling: '80000 KRW',
    },
  },
  {
    text: '비 온 뒤 숲의 흙내음. 차분하고 고요한 향초. 베티버와 이끼를 쓰고 달콤한 느낌은 없었으면 합니다.',
    expected: {
      families: ['mossy'],
      notesWanted: ['earthy', 'vetiver'],
      notesUnwanted: ['sweet'],
      moods: ['calm'],
      scenes: ['petrichor', 'forest'],
      product: 'candle',
    },
  },
  {
    text: '남성용 애프터셰이브. 클래식한 푸제르로 라벤더와 오크모스, 제라늄. 이발소에서 나는 깨끗한 느낌.',
    expected: {
      notesWanted: ['fougere', 'lavender', 'oakmoss', 'geranium', 'clean'],
      moods: ['classic'],
      scenes: ['barbershop'],
      genders: ['masculine'],
      product: 'aftershave',
    },
  },
  {
    text: '겨울밤에 어울리는 관능적인 앰버 향수. 인센스와 침향, 사프란을 넣고 오래가야 합니다. 10시간 이상 지속되면 좋겠어요.',
    expected: {
      families: ['amber'],
      notesWanted: ['incense', 'oud', 'saffron'],
      moods: ['sensual'],
      scenes: ['night'],
      seasons: ['winter'],
      longevity: '10',
    },
  },
  {
    text: '레퍼런스: 르라보 상탈 33, 딥티크 탐다오\n샌달우드와 시더우드 중심의 유니섹스 향. 크리미하지만 너무 무겁지 않게.',
    expected: {
      notesWanted: ['sandalwood', 'cedar', 'creamy'],
      notesUnwanted: ['heavy'],
      genders: ['unisex'],
      references: ['르라보 상탈 33', '딥티크 탐다오'],
    },
  },
  {
    text: '아기 로션용 향입니다. 파우더리하고 포근한 살냄새, 우유 느낌. 알레르겐 없이 은은하게. 카테고리 5D를 통과해야 합니다.',
    expected: {
      notesWanted: ['powdery', 'cozy', 'skin', 'milky'],
      scenes: [],
      intensity: 'subtle',
      product: 'baby-lotion',
    },
  },
  {
    text: '호텔 로비에 둘 리드 디퓨저. 화이트티와 무화과, 깨끗한 머스크. 고급스럽고 세련된 느낌이어야 하고 인공적인 느낌은 피해 주세요.',
    expected: {
      notesWanted: ['white-tea', 'fig', 'clean-musk'],
      moods: ['luxurious', 'sophisticated'],
      scenes: ['hotel'],
      product: 'reed-diffuser',
    },
  },
  {
    text: '첫사랑 같은 청순한 은방울꽃과 프리지아. 봄날 아침 이슬처럼 맑고 가볍게.',
    expected: {
      notesWanted: ['muguet', 'freesia', 'transparent', 'light'],
      moods: ['innocent'],
      scenes: ['morning', 'dew'],
      seasons: ['spring'],
    },
  },
  {
    text: `보낸 사람: 백합 주식회사 <lily@example.com>
받는 사람: 조향팀
제목: 가을 한정 핸드크림 향 의뢰

안녕하세요. 가을 한정 핸드크림에 쓸 향을 의뢰드립니다.
금목서와 살구의 부드러운 달콤함, 거기에 홍차가 살짝 더해지면 좋겠습니다.
여성스럽지만 어른스러운 분위기로 부탁드려요.
제외할 노트: 코코넛, 바닐라, 캐러멜

잘 부탁드립니다.
김봄 드림`,
    expected: {
      notesWanted: ['osmanthus', 'apricot', 'sweet', 'tea'],
      notesUnwanted: ['coconut', 'vanilla', 'caramel'],
      moods: ['soft', 'mature'],
      seasons: ['autumn'],
      genders: ['feminine'],
      product: 'hand-cream',
    },
  },
  {
    text: '달콤한 디저트 같은 구르망 향수. 초콜릿, 커피, 헤이즐넛을 쓰고 카라멜은 과하지 않게. 십대와 이십대가 좋아할 만한 귀여운 느낌.',
    expected: {
      families: ['gourmand'],
      notesWanted: ['sweet', 'chocolate', 'coffee', 'nutty', 'caramel'],
      moods: ['cute'],
      scenes: ['teen', 'twenties'],
    },
  },
  {
    text: '사무실에서 쓰기 무난한 데일리 향수. 비누향, 코튼, 화이트 머스크. 확산력은 약해도 됩니다.',
    expected: { families: ['musk'], notesWanted: ['soapy', 'cotton'], moods: ['common'], scenes: ['office', 'daily'] },
  },
  {
    text: '오드 향이 강렬한 오리엔탈 엑스트레. 장미와 파촐리, 가죽. 어둡고 신비로운 분위기. 남녀공용. 동물적인 향은 싫어요.',
    expected: {
      families: ['leather'],
      notesWanted: ['oud', 'oriental', 'rose', 'patchouli'],
      notesUnwanted: ['animalic'],
      moods: ['dark', 'mysterious'],
      genders: ['unisex'],
      intensity: 'intense',
      product: 'extrait',
    },
  },
  {
    text: '바닷가 휴양지가 떠오르는 여름 향. 코코넛과 티아레, 소금기 있는 바다. 선크림 느낌도 조금. kg당 60달러 이하.',
    expected: {
      notesWanted: ['coconut', 'tiare', 'salty', 'suntan'],
      scenes: ['sea', 'travel'],
      seasons: ['summer'],
      priceCeiling: '60 USD',
    },
  },
  {
    text: '섬유유연제 향. 갓 세탁한 빨래처럼 깨끗하고 포근한 향이 오래 남아야 합니다. 라벤더와 화이트 플로럴, 머스크.',
    expected: {
      families: ['musk'],
      notesWanted: ['clean', 'cozy', 'lavender', 'white-floral'],
      scenes: ['laundry'],
      longevity: 'long-lasting',
      product: 'fabric-softener',
    },
  },
  {
    text: '한옥 서재의 느낌. 먹향, 종이, 소나무, 은은한 인센스. 조용하고 명상적인 룸 스프레이.',
    expected: {
      notesWanted: ['ink', 'paper', 'pine', 'incense'],
      moods: ['meditative'],
      scenes: ['korea', 'library'],
      intensity: 'subtle',
      product: 'room-spray',
    },
  },
  {
    text: "'샤넬 No.5' 같은 알데하이드 플로럴. 빈티지하고 우아하게. 재스민과 장미, 일랑일랑, 아이리스의 파우더리한 잔향.",
    expected: {
      families: ['aldehydic', 'floral'],
      notesWanted: ['jasmine', 'rose', 'ylang', 'iris', 'powdery'],
      moods: ['vintage', 'elegant'],
      references: ['샤넬 No.5'],
    },
  },
  {
    text: '활기찬 아침을 위한 샤워 젤. 레몬, 민트, 생강. 시원하고 상쾌하게. 1kg에 4만원 이하로.',
    expected: {
      notesWanted: ['lemon', 'minty', 'ginger', 'cooling', 'fresh'],
      moods: ['energetic'],
      scenes: ['morning'],
      product: 'shower-gel',
      priceCeiling: '40000 KRW',
    },
  },
  {
    text: '결혼식 부케를 떠올리게 하는 향수. 피오니, 스위트피, 오렌지 블로섬. 밝고 사랑스러운 느낌이고 여성용입니다.',
    expected: {
      notesWanted: ['peony', 'sweet-pea', 'orange-blossom'],
      moods: ['bright', 'lovely'],
      scenes: ['wedding'],
      genders: ['feminine'],
    },
  },
  {
    text: '드라이한 우디 향. 베티버, 시더, 과이악우드에 후추를 살짝. 도시적이고 절제된 남성 향수. 너무 스모키하지 않게 해 주세요.',
    expected: {
      families: ['woody'],
      notesWanted: ['dry', 'vetiver', 'cedar', 'guaiac', 'peppery'],
      notesUnwanted: ['smoky'],
      moods: ['urban', 'minimal'],
      genders: ['masculine'],
    },
  },
  {
    text: '크리스마스 캔들. 전나무, 시나몬, 오렌지, 정향. 따뜻하고 아늑하게.',
    expected: {
      notesWanted: ['pine', 'cinnamon', 'orange', 'clove', 'warm', 'cozy'],
      scenes: ['christmas'],
      product: 'candle',
    },
  },
  {
    text: '녹차와 대나무의 맑고 은은한 향. 일본 정원 같은 고요함. 시트러스는 유자만. 지속력은 짧아도 괜찮습니다.',
    expected: {
      families: ['citrus'],
      notesWanted: ['green-tea', 'bamboo', 'transparent', 'yuzu'],
      moods: ['calm'],
      scenes: ['japan'],
      intensity: 'subtle',
    },
  },
  {
    text: '비건 고체 향수를 기획 중입니다. 라즈베리와 바이올렛, 립스틱 같은 파우더리한 느낌. 분홍색 이미지. 장난스럽고 발랄하게.',
    expected: {
      notesWanted: ['raspberry', 'violet', 'powdery'],
      moods: ['playful', 'energetic'],
      scenes: ['lipstick', 'pink'],
      product: 'solid-perfume',
    },
  },
  {
    text: '퇴근 후 잠들기 전에 뿌리는 필로우 미스트. 라벤더, 캐모마일, 샌달우드. 진정되는 느낌. 강한 향은 안 됩니다.',
    expected: {
      notesWanted: ['lavender', 'chamomile', 'sandalwood'],
      moods: ['calm'],
      scenes: ['evening', 'bedtime'],
      intensity: 'subtle',
      product: 'linen-spray',
    },
  },
  {
    text: '튜베로즈와 가드니아의 농염한 화이트 플로럴. 인돌릭해도 좋습니다. 파티에 어울리는 화려하고 당당한 여성 향수.',
    expected: {
      notesWanted: ['tuberose', 'gardenia', 'narcotic', 'white-floral', 'indolic'],
      moods: ['glamorous', 'confident'],
      scenes: ['party'],
      genders: ['feminine'],
    },
  },
  {
    text: '샴푸용 그린 애플 향. 싱그럽고 과즙이 가득한 느낌. 합성 머스크는 피하고, IFRA 카테고리 9 기준.',
    expected: { families: ['green'], notesWanted: ['apple', 'juicy'], notesUnwanted: ['musk'], product: 'shampoo' },
  },
  {
    text: '낡은 책과 가죽 소파가 있는 도서관. 담배잎과 위스키, 통카빈. 가을 저녁에 어울리는 중후한 향.',
    expected: {
      families: ['leather'],
      notesWanted: ['tobacco', 'whisky', 'tonka'],
      moods: ['mature'],
      scenes: ['old-books', 'library', 'evening'],
      seasons: ['autumn'],
    },
  },
  {
    text: '스포츠 데오도란트. 청량한 아쿠아틱에 민트. 땀 냄새를 가리고 운동 후에도 상쾌하게. 남성 타깃.',
    expected: {
      families: ['aquatic'],
      notesWanted: ['minty', 'cooling', 'fresh'],
      scenes: ['sport'],
      genders: ['masculine'],
      product: 'deodorant',
    },
  },
  {
    text: '너무 흔하지 않은 장미를 원합니다. 라이치나 로즈 워터 느낌 말고, 흙냄새와 후추, 가죽이 섞인 어두운 장미. 예산은 kg당 300유로까지.',
    expected: {
      families: ['leather'],
      notesWanted: ['rose', 'earthy', 'peppery'],
      notesUnwanted: ['lychee', 'rose'],
      moods: ['dark'],
      priceCeiling: '300 EUR',
    },
  },
  {
    text: '엄마 화장대에서 나던 분 냄새가 그리워요. 제비꽃과 헬리오트로프, 부드러운 머스크. 은은하고 향수를 불러일으키는 향.',
    expected: {
      families: ['musk'],
      notesWanted: ['powdery', 'violet', 'heliotrope'],
      moods: ['nostalgic', 'soft'],
      scenes: ['makeup'],
      intensity: 'subtle',
    },
  },
];
