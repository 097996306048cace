import type { CardAction, Verb } from '#contract/card-actions.ts';

/** The parts of Adaptive Cards 1.5 that Waymark uses, and no others (screens.md, section 5). */
export type Element = TextBlock | ColumnSet | FactSet | Container | ActionSet | Input;
export type TextBlock = {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly size?: 'small' | 'medium';
  readonly weight?: 'bolder';
  readonly isSubtle?: true;
  readonly color?: 'attention' | 'warning';
  readonly spacing?: Spacing;
  readonly style?: 'heading';
};
type Spacing = 'none' | 'small' | 'medium';
export type ColumnSet = {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
  readonly separator?: true;
  readonly spacing?: Spacing;
};
type Column = {
  readonly type: 'Column';
  readonly width: 'stretch' | 'auto';
  readonly items: readonly Element[];
  readonly verticalContentAlignment?: 'center';
};
export type FactSet = { readonly type: 'FactSet'; readonly facts: readonly { readonly title: string; readonly value: string }[] };
export type Container = {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly style?: 'emphasis' | 'attention' | 'warning';
  readonly separator?: true;
  readonly spacing?: Spacing;
};
export type ActionSet = { readonly type: 'ActionSet'; readonly actions: readonly CardButton[] };
export type Input =
  | {
      readonly type: 'Input.Text';
      readonly id: string;
      readonly label: string;
      readonly isMultiline?: true;
      readonly isRequired?: true;
      readonly errorMessage?: string;
      readonly maxLength: number;
      readonly value?: string;
    }
  | {
      readonly type: 'Input.Date';
      readonly id: string;
      readonly label: string;
      readonly value?: string;
      readonly isRequired?: true;
      readonly errorMessage?: string;
    }
  | {
      readonly type: 'Input.ChoiceSet';
      readonly id: string;
      readonly label: string;
      readonly choices: readonly { readonly title: string; readonly value: string }[];
      readonly value?: string;
      readonly isRequired?: true;
      readonly errorMessage?: string;
      readonly placeholder?: string;
    };
export type Execute = {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: Verb;
  readonly data: Record<string, unknown>;
  readonly style?: 'positive';
  readonly associatedInputs?: 'none' | 'auto';
};
export type OpenUrl = { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string };
/** The one button of a dialog, where Teams takes nothing else: what was filled in goes to whoever opened the dialog. */
export type Submit = { readonly type: 'Action.Submit'; readonly title: string; readonly data: Readonly<Record<string, string>> };
export type CardButton = Execute | OpenUrl | Submit;

export type Card = {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly speak: string;
  readonly refresh?: { readonly action: Execute; readonly userIds: readonly string[] };
  readonly body: readonly Element[];
  readonly actions?: readonly CardButton[];
};

/** Teams refuses a card over 28 kB; a little is kept free for the envelope. */
export const CARD_BYTES = 27_000;

/** Names and words out of the record, made harmless in a TextBlock: no markdown, no links, no tags, one line each. */
export const plain = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]#~|]/g, '\\$&')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/^(\d+)([.)])(?= )/, '$1\\$2')
    .replace(/^([-+])(?= )/, '\\$1');

/** What a screen reader or an old client gets: the markdown taken out again. */
const spoken = (words: string): string => words.replace(/\*\*/g, '').replace(/\\([\\`*_[\]#~|.)+-])/g, '$1');

export const heading = (text: string): TextBlock => ({
  type: 'TextBlock',
  text,
  wrap: true,
  size: 'medium',
  weight: 'bolder',
  style: 'heading',
});
export const text = (words: string, more: Partial<Omit<TextBlock, 'type' | 'text' | 'wrap'>> = {}): TextBlock => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  ...more,
});
export const quiet = (words: string): TextBlock => text(words, { isSubtle: true, spacing: 'none' });
export const small = (words: string): TextBlock => text(words, { isSubtle: true, size: 'small', spacing: 'none' });
export const facts = (...rows: readonly (readonly [string, string])[]): FactSet => ({
  type: 'FactSet',
  facts: rows.filter(([, value]) => value !== '').map(([title, value]) => ({ title, value: plain(value) })),
});
export const container = (items: readonly Element[], more: Partial<Omit<Container, 'type' | 'items'>> = {}): Container => ({
  type: 'Container',
  items,
  ...more,
});

/** `204 more in Waymark.`; nothing where all are shown. */
export const moreInWaymark = (left: number): TextBlock[] =>
  left > 0 ? [text(`${left} more in Waymark.`, { isSubtle: true, size: 'small', spacing: 'medium' })] : [];

/** A line with something at its end: words on the left, a button or a date on the right. */
export const row = (left: readonly Element[], right: readonly Element[]): ColumnSet => ({
  type: 'ColumnSet',
  separator: true,
  spacing: 'small',
  columns: [
    { type: 'Column', width: 'stretch', items: left },
    ...(right.length > 0 ? [{ type: 'Column', width: 'auto', items: right, verticalContentAlignment: 'center' } as const] : []),
  ],
});

/** A button that does a deed. Its data is typed by its verb, so a button without a deed does not compile. */
export const button = (title: string, action: CardAction, more: Pick<Execute, 'style' | 'associatedInputs'> = {}): Execute => {
  const { verb, ...data } = action;
  return { type: 'Action.Execute', title, verb, data, ...more };
};
export const primary = { style: 'positive' } as const;
/** A button beside a form that must not wait for the form's required fields. */
export const withoutFields = { associatedInputs: 'none' } as const;
export const buttons = (...actions: readonly (CardButton | null | undefined | false)[]): ActionSet => ({
  type: 'ActionSet',
  actions: actions.filter((action): action is CardButton => Boolean(action)),
});
/** The button that sends a dialog's form. */
export const submit = (title: string, data: Submit['data']): ActionSet => ({
  type: 'ActionSet',
  actions: [{ type: 'Action.Submit', title, data }],
});
/** A link out of the card, or nothing where there is no address to open. */
export const link = (title: string, url: string | null): OpenUrl | null => (url ? { type: 'Action.OpenUrl', title, url } : null);

/** A card. `summary` is what is read aloud, what a notification shows and what a client without cards gets: never more than the card. */
export const card = (summary: string, body: readonly Element[], refresh?: Card['refresh']): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  fallbackText: spoken(summary),
  speak: spoken(summary),
  ...(refresh ? { refresh } : {}),
  body: body.filter((element) => element.type !== 'ActionSet' || element.actions.length > 0),
});

/** As many of the rows as fit into one card; the rest is named by `more`. */
export const fitting = <Row>(rows: readonly Row[], make: (rows: readonly Row[], left: number) => Card, most = 12): Card => {
  let count = Math.min(rows.length, most);
  let made = make(rows.slice(0, count), rows.length - count);
  while (count > 1 && new TextEncoder().encode(JSON.stringify(made)).length > CARD_BYTES) {
    count -= 1;
    made = make(rows.slice(0, count), rows.length - count);
  }
  return made;
};
