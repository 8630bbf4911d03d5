import type { DocumentKind } from '#perfumery/documents/document.ts';
import { documentRows } from '#perfumery/documents/document.ts';
import { toCsv } from '#perfumery/interchange/csv.ts';
import { openRecipe } from '#services/recipes/open-recipe.ts';
import { type DocumentNeeds, type DocumentWanted, makeDocument } from './make-document.ts';

export interface DocumentFileWanted extends DocumentWanted {
  readonly format: 'pdf' | 'csv';
}

const types = { pdf: 'application/pdf', csv: 'text/csv;charset=utf-8' };
const titles: Readonly<Record<DocumentKind, string>> = {
  certificate: 'IFRA certificate',
  allergens: 'allergens',
  label: 'label',
  hazards: 'CLP draft',
};

/** A document as a file. Both formats hold the same figures, those of the screen. */
export function writeDocument(needs: DocumentNeeds) {
  return async ({ format, ...wanted }: DocumentFileWanted): Promise<File> => {
    const document = makeDocument(needs)(wanted);
    const { name } = openRecipe(needs)(wanted.recipeId);
    const spoken = (name[wanted.language] || name.en || name.ko).replace(/[\p{Cc}\p{Cf}<>:"/\\|?*.]/gu, ' ').trim();
    const fileName = `${spoken.slice(0, 80) || 'recipe'}, ${titles[wanted.kind]}.${format}`;
    const fileOf = (content: string | Uint8Array<ArrayBuffer>) =>
      new File([content], fileName, { type: types[format] });
    if (format === 'csv') return fileOf(toCsv(documentRows(document)));
    const typeface = needs.typeface();
    const date = needs.now().slice(0, 10);
    return fileOf(new Uint8Array(await needs.sideThread.do('draw-pdf', { document, typeface, date })));
  };
}
