import { gapTag } from '#api/plans/document/control.ts';
import { characters, scanXml } from '#api/plans/document/scan.ts';
import { MC, W } from '#api/plans/document/xml.ts';

/** A tagged control as it stands in a file. */
export type FoundControl = { readonly tag: string; readonly text: string };

type OpenControl = { tag: string | null; text: string; paragraphs: number; prompt: boolean };

/** Properties, field codes and what tracking has deleted: nothing of it is text on the page. */
const silent = new Set(['pPr', 'sdtEndPr', 'tblPr', 'tcPr', 'trPr', 'sectPr', 'tblGrid', 'instrText', 'delText', 'del', 'moveFrom']);
const signs = new Map([
  ['tab', '\t'],
  ['cr', '\n'],
  ['noBreakHyphen', '\u2011'],
  ['softHyphen', '\u00ad'],
]);
/** All that a page's text can hang on; most of a plan's elements say only how it looks. */
const telling = new Set([...silent, ...signs.keys(), 't', 'r', 'p', 'br', 'sdt', 'rPr', 'rStyle', 'tag', 'showingPlcHdr', 'sdtContent']);
const off = new Set(['0', 'false', 'off']);

type Attribute = (name: string) => string | null;

/**
 * Reads one part once, in the order of the page, and gathers each tagged control's text beside the text of the whole part. Text that
 * Word split into many runs is one text again; inserted text counts and deleted text does not; a prompt is not text.
 */
class TextWalk {
  readonly controls: FoundControl[] = [];
  text = '';
  private readonly inside: OpenControl[] = [];
  private skipped = 0;
  private speaking = false;
  private aboutRun = false;
  private numberRun = false;

  open(name: string, namespace: string, attribute: Attribute): void {
    if (this.skipped > 0) {
      this.skipped++;
      return;
    }
    if (namespace === MC && name === 'Fallback') this.skipped = 1;
    if (namespace !== W || !telling.has(name)) return;
    if (silent.has(name)) this.skipped = 1;
    else if (name === 't') this.speaking = !this.numberRun;
    else if (name === 'p') this.startParagraph();
    else if (name === 'br') this.say(['textWrapping', null].includes(attribute('type')) ? '\n' : '');
    else if (!this.aboutRun && signs.has(name)) this.say(signs.get(name) ?? '');
    else this.structure(name, attribute);
  }

  private structure(name: string, attribute: Attribute): void {
    const control = this.inside.at(-1);
    if (name === 'sdt') this.inside.push({ tag: null, text: '', paragraphs: 0, prompt: false });
    else if (name === 'rPr') this.aboutRun = true;
    else if (name === 'rStyle') this.numberRun = this.aboutRun && attribute('val') === 'WaymarkSource';
    else if (name === 'tag' && control) control.tag ??= attribute('val');
    else if (name === 'showingPlcHdr' && control) control.prompt = !off.has(attribute('val') ?? '');
    else if (name === 'sdtContent' && control && (control.prompt || control.tag?.startsWith(gapTag))) this.skipped = 1;
  }

  close(name: string, namespace: string): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (namespace !== W) return;
    if (name === 't') this.speaking = false;
    else if (name === 'rPr') this.aboutRun = false;
    else if (name === 'r') this.numberRun = false;
    else if (name === 'p') this.text += '\n';
    else if (name === 'sdt') this.endControl();
  }

  said(raw: string): void {
    if (this.speaking && this.skipped === 0) this.say(characters(raw));
  }

  private endControl(): void {
    const control = this.inside.pop();
    if (control?.tag != null && !control.tag.startsWith(gapTag)) this.controls.push({ tag: control.tag, text: control.text });
  }

  private startParagraph(): void {
    for (const control of this.inside) if (control.paragraphs++ > 0) control.text += '\n';
  }

  private say(text: string): void {
    for (const control of this.inside) control.text += text;
    this.text += text;
  }
}

/** The tagged controls of some parts, inner ones before the ones around them, and all that the parts say. */
export function readText(parts: readonly string[]): { readonly controls: readonly FoundControl[]; readonly text: string } {
  const walk = new TextWalk();
  for (const xml of parts) {
    scanXml(xml, {
      open: (name, namespace, attribute) => walk.open(name, namespace, attribute),
      close: (name, namespace) => walk.close(name, namespace),
      text: (raw) => walk.said(raw),
    });
  }
  return { controls: walk.controls, text: walk.text };
}
