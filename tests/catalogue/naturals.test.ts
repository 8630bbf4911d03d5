/** @file The shipped naturals: identity, sources, and constituents that a safety verdict can stand on. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCas } from '#perfumery/material/cas.ts';
import { type Fact, families, grades, roles } from '#perfumery/material/material.ts';
import { readCatalogueFile, readDescriptors, readRows, sharedPath } from './read-assets.ts';

const { sources, materials } = readCatalogueFile('naturals.json');
const descriptors = readDescriptors();
const vocabulary = new Set(descriptors.map((descriptor) => descriptor.id));

/** Nobody publishes a composition that holds for a lot bought today: the verdict has to say it does not know. */
const unknownCompositions = [
  'agarwood-oud-oil',
  'cypriol-nagarmotha-oil',
  'saffron-absolute',
  'beeswax-absolute',
  'tobacco-absolute',
  'cocoa-absolute',
  'coffee-absolute',
  'jonquil-absolute',
  'seaweed-absolute',
  'hyraceum-tincture',
  'castoreum-tincture',
];

/** What the Annex calls each natural; where it has two rows for one, both. Absent: the Annex has none. */
const annexNames: Readonly<Record<string, readonly string[]>> = {
  'bergamot-oil-expressed': ['Bergamot oil expressed'],
  'lemon-oil-cold-pressed': ['Lemon oil, expressed'],
  'sweet-orange-oil': ['Orange, sweet, Valencia oil'],
  'grapefruit-oil': ['Grapefruit oil'],
  'mandarin-oil': ['Mandarin oil'],
  'lime-oil-distilled': ['Lime oil distilled'],
  'petitgrain-oil': ['Petitgrain oil, Paraguay'],
  'neroli-oil': [
    'Orange flower oil, bitter (neroli and neroli bigarade)',
    'Orange flower oil, bitter (Neroli and Neroli bigarade)',
  ],
  'galbanum-oil': ['Galbanum oil'],
  'violet-leaf-absolute': ['Violet leaf absolute'],
  'lavender-oil': ['Lavender oil'],
  'lavandin-oil': ['Lavandin oil'],
  'clary-sage-oil': ['Clary sage oil'],
  'peppermint-oil': ['Peppermint oil'],
  'basil-oil': ['Basil oil, chemotype linalool'],
  'pink-pepper-oil': ['Schinus molle oil'],
  'cardamom-oil': ['Cardamom seed oil'],
  'ginger-oil': ['Ginger oil'],
  'coriander-seed-oil': ['Coriander seed oil'],
  'nutmeg-oil': ['Nutmeg oil'],
  'clove-bud-oil': ['Clove bud oil'],
  'cinnamon-bark-oil': ['Cinnamon bark oil'],
  'rose-oil-rosa-damascena': ['Rose oil'],
  'geranium-oil': ['Geranium oil'],
  'jasmine-grandiflorum-absolute': ['Jasmine grandiflorum absolute', 'Jasmine absolute'],
  'jasmine-sambac-absolute': ['Jasmine sambac absolute'],
  'ylang-ylang-oil': ['Ylang, Ylang oil complete'],
  'tuberose-absolute': ['Tuberose absolute'],
  'orange-flower-absolute': ['Orange blossoms absolute'],
  'osmanthus-absolute': ['Osmanthus absolute'],
  'mimosa-absolute': ['Mimosa absolute'],
  'blackcurrant-bud-absolute': ['Cassis bud absolute'],
  'tonka-bean-absolute': ['Tonka Bean absolute'],
  'vanilla-absolute': ['Vanilla absolute'],
  'benzoin-resinoid-siam': ['Benzoin resinoid, Siam'],
  'peru-balsam-oil': ['Balsam oil, Peru'],
  'cedarwood-oil-virginia': ['Cedarwood oil, Virginian'],
  'cedarwood-oil-atlas': ['Cedarwood oil, Atlas'],
  'sandalwood-oil-s-album': ['Sandalwood oil'],
  'vetiver-oil': ['Vetiver oil (all origins)'],
  'guaiacwood-oil': ['Guaiac wood oil'],
  'cypress-oil': ['Cypress oil'],
  'juniper-berry-oil': ['Juniper berry oil'],
  'frankincense-oil': ['Olibanum oil', 'Olibanum carterii oil'],
  'elemi-oil': ['Elemi oil'],
  styrax: ['Styrax resinoid'],
  'birch-tar-oil-rectified': ['Birch tar oil, rectified'],
  'ambrette-seed-oil': ['Ambrette seed oil'],
  'bitter-orange-oil-expressed': ['Orange oil, bitter'],
  'petitgrain-bigarade-oil': ['Petitgrain bigarade oil'],
  'yuzu-oil': ['Citrus junos oil'],
  'tangerine-oil': ['Tangerine oil'],
  'litsea-cubeba-oil': ['Litsea cubeba oil'],
  'lemongrass-oil': ['Lemongrass oil, East Indian'],
  'citronella-oil-java': ['Citronella oil, Java type'],
  'palmarosa-oil': ['Palmarosa oil'],
  'spearmint-oil': ['Spearmint oil'],
  'eucalyptus-citriodora-oil': ['Eucalyptus citriodora oil'],
  'tea-tree-oil': ['Tea tree oil'],
  'cajeput-oil': ['Cajuput oil'],
  'bay-oil': ['Bay leaf, West Indian, oil'],
  'laurel-leaf-oil': ['Laurel leaf oil'],
  'thyme-oil-white': ['Thyme oil, white'],
  'marjoram-oil-sweet': ['Marjoram oil, sweet'],
  'origanum-oil': ['Origanum oil'],
  'sage-oil-dalmatian': ['Sage Dalmatian oil'],
  'spike-lavender-oil': ['Spike lavender oil'],
  'lavender-absolute': ['Lavender absolute'],
  'tarragon-oil': ['Tarragon oil'],
  'caraway-oil': ['Caraway seed oil'],
  'cumin-oil': ['Cumin seed oil'],
  'dill-weed-oil': ['Dill weed oil'],
  'fennel-oil-sweet': ['Fennel oil, sweet'],
  'star-anise-oil': ['Star anise oil'],
  'carrot-seed-oil': ['Carrot seed oil'],
  'celery-seed-oil': ['Celery seed oil'],
  'allspice-oil': ['Allspice oil'],
  'mace-oil': ['Mace oil'],
  'turmeric-oil': ['Turmeric oil'],
  'davana-oil': ['Davana oil'],
  'tagetes-oil': ['Tagetes minuta oil'],
  'immortelle-oil': ['Helichrysum oil'],
  'broom-absolute': ['Genet absolute'],
  'hay-absolute': ['Hay absolute'],
  'rose-absolute-damascena': ['Rose absolute'],
  'champaca-absolute': ['Champaca absolute'],
  'magnolia-flower-oil': ['Michelia alba flower oil'],
  'ylang-ylang-oil-extra': ['Ylang, Ylang oil extra'],
  'ylang-ylang-oil-iii': ['Ylang ylang oil III'],
  'narcissus-absolute': ['Narcissus poeticus absolute'],
  'carnation-absolute': ['Carnation absolute'],
  'cassie-absolute': ['Cassie absolute'],
  'cedarwood-oil-texas': ['Cedarwood oil, Texas'],
  'cabreuva-oil': ['Cabreuva oil'],
  'cascarilla-oil': ['Cascarilla bark oil'],
  'labdanum-resinoid': ['Labdanum resinoid'],
  'cistus-oil': ['Cistus oil'],
  'ambrette-absolute': ['Ambrette seed absolute'],
  'ho-wood-oil': ['Ho Leaf oil'],
  'rosewood-oil': ['Rosewood oil'],
  'black-spruce-oil': ['Spruce oil, Black'],
  'fir-needle-oil-siberian': ['Fir needle oil, Siberian'],
  'blue-chamomile-oil': ['Chamomile flower oil, blue'],
  'clove-leaf-oil': ['Clove leaf oil'],
  'angelica-root-oil': ['Angelica root oil'],
  'elemi-resinoid': ['Elemi resinoid'],
  'hop-oil': ['Hop oil'],
};

