/** @file Thirty briefs in English as clients and perfumers write them, with what each says. */
import type { JudgedBrief } from './score-briefs.ts';

export const englishBriefs: readonly JudgedBrief[] = [
  {
    text: 'A fresh, romantic floral for spring. Peony and lily of the valley, not too sweet.',
    expected: {
      families: ['floral'],
      notesWanted: ['fresh', 'peony', 'muguet'],
      notesUnwanted: ['sweet'],
      moods: ['romantic'],
      seasons: ['spring'],
    },
  },
  {
    text: `Dear Olive,

I hope you are well. We are planning a new body lotion for next summer and would love a fragrance with coconut, fig and sea salt. It should feel like a Mediterranean island, sunny and carefree. Please no vanilla and nothing too heavy. Our budget is $45 per kg.

Kind regards,
Rosemary Green
Violet & Cedar Ltd
rosemary@example.com`,
    expected: {
      notesWanted: ['coconut', 'fig', 'salty'],
      notesUnwanted: ['vanilla', 'heavy'],
      moods: ['free'],
      scenes: ['mediterranean', 'island', 'sunny'],
      seasons: ['summer'],
      product: 'body-lotion',
      priceCeiling: '45 USD',
    },
  },
  {
    text: 'Candle: rain on dry earth, moss and vetiver. Calm and meditative. Avoid anything sweet.',
    expected: {
      families: ['mossy'],
      notesWanted: ['vetiver'],
      notesUnwanted: ['sweet'],
      moods: ['calm', 'meditative'],
      scenes: ['petrichor'],
      product: 'candle',
    },
  },
  {
    text: 'Masculine fougère aftershave. Lavender, geranium, oakmoss, coumarin. Classic barbershop feel, clean and soapy.',
    expected: {
      notesWanted: ['fougere', 'lavender', 'geranium', 'oakmoss', 'coumarinic', 'clean', 'soapy'],
      moods: ['classic'],
      scenes: ['barbershop'],
      genders: ['masculine'],
      product: 'aftershave',
    },
  },
  {
    text: 'Sensual amber extrait for winter nights with oud, saffron and frankincense. At least 12 hours on skin.',
    expected: {
      families: ['amber'],
      notesWanted: ['oud', 'saffron', 'incense', 'skin'],
      moods: ['sensual'],
      scenes: ['night'],
      seasons: ['winter'],
      longevity: '12',
      product: 'extrait',
    },
  },
  {
    text: 'References: Santal 33, Tam Dao\nA unisex sandalwood, creamy but not milky, with a touch of cardamom.',
    expected: {
      notesWanted: ['sandalwood', 'creamy', 'cardamom'],
      notesUnwanted: ['milky'],
      genders: ['unisex'],
      references: ['Santal 33', 'Tam Dao'],
    },
  },
  {
    text: 'Scent for a baby lotion. Powdery, soft, milky, very subtle. Must pass category 5D and contain no allergens.',
    expected: { notesWanted: ['powdery', 'milky'], moods: ['soft'], intensity: 'subtle', product: 'baby-lotion' },
  },
  {
    text: 'Reed diffuser for a boutique hotel lobby. White tea, fig leaf and clean musk. Luxurious, sophisticated, understated.',
    expected: {
      notesWanted: ['white-tea', 'fig', 'clean-musk'],
      moods: ['luxurious', 'sophisticated', 'minimal'],
      scenes: ['hotel'],
      product: 'reed-diffuser',
    },
  },
  {
    text: 'Something like Chanel No 5 but lighter: sparkling aldehydes, jasmine, ylang and a powdery iris dry-down. Elegant and vintage.',
    expected: {
      families: ['aldehydic'],
      notesWanted: ['light', 'jasmine', 'ylang', 'powdery', 'iris'],
      moods: ['sparkling', 'elegant', 'vintage'],
      references: ['Chanel No 5'],
    },
  },
  {
    text: `From: Jasmine Woods <jasmine@example.com>
To: Studio
Subject: Autumn hand cream

Hi there,

For our autumn hand cream we are thinking of osmanthus and apricot over suede, with black tea. Feminine, but grown-up.
Notes to avoid: coconut, vanilla, caramel

Thanks,
Jasmine`,
    expected: {
      notesWanted: ['osmanthus', 'apricot', 'suede', 'tea'],
      notesUnwanted: ['coconut', 'vanilla', 'caramel'],
      moods: ['mature'],
      seasons: ['autumn'],
      genders: ['feminine'],
      product: 'hand-cream',
    },
  },
  {
    text: 'A playful gourmand for teenagers: cotton candy, strawberry and marshmallow, but less sugary than usual.',
    expected: {
      families: ['gourmand'],
      notesWanted: ['cotton-candy', 'strawberry', 'marshmallow'],
      notesUnwanted: ['sweet'],
      moods: ['playful'],
      scenes: ['girl'],
    },
  },
  {
    text: 'An office-friendly everyday scent. Soap, cotton, white musk. Inoffensive and quiet.',
    expected: {
      families: ['musk'],
      notesWanted: ['soapy', 'cotton'],
      moods: ['common', 'friendly', 'calm'],
      scenes: ['office', 'daily'],
    },
  },
  {
    text: 'Dark, mysterious rose with patchouli, leather and incense. Intense and long-lasting. Unisex. No oud please, and nothing animalic.',
    expected: {
      families: ['leather'],
      notesWanted: ['rose', 'patchouli', 'incense'],
      notesUnwanted: ['oud', 'animalic'],
      moods: ['dark', 'mysterious'],
      genders: ['unisex'],
      intensity: 'intense',
      longevity: 'long-lasting',
    },
  },
  {
    text: 'Beach holiday in a bottle: coconut, tiare, ylang, salt and sunscreen. Summer body mist under €35/kg.',
    expected: {
      notesWanted: ['coconut', 'tiare', 'ylang', 'salty', 'suntan'],
      scenes: ['beach', 'travel'],
      seasons: ['summer'],
      product: 'body-mist',
      priceCeiling: '35 EUR',
    },
  },
  {
    text: 'Fabric softener. Fresh laundry on the washing line, lavender, white flowers and a comforting musk that lingers.',
    expected: {
      families: ['musk'],
      notesWanted: ['lavender', 'white-floral', 'cozy'],
      scenes: ['laundry'],
      longevity: 'long-lasting',
      product: 'fabric-softener',
    },
  },
  {
    text: 'A library in an old house: old books, leather armchairs, tobacco, whisky and tonka. Autumn evenings. For men.',
    expected: {
      families: ['leather'],
      notesWanted: ['tobacco', 'whisky', 'tonka'],
      scenes: ['library', 'home', 'old-books', 'evening'],
      seasons: ['autumn'],
      genders: ['masculine'],
    },
  },
  {
    text: 'Energising shower gel. Lemon, mint and ginger. Cool and zesty. Not more than 30 USD per kilo.',
    expected: {
      notesWanted: ['lemon', 'minty', 'ginger', 'cooling', 'zesty'],
      moods: ['energetic'],
      product: 'shower-gel',
      priceCeiling: '30 USD',
    },
  },
  {
    text: 'Bridal perfume: a bouquet of peony, orange blossom and sweet pea. Bright, lovely, innocent.',
    expected: {
      notesWanted: ['peony', 'orange-blossom', 'sweet-pea'],
      moods: ['bright', 'lovely', 'innocent'],
      scenes: ['wedding'],
    },
  },
  {
    text: 'Dry woody scent for a gentleman. Vetiver, cedar, a little black pepper. Urban and minimal. Woody but not smoky, and without citrus.',
    expected: {
      families: ['woody'],
      notesWanted: ['dry', 'vetiver', 'cedar', 'peppery'],
      notesUnwanted: ['smoky', 'citrus'],
      moods: ['urban', 'minimal'],
      genders: ['masculine'],
    },
  },
  {
    text: 'Christmas wax melts: pine, cinnamon, orange peel and clove. Warm and cosy.',
    expected: {
      notesWanted: ['pine', 'cinnamon', 'orange', 'clove', 'warm', 'cozy'],
      scenes: ['christmas'],
      product: 'wax-melt',
    },
  },
  {
    text: 'Green tea and bamboo, transparent and airy, like a Japanese garden in the early morning. Yuzu as the only citrus.',
    expected: {
      families: ['citrus'],
      notesWanted: ['green-tea', 'bamboo', 'transparent', 'airy', 'yuzu'],
      scenes: ['japan', 'morning'],
    },
  },
  {
    text: 'Solid perfume. Raspberry and violet, powdery like vintage lipstick. A pink, girlish, flirty mood.',
    expected: {
      notesWanted: ['raspberry', 'violet', 'powdery'],
      moods: ['youthful', 'playful'],
      scenes: ['lipstick', 'pink'],
      product: 'solid-perfume',
    },
  },
  {
    text: 'Pillow mist with lavender, chamomile and sandalwood for bedtime. Soothing. Nothing strong.',
    expected: {
      notesWanted: ['lavender', 'chamomile', 'sandalwood'],
      moods: ['calm'],
      scenes: ['bedtime'],
      intensity: 'subtle',
      product: 'linen-spray',
    },
  },
  {
    text: 'Heady white floral with tuberose and gardenia. Glamorous, bold, feminine; an evening scent for parties. Big sillage.',
    expected: {
      notesWanted: ['narcotic', 'white-floral', 'tuberose', 'gardenia'],
      moods: ['glamorous', 'confident'],
      scenes: ['evening', 'party'],
      genders: ['feminine'],
      intensity: 'intense',
    },
  },
  {
    text: `Hello team,

we need a shampoo fragrance: green apple, pear, dewy leaves. Juicy and youthful. It must be IFRA category 9 compliant. Please avoid synthetic musks.

Best,
Ivy`,
    expected: {
      notesWanted: ['apple', 'pear', 'leafy', 'juicy'],
      notesUnwanted: ['musk'],
      moods: ['youthful'],
      scenes: ['dew'],
      product: 'shampoo',
    },
  },
  {
    text: 'Sport deodorant for men: aquatic freshness, mint, a hint of grapefruit. Cool after a workout.',
    expected: {
      families: ['aquatic'],
      notesWanted: ['fresh', 'minty', 'grapefruit', 'cooling'],
      scenes: ['sport'],
      genders: ['masculine'],
      product: 'deodorant',
    },
  },
  {
    text: 'An unusual rose that is neither jammy nor powdery. Earthy, peppery, a bit metallic. Budget of 250 euros per kg.',
    expected: {
      notesWanted: ['rose', 'earthy', 'peppery', 'metallic'],
      notesUnwanted: ['sticky', 'powdery'],
      moods: ['unique'],
      priceCeiling: '250 EUR',
    },
  },
  {
    text: "My grandmother's dressing table: face powder, violets, heliotrope and cold cream. Soft, nostalgic, subtle.",
    expected: {
      notesWanted: ['powdery', 'violet', 'heliotrope'],
      moods: ['soft', 'nostalgic'],
      scenes: ['grandmother', 'makeup'],
      intensity: 'subtle',
    },
  },
  {
    text: 'A campfire in a pine forest. Smoke, resin, juniper and leather. Wild and free, for the outdoors.',
    expected: {
      families: ['leather'],
      notesWanted: ['campfire', 'smoky', 'resinous', 'juniper'],
      moods: ['wild', 'free'],
      scenes: ['forest', 'camping'],
    },
  },
  {
    text: 'Eau de cologne in the spirit of “Acqua di Parma Colonia”: bergamot, neroli, petitgrain and rosemary. Fresh and fleeting is fine. Genderless.',
    expected: {
      notesWanted: ['bergamot', 'orange-blossom', 'petitgrain', 'rosemary', 'fresh'],
      genders: ['unisex'],
      longevity: 'fleeting',
      product: 'eau-de-cologne',
      references: ['Acqua di Parma Colonia'],
    },
  },
];
