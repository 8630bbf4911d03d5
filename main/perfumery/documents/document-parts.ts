/** @file What every document begins and ends with. */
import { materialsIn } from '#perfumery/formula/materials-in.ts';
import { findProductType } from '#perfumery/formula/product-types.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { type DecimalText, decimal, decimalText } from '#perfumery/units/decimal.ts';
import { roundToFigures } from '#perfumery/units/rounding.ts';
import {
  column,
  type DocumentLanguage,
  type DocumentSection,
  type DocumentSubject,
  type StudioDocument,
} from './document.ts';
import { categoryWords, filled, unknownWords, words } from './document-words.ts';

/** A figure with at most four significant digits. */
export function figure(value: DecimalText | bigint): string {
  return decimalText(roundToFigures(typeof value === 'bigint' ? value : decimal(value), 4));
}

/** A name in the language of the document, or in the other one where that is empty. */
export function inLanguage(name: InTwoLanguages, language: DocumentLanguage): string {
  return name[language] || name.en || name.ko;
}

/** Perfume, date, product, strength and table. */
export function factsOf(subject: DocumentSubject, language: DocumentLanguage): StudioDocument['facts'] {
  const { name, trial, product, answer, date } = subject;
  const say = (key: keyof typeof words) => words[key][language];
  const type = findProductType(product.type);
  const { amendment, checked } = answer;
  return [
    { label: say('recipe'), value: inLanguage(name, language) },
    { label: say('trial'), value: trial === undefined ? say('workingFormula') : String(trial) },
    { label: say('date'), value: date },
    { label: say('product'), value: type ? type.name[language] : product.type },
    { label: say('category'), value: `${product.category} (${categoryWords[product.category][language]})` },
    { label: say('dosage'), value: `${figure(answer.dosage)} %` },
    { label: say('table'), value: filled(say('tableOf'), { amendment, checked }) },
  ];
}

/** A warning and a section where something is not known; neither where everything is. */
export function unknownsOf(
  { answer, materialOf }: DocumentSubject,
  language: DocumentLanguage,
): { readonly warnings: readonly string[]; readonly sections: readonly DocumentSection[] } {
  if (answer.unknowns.length === 0) return { warnings: [], sections: [] };
  const rows = answer.unknowns.map(({ materialId, why }) => {
    const material = materialId && materialOf(materialId);
    return [material ? inLanguage(material.name, language) : '—', unknownWords[why]?.[language] ?? why];
  });
  const once = [...new Map(rows.map((row) => [row.join('\n'), row])).values()];
  const columns = [column(words.material[language], 2), column(words.why[language], 2)];
  const isBlocked = answer.unknowns.some(({ blocks }) => blocks);
  return {
    warnings: isBlocked ? [words.unknowns[language]] : [],
    sections: [{ title: words.unknownTitle[language], columns, rows: once }],
  };
}

/** Which materials were judged by the composition of a lot, and of which; nothing where all are judged by their typical one. */
export function lotsOf(subject: DocumentSubject, language: DocumentLanguage): readonly DocumentSection[] {
  const { formula, accords, materialOf, lotOf = () => undefined } = subject;
  const rows = materialsIn(formula, accords).flatMap((id) => {
    const lot = lotOf(id);
    const material = materialOf(id);
    if (!lot || !material) return [];
    const origin = words[lot.origin === 'gc-ms' ? 'fromAnalysis' : 'fromCertificate'][language];
    return [[inLanguage(material.name, language), lot.lot, lot.date ?? '—', origin]];
  });
  if (rows.length === 0) return [];
  const columns = [
    column(words.material[language], 3),
    column(words.lot[language], 2),
    column(words.lotDate[language], 1.3),
    column(words.from[language], 1.7),
  ];
  return [{ title: words.lotsTitle[language], columns, rows, note: words.lotsNote[language] }];
}

/** Where to verify, and who answers for it. */
export function notesOf({ regulation }: DocumentSubject, language: DocumentLanguage): readonly string[] {
  return [filled(words.verify[language], { site: regulation.ifra.verifyAt }), words.madeBy[language]];
}
