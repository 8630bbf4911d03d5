/** @file A document as values: the screen, the PDF and the CSV are drawn from the same one. */

import type { MaterialId } from '#foundation/ids.ts';
import type { Accords, Formula, Product } from '#perfumery/formula/formula.ts';
import type { LotComposition } from '#perfumery/material/lot-composition.ts';
import type { InTwoLanguages, Material } from '#perfumery/material/material.ts';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import type { Regulation } from '#perfumery/safety/regulation.ts';

export const documentKinds = ['certificate', 'allergens', 'label', 'hazards'] as const;
export type DocumentKind = (typeof documentKinds)[number];
export type DocumentLanguage = 'ko' | 'en';

export interface DocumentColumn {
  readonly label: string;
  readonly align: 'left' | 'right';
  /** Share of the width, relative to the others. */
  readonly width: number;
}

export interface DocumentSection {
  readonly title: string;
  /** A paragraph to copy, such as the text of a label. */
  readonly text?: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Said under it, or instead of rows. */
  readonly note?: string;
}

export interface StudioDocument {
  readonly kind: DocumentKind;
  readonly language: DocumentLanguage;
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Said before anything else, because it limits what the rest is worth. */
  readonly warnings: readonly string[];
  readonly sections: readonly DocumentSection[];
  readonly notes: readonly string[];
}

/** What a document is about. */
export interface DocumentSubject {
  readonly name: InTwoLanguages;
  /** Number of the trial; absent for the working formula. */
  readonly trial?: number;
  readonly formula: Formula;
  readonly product: Product;
  readonly accords: Accords;
  readonly answer: SafetyAnswer;
  readonly regulation: Regulation;
  readonly materialOf: (id: MaterialId) => Material | undefined;
  /** The lot by whose composition a material is judged, where there is one. */
  readonly lotOf?: (id: MaterialId) => LotComposition | undefined;
  /** ISO date on the document. */
  readonly date: string;
}

/** A column; numbers stand on the right. */
export function column(label: string, width = 1, align: DocumentColumn['align'] = 'left'): DocumentColumn {
  return { label, width, align };
}

/** A document as rows of a spreadsheet, in the order of the page. */
export function documentRows({
  title,
  facts,
  warnings,
  sections,
  notes,
}: StudioDocument): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [[title], ...facts.map(({ label, value }) => [label, value])];
  for (const warning of warnings) rows.push([warning]);
  for (const { title: heading, text, columns, rows: body, note } of sections) {
    rows.push([], [heading]);
    if (text !== undefined) rows.push([text]);
    if (columns.length > 0 && body.length > 0)
      rows.push(
        columns.map(({ label }) => label),
        ...body,
      );
    if (note !== undefined) rows.push([note]);
  }
  return [...rows, [], ...notes.map((note) => [note])];
}
