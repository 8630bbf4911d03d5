/** @file The IFRA certificate: the highest share of concentrate in each of the 18 categories, and what is restricted. */
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { Finding, Verdict } from '#perfumery/safety/answer.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import {
  column,
  type DocumentLanguage,
  type DocumentSection,
  type DocumentSubject,
  type StudioDocument,
} from './document.ts';
import { factsOf, figure, inLanguage, lotsOf, notesOf, unknownsOf } from './document-parts.ts';
import { categoryWords, filled, verdictWords, words } from './document-words.ts';

const sentences: Readonly<Record<Verdict, InTwoLanguages>> = {
  pass: words.conforms,
  'over-limit': words.doesNotConform,
  prohibited: words.doesNotConform,
  unknown: words.cannotSay,
};

/** Says that a perfume keeps the Standards, or plainly that it does not. Unknown is never conformity. */
export function certificate(subject: DocumentSubject, language: DocumentLanguage): StudioDocument {
  const { answer, product } = subject;
  const own = answer.categories.find(({ category }) => category === product.category);
  const verdict = own?.verdict ?? 'unknown';
  const values = {
    category: product.category,
    dosage: `${figure(answer.dosage)} %`,
    verdict: verdictWords[verdict][language],
  };
  const sentence = filled(sentences[verdict][language], values);
  const unknowns = unknownsOf(subject, language);
  const restricted = restrictedIn(subject, language);
  const hasFlavouring = subject.answer.findings.some(({ key }) =>
    subject.regulation.ifra.standards.some((standard) => standard.key === key && standard.asFlavouring),
  );
  return {
    kind: 'certificate',
    language,
    title: words.certificate[language],
    facts: factsOf(subject, language),
    warnings: [sentence, ...unknowns.warnings],
    sections: [
      highestShares(subject, language),
      restricted,
      ...deadlinesAhead(subject, language),
      ...lotsOf(subject, language),
      ...unknowns.sections,
    ],
    notes: [...(hasFlavouring ? [words.flavouring[language]] : []), ...notesOf(subject, language)],
  };
}

function highestShares(subject: DocumentSubject, language: DocumentLanguage): DocumentSection {
  const rows = subject.answer.categories.map(({ category, verdict, highestDosage, limiting }) => {
    const isAny = highestDosage !== undefined && decimal(highestDosage) >= 100n * 1_000_000_000n;
    const most = highestDosage === undefined ? words.none[language] : isAny ? '100' : roundedDown(highestDosage);
    const isKnown = verdict !== 'unknown';
    return [
      category,
      categoryWords[category][language],
      isKnown ? most : filled(words.asFarAsKnown[language], { value: most }),
      limiting === undefined || isAny ? words.notLimited[language] : titleOf(subject, limiting, language),
      verdictWords[verdict][language],
    ];
  });
  const columns = [
    column(words.categoryColumn[language], 0.8),
    column(words.use[language], 2),
    column(words.maximum[language], 1.2, 'right'),
    column(words.limitedBy[language], 3),
    column(words.atThisDosage[language], 1.5),
  ];
  return { title: words.maximumTitle[language], columns, rows };
}

/** Four significant digits and never more than was worked out. */
function roundedDown(text: Parameters<typeof figure>[0] & string): string {
  const value = decimal(text);
  const spare = Math.max(0, value.toString().length - 4);
  const step = 10n ** BigInt(spare);
  return figure((value / step) * step);
}

function restrictedIn(subject: DocumentSubject, language: DocumentLanguage): DocumentSection {
  const { category } = subject.product;
  const rows = subject.answer.findings.map((finding) => {
    const cell = finding.cells[category];
    return [
      titleOf(subject, finding.key, language),
      figure(finding.total),
      cell.limit === undefined ? limitless(finding, cell.verdict, language) : figure(cell.limit),
      verdictWords[cell.verdict][language],
    ];
  });
  const columns = [
    column(words.standard[language], 4),
    column(words.inProduct[language], 1.3, 'right'),
    column(words.limit[language], 1.3, 'right'),
    column(words.result[language], 1.5),
  ];
  const title = filled(words.restrictedTitle[language], { category });
  return { title, columns, rows, ...(rows.length === 0 && { note: words.noneRestricted[language] }) };
}

/** Standards of the list above that some creations do not have to keep yet on the day of the document. */
function deadlinesAhead(subject: DocumentSubject, language: DocumentLanguage): readonly DocumentSection[] {
  const { answer, regulation, date } = subject;
  const rows = answer.findings.flatMap(({ key }) => {
    const { newCreations = '', existingCreations = '' } =
      regulation.ifra.standards.find((standard) => standard.key === key)?.deadlines ?? {};
    if (!isAhead(newCreations, date) && !isAhead(existingCreations, date)) return [];
    return [[titleOf(subject, key, language), newCreations || '—', existingCreations || '—']];
  });
  if (rows.length === 0) return [];
  const columns = [
    column(words.standard[language], 4),
    column(words.newCreations[language], 1.5),
    column(words.existingCreations[language], 1.5),
  ];
  return [{ title: words.deadlinesTitle[language], columns, rows, note: words.deadlinesNote[language] }];
}

/** A month is over when the next one begins; `date` is a day. */
function isAhead(deadline: string, date: string): boolean {
  return deadline !== '' && deadline >= date.slice(0, deadline.length);
}

function limitless({ kind }: Finding, verdict: string, language: DocumentLanguage): string {
  if (verdict === 'prohibited') return words.none[language];
  return kind === 'group' ? '—' : words.notLimited[language];
}

function titleOf({ regulation }: DocumentSubject, key: string, language: DocumentLanguage): string {
  const { standards, groups } = regulation.ifra;
  const found = standards.find((one) => one.key === key) ?? groups.find((one) => one.key === key);
  return found ? inLanguage(found.title, language) : key;
}
