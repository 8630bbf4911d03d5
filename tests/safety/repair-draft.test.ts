import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import { loadCatalogue } from '#library/catalogue/load-catalogue.ts';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import { type DraftLine, formulaOf, repairDraft } from '#perfumery/composing/repair-draft.ts';
import type { Product } from '#perfumery/formula/formula.ts';
import { createJudge } from '#perfumery/safety/judge.ts';

const assets = path.resolve(import.meta.dirname, '../../assets');
const { materials } = loadCatalogue(assets);
const shelf = new Map(materials.map((material) => [material.id, material]));
const materialOf = (id: MaterialId) => shelf.get(id);
const judge = createJudge({ regulation: loadRegulation(path.join(assets, 'regulation')), materials: materialOf });
const solventId = 'dipropylene-glycol-dpg' as MaterialId;
const product = {
  type: 'eau-de-parfum',
  category: '4',
  dosage: '18',
  batch: '100',
  bottle: '50',
  carrierId: 'ethanol' as MaterialId,
} as Product;
const needs = { judge, product, materialOf, solventId };
const line = (materialId: string, parts: number): DraftLine => ({
  materialId: materialId as MaterialId,
  thousandths: parts * 1000,
});
const smelling = materials.filter(({ kind }) => kind !== 'solvent').map(({ id }) => id);

describe('a drafted formula', () => {
  it('is never over a limit or a use level once it is repaired, and adds up', () => {
    const drafts = fc.array(fc.tuple(fc.constantFrom(...smelling), fc.integer({ min: 1, max: 400 })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(drafts, (draft) => {
        const { lines, verdict } = repairDraft(
          draft.map(([id, parts]) => line(id, parts)),
          needs,
        );
        expect(lines.reduce((sum, { thousandths }) => sum + thousandths, 0)).toBe(1_000_000);
        expect(['pass', 'unknown']).toContain(verdict);
        const again = judge(formulaOf(lines, solventId), { product, accords: new Map() });
        expect(['pass', 'unknown']).toContain(again.categories.find(({ category }) => category === '4')?.verdict);
        for (const { materialId, thousandths } of lines) {
          const most = materialId === solventId ? 100 : (materialOf(materialId)?.maximumUse?.value ?? 100);
          expect(thousandths / 10_000).toBeLessThanOrEqual(most + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says what was changed and why', () => {
    const { lines, repairs } = repairDraft(
      [
        line('lyral-hicc', 50),
        line('no-such-thing', 10),
        line('hydroxycitronellal', 500),
        line('hedione-methyl-dihydrojasmonate', 300),
      ],
      needs,
    );
    expect(lines.map(({ materialId }) => materialId)).not.toContain('lyral-hicc');
    const whyOf = (id: string) =>
      repairs.filter(({ materialId }) => materialId === id).map(({ because }) => because.what);
    expect(whyOf('no-such-thing')).toEqual(['not-in-library']);
    expect(whyOf('lyral-hicc')).toContain('law');
    expect(whyOf('hydroxycitronellal').some((why) => why === 'limit' || why === 'use-level')).toBe(true);
  });

  it('that is fit already stays as it is, and is found again when repaired twice', () => {
    const once = repairDraft(
      [line('hedione-methyl-dihydrojasmonate', 200), line('galaxolide', 100), line('linalool', 100)],
      needs,
    );
    const twice = repairDraft(
      once.lines.filter(({ materialId }) => materialId !== solventId),
      needs,
    );
    expect(twice.repairs.filter(({ because }) => because.what === 'limit')).toEqual([]);
  });

  it('of nothing is all solvent', () => {
    expect(repairDraft([], needs).lines).toEqual([{ materialId: solventId, thousandths: 1_000_000 }]);
  });
});