/** One plant, one number, several goods made of it: what the number does not say, grade and composition do. */
const sameNumber: Readonly<Record<string, readonly string[]>> = {
  '8000-28-0': ['lavender-oil', 'lavender-absolute'],
  '8000-34-8': ['clove-bud-oil', 'clove-leaf-oil'],
  '8006-81-3': ['ylang-ylang-oil', 'ylang-ylang-oil-extra', 'ylang-ylang-oil-iii'],
  '8014-17-3': ['petitgrain-oil', 'petitgrain-bigarade-oil'],
  '8015-62-1': ['ambrette-seed-oil', 'ambrette-absolute'],
  '8016-26-0': ['labdanum-absolute', 'labdanum-resinoid', 'cistus-oil'],
  '8016-37-3': ['myrrh-oil', 'myrrh-resinoid'],
  '8023-89-0': ['elemi-oil', 'elemi-resinoid'],
  '8023-91-4': ['galbanum-oil', 'galbanum-resinoid'],
  '90106-38-0': ['rose-oil-rosa-damascena', 'rose-absolute-damascena'],
};

/** Numbers that one standard sums as the same substance: citral and its two halves, and benzyl cinnamate under two numbers. */
const sameSubstance: Readonly<Record<string, string>> = {
  '141-27-5': '5392-40-5',
  '106-26-3': '5392-40-5',
  '78277-23-3': '103-41-3',
};
const substance = (cas: string): string => sameSubstance[cas] ?? cas;

