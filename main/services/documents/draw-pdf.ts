/**
 * @file A document drawn on A4. Text is real text in one embedded typeface, of which only the glyphs used are kept.
 *
 * Rows never break across pages, and a table repeats its header on the next one.
 */
import PDFDocument from 'pdfkit';
import type { DocumentSection, StudioDocument } from '#perfumery/documents/document.ts';

const margin = 48;
const size = { title: 17, heading: 11.5, text: 9.5, table: 8.2, foot: 7.5 };
const ink = '#1c1a17';
const faint = '#6b655c';
const rule = '#cfc8bb';
const alarm = '#8a2f1d';

/** What a document is drawn from. */
export interface DocumentDrawing {
  readonly document: StudioDocument;
  /** Has Korean and Latin. */
  readonly typeface: Uint8Array;
  /** ISO date. */
  readonly date: string;
}

/** The pages of `document` as a PDF. */
export function drawPdf({ document, typeface, date }: DocumentDrawing): Promise<Uint8Array> {
  const instant = new Date(`${date}T00:00:00Z`);
  const info = {
    Title: document.title,
    Creator: 'Sillage',
    Producer: 'Sillage',
    CreationDate: instant,
    ModDate: instant,
  };
  // The first font has to be ours: pdfkit would look for the measures of its own beside itself on the disk.
  const font = Buffer.from(typeface);
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    info,
    lang: document.language,
    font: font as never,
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
  drawPages(pdf, document);
  pdf.end();
  return whole;
}

type Pdf = InstanceType<typeof PDFDocument>;

function drawPages(pdf: Pdf, { title, facts, warnings, sections, notes }: StudioDocument): void {
  paragraph(pdf, title, size.title);
  pdf.moveDown(0.6);
  for (const { label, value } of facts) drawFact(pdf, label, value);
  pdf.moveDown(0.6);
  for (const warning of warnings) paragraph(pdf, warning, size.text, alarm);
  for (const section of sections) drawSection(pdf, section);
  pdf.moveDown(0.8);
  for (const note of notes) paragraph(pdf, note, size.foot, faint);
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.fontSize(size.foot).fillColor(faint);
    pdf.text(`${page + 1} / ${count}`, margin, pdf.page.height - 32, {
      width: widthOf(pdf),
      align: 'right',
      lineBreak: false,
    });
    pdf.page.margins.bottom = margin;
  }
}

function paragraph(pdf: Pdf, text: string, points: number, colour = ink): void {
  pdf
    .fontSize(points)
    .fillColor(colour)
    .text(text, margin, pdf.y, { width: widthOf(pdf), lineGap: 1.5 });
  pdf.moveDown(0.25);
}

function drawFact(pdf: Pdf, label: string, value: string): void {
  const [top, labelWidth] = [pdf.y, 140];
  pdf
    .fontSize(size.text)
    .fillColor(faint)
    .text(label, margin, top, { width: labelWidth - 8 });
  const below = pdf.y;
  pdf.fillColor(ink).text(value, margin + labelWidth, top, { width: widthOf(pdf) - labelWidth });
  pdf.y = Math.max(below, pdf.y) + 1.5;
}

function drawSection(pdf: Pdf, { title, text, columns, rows, note }: DocumentSection): void {
  const isTable = columns.length > 0 && rows.length > 0;
  pdf.moveDown(0.9);
  if (pdf.y > bottomOf(pdf) - 60) pdf.addPage();
  paragraph(pdf, title, size.heading);
  if (text !== undefined) paragraph(pdf, text, size.text);
  if (isTable) drawTable(pdf, columns, rows);
  if (note !== undefined) paragraph(pdf, note, size.foot, faint);
}

function drawTable(pdf: Pdf, columns: DocumentSection['columns'], rows: DocumentSection['rows']): void {
  const header = columns.map(({ label }) => label);
  drawRow(pdf, columns, header, faint);
  for (const row of rows) {
    if (pdf.y + heightOf(pdf, columns, row) > bottomOf(pdf)) {
      pdf.addPage();
      drawRow(pdf, columns, header, faint);
    }
    drawRow(pdf, columns, row, ink);
  }
  pdf.moveDown(0.3);
}

const cellGap = 8;

function drawRow(pdf: Pdf, columns: DocumentSection['columns'], row: readonly string[], colour: string): void {
  const [top, height] = [pdf.y, heightOf(pdf, columns, row)];
  pdf.fontSize(size.table).fillColor(colour);
  let left = margin;
  widthsOf(pdf, columns).forEach((width, at) => {
    pdf.text(row[at] ?? '', left, top + 2.5, { width: width - cellGap, align: columns[at]?.align ?? 'left' });
    left += width;
  });
  pdf.y = top + height;
  pdf
    .moveTo(margin, pdf.y)
    .lineTo(margin + widthOf(pdf), pdf.y)
    .lineWidth(0.4)
    .strokeColor(rule)
    .stroke();
}

function heightOf(pdf: Pdf, columns: DocumentSection['columns'], row: readonly string[]): number {
  pdf.fontSize(size.table);
  const heights = widthsOf(pdf, columns).map((width, at) =>
    pdf.heightOfString(row[at] ?? '', { width: width - cellGap }),
  );
  return Math.max(...heights) + 5;
}

function widthsOf(pdf: Pdf, columns: DocumentSection['columns']): readonly number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => (width / whole) * widthOf(pdf));
}

function widthOf(pdf: Pdf): number {
  return pdf.page.width - 2 * margin;
}

function bottomOf(pdf: Pdf): number {
  return pdf.page.height - margin;
}
