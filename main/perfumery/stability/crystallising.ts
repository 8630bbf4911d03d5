/**
 * @file Solids that may come out of the finished product in the cold. What stays dissolved is the ideal solubility of a
 * crystal, ln x = -6.8 (Tm - T) / T (Yalkowsky, Ind. Eng. Chem. Fundam. 1979, 18, 108, with Walden's entropy of melting of
 * 56.5 J/(mol K)), over the activity coefficient that UNIFAC gives it in this product. Within a factor of two or three.
 */

import type { LineId } from '#foundation/ids.ts';
import type { Slices } from '#foundation/slices.ts';
import type { Material } from '#perfumery/material/material.ts';
import { usualWeight } from '#perfumery/volatility/components-of.ts';
import { makingUnifac } from '#perfumery/volatility/unifac.ts';
import { type UnifacGroups, unifacGroupsOf } from '#perfumery/volatility/unifac-groups.ts';
import { kelvin } from '#perfumery/volatility/vapour-pressure.ts';
import type { Circumstances } from './circumstances.ts';
import type { StabilityFinding } from './finding.ts';

/** °C; middles of what handbooks and data sheets give. Plastic crystals such as camphor are left out: the law is not theirs. */
const meltingPoints: ReadonlyMap<string, number> = new Map([
  ['121-33-5', 82],
  ['121-32-4', 77],
  ['91-64-5', 70],
  ['120-57-0', 37],
  ['81-14-1', 136],
  ['6790-58-5', 76],
  ['3738-00-9', 76],
  ['118-71-8', 161],
  ['4940-11-8', 90],
  ['5471-51-2', 83],
  ['4707-47-5', 144],
  ['1506-02-1', 54],
  ['21145-77-7', 54],
  ['120-72-9', 52],
  ['83-34-1', 95],
  ['2216-51-5', 43],
]);
/** °C: a cold shelf in winter. */
const cold = 5;
const walden = 6.8;
/** Times the solubility from which it is likely, and from which it is worth a word. */
const likely = 1;
const near = 0.4;

interface Part {
  readonly material: Material | undefined;
  readonly lineIds: readonly LineId[];
  readonly share: number;
  /** mol in a gram of the product. */
  readonly moles: number;
  readonly groups: UnifacGroups | undefined;
}

/** One finding per solid that comes near what the product holds at 5 °C. */
export function* crystallising({ mixture, materials }: Circumstances): Slices<readonly StabilityFinding[]> {
  const temperature = kelvin(cold);
  const parts: Part[] = [];
  for (const { materialId, share, lineIds } of mixture.portions) {
    const material = materials(materialId);
    const weight = material?.molecularWeight?.value ?? usualWeight;
    const smiles = material?.smiles?.value;
    const groups = smiles ? unifacGroupsOf(smiles) : undefined;
    parts.push({ material, lineIds, share, moles: share / weight, groups });
    yield;
  }
  const coefficients = new Float64Array(parts.length);
  const activity = yield* makingUnifac(
    parts.map(({ groups }) => groups),
    temperature,
  );
  activity(
    Float64Array.from(parts, ({ moles }) => moles),
    coefficients,
  );
  const all = parts.reduce((sum, { moles }) => sum + moles, 0);
  return parts.flatMap(({ material, lineIds, share, moles }, at) => {
    const melting = material?.cas.map((one) => meltingPoints.get(one)).find((one) => one !== undefined);
    if (!material || melting === undefined) return [];
    const ideal = Math.exp((-walden * (kelvin(melting) - temperature)) / temperature);
    const times = ((moles / all) * (coefficients[at] as number)) / ideal;
    if (times < near) return [];
    return [
      {
        rule: 'crystallising' as const,
        weight: times >= likely ? ('watch' as const) : ('know' as const),
        lineIds,
        materialIds: [material.id],
        reason: {
          en: `${material.name.en}, a solid, is near or over what this product keeps dissolved at ${cold} °C.`,
          ko: `고체인 ${material.name.ko || material.name.en}의 양이 이 제품이 ${cold} °C에서 녹여 둘 수 있는 한계에 가깝거나 넘는다.`,
        },
        advice: {
          en: 'Use less of it, add a good solvent (benzyl benzoate, DPG, triethyl citrate) or more alcohol, and keep a sample at 5 °C for a week.',
          ko: '양을 줄이거나 좋은 용매(벤질 벤조에이트, DPG, 트라이에틸 시트레이트) 또는 알코올을 늘리고, 시료를 5 °C에 한 주 둔다.',
        },
        source: {
          en: 'Ideal solubility after Yalkowsky (1979) with UNIFAC (Hansen and others 1991): within a factor of two or three.',
          ko: 'Yalkowsky(1979)의 이상 용해도와 UNIFAC(Hansen 외 1991). 두세 배 안에서 맞는다.',
        },
        amounts: [
          { what: { en: 'In the product', ko: '제품 안에' }, kind: 'percent' as const, value: 100 * share },
          { what: { en: 'Of what stays dissolved', ko: '녹아 있을 양의' }, kind: 'times' as const, value: times },
        ],
      },
    ];
  });
}
