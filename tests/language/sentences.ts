/** @file Sentences a perfumer types, each with how it is to be read: `sentence => reading`, in the writing of say-reading.ts. */

/** Korean, and Korean mixed with English. */
export const koreanSentences = `
봄에 어울리는 향 추천해줘  =>  +spring
상큼하고 로맨틱한 봄 향수  =>  +zesty +romantic +spring +recipe
데이트할 때 좋은 향수  =>  +date +recipe
사무실에서 부담 없는 향  =>  +office +common
겨울에 따뜻한 우디 향  =>  +winter +warm +woody
비 온 뒤 흙내음 나는 원료  =>  +petrichor kind=material
포근한 살냄새 머스크  =>  +cozy +skin +musk
로오즈랑 무우스크  =>  +rose +musk
청량한 여름 시트러스인데 오래가는 것  =>  +cooling +summer +citrus +long-lasting
한여름 바닷가에서 뿌릴 시원한 향  =>  +summer +sea +cooling
비누향 나는 깨끗한 향수 찾아줘  =>  +soapy +clean +recipe
엄마 화장품 냄새 나는 파우더리한 향  =>  +makeup +powdery
첫사랑이 떠오르는 청순한 은방울꽃  =>  +innocent +muguet
새벽 숲길을 걷는 듯한 차분한 향  =>  +dawn +forest +calm
가을밤에 어울리는 그윽한 금목서  =>  +autumn +night +subtle +osmanthus
오래된 책 냄새  =>  +old-books
갓 세탁한 빨래 냄새  =>  +laundry
크리스마스 느낌의 따뜻한 시나몬과 오렌지  =>  +christmas +warm +cinnamon +orange
관능적이고 어두운 밤의 향  =>  +sensual +dark +night
도시적이고 세련된 중성적인 향  =>  +urban +sophisticated +unisex
남자친구한테 선물할 깔끔한 향  =>  +masculine +gift +clean
아기 살냄새 같은 보드라운 머스크  =>  +baby +velvety +musk
햇볕에 말린 이불처럼 포근한 향  =>  +sunlight +bedtime +cozy
고급스러운 장미와 침향  =>  +luxurious +rose +oud
달달하고 귀여운 딸기 솜사탕 향  =>  +sweet +cute +strawberry +cotton-candy
이국적인 열대과일 향  =>  +exotic +tropical
몽환적인 제비꽃과 아이리스  =>  +dreamy +violet +iris
신비로운 인센스  =>  +mysterious +incense
빈티지한 알데하이드 플로럴  =>  +vintage +aldehydic +floral
활기찬 자몽과 생강  =>  +energetic +grapefruit +ginger
절에서 나는 향냄새  =>  +temple
한옥이 떠오르는 먹향  =>  +korea +ink
장마철에 쓰기 좋은 산뜻한 향  =>  +rainy-season +fresh
비오는날 어울리는 차분한향  =>  +rain +calm
눈 오는 날의 차가운 공기  =>  +snow +cold
녹차처럼 맑고 은은한 향  =>  +green-tea +transparent +subtle
보라색 이미지의 몽환적인 꽃  =>  +purple +dreamy +floral
싱그러운 풀내음  =>  +green +grassy
이슬 맺힌 아침 정원  =>  +dew +morning +garden
캠핑장 모닥불 연기  =>  +camping +campfire +smoky
호텔 로비 같은 향  =>  +hotel
술 냄새 나는 달콤한 위스키 바닐라  =>  +boozy +sweet +whisky +vanilla
봄향수  =>  +spring +recipe
로맨틱한봄향수추천  =>  +romantic +spring +recipe
장미향이나는향수  =>  +rose +recipe
상큼해서 좋은 레몬  =>  +zesty +lemon
우아했던 그 향  =>  +elegant
가벼워서 여름에 좋은  =>  +light +summer
무거운 향  =>  +heavy
부드러우면서도 따뜻하고 달콤한  =>  +soft +warm +sweet
하얗고 깨끗한  =>  +white +clean
푸르른 숲  =>  +forest | 푸르른
쌉쌀한 자몽 껍질  =>  +bitter +grapefruit
매콤한 생강과 후추  =>  +spicy +ginger +peppery
톡쏘는 샴페인  =>  +zesty +champagne
지속력이 좋은 우디 머스크  =>  +long-lasting +woody +musk
확산력 좋은 화이트플로럴  =>  +radiant +white-floral
화이트 머스크  =>  +musk
너무 달지 않은 바닐라  =>  -sweet.5 +vanilla
머스크 없이  =>  without:musk
머스크없는 플로럴  =>  without:musk +floral
갈바넘 말고 그린  =>  without:galbanum +green
달콤하지만 무겁지 않은  =>  +sweet -heavy
달지도 무겁지도 않은 우디  =>  -sweet -heavy +woody
안 단 바닐라  =>  -sweet +vanilla
장미 빼고 꽃향  =>  without:rose +floral
장미와 재스민 없이 화이트 플로럴  =>  without:rose without:jasmine +white-floral
머스크, 앰버록산 없이  =>  without:musk without:@ambroxan
파우더리하지 않은 아이리스  =>  -powdery +iris
비누향 안 나는 머스크  =>  -soapy +musk
머스크 안 들어간 향수  =>  without:musk +recipe
코코넛이 들어가지 않은 여름 향  =>  without:coconut +summer
시트러스가 아닌 상큼한 향  =>  no-family=citrus +zesty
꽃향기는 싫어 나무향으로  =>  -floral +woody
너무 강하지 않은 가죽  =>  -intense.5 +leather
과하게 달지 않고 은은한 꿀  =>  -sweet.5 +subtle +honey
덜 단 바닐라  =>  -sweet.5 +vanilla
좀 더 상쾌한 라벤더  =>  +fresh^ +lavender
살짝 스모키한 우디  =>  +smoky? +woody
아주 진한 앰버  =>  +intense! +amber
달지 말고 상쾌하게  =>  -sweet +fresh
파촐리 제외하고 시프레  =>  without:patchouli +chypre
동물성 향 없는 가죽  =>  no-family=animalic +leather
여성스럽지 않은 장미  =>  -feminine +rose
흔하지 않은 시트러스  =>  -common +citrus
인공적이지 않은 복숭아  =>  -artificial +peach
머리 아프지 않은 향  =>  -stuffy
달콤한 향 말고  =>  -sweet
우디나 머스크 없이  =>  no-family=woody without:musk
무겁지 않으면서 오래가는 우디  =>  -heavy +long-lasting +woody
카네이션 빼줘  =>  without:clove
바닐라는 빼고 통카빈으로  =>  without:vanilla +tonka
Iso E Super 비슷한 원료  =>  ~iso-e kind=material
릴리알 대신 쓸 원료  =>  ~@lilial-bmhca without:lilial-bmhca kind=material
오크모스 대체할 이끼 노트  =>  ~oakmoss without:oakmoss-absolute +mossy
베르가못이랑 비슷하지만 광독성 없는 원료  =>  ~bergamot no-limited=all kind=material
은방울꽃 느낌인데 릴리알 대신 쓸 원료  =>  ~muguet ~@lilial-bmhca without:lilial-bmhca kind=material
헤디온 들어간 레시피  =>  with=@hedione-methyl-dihydrojasmonate kind=recipe
암브록산 느낌의 저렴한 원료  =>  ~@ambroxan +cheap kind=material
베르가못  =>  "베르가못" +bergamot
ㅂㄹㄱㅁ  =>  "베르가못" +bergamot
로멘틱한 베르가몯  =>  +romantic +bergamot
라밴더 씨트러스  =>  +lavender +citrus
자스민 쟈스민 재스민  =>  +jasmine
버가못 오일  =>  +bergamot
샌들우드랑 엠버  =>  +sandalwood +amber
1만원 이하 시트러스  =>  price=..10000 +citrus
1만 원 이하 시트러스  =>  price=..10000 +citrus
5만 원대 머스크  =>  price=50000..59999 +musk
kg당 3만원 미만 라벤더  =>  price=..30000 +lavender
kg당 100유로 이하 샌달우드  =>  price=..150000 +sandalwood
g당 500원 이하  =>  price=..500000
3만원에서 5만원 사이 장미  =>  price=30000..50000 +rose
3~5만원 장미  =>  price=30000..50000 +rose
오만원 이하 꽃향  =>  price=..50000 +floral
10만원 넘는 침향  =>  price=100000.. +oud
저렴한 우디 원료  =>  +cheap +woody kind=material
비싼 원료  =>  +expensive kind=material
가성비 좋은 머스크  =>  +cheap +musk
머스크만 원하는 향  =>  +musk
재고 있는 시트러스  =>  stock=0.0001.. +citrus
재고 없는 원료  =>  stock=..0 kind=material
재고 50g 이상 머스크  =>  stock=50.. +musk
품절된 원료  =>  stock=..0 kind=material
카테고리 4에서 통과하는 로즈  =>  passes=4 +rose
4번에서 통과하는 어코드  =>  passes=4 kind=accord
카테고리 5A 통과 원료  =>  passes=5A kind=material
IFRA 통과하는 시안  =>  passes=4 kind=trial
IFRA 제한 없는 시트러스  =>  no-limited=all +citrus
사용 금지 원료  =>  limited=all kind=material
하이드록시시트로넬랄에 걸리는 원료  =>  +@hydroxycitronellal limited=all kind=material
광독성 없는 시트러스  =>  no-limited=all +citrus
알레르겐 없는 라벤더  =>  no-allergen=all +lavender
리날룰 프리 플로럴  =>  no-allergen=Linalool +floral
카테고리 4 통과 못하는 시안  =>  no-passes=4 kind=trial
4점 이상 시안  =>  rating=4.. kind=trial
별 4개 이상  =>  rating=8..
5점 만점에 4점 이상  =>  rating=8..
내가 좋아한 우디 시안  =>  rating=7.. +woody kind=trial
평점 높은 레시피  =>  rating=7.. kind=recipe
지난주에 평가한 시안  =>  changed=2026-11-09..2026-11-15 kind=trial
어제 만든 시안  =>  changed=2026-11-20..2026-11-20 kind=trial
이번 달 시안  =>  changed=2026-11-01..2026-11-30 kind=trial
2025년 레시피  =>  changed=2025-01-01..2025-12-31 kind=recipe
2025년 3월에 만든 향수  =>  changed=2025-03-01..2025-03-31 +recipe
최근 7일 평가  =>  changed=2026-11-14..2026-11-21 kind=evaluation
작년에 만든 시안  =>  changed=2025-01-01..2025-12-31 kind=trial
8시간 이상 지속되는 우디  =>  tenacity=8.. +woody
6시간 이상 가는 시트러스  =>  tenacity=6.. +citrus
지속력 좋은 시트러스  =>  +long-lasting +citrus
금방 날아가는 탑노트  =>  +fleeting role=top
천연 탑노트 원료  =>  origin=natural role=top kind=material
합성 머스크  =>  origin=synthetic +musk
베이스 노트 우디 원료  =>  role=base +woody kind=material
미들 노트 꽃  =>  role=heart +floral
시트러스 어코드  =>  +citrus kind=accord
우디 계열 시안  =>  family=woody kind=trial
시향 기록 중 장미  =>  kind=evaluation +rose
메모에서 바닐라  =>  kind=note +vanilla
천연 말고 합성 장미  =>  no-origin=natural origin=synthetic +rose
바디로션용 향  =>  +body-lotion
캔들용 겨울 향  =>  +candle +winter
여성용 플로럴  =>  +feminine +floral
남자 향수 가죽  =>  +masculine +leather
유니섹스 시트러스  =>  +unisex +citrus
시안이나 레시피  =>  kind=trial|recipe
플로럴 계열 향수  =>  family=floral +recipe
fresh한 citrus 향수  =>  +fresh +citrus +recipe
clean한 머스크 without vanilla  =>  +clean +musk without:vanilla
long lasting 우디  =>  +long-lasting +woody
봄 floral not too sweet  =>  +spring +floral -sweet.5
under 5만원 시트러스  =>  price=..50000 +citrus
IFRA pass하는 로즈  =>  passes=4 +rose
Hedione 비슷한 원료  =>  ~@hedione-methyl-dihydrojasmonate kind=material
summer에 어울리는 aquatic  =>  +summer +aquatic
상큼발랄한 여름 과일향  =>  +zesty +summer +fruity
여성스럽고 우아한 웨딩 부케  =>  +feminine +elegant +wedding
비누 거품처럼 깨끗하고 포근한 코튼  =>  +soapy +clean +cozy +cotton
남성적인 푸제르에 라벤더와 오크모스  =>  +masculine +fougere +lavender +oakmoss
달큰한 밤꿀 향  =>  +sweet +chestnut
구수한 누룽지와 쌀  =>  +nutty +rice
편백 욕조에서 쉬는 느낌  =>  +hinoki
자작나무 숲  =>  +forest
새 책 냄새와 잉크  =>  +paper +ink
면도 후 스킨 냄새  =>  +aftershave
소나기 지나간 여름 숲  =>  +petrichor +summer +forest
할머니 댁 장롱  =>  +grandmother +old-furniture
목욕탕에서 갓 나온 듯한  =>  +bath | 갓
선크림 바른 해변  =>  +suntan +beach
라일락 핀 봄밤  =>  +lilac +spring +night
벚꽃 피는 봄날의 데이트  =>  +cherry-blossom +spring +date
은은한 백차와 화이트 머스크  =>  +subtle +white-tea +musk
드라이한 시더우드와 베티버  =>  +dry +cedar +vetiver
오이처럼 시원하고 물기 어린  =>  +cucumber +cooling +watery
짭짤한 바다와 앰버그리스  =>  +salty +sea +ambergris
장미 없는 로맨틱 플로럴  =>  without:rose +romantic +floral
바닐라도 통카빈도 아닌 달콤함  =>  without:vanilla without:tonka +sweet
너무 무겁지도 너무 가볍지도 않은 우디  =>  -heavy.5 -light.5 +woody
머스크는 싫지만 포근한  =>  -musk +cozy
캐러멜 말고 꿀로 단맛을  =>  without:caramel +honey +sweet
인돌릭하지 않은 재스민  =>  -indolic +jasmine
진한 것보다 은은한 것  =>  -intense.5 +subtle
스모키함을 줄인 가죽  =>  -smoky.5 +leather
덜 파우더리하게  =>  -powdery.5
지나치게 여성스럽지 않은 피오니  =>  -feminine.5 +peony
꽃 중에서 장미 제외  =>  +floral without:rose
광독성 없는 베르가못  =>  no-limited=all +bergamot
2만 5천원 이하 라벤더  =>  price=..25000 +lavender
약 3만원 정도 바닐라  =>  price=24000..36000 +vanilla
100g당 만원 이하  =>  price=..100000
예산 5만원 장미 원료  =>  price=..50000 +rose kind=material
재고가 남아있는 우디 베이스 원료  =>  stock=0.0001.. +woody +base-note kind=material
알레르기 유발 성분 없는 머스크  =>  no-allergen=all +musk
카테고리 9에서 쓸 수 있는 비누향  =>  passes=9 +soapy
IFRA 카테고리 12 통과 캔들용 우디  =>  passes=12 +candle +woody
12시간 이상 남는 머스크  =>  tenacity=12.. +musk
작년 시안 중에 평점 8점 이상  =>  changed=2025-01-01..2025-12-31 kind=trial rating=8..
지난달에 시향한 로즈  =>  changed=2026-10-01..2026-10-31 +rose
3일 전 시안  =>  changed=2026-11-18..2026-11-18 kind=trial
2024년 이후 레시피  =>  changed=2024-01-01.. kind=recipe
5시간 지속  =>  tenacity=5..
CAS No. 121-33-5 바닐린  =>  "121-33-5" "바닐린" +@vanillin
vanilla 들어간 시안  =>  with=vanilla kind=trial
ㅈㅁ  =>  "자몽" +grapefruit
레몬그라스 티트리  =>  +lemongrass +tea-tree
애니멀릭 앰버그리스 느낌  =>  +animalic +ambergris
살구빛 오스만투스  =>  +apricot +osmanthus
장미보다 재스민  =>  -rose.5 +jasmine
바닐라보다 덜 단 통카빈  =>  +vanilla -sweet.5 +tonka
알레르겐 없이 은은하게  =>  no-allergen=all +subtle
우유 느낌. 알레르겐 없이 은은하게. 카테고리 5D를 통과  =>  +milky no-allergen=all +subtle passes=5D
합성 머스크는 피하고 우디  =>  without:musk +woody
확산력은 약해도 되는 코튼  =>  -strong-sillage.5 +cotton
지속력은 짧아도 되는 시트러스  =>  -long-lasting.5 +citrus
겨울밤에 어울리는 앰버  =>  +winter +night +amber
땀 냄새를 가려주는 라임  =>  -dirty +lime
복숭아 대신 백차로  =>  without:peach +white-tea
새 차 냄새 나는 향  =>  +new-car
치약처럼 화한 향  =>  +toothpaste +camphoraceous
학교 앞 문방구 지우개 냄새  =>  +stationery-shop +eraser
한의원 냄새 나는 쌉쌀한 향  =>  +oriental-clinic +bitter
시골집 아랫목의 포근한 이불  =>  +countryside +ondol +duvet
장마철 방의 눅눅한 냄새  =>  +musty-room +damp
수정과처럼 매콤달콤한  =>  +sujeonggwa +spicy +sweet
쑥떡과 인절미  =>  +mugwort-cake +injeolmi
온돌방에서 낮잠  =>  +ondol +daytime
김장하는 날  =>  +kimchi
혼술할 때 어울리는 위스키 향  =>  +drinking-alone +whisky
첫눈 오는 날 소개팅  =>  +snow +date
잠이 안 올 때 맡고 싶은 라벤더  =>  +bedtime +lavender | 맡고
수능 보기 전 집중되는 향  =>  +exam +student | 보기 전
면접 볼 때 무난한 향  =>  +interview +common
숙취 있는 아침에 상쾌한 것  =>  +hangover +morning +fresh
슬픈 영화 보고 울고 싶은 밤  =>  +heartbroken +night | 보고
지친 하루 끝에 편안한 향  =>  +after-work +cozy | 끝에
불안하지 않은 차분한 향  =>  -stressed +calm
퇴근하고 집에서 혼술  =>  +after-work +home +drinking-alone
비린내 나지 않는 바다향  =>  -fishy +marine
마늘 냄새 안 나는  =>  -garlic
담배 냄새 없는 가죽  =>  without:tobacco +leather
고기 냄새 없애는 섬유향수  =>  -grilled-meat +linen-spray
모기향 피운 여름밤  =>  +mosquito-coil +summer +night
푸른 밤  =>  +green +night
낙엽 밟는 가을길  =>  +autumn-leaves +autumn
단풍나무 시럽  =>  +maple
감기 걸렸을 때  =>  +having-a-cold
휘감기는 머스크  =>  +musk | 휘감기는
발표된 시안  =>  kind=trial | 발표된
먹기도 하고  =>   | 먹기도 하고
강아지 산책  =>  +walk
연필 냄새 나는 향  =>  +cedar
시험한 원료  =>  kind=material | 시험한
시험 공부할 때  =>  +student
냉이와 봄나물  =>  +spring-greens
옥상에서 말린 빨래  =>  +rooftop +laundry
화나지 않게  =>  -angry
우울할 때 기운 나는  =>  +low-spirits +energetic
짝사랑하던 때  =>  +crush
`;

