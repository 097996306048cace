import type { Document, Element } from '@xmldom/xmldom';

/** A content control with its text taken out: what is written around the words when it is filled. */
export type Slot = {
  readonly kind: 'slot';
  /** The template's tag; in a row, the tag of the cell inside its repeat. */
  readonly tag: string;
  readonly runProperties: string;
  readonly alias: string | null;
  readonly lock: string;
  /** The kind of control (`<w:text/>`, `<w:date>…`), and what later editions of Word add behind it. */
  readonly choice: string;
  readonly extensions: string;
  /** Only plain text may be bound: Word writes a rich control's whole package into the bound part. */
  readonly bindable: boolean;
  readonly before: readonly Piece[];
  readonly after: string;
  /** The run around the words; block and cell controls keep their own paragraph in `before` and `after`. */
  readonly runLevel: boolean;
};

/** Where the frame of a gap goes: into the properties of the paragraph or of the table cell that holds the control. */
export type Frame = { readonly kind: 'frame'; readonly of: 'paragraph' | 'cell'; readonly tag: string };

/** A part that is written once for each row. */
export type Repeat = { readonly kind: 'repeat'; readonly tag: string; readonly pattern: readonly Piece[]; readonly item: boolean };

/** A content control's number, unique in the document. */
export type ControlId = { readonly kind: 'id' };

/** Where the binding of a whole repeat goes. */
export type Binding = { readonly kind: 'repeat-binding'; readonly tag: string };

/** The paragraph style, which a template may have in a second form for a gap: `Field` and `FieldGap`. */
export type StyleName = { readonly kind: 'style'; readonly tag: string; readonly own: string; readonly gap: string };

export type Piece = string | Slot | Frame | Repeat | ControlId | Binding | StyleName;

const markStart = '\uE0F0';
const markEnd = '\uE0F1';
const marks = new RegExp(`${markStart}(\\d+)${markEnd}`);

/** Puts a mark into the tree for each piece, so that the tree can be written once and cut at the marks. */
export class Marks {
  readonly pieces: Piece[] = [];
  private readonly document: Document;
  private readonly framed = new WeakSet<Element>();
  readonly styles: ReadonlySet<string>;
  constructor(document: Document, styles: ReadonlySet<string>) {
    this.styles = styles;
    this.document = document;
  }
  text(piece: Piece): string {
    this.pieces.push(piece);
    return `${markStart}${this.pieces.length - 1}${markEnd}`;
  }
  node(piece: Piece) {
    return this.document.createTextNode(this.text(piece));
  }
  /** A paragraph that holds several controls can wear one frame only. */
  isFirstFrame(element: Element): boolean {
    const first = !this.framed.has(element);
    this.framed.add(element);
    return first;
  }
  cut(xml: string): readonly Piece[] {
    return xml.split(marks).flatMap((part, index): Piece[] => {
      if (index % 2 === 0) return part === '' ? [] : [part];
      const piece = this.pieces[Number(part)];
      return piece === undefined ? [] : [piece];
    });
  }
}
