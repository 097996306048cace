import { characters, scanXml } from '#api/plans/document/scan.ts';
import { MC, W } from '#api/plans/document/xml.ts';
import { entry } from '#domain/plans/entry.ts';

/** Rows and tables are counted through the whole document; a cell that spans columns takes as many. */
export type Cell = { readonly table: number; readonly row: number; readonly column: number; readonly columns: number };

/** A paragraph of somebody else's document, as far as its meaning can be told from its looks. */
export type Paragraph = {
  readonly text: string;
  readonly style: string;
  readonly outline: boolean;
  /** Every word of it is bold. */
  readonly bold: boolean;
  /** It carries a bullet or a number of its own. */
  readonly listed: boolean;
  readonly cell: Cell | null;
};

type Run = { text: string; bold: boolean };
type Place = { readonly table: number; readonly row: number; readonly column: number };
type OpenParagraph = { style: string; outline: boolean; listed: boolean; runs: Run[]; cell: Place | null };

const skipping = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'footnoteReference']);
const signs: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011' };
const isOn = (value: string | null): boolean => !['0', 'false', 'off'].includes(value ?? '');

type Attribute = (name: string) => string | null;

/** Walks the body and keeps its paragraphs in order, with the place in a table of those that have one. */
class ParagraphWalk {
  readonly paragraphs: OpenParagraph[] = [];
  readonly columns = new Map<number, number>();
  private readonly stack: OpenParagraph[] = [];
  private skipped = 0;
  private row = -1;
  private column = -1;
  private span = 1;
  private tables = 0;
  private table = -1;
  private speaking = false;
  private properties = 0;

  open(name: string, namespace: string, attribute: Attribute): void {
    if (this.skipped > 0 || ((namespace === W || namespace === MC) && skipping.has(name))) this.skipped++;
    else if (namespace === W) this.element(name, attribute);
  }

  private element(name: string, attribute: Attribute): void {
    const paragraph = this.stack.at(-1);
    const run = paragraph?.runs.at(-1);
    if (name === 'tbl') this.startTable();
    else if (name === 'tr' && this.tables === 1) this.startRow();
    else if (name === 'tc' && this.tables === 1) this.startCell();
    else if (name === 'gridSpan' && this.tables === 1) this.span = Number(attribute('val')) || 1;
    else if (name === 'p') this.startParagraph();
    else if (name === 'pPr' || name === 'rPr') this.properties++;
    else if (name === 'pStyle' && paragraph) paragraph.style = attribute('val') ?? '';
    else if (name === 'outlineLvl' && paragraph) paragraph.outline = Number(attribute('val')) < 9;
    else if (name === 'numPr' && paragraph) paragraph.listed = true;
    else if (name === 'r') paragraph?.runs.push({ text: '', bold: false });
    else if (name === 'b' && this.properties === 1 && run) run.bold = isOn(attribute('val'));
    else if (name === 't') this.speaking = true;
    else if (this.properties === 0 && run) run.text += entry(signs, name) ?? '';
  }

  close(name: string, namespace: string): void {
    if (this.skipped > 0) this.skipped--;
    else if (namespace !== W) return;
    else if (name === 'tbl') this.tables--;
    else if (name === 't') this.speaking = false;
    else if (name === 'pPr' || name === 'rPr') this.properties--;
    else if (name === 'p') this.stack.pop();
  }

  said(raw: string): void {
    const run = this.stack.at(-1)?.runs.at(-1);
    if (this.speaking && this.skipped === 0 && run) run.text += characters(raw);
  }

  private startTable(): void {
    if (this.tables++ === 0) this.table++;
  }

  private startRow(): void {
    this.row++;
    this.column = -1;
    this.span = 1;
  }

  private startCell(): void {
    this.column += this.span;
    this.span = 1;
    this.columns.set(this.row, this.column + 1);
  }

  private startParagraph(): void {
    const cell = this.tables > 0 ? { table: this.table, row: this.row, column: this.column } : null;
    const paragraph: OpenParagraph = { style: '', outline: false, listed: false, runs: [], cell };
    this.paragraphs.push(paragraph);
    this.stack.push(paragraph);
  }
}

/** The paragraphs of a document's main part, in order; what tracking has deleted is left out. */
export function readParagraphs(xml: string): readonly Paragraph[] {
  const walk = new ParagraphWalk();
  scanXml(xml, {
    open: (name, namespace, attribute) => walk.open(name, namespace, attribute),
    close: (name, namespace) => walk.close(name, namespace),
    text: (raw) => walk.said(raw),
  });
  return walk.paragraphs.map(({ style, outline, listed, runs, cell }) => {
    const spoken = runs.filter((run) => run.text.trim() !== '');
    return {
      text: runs.map((run) => run.text).join(''),
      style,
      outline,
      listed,
      bold: spoken.length > 0 && spoken.every((run) => run.bold),
      cell: cell && { ...cell, columns: walk.columns.get(cell.row) ?? 1 },
    };
  });
}
