/**
 * @file Primary amines with aldehydes: one to one, less a molecule of water. What could form is an upper bound: all of the
 * scarcer partner, the heaviest aldehydes first.
 */
import { decimal, toNumber } from '#perfumery/units/decimal.ts';
import type { Rule } from './circumstances.ts';
import type { StabilityAmount, StabilityFinding } from './finding.ts';
import { type Pool, pooled, whereOf } from './substances.ts';

const water = 18.015;
/** % of the product above which the colour is seen: our judgement. */
const seen = 0.01;
const mostListed = 6;

/** One finding per amine that meets an aldehyde, from whatever materials it comes. */
export const schiffBases: Rule = ({ substances, product }) => {
  const amines = pooled(substances.filter(({ groups }) => groups.has('primary-amine'))).filter(
    ({ weight }) => weight > 0,
  );
  const aldehydes = pooled(substances.filter(({ groups }) => groups.has('aldehyde'))).filter(
    ({ weight }) => weight > 0,
  );
  if (aldehydes.length === 0) return [];
  return amines.map((amine) => findingOf(amine, aldehydes, toNumber(decimal(product.batch))));
};

function findingOf(amine: Pool, aldehydes: readonly Pool[], batch: number): StabilityFinding {
  const most = 100 * mostFormed(amine, aldehydes);
  const pairs = aldehydes
    .map((aldehyde) => ({ aldehyde, percent: 100 * mostFormed(amine, [aldehyde]) }))
    .toSorted((a, b) => b.percent - a.percent);
  const amounts: StabilityAmount[] = [
    { what: { en: 'All together, at most', ko: '모두 합해 최대' }, kind: 'percent', value: most },
    { what: { en: 'In the batch, at most', ko: '배치 안에 최대' }, kind: 'grams', value: (most * batch) / 100 },
    ...pairs.slice(0, mostListed).map(
      ({ aldehyde, percent }): StabilityAmount => ({
        what: { en: `With ${aldehyde.name.en} alone`, ko: `${aldehyde.name.ko || aldehyde.name.en}만으로` },
        kind: 'percent',
        value: percent,
      }),
    ),
  ];
  return {
    rule: 'schiff-base',
    weight: most >= seen ? 'watch' : 'know',
    ...whereOf([amine, ...aldehydes].flatMap(({ members }) => members)),
    reason: {
      en: `${amine.name.en} joins with aldehydes to Schiff bases: yellow to orange, heavier, less fresh. Water is set free.`,
      ko: `${amine.name.ko || amine.name.en}이(가) 알데하이드와 결합해 시프 염기가 된다. 노랑에서 주황으로 변하고 무거워지며 신선함이 준다. 물이 나온다.`,
    },
    advice: {
      en: 'Weigh the ready-made base where its smell is wanted, take an amine that is blocked (methyl N-methylanthranilate: mind nitrosamines), or let the concentrate stand two weeks and judge its colour.',
      ko: '그 향이 필요하면 만들어진 시프 염기를 쓰고, 막힌 아민(N-메틸안트라닐산 메틸, 나이트로사민 주의)으로 바꾸거나, 원액을 두 주 두고 색을 확인한다.',
    },
    source: {
      en: 'Perfumer & Flavorist, “Schiff Bases: A Primer”; amounts from the molecular weights.',
      ko: 'Perfumer & Flavorist, “Schiff Bases: A Primer”. 양은 분자량에서 계산.',
    },
    amounts,
  };
}

/** Share of the product, 0 to 1. */
function mostFormed(amine: Pool, aldehydes: readonly Pool[]): number {
  let free = amine.share / amine.weight;
  let formed = 0;
  for (const { weight, share } of aldehydes.toSorted((a, b) => b.weight - a.weight)) {
    const moles = Math.min(free, share / weight);
    formed += moles * (weight + amine.weight - water);
    free -= moles;
  }
  return formed;
}