/** English, and nothing but codes. */
export const englishSentences = `
78-70-6  =>  "78-70-6"
CAS 78-70-6  =>  "78-70-6"
Linalool  =>  "Linalool"
qpfmrkaht  =>  "베르가못" +bergamot
dnelgks skan gidtn  =>  +woody +recipe
something fresh and romantic for spring  =>  +fresh +romantic +spring
a cozy winter scent with vanilla and amber  =>  +cozy +winter +vanilla +amber
smells like rain on dry earth  =>  +petrichor
clean laundry musk  =>  +laundry +musk
perfume for a first date  =>  +recipe +date
an office-friendly scent  =>  +office +friendly
smoky leather for autumn nights  =>  +smoky-leather +autumn +night
powdery iris like my mother's lipstick  =>  +powdery +iris +mother +lipstick
dark, mysterious oud  =>  +dark +mysterious +oud
sparkling champagne citrus  =>  +sparkling +champagne +citrus
the smell of old books  =>  +old-books
beach holiday coconut and salt  =>  +beach +travel +coconut +salty
a calm green tea for the morning  =>  +calm +green-tea +morning
old-fashioned rose  =>  +vintage +rose
barbershop fougère  =>  +barbershop +fougere
elegant and sophisticated white flowers  =>  +elegant +sophisticated +white-floral
campfire smoke and pine forest  =>  +campfire +smoky +forest
freshly cut grass  =>  +grassy
warm skin scent  =>  +warm +skin
genderless woody musk  =>  +unisex +woody +musk
a green note that is not galbanum  =>  +green without:galbanum
not too sweet vanilla  =>  -sweet.5 +vanilla
without musk  =>  without:musk
floral without powder  =>  +floral -powdery
without musk, amber or vanilla but fresh  =>  without:musk no-family=amber without:vanilla +fresh
no coconut please  =>  without:coconut
sweet but not heavy  =>  +sweet -heavy
neither sweet nor heavy  =>  -sweet -heavy
less sweet than vanilla  =>  -sweet.5 +vanilla
a rose that isn't jammy  =>  +rose -sticky
woody but not smoky  =>  +woody -smoky
citrus except lemon  =>  +citrus without:lemon
anything but patchouli  =>  without:patchouli
a musk-free floral  =>  without:musk +floral
non-animalic leather  =>  -animalic +leather
no vanilla or caramel  =>  without:vanilla without:caramel
not floral, not sweet  =>  -floral -sweet
an amber that doesn't smell of vanilla  =>  +amber without:vanilla
gourmand without chocolate and coffee  =>  +gourmand without:chocolate without:coffee
not overly strong jasmine  =>  -intense.5 +jasmine
slightly smoky vetiver  =>  +smoky? +vetiver
very dry woods  =>  +dry-wood!
a hint of cinnamon  =>  +cinnamon?
more fresh lavender  =>  +fresh^ +lavender
under 50 000 won  =>  price=..50000
citrus under €30/kg  =>  +citrus price=..45000
sandalwood below $200 per kg  =>  +sandalwood price=..280000
between $20 and $40 musk  =>  price=28000..56000 +musk
cheap woody materials  =>  +cheap +woody kind=material
expensive florals  =>  +expensive +floral
at least 8 hours  =>  tenacity=8..
long lasting citrus  =>  +long-lasting +citrus
lasts more than 12 hours  =>  tenacity=12..
in stock citrus  =>  stock=0.0001.. +citrus
out of stock materials  =>  stock=..0 kind=material
natural top notes  =>  origin=natural role=top
synthetic musk  =>  origin=synthetic +musk
base note woods  =>  role=base +woody
passes IFRA category 4  =>  passes=4
compliant with IFRA  =>  passes=4
limited by hydroxycitronellal  =>  limited=hydroxycitronellal
unrestricted musk  =>  no-limited=all +musk
prohibited materials  =>  limited=all kind=material
banned in IFRA  =>  limited=all
linalool-free floral  =>  no-allergen=Linalool +floral
allergen-free lavender  =>  no-allergen=all +lavender
without declared allergens  =>  no-allergen=all
not phototoxic citrus  =>  no-limited=all +citrus
rated above 7  =>  rating=7..
rated at least 4 out of 5  =>  rating=8..
4 stars or more  =>  rating=8..
my favourite trials  =>  rating=7.. kind=trial
trials from last week  =>  kind=trial changed=2026-11-09..2026-11-15
evaluations yesterday  =>  kind=evaluation changed=2026-11-20..2026-11-20
last month  =>  changed=2026-10-01..2026-10-31
recipes made in 2025  =>  kind=recipe changed=2025-01-01..2025-12-31
formulas changed in the last 7 days  =>  kind=recipe changed=2026-11-14..2026-11-21
since March 2026 trials  =>  changed=2026-03-01.. kind=trial
accord with rose  =>  kind=accord +rose
materials similar to bergamot  =>  kind=material ~bergamot
something like Iso E Super  =>  ~iso-e
alternative to Lilial  =>  ~@lilial-bmhca without:lilial-bmhca
a replacement for oakmoss  =>  ~oakmoss without:oakmoss-absolute
containing hedione  =>  with=@hedione-methyl-dihydrojasmonate
for men  =>  +masculine
feminine rose perfume  =>  +feminine +rose +recipe
for a candle  =>  +candle
body lotion for summer  =>  +body-lotion +summer
trials or recipes  =>  kind=trial|recipe
woody family  =>  family=woody
patchuli and vetyver  =>  +patchouli +vetiver
sandlewood  =>  +sandalwood
bergmot  =>  +bergamot
tangerine dream  =>  +mandarin | dream
78-70-5  =>   | 78 70 5
qkslffk  =>  +vanilla
a sheer, airy jasmine with a touch of green tea  =>  +transparent +hedione-note +green-tea?
soft skin musk for bedtime  =>  +soft +skin +bedtime
something my grandmother would wear  =>  +grandmother
not too masculine vetiver  =>  -masculine.5 +vetiver
without any citrus or fruit  =>  no-family=citrus no-family=fruity
unisex woody amber under 100 dollars  =>  +unisex +woody-amber price=..140000
rain-soaked garden after a storm  =>  +rain +garden +petrichor
creamy sandalwood, no vanilla  =>  +creamy +sandalwood without:vanilla
marine but not salty  =>  +marine -salty
a sweet gourmand that is not too sticky  =>  +sweet +gourmand -sticky.5
avoid musks and ambers  =>  without:musk no-family=amber
nothing floral  =>  -floral
rosy, fruity and cheerful  =>  +rose +fruity +cheerful
ginger and pink pepper opening  =>  +ginger +peppery +top-note
dark chocolate and patchouli for winter evenings  =>  +chocolate +patchouli +winter +evening
clean cotton for the office  =>  +clean +cotton +office
fig leaf by the mediterranean sea  =>  +fig +mediterranean +sea
substitute for galbanum  =>  ~galbanum without:galbanum-oil|galbanum-resinoid
materials without allergens  =>  kind=material no-allergen=all
IFRA safe in category 5A  =>  passes=5A
lavender under 20 usd  =>  +lavender price=..28000
rated 8 or more  =>  rating=8..
two weeks ago  =>  changed=2026-11-02..2026-11-08
low cost synthetic musks  =>  +cheap origin=synthetic +musk
natural materials in stock under 100 euros  =>  origin=natural kind=material stock=0.0001.. price=..150000
less smoky, more woody  =>  -smoky.5 +woody^
a little sweet but very fresh  =>  +sweet? +fresh!
sport fragrance for men with mint  =>  +sport +recipe +masculine +minty
Nice to meet you  =>   | meet
rose rather than jasmine  =>  +rose without:jasmine
sweet rather than fresh  =>  +sweet -fresh
avoid synthetic musks  =>  without:musk
no heavy musk  =>  -heavy -musk
not sweet vanilla  =>  -sweet +vanilla
wild and free leather  =>  +wild +free +leather
Bergamot oil, expressed  =>  "Bergamot oil, expressed" +@bergamot-oil-expressed
1,3-Butylene glycol  =>  "1,3-Butylene glycol" +@1-3-butylene-glycol
keep citrus low  =>  -citrus.5 | keep
we love a smoky vetiver  =>  +smoky +vetiver
can't sleep, something calm  =>  +bedtime +calm
resting after work  =>  +calm +after-work
a first date but not too sweet  =>  +date -sweet.5
hangover morning, fresh and citrus  =>  +hangover +morning +fresh +citrus
a crying film on a rainy evening  =>  +heartbroken +rain +evening
tennis balls and hot pavement  =>  +tennis-ball +hot-pavement
a florist's fridge  =>  +flower-shop
playdough and almond  =>  +playdough +almond
grandma's wardrobe  =>  +old-furniture
wet dog  =>  +wet-dog
not fishy marine  =>  -fishy +marine
cigarette smoke but no leather  =>  +cigarette-smoke no-family=leather
autumn leaves, not too dry  =>  +autumn-leaves -dry.5
no cooking smells in the kitchen  =>  -fried-food +kitchen
the exam was hard  =>  +exam | was hard
something to wake me up  =>  +wake-up
vannila and sandlewood  =>  +vanilla +sandalwood
irris and muskk  =>  +iris +musk
the rest of it  =>   | rest
recipes with calone  =>  kind=recipe with=@calone
warmer, drier and a little sweeter  =>  +warm +dry +sweet?
musck and roze  =>  +musk +rose
something that lasts longer  =>  +long-lasting
`;
