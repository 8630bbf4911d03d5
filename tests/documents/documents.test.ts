import { readdirSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import { describeDocument } from '#perfumery/documents/describe-document.ts';
import { type DocumentSubject, documentKinds, documentRows } from '#perfumery/documents/document.ts';
import type { Line, Product } from '#perfumery/formula/formula.ts';
import { toCsv } from '#perfumery/interchange/csv.ts';
import type { Material } from '#perfumery/material/material.ts';
import { createJudge } from '#perfumery/safety/judge.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import { drawPdf } from '#services/documents/draw-pdf.ts';
import { createTypeface } from '#services/documents/typeface.ts';
import { formula, line, material } from '#tests/fixtures/safety-tables.ts';
import { assetsFolder, openStudio } from '#tests/library/open-studio.ts';

const regulation = loadRegulation(path.join(assetsFolder, 'regulation'));
const stated = <T>(value: T) => ({ value, method: 'measured', source: 'test' }) as const;

/** A made-up shelf, so that the golden files do not move with the catalogue. */
const shelf = new Map<string, Material>(
  [
    material('linalool', 'synthetic', ['78-70-6'], { hazards: ['H315', 'H319', 'H317'] }),
    material('citral', 'synthetic', ['5392-40-5'], { hazards: ['H315', 'H317'] }),
    material('coumarin', 'synthetic', ['91-64-5'], { hazards: ['H302', 'H317'] }),
    material('oil', 'natural', ['8007-75-8'], {
      grade: 'expressed',
      constituents: [
        { cas: '5989-27-5', name: 'd-Limonene', typical: 38, method: 'stated', source: 'test' },
        { cas: '78-70-6', name: 'Linalool', typical: 9, method: 'stated', source: 'test' },
      ],
    }),
    material('ethanol', 'solvent', ['64-17-5'], {
      name: { en: 'Ethanol', ko: '에탄올(변성)' },
      inci: 'Alcohol',
      hazards: ['H225', 'H319'],
      molecularFormula: stated('C2H6O'),
      molecularWeight: stated(46.07),
      vapourPressure: stated(7870),
    }),
  ].map((one) => [one.id, one]),
);
const product: Product = {
  type: 'eau-de-parfum',
  category: '4',
  dosage: '15' as DecimalText,
  batch: '100' as DecimalText,
  bottle: '50' as DecimalText,
  carrierId: 'ethanol' as MaterialId,
};

function subject(changes: Partial<DocumentSubject> = {}, ...lines: readonly Line[]): DocumentSubject {
  const recipe = formula(
    ...(lines.length > 0 ? lines : [line('oil', 60), line('linalool', 25), line('citral', 10), line('coumarin', 5)]),
  );
  const materialOf = (id: string) => shelf.get(id);
  const used = changes.product ?? product;
  return {
    name: { en: 'Garden wall', ko: '담장' },
    trial: 3,
    formula: recipe,
    product: used,
    accords: new Map(),
    answer: createJudge({ regulation, materials: materialOf })(recipe, { product: used, accords: new Map() }),
    regulation,
    materialOf,
    date: '2026-11-21',
    ...changes,
  };
}

describe('documents', () => {
  for (const kind of documentKinds) {
    for (const language of ['en', 'ko'] as const) {
      it(`read the same as ever: ${kind} in ${language}`, async () => {
        const csv = toCsv(documentRows(describeDocument(kind, subject(), language)));
        await expect(csv).toMatchFileSnapshot(`../golden/documents/${kind}.${language}.csv`);
      });
    }
  }

  it('never certify what is over a limit', () => {
    const over = subject({ product: { ...product, category: '5A' } });
    const { warnings } = describeDocument('certificate', over, 'en');
    expect(warnings[0]).toContain('does not keep');
  });

  it('never certify what is not known', () => {
    const unknown = subject({}, line('linalool', 1), line('nobody-knows', 1));
    const { warnings, sections } = describeDocument('certificate', unknown, 'en');
    expect(warnings[0]).toContain('not known');
    expect(warnings[0]).toContain('not a certificate');
    expect(sections.at(-1)?.rows).toContainEqual(['—', 'material missing']);
    expect(sections[0]?.rows[3]?.[2]).toContain('as far as known');
  });

  it('mention deadlines that are still ahead on the day of a certificate, and no others', () => {
    const titles = (date: string) =>
      describeDocument('certificate', subject({ date }), 'en').sections.map(({ title }) => title);
    expect(titles('2026-11-21')).not.toContain('Deadlines still ahead');
    const { sections } = describeDocument('certificate', subject({ date: '2022-02-10' }), 'en');
    const ahead = sections.find(({ title }) => title === 'Deadlines still ahead');
    expect(ahead?.rows).toContainEqual(['Citral', '2021-02-10', '2022-02-10']);
    expect(titles('2022-02-11')).not.toContain('Deadlines still ahead');
  });

  it('put ingredients in descending order, carriers first where there is most of them', () => {
    const { sections } = describeDocument('label', subject(), 'en');
    expect(sections[0]?.text).toMatch(/^Alcohol, Parfum, Citrus Aurantium Bergamia Peel Oil, Linalool, Limonene, /);
    expect(sections[1]?.text).toMatch(/^에탄올, 향료, /);
  });

  it('say which part of a mixture has no hazard codes', () => {
    const { warnings } = describeDocument('hazards', subject(), 'en');
    expect(warnings[1]).toBe('9 % of the mixture has no hazard codes entered. Nothing is said about it.');
  });

  it('of an empty formula are empty, and no failure', () => {
    for (const kind of documentKinds)
      expect(describeDocument(kind, subject({ formula: formula() }), 'ko').title).not.toBe('');
  });
});

const typeface = createTypeface(path.dirname(assetsFolder));

describe('documents as PDF', () => {
  it('hold the text of the page in an embedded typeface, Korean too', async () => {
    const bytes = await drawPdf({
      document: describeDocument('certificate', subject(), 'ko'),
      typeface: typeface(),
      date: '2026-11-21',
    });
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw.startsWith('%PDF-')).toBe(true);
    expect(raw).toMatch(/\/FontFile[23]/);
    expect(bytes.length).toBeLessThan(200_000);
    expect(unicodesIn(raw)).toEqual(
      expect.arrayContaining([...'스탠더드적합증명서담장IFRA'].map((one) => one.codePointAt(0))),
    );
  });

  it('are the same bytes for the same document', async () => {
    const draw = () =>
      drawPdf({ document: describeDocument('label', subject(), 'en'), typeface: typeface(), date: '2026-11-21' });
    expect(Buffer.compare(await draw(), await draw())).toBe(0);
  });

  it('go on over as many pages as it takes', async () => {
    const lines = Array.from({ length: 90 }, (_, at) => line(`nobody-${at}`, 1));
    const many = subject({}, ...lines);
    const long = {
      ...many,
      answer: {
        ...many.answer,
        unknowns: many.answer.unknowns.map(
          (one, at) => ({ ...one, why: at % 2 ? 'no-cas' : 'material-missing' }) as never,
        ),
      },
    };
    const document = describeDocument('certificate', long, 'en');
    const rows = Array.from({ length: 120 }, (_, at) => [`row ${at}`, 'why']);
    const tall = {
      ...document,
      sections: document.sections.map((one) => ({ ...one, ...(one.columns.length === 2 && { rows }) })),
    };
    const raw = Buffer.from(await drawPdf({ document: tall, typeface: typeface(), date: '2026-11-21' })).toString(
      'latin1',
    );
    expect(raw.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
  });
});

describe('documents through the router', () => {
  it('come as PDF and CSV with the figures of the screen', async () => {
    using studio = openStudio();
    const { client } = studio;
    const recipeId = path.parse(
      readdirSync(path.join(assetsFolder, 'examples')).find((name) => name === 'chypre.json') ?? '',
    ).name;
    const id = studio.core.library.verdicts.trialIds().find((trialId) => trialId.includes(recipeId));
    const recipe = studio.core.library.trials.recipeOf(id as never) as RecipeId;
    const wanted = { recipeId: recipe, kind: 'certificate', language: 'ko' } as const;
    const document = await client.documents.make(wanted);
    const csv = await client.documents.write({ ...wanted, format: 'csv' });
    expect(await csv.text()).toBe(toCsv(documentRows(document)).replace(/^\ufeff/, ''));
    const pdf = await client.documents.write({ ...wanted, format: 'pdf' });
    expect(pdf.type).toBe('application/pdf');
    expect(pdf.name).toMatch(/IFRA certificate\.pdf$/);
    expect(studio.bugs).toEqual([]);
  });
});

/** The characters that the PDF says its glyphs stand for. */
function unicodesIn(raw: string): number[] {
  const codes: number[] = [];
  for (const [, body = ''] of raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    let text: string;
    try {
      text = inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      continue;
    }
    if (!text.includes('beginbfrange')) continue;
    for (const [, hex = ''] of text.matchAll(/<([0-9a-fA-F]{4})>/g)) codes.push(Number.parseInt(hex, 16));
  }
  return codes;
}
