import { type Control, controlsOf, setText, textOf } from './controls.ts';
import { draw } from './draw.ts';
import type { PlayedWord } from './execute.ts';
import { readDocument } from './library.ts';
import { type OpenPackage, openPackage } from './package.ts';

/** A document on the page: its parts, what was drawn of them, and where the cursor stands. */
export type OpenDocument = {
  readonly id: string;
  readonly pack: OpenPackage;
  /** False where the library lets this person read it and no more. */
  readonly mayChange: boolean;
  eTag: string;
  drawn: Map<number, HTMLElement>;
  cursor: number | null;
  changed: boolean;
};

/** What happens on the page, for those around it. */
export type Happenings = { changed(): void; entered(control: Control): void; copied(base64: string): void };

/** Reads a document of the library and holds it open. Throws `LibraryRefused`, or what the zip reader says of a file that is none. */
export const openFile = async (person: string, id: string): Promise<OpenDocument> => {
  const { bytes, eTag, mayChange } = await readDocument(person, id);
  return { id, pack: openPackage(bytes), mayChange, eTag, drawn: new Map(), cursor: null, changed: false };
};

/** A document that lies in no library: it can be read and handed on here. */
export const copyOf = (base64: string): OpenDocument => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  return { id: '', pack: openPackage(bytes), mayChange: false, eTag: '', drawn: new Map(), cursor: null, changed: false };
};

const enter = (open: OpenDocument, control: Control, happenings: Happenings): void => {
  open.cursor = control.index;
  for (const [index, element] of open.drawn) element.classList.toggle('lit', index === control.index);
  happenings.entered(control);
};

const change = (open: OpenDocument, control: Control, text: string, happenings: Happenings): void => {
  setText(open.pack, control, text);
  open.changed = true;
  happenings.changed();
};

/** Draws the document; what is typed goes into its parts at once. */
export const drawInto = (open: OpenDocument, place: HTMLElement, happenings: Happenings): void => {
  open.drawn = draw(open.pack, place, {
    mayType: open.mayChange,
    entered: (control) => enter(open, control, happenings),
    typed: (control, text) => change(open, control, text, happenings),
  });
};

/** The open document as the office.js proxies see it; with none open it has no controls. */
export const playedWord = (current: () => OpenDocument | null, place: HTMLElement, happenings: Happenings): PlayedWord => {
  const controls = (): Control[] => {
    const open = current();
    return open ? controlsOf(open.pack) : [];
  };
  return {
    controls,
    text: (index) => {
      const control = controls()[index];
      return control ? textOf(control) : '';
    },
    setText: (index, text) => {
      const [open, control] = [current(), controls()[index]];
      if (!open || !control) return;
      if (!open.mayChange) throw new Error('The document is open for reading only.');
      change(open, control, text, happenings);
      const scrolled = place.parentElement?.scrollTop ?? 0;
      drawInto(open, place, happenings);
      place.parentElement?.scrollTo({ top: scrolled });
    },
    select: (index) => {
      const [open, control] = [current(), controls()[index]];
      if (!open || !control) return;
      open.drawn.get(index)?.scrollIntoView({ block: 'center', behavior: 'instant' });
      enter(open, control, happenings);
    },
    atCursor: () => current()?.cursor ?? null,
    openCopy: happenings.copied,
  };
};