const factFields = [
  'molecularWeight',
  'density',
  'vapourPressure',
  'blotterLife',
  'typicalUse',
  'maximumUse',
  'defaultDilution',
] as const;

describe('the shipped naturals', () => {
  it('are over a hundred and thirty, each of kind natural', () => {
    expect(materials.length).toBeGreaterThanOrEqual(130);
    expect(materials.filter((material) => material.kind !== 'natural')).toEqual([]);
  });

  it('have ids, names and aliases that mean one material each', () => {
    expect(new Set(materials.map((material) => material.id)).size).toBe(materials.length);
    for (const language of ['en', 'ko'] as const) {
      const said = materials.flatMap((material) => [material.name[language], ...material.aliases[language]]);
      expect(said.filter((name, index) => said.indexOf(name) !== index)).toEqual([]);
      expect(said.filter((name) => name !== name.trim() || name === '')).toEqual([]);
    }
  });

  it('have Korean names written in Hangul, without brackets', () => {
    expect(
      materials.filter((material) => !/^[가-힣 ]+$/.test(material.name.ko)).map((material) => material.name.ko),
    ).toEqual([]);
  });

  it('have CAS numbers that pass the check digit and belong to one natural, or to those of one plant', () => {
    const numbers = materials.flatMap((material) => material.cas);
    const ofConstituents = materials.flatMap((material) => material.constituents ?? []).map(({ cas }) => cas);
    expect(materials.filter((material) => material.cas.length === 0)).toEqual([]);
    expect([...numbers, ...ofConstituents].filter((cas) => !parseCas(cas).ok)).toEqual([]);
    const repeated = new Set(numbers.filter((cas, index) => numbers.indexOf(cas) !== index));
    const owners = (number: string) => materials.filter(({ cas }) => cas.includes(number)).map(({ id }) => id);
    expect(Object.fromEntries([...repeated].map((cas) => [cas, owners(cas)]))).toEqual(sameNumber);
    expect(materials.filter(({ cas }) => new Set(cas).size !== cas.length)).toEqual([]);
  });

  it('use the closed words for family, role and grade, and the odour vocabulary', () => {
    for (const material of materials) {
      expect(families).toContain(material.family);
      expect(roles).toContain(material.role);
      if (material.grade) expect(grades).toContain(material.grade);
      expect(material.descriptors.length).toBeGreaterThan(0);
      expect(material.descriptors.filter((id) => !vocabulary.has(id))).toEqual([]);
    }
  });

  it('say the grade wherever the number alone does not decide the rule', () => {
    const silent = materials.filter((material) => material.flags.includes('grade_sensitive') && !material.grade);
    expect(silent.map((material) => material.id)).toEqual([]);
    const citrus = new Map(materials.filter(({ family }) => family === 'citrus').map(({ id, grade }) => [id, grade]));
    expect(citrus.get('grapefruit-oil' as never)).toBe('expressed');
    expect(citrus.get('bergamot-oil-expressed' as never)).toBe('expressed');
    expect(citrus.get('lime-oil-distilled' as never)).toBe('distilled');
  });

  it('carry a source and a method with every fact, and every source is described and used', () => {
    const used = new Set<string>();
    for (const material of materials) {
      for (const field of factFields) {
        const fact: Fact<number> | undefined = material[field];
        expect(fact, `${material.id} ${field}`).toBeDefined();
        expect(fact?.value, `${material.id} ${field}`).toBeGreaterThan(0);
        expect(fact?.method).toBeTruthy();
        used.add(fact?.source ?? '');
      }
      for (const constituent of material.constituents ?? []) used.add(constituent.source);
    }
    expect([...used].sort()).toEqual(Object.keys(sources).sort());
  });

  it('have physics and uses in a sensible order of size', () => {
    for (const { id, density, vapourPressure, typicalUse, maximumUse, defaultDilution } of materials) {
      expect(density?.value, id).toBeGreaterThan(0.8);
      expect(density?.value, id).toBeLessThan(1.3);
      expect(vapourPressure?.value, id).toBeLessThan(700);
      expect(typicalUse?.value, id).toBeLessThanOrEqual(maximumUse?.value ?? 0);
      expect(maximumUse?.value, id).toBeLessThanOrEqual(100);
      expect(defaultDilution?.value, id).toBeLessThanOrEqual(100);
    }
  });

  it('list constituents, or are among those whose composition nobody knows', () => {
    const without = materials.filter((material) => material.constituents === undefined).map((material) => material.id);
    expect(without).toEqual(unknownCompositions);
    expect(materials.filter((material) => material.constituents?.length === 0)).toEqual([]);
  });

  it.each(materials.map((material) => [material.id, material] as const))(
    'sum to at most a hundred with min ≤ typical ≤ max, one row a substance: %s',
    (_, { constituents = [] }) => {
      expect(constituents.reduce((sum, { typical }) => sum + typical, 0)).toBeLessThanOrEqual(100);
      for (const { cas, typical, min, max } of constituents) {
        expect(typical, cas).toBeGreaterThan(0);
        expect(min ?? typical, cas).toBeLessThanOrEqual(typical);
        expect(max ?? typical, cas).toBeGreaterThanOrEqual(typical);
      }
      expect(new Set(constituents.map(({ cas }) => cas)).size).toBe(constituents.length);
      // Citral beside geranial and neral would count the same molecules twice.
      const citral = constituents.filter(({ cas }) => cas === '5392-40-5').length;
      const halves = constituents.filter(({ cas }) => cas === '141-27-5' || cas === '106-26-3').length;
      expect(Math.min(citral, halves)).toBe(0);
    },
  );

  it('name no bergapten: an estimate must not open the door that the standard opens to a measurement', () => {
    const estimated = materials.filter(({ constituents }) => constituents?.some(({ cas }) => cas === '484-20-8'));
    expect(estimated.map(({ id }) => id)).toEqual([]);
  });

  const annexPath = sharedPath('data/ifra51/DB_Naturals.csv');
  describe.skipIf(!existsSync(annexPath))('beside the Annex of the 51st Amendment', () => {
    const annex = new Map<string, Map<string, number>>();
    for (const row of existsSync(annexPath) ? readRows(annexPath) : []) {
      const percent = Number(row.get('Percentage'));
      const name = row.get('Natural_Name') ?? '';
      const ofName = annex.get(name) ?? new Map<string, number>();
      // Zeros are cells that were lost upstream: not known, rather than none. A pair given twice is one fact.
      if (percent > 0) ofName.set(row.get('Constituent_CAS') ?? '', percent);
      annex.set(name, ofName);
    }

    /** The first row that knows a substance speaks for it; halves of one substance are added up within a row. */
    function annexOf(id: string): Map<string, number> {
      const known = new Map<string, number>();
      for (const name of annexNames[id] ?? []) {
        const row = annex.get(name);
        expect(row, name).toBeDefined();
        const summed = new Map<string, number>();
        const whole = row?.has('5392-40-5') ?? false;
        for (const [cas, percent] of row ?? []) {
          if (whole && cas !== substance(cas) && substance(cas) === '5392-40-5') continue;
          summed.set(substance(cas), (summed.get(substance(cas)) ?? 0) + percent);
        }
        for (const [cas, percent] of summed) if (!known.has(cas)) known.set(cas, percent);
      }
      return known;
    }

    const mapped = materials.filter(({ id }) => annexNames[id]);
    it('finds a row for every name in the list of names', () => {
      expect(mapped).toHaveLength(Object.keys(annexNames).length);
      expect(annex.size).toBeGreaterThan(250);
    });

    it.each(mapped.map((material) => [material.id, material] as const))('%s states what it states', (id, material) => {
      const listed = new Map<string, number>();
      const stated = new Set<string>();
      for (const { cas, typical, source } of material.constituents ?? []) {
        listed.set(substance(cas), (listed.get(substance(cas)) ?? 0) + typical);
        if (source === 'ifra-annex-51') stated.add(substance(cas));
      }
      const expected = annexOf(id);
      expect([...stated].filter((cas) => !expected.has(cas))).toEqual([]);
      for (const [cas, percent] of expected) {
        expect(listed.get(cas), `${id} ${cas}`).toBeDefined();
        expect(listed.get(cas), `${id} ${cas}`).toBeCloseTo(percent, 6);
      }
    });
  });
});

