import type { Document, Element } from '@xmldom/xmldom';
import { Marks, type Repeat } from '#api/plans/document/pieces.ts';
import { controlsIn, enclosing, tagOf, takeOut, written } from '#api/plans/document/take-out.ts';
import { childNamed, elementsIn, W, W15 } from '#api/plans/document/xml.ts';
import type { TemplateRepeat } from '#domain/plans/block.ts';

const renumber = (root: Element, marked: Marks): void => {
  for (const control of [root, ...controlsIn(root)]) {
    const pr = control.localName === 'sdt' ? childNamed(control, 'sdtPr') : undefined;
    const id = pr ? childNamed(pr, 'id') : undefined;
    if (id) id.setAttributeNS(W, 'w:val', marked.text({ kind: 'id' }));
  }
};

/** The rows inside a repeat: of a repeating section the first item, otherwise all it holds. */
function patternOf(control: Element): { pattern: Element[]; item: boolean } {
  const content = childNamed(control, 'sdtContent');
  const inside = content ? elementsIn(content) : [];
  const item = inside.find((child) => {
    const pr = child.localName === 'sdt' ? childNamed(child, 'sdtPr') : undefined;
    return pr && childNamed(pr, 'repeatingSectionItem', W15);
  });
  return item ? { pattern: [item], item: true } : { pattern: inside, item: false };
}

/**
 * Takes the rows out of one repeat and leaves a mark where they will be written. A template without a repeating section is served too:
 * then the table row that holds the mapped controls is the one to repeat.
 */
export function takeOutRepeat(root: Element, repeat: TemplateRepeat, marked: Marks, found: Set<string>): void {
  const cellTags = new Set(repeat.cells.map((one) => one.tag));
  const controls = controlsIn(root);
  const section = controls.find((control) => tagOf(control) === repeat.tag);
  const loose = section ? null : controls.find((control) => cellTags.has(tagOf(control) ?? ''));
  const row = loose ? enclosing(loose, 'tr') : null;
  const { pattern, item } = section ? patternOf(section) : { pattern: row ? [row] : [], item: false };
  const parent = pattern[0]?.parentNode;
  if (!parent) return;
  found.add(repeat.tag);
  const inner = new Marks(root.ownerDocument as Document, marked.styles);
  for (const element of pattern) {
    for (const control of controlsIn(element).filter((one) => cellTags.has(tagOf(one) ?? '')))
      takeOut(control, tagOf(control) ?? '', inner);
    renumber(element, inner);
  }
  const piece: Repeat = { kind: 'repeat', tag: repeat.tag, pattern: inner.cut(pattern.map(written).join('')), item };
  parent.insertBefore(marked.node(piece), pattern[0] as Element);
  const others = section ? elementsIn(parent as Element) : pattern;
  for (const element of others) parent.removeChild(element);
  if (section) bindRepeat(section, repeat.tag, item, marked);
}

/** A repeating section is bound as a whole, so that Word can add a row to the data when a person adds one on the page. */
function bindRepeat(section: Element, tag: string, item: boolean, marked: Marks): void {
  const pr = childNamed(section, 'sdtPr');
  const repeating = pr ? childNamed(pr, 'repeatingSection', W15) : undefined;
  if (!pr || !repeating || !item) return;
  const old = childNamed(pr, 'dataBinding', W15);
  if (old) pr.removeChild(old);
  pr.insertBefore(marked.node({ kind: 'repeat-binding', tag }), repeating);
}
