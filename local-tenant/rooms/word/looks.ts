import { attribute, child, W } from './controls.ts';
import type { OpenPackage } from './package.ts';

/** Looks that a paragraph or run may carry; sizes in half points, as Word keeps them. */
type Side = 'top' | 'right' | 'bottom' | 'left';
const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

export type Looks = {
  size?: number;
  bold?: boolean;
  italic?: boolean;
  color?: string;
  superscript?: boolean;
  before?: number;
  after?: number;
  align?: string;
  left?: number;
  /** The lines around it, as CSS has them, by side. */
  lines?: Readonly<Partial<Record<Side, string>>>;
};

export const POINTS_A_TWIP = 1 / 20;

const isOn = (parent: Element, name: string): boolean | undefined => {
  const found = child(parent, name);
  if (!found) return undefined;
  return !['0', 'false', 'none'].includes(attribute(found, 'val') ?? '1');
};

/** The looks that run properties name. */
export const runLooks = (properties: Element | null): Looks => {
  if (!properties) return {};
  const size = attribute(child(properties, 'sz'), 'val');
  const color = attribute(child(properties, 'color'), 'val');
  const bold = isOn(properties, 'b');
  const italic = isOn(properties, 'i');
  return {
    ...(size ? { size: Number(size) } : {}),
    ...(color && color !== 'auto' ? { color } : {}),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(attribute(child(properties, 'vertAlign'), 'val') === 'superscript' ? { superscript: true } : {}),
  };
};

const linesOf = (borders: Element | null): Looks['lines'] | undefined => {
  if (!borders) return undefined;
  const drawn = SIDES.flatMap((side) => {
    const line = child(borders, side);
    const kind = attribute(line, 'val') ?? 'none';
    if (!line || ['none', 'nil'].includes(kind)) return [];
    const color = attribute(line, 'color') ?? 'auto';
    return [[side, `1px ${/dash|dot/i.test(kind) ? 'dashed' : 'solid'} ${color === 'auto' ? 'currentcolor' : `#${color}`}`] as const];
  });
  return drawn.length > 0 ? Object.fromEntries(drawn) : undefined;
};

/** The looks that paragraph properties name. */
export const paragraphLooks = (properties: Element | null): Looks => {
  const spacing = properties && child(properties, 'spacing');
  const align = attribute(properties && child(properties, 'jc'), 'val');
  const before = attribute(spacing, 'before');
  const after = attribute(spacing, 'after');
  const left = attribute(properties && child(properties, 'ind'), 'left');
  const lines = linesOf(properties && child(properties, 'pBdr'));
  return {
    ...(left ? { left: Number(left) } : {}),
    ...(lines ? { lines } : {}),
    ...(before ? { before: Number(before) } : {}),
    ...(after ? { after: Number(after) } : {}),
    ...(align ? { align } : {}),
  };
};

/** `own` leaves the document's defaults out: what a character style adds to the paragraph around it. */
export type Style = { looks: Looks; own: Looks; outline: number | null };

/** Styles by id, each with what it is based on already in it. */
export const stylesOf = (pack: OpenPackage): ((id: string | null) => Style) => {
  const tree = pack.xml('word/styles.xml');
  const all = new Map(Array.from(tree?.getElementsByTagNameNS(W, 'style') ?? []).map((one) => [attribute(one, 'styleId') ?? '', one]));
  const defaults = Array.from(tree?.getElementsByTagNameNS(W, 'rPrDefault') ?? [])[0];
  const base: Style = { looks: runLooks(defaults ? child(defaults, 'rPr') : null), own: {}, outline: null };
  const find = (id: string | null, depth = 0): Style => {
    const style = id === null ? undefined : all.get(id);
    if (!style || depth > 12) return base;
    const under = find(attribute(child(style, 'basedOn'), 'val'), depth + 1);
    const properties = child(style, 'pPr');
    const outline = attribute(properties && child(properties, 'outlineLvl'), 'val');
    const run = runLooks(child(style, 'rPr'));
    return {
      looks: { ...under.looks, ...run, ...paragraphLooks(properties) },
      own: { ...under.own, ...run },
      outline: outline === null ? under.outline : Number(outline),
    };
  };
  return find;
};

/** Gives an element these looks; what they leave out it has from around it. */
export const wear = (element: HTMLElement, looks: Looks): void => {
  const { style } = element;
  if (looks.size) style.fontSize = `${looks.size / 2}pt`;
  if (looks.bold !== undefined) style.fontWeight = looks.bold ? '600' : '400';
  if (looks.italic) style.fontStyle = 'italic';
  if (looks.color) style.color = `#${looks.color}`;
  if (looks.superscript) style.verticalAlign = 'super';
  if (looks.superscript) style.fontSize = '0.7em';
  if (looks.before !== undefined) style.marginTop = `${looks.before * POINTS_A_TWIP}pt`;
  if (looks.after !== undefined) style.marginBottom = `${looks.after * POINTS_A_TWIP}pt`;
  if (looks.left) style.paddingLeft = `${looks.left * POINTS_A_TWIP}pt`;
  for (const side of SIDES) if (looks.lines?.[side]) style.setProperty(`border-${side}`, looks.lines[side]);
  element.classList.toggle('framed', looks.lines?.left !== undefined && looks.lines.right !== undefined);
  if (looks.align) style.textAlign = looks.align === 'both' ? 'justify' : looks.align;
};