describe('the odour vocabulary', () => {
  it('has a hundred and thirty-one words, each with one meaning in either language', () => {
    expect(descriptors).toHaveLength(131);
    expect(vocabulary.size).toBe(131);
    for (const language of ['en', 'ko'] as const) {
      const said = descriptors.flatMap(({ name, synonyms }) => [name[language], ...(synonyms?.[language] ?? [])]);
      expect(said.filter((word, index) => said.indexOf(word) !== index)).toEqual([]);
    }
  });

  it('has parents that are words of its own and lead to a root', () => {
    const parentOf = new Map(descriptors.map(({ id, parent }) => [id, parent]));
    for (const { id } of descriptors) {
      const seen = new Set<string>();
      for (let at: string | undefined = id; at !== undefined; at = parentOf.get(at)) {
        expect(seen.has(at), id).toBe(false);
        expect(vocabulary.has(at), at).toBe(true);
        seen.add(at);
      }
    }
    for (const neighbours of [
      ['iris', 'orris'],
      ['marine', 'watery', 'ozonic'],
      ['tonka', 'coumarinic'],
    ]) {
      expect(new Set(neighbours.map((id) => parentOf.get(id))).size, neighbours.join()).toBe(1);
      expect(parentOf.get(neighbours[0] ?? '')).toBeDefined();
    }
  });

  it('keeps the mood word for sensual out of the smell words', () => {
    const said = descriptors.flatMap(({ name, synonyms }) => [name.ko, ...(synonyms?.ko ?? [])]);
    expect(said).not.toContain('관능적인');
  });
});
