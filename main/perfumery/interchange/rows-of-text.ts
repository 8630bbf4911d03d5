/** @file Pasted text as rows of cells: what a spreadsheet puts on the clipboard, or a list as people type it. */

/** Splits pasted text. Tabs divide cells where there are any, else semicolons, else the amount at the end of a line is one. */
export function rowsOfText(pasted: string): readonly (readonly string[])[] {
  const text = pasted.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (text.includes('\t')) return quotedRows(text, '\t');
  if (text.includes(';')) return quotedRows(text, ';');
  return text.split('\n').map(listed);
}

/** `Hedione 10% in DPG  12.5` or `12,5 g Hedione`: a name and its amount. */
function listed(line: string): readonly string[] {
  const atEnd = /^(.*\S)[\s:=]+([+-]?\d[\d.,]*\s*(?:g|mg|%|parts?|부|그램)?)\s*$/i.exec(line);
  if (atEnd) return [atEnd[1] ?? '', atEnd[2] ?? ''];
  const atStart = /^\s*([+-]?\d[\d.,]*\s*(?:g|mg|%|parts?|부|그램)?)\s+(\D.*)$/i.exec(line);
  return atStart ? [atStart[2] ?? '', atStart[1] ?? ''] : [line];
}

/** Cells that hold a divider or a line break stand in quotes, and quotes in them are doubled. */
function quotedRows(text: string, divider: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === divider) endCell();
    else if (character === '\n') {
      endCell();
      rows.push([]);
    } else cell += character;
  }
  endCell();
  return rows;
}
