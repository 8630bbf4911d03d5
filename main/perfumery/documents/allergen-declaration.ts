/** @file The declaration of fragrance allergens, by each list there is: EU 80 and Korea 25. */
import { isRinseOff } from '#perfumery/safety/rinse-off.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import { scaled } from '#perfumery/units/rounding.ts';
import {
  column,
  type DocumentLanguage,
  type DocumentSection,
  type DocumentSubject,
  type StudioDocument,
} from './document.ts';
import { factsOf, figure, inLanguage, lotsOf, notesOf, unknownsOf } from './document-parts.ts';
import { filled, words } from './document-words.ts';

/** Every listed allergen that is in the product, declared or not. */
export function allergenDeclaration(subject: DocumentSubject, language: DocumentLanguage): StudioDocument {
  const unknowns = unknownsOf(subject, language);
  return {
    kind: 'allergens',
    language,
    title: words.allergens[language],
    facts: factsOf(subject, language),
    warnings: unknowns.warnings,
    sections: [
      ...subject.answer.allergens.map(({ list }) => listed(subject, list, language)),
      ...lotsOf(subject, language),
      ...unknowns.sections,
    ],
    notes: notesOf(subject, language),
  };
}

function listed(
  { answer, regulation, product }: DocumentSubject,
  key: string,
  language: DocumentLanguage,
): DocumentSection {
  const list = regulation.allergenLists.find((one) => one.key === key);
  const findings = answer.allergens.find((one) => one.list === key)?.findings ?? [];
  const isRinsed = isRinseOff(product.category);
  const dosage = decimal(answer.dosage);
  const rows = findings.map(({ key: allergenKey, percent, declareLeaveOn, declareRinseOff }) => {
    const allergen = list?.allergens.find((one) => one.key === allergenKey);
    const isDeclared = isRinsed ? declareRinseOff : declareLeaveOn;
    const inConcentrate = dosage > 0n ? figure(scaled(decimal(percent), 100n * 1_000_000_000n, dosage)) : '—';
    return [
      allergen ? inLanguage(allergen.name, language) : allergenKey,
      allergen ? labelName(key, allergen) : allergenKey,
      allergen?.cas.join(' ') ?? '',
      inConcentrate,
      figure(percent),
      words[isDeclared ? 'yes' : 'no'][language],
    ];
  });
  const threshold = list?.thresholds[isRinsed ? 'rinseOff' : 'leaveOn'] ?? '';
  const use = words[isRinsed ? 'rinseOff' : 'leaveOn'][language];
  const columns = [
    column(words.allergen[language], 2.4),
    column(words.labelName[language], 2.4),
    column('CAS', 2),
    column(words.inConcentrate[language], 1.3, 'right'),
    column(words.inProduct[language], 1.3, 'right'),
    column(words.declare[language], 1),
  ];
  const sentence = filled(words.threshold[language], { threshold, use });
  return {
    title: list ? `${inLanguage(list.title, language)}. ${list.regulation}` : key,
    columns,
    rows,
    note: rows.length === 0 ? `${words.noneListed[language]} ${sentence}` : sentence,
  };
}

/** A label in Korea is in Korean; elsewhere the INCI name stands. */
export function labelName(
  listKey: string,
  allergen: { readonly inci: string; readonly name: { readonly ko: string } },
) {
  return listKey.startsWith('kr') ? allergen.name.ko || allergen.inci : allergen.inci;
}
