/**
 * @file What the studio knows of a formula, as sentences with the engine's own numbers: what a model may retell, and what is
 * shown in its place where it cannot be trusted to.
 */
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { Fix, SafetyAnswer } from '#perfumery/safety/answer.ts';
import type { Category } from '#perfumery/safety/category.ts';
import type { Tongue } from './assistant-needs.ts';

export interface FactsAsked {
  readonly answer: SafetyAnswer;
  readonly category: Category;
  readonly language: Tongue;
  readonly nameOfLine: (lineId: string) => string;
  readonly titleOf: (key: string) => InTwoLanguages | undefined;
}

const verdictWords = {
  en: {
    pass: 'passes',
    'over-limit': 'is over a limit',
    prohibited: 'holds something prohibited',
    unknown: 'cannot be judged wholly',
  },
  ko: { pass: '통과', 'over-limit': '한도 초과', prohibited: '금지 물질 포함', unknown: '판정할 수 없음' },
} as const;
const mostFindings = 6;
const mostContributions = 4;

/** Facts of a verdict in one category, the most pressing first: a sentence each. Percentages are of the finished product. */
export function sayVerdict({ answer, category, language, nameOfLine, titleOf }: FactsAsked): readonly string[] {
  const own = answer.categories.find((one) => one.category === category);
  if (!own) return [];
  const isKorean = language === 'ko';
  const title = (key: string) => titleOf(key)?.[language] ?? key;
  const facts = [
    isKorean
      ? `IFRA ${answer.amendment}차 개정, 카테고리 ${category}, 부향률 ${answer.dosage}%: ${verdictWords.ko[own.verdict]}.`
      : `IFRA amendment ${answer.amendment}, category ${category}, dosage ${answer.dosage} %: it ${verdictWords.en[own.verdict]}.`,
  ];
  const pressing = answer.findings
    .map((finding) => ({ finding, cell: finding.cells[category] }))
    .filter(({ cell }) => cell.limit !== undefined || cell.verdict !== 'pass')
    .sort((a, b) => b.cell.ratio - a.cell.ratio)
    .slice(0, mostFindings);
  for (const { finding, cell } of pressing) {
    const by = finding.contributions
      .slice(0, mostContributions)
      .map(({ lineId, percent }) => `${nameOfLine(lineId)} ${percent} %`)
      .join(', ');
    const limit = cell.limit ?? '0';
    if (cell.verdict === 'prohibited') {
      facts.push(
        isKorean
          ? `${title(finding.key)}: 금지. 들어 있는 행: ${by}.`
          : `${title(finding.key)} is prohibited. It comes from ${by}.`,
      );
    } else {
      facts.push(
        isKorean
          ? `${title(finding.key)}: 완제품에 ${finding.total} %, 한도 ${limit} %, ${verdictWords.ko[cell.verdict]}. 들어 있는 행: ${by}.`
          : `${title(finding.key)}: ${finding.total} % of the finished product, limit ${limit} %; it ${verdictWords.en[cell.verdict]}. It comes from ${by}.`,
      );
    }
  }
  if (own.highestDosage !== undefined && own.verdict === 'over-limit') {
    facts.push(
      isKorean
        ? `부향률을 ${own.highestDosage} %까지 낮추면 통과합니다.`
        : `It would pass at a dosage of at most ${own.highestDosage} %.`,
    );
  }
  for (const fix of own.fixes.slice(0, 3)) facts.push(sayFix(fix, language, nameOfLine));
  if (answer.euLaw.verdict === 'prohibited') {
    for (const { key, percent } of answer.euLaw.findings.filter(({ verdict }) => verdict === 'prohibited')) {
      facts.push(isKorean ? `EU 법: ${key} ${percent} %는 금지.` : `EU law prohibits ${key}, here ${percent} %.`);
    }
  }
  for (const { lineId, why, blocks } of answer.unknowns.slice(0, 4)) {
    if (blocks)
      facts.push(
        isKorean
          ? `${nameOfLine(lineId)}: 알려지지 않은 것이 있음 (${why}).`
          : `${nameOfLine(lineId)} is not known well enough (${why}).`,
      );
  }
  return facts;
}

function sayFix(fix: Fix, language: Tongue, nameOfLine: (lineId: string) => string): string {
  const isKorean = language === 'ko';
  switch (fix.how) {
    case 'reduce-line':
      return isKorean
        ? `고치는 방법: ${nameOfLine(fix.lineId)}을(를) ${fix.parts}부로 줄인다.`
        : `A way to mend it: ${nameOfLine(fix.lineId)} down to ${fix.parts} parts.`;
    case 'remove-line':
      return isKorean
        ? `고치는 방법: ${nameOfLine(fix.lineId)}을(를) 뺀다.`
        : `A way to mend it: leave out ${nameOfLine(fix.lineId)}.`;
    case 'lower-dosage':
      return isKorean
        ? `고치는 방법: 부향률을 ${fix.dosage} %로 낮춘다.`
        : `A way to mend it: a dosage of ${fix.dosage} %.`;
  }
}
