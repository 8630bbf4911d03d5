/** @file The draft of a GHS/CLP classification with its sums, and the estimated flash point. Never a safety data sheet. */
import { classifyMixture } from '#perfumery/hazard/classify-mixture.ts';
import { type FlammableShare, flashPoint } from '#perfumery/hazard/flash-point.ts';
import { hazardStatements } from '#perfumery/hazard/hazard-statements.ts';
import { decimalOf, toNumber } from '#perfumery/units/decimal.ts';
import {
  column,
  type DocumentLanguage,
  type DocumentSection,
  type DocumentSubject,
  type StudioDocument,
} from './document.ts';
import { factsOf, figure, inLanguage } from './document-parts.ts';
import { filled, hazardRuleWords, words } from './document-words.ts';
import { type ProductShare, productShares } from './product-shares.ts';

/** How many materials a sum names. */
const mostNamed = 6;

/** What follows from the hazard codes that were entered, with every sum. */
export function hazardDraft(subject: DocumentSubject, language: DocumentLanguage): StudioDocument {
  const { materialOf } = subject;
  const { perfume, carriers, unnamed } = productShares(subject.formula, subject.product, subject.accords);
  const shares = together([...perfume, ...carriers]);
  const ingredients = shares.map(({ materialId, percent }) => {
    const hazards = materialOf(materialId)?.hazards;
    return { materialId, percent: toNumber(percent), ...(hazards && { hazards }) };
  });
  const { celsius, covered } = estimate(subject, shares);
  const mixture = classifyMixture(ingredients, celsius === undefined ? {} : { flashPoint: celsius });
  const nameOf = (id: (typeof shares)[number]['materialId']) => {
    const material = materialOf(id);
    return material ? inLanguage(material.name, language) : id;
  };
  const left = mixture.notAssessed + toNumber(unnamed);
  const flash = celsius === undefined ? words.flashUnknown[language] : `${Math.round(celsius)} °C`;
  const codes = mixture.unread.map(({ materialId, text }) => `${nameOf(materialId)} “${text}”`).join(', ');
  return {
    kind: 'hazards',
    language,
    title: words.hazards[language],
    facts: [...factsOf(subject, language).slice(0, -1), { label: words.flash[language], value: flash }],
    warnings: [
      words.notSds[language],
      ...(left > 0 ? [filled(words.notAssessed[language], { percent: figure(decimalOf(left)) })] : []),
      ...(codes ? [filled(words.unread[language], { codes })] : []),
    ],
    sections: [
      {
        title: words.statements[language],
        columns: [],
        rows: [],
        ...(mixture.statements.length > 0
          ? { text: mixture.statements.map((one) => sentenceOf(one, language)).join('\n') }
          : { note: words.noStatements[language] }),
      },
      ...acuteOf(mixture, nameOf, language),
      sumsOf(mixture, nameOf, language),
      ...unsummedOf(mixture, nameOf, language),
      ...notEntered(mixture.notAssessedIds.map(nameOf), language),
    ],
    notes: [
      filled(words.flashNote[language], { percent: figure(decimalOf(covered)) }),
      ...(mixture.statements.includes('H304') ? [words.aspirationNote[language]] : []),
      words.madeBy[language],
    ],
  };
}

/** `H317: May cause an allergic skin reaction`. */
function sentenceOf(statement: string, language: DocumentLanguage): string {
  const says = hazardStatements[statement];
  return says ? `${statement}: ${says[language]}` : statement;
}

function acuteOf(
  { acute, notAssessed }: Mixture,
  nameOf: NameOf,
  language: DocumentLanguage,
): readonly DocumentSection[] {
  if (acute.length === 0) return [];
  const rows = acute.map(({ route, ate, statement, from }) => [
    words[route === 'swallowed' ? 'swallowed' : 'onSkin'][language],
    figure(decimalOf(ate)),
    statement ?? '—',
    namesOf(from, nameOf),
  ]);
  const columns = [
    column(words.route[language], 1.5),
    column(words.ate[language], 1.2, 'right'),
    column(words.statement[language], 1),
    column(words.from[language], 3.5),
  ];
  const note =
    notAssessed > 10 ? `${words.acuteNote[language]} ${words.acuteUnknown[language]}` : words.acuteNote[language];
  return [{ title: words.acute[language], columns, rows, note }];
}

function unsummedOf({ unsummed }: Mixture, nameOf: NameOf, language: DocumentLanguage): readonly DocumentSection[] {
  if (unsummed.length === 0) return [];
  const rows = [...Map.groupBy(unsummed, ({ text }) => text)].map(([text, all]) => [
    sentenceOf(text, language),
    namesOf(
      all.map(({ materialId }) => materialId),
      nameOf,
    ),
  ]);
  const columns = [column(words.statement[language], 3), column(words.from[language], 3)];
  return [{ title: words.unsummed[language], columns, rows }];
}

type Mixture = ReturnType<typeof classifyMixture>;
type NameOf = (id: ProductShare['materialId']) => string;

function namesOf(ids: readonly ProductShare['materialId'][], nameOf: NameOf): string {
  return ids.slice(0, mostNamed).map(nameOf).join(', ') + (ids.length > mostNamed ? ` +${ids.length - mostNamed}` : '');
}

function sumsOf({ sums }: Mixture, nameOf: NameOf, language: DocumentLanguage): DocumentSection {
  const rows = sums.map(({ rule, sum, threshold, isReached, statement, from }) => [
    hazardRuleWords[rule]?.[language] ?? rule,
    figure(decimalOf(sum)),
    String(threshold),
    isReached ? statement : '—',
    namesOf(from, nameOf),
  ]);
  const columns = [
    column(words.rule[language], 3),
    column(words.sum[language], 1, 'right'),
    column(words.thresholdColumn[language], 1, 'right'),
    column(words.statement[language], 1),
    column(words.from[language], 3),
  ];
  return { title: words.sums[language], columns, rows };
}

function notEntered(names: readonly string[], language: DocumentLanguage): readonly DocumentSection[] {
  if (names.length === 0) return [];
  return [{ title: words.notEnteredTitle[language], columns: [], rows: [], text: names.join(', ') }];
}

/** The same material as perfume, solvent and carrier is one ingredient of the mixture. */
function together(shares: readonly ProductShare[]): readonly ProductShare[] {
  const sums = new Map<ProductShare['materialId'], bigint>();
  for (const { materialId, percent } of shares) sums.set(materialId, (sums.get(materialId) ?? 0n) + percent);
  return [...sums].map(([materialId, percent]) => ({ materialId, percent }) as ProductShare);
}

/** The flash point, and how much of the mixture (%) the estimate knows enough about. */
function estimate({ materialOf }: DocumentSubject, shares: readonly ProductShare[]) {
  const known = shares.flatMap(({ materialId, percent }): FlammableShare[] => {
    const { cas = [], molecularFormula, molecularWeight, vapourPressure } = materialOf(materialId) ?? {};
    if (!molecularFormula || !molecularWeight || !vapourPressure) return [];
    return [
      {
        cas,
        mass: toNumber(percent),
        molecularWeight: molecularWeight.value,
        vapourPressure: vapourPressure.value,
        molecularFormula: molecularFormula.value,
      },
    ];
  });
  const covered = known.reduce((sum, { mass }) => sum + mass, 0);
  return { celsius: flashPoint(known), covered };
}
