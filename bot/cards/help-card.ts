import { buttons, type Card, type CardButton, card, heading, link, quiet, row, small, text } from './card.ts';

/** One line of help: what to type, what it answers, and the button that does the same. */
export type HelpLine = { readonly type: string; readonly does: string; readonly press?: CardButton };

/** What the bot understands, each line with its button where it needs nothing more. */
export const helpCard = (lines: readonly HelpLine[], openTab: string | null, opening?: string): Card =>
  card(`${opening ?? 'What you can ask'}: ${lines.map((line) => line.type).join(', ')}.`, [
    heading(opening ?? 'What you can ask'),
    quiet('Type it, or press it. Pupils are found by name, class or case reference.'),
    ...lines.map((line) => row([text(`**${line.type}**`), small(line.does)], line.press ? [buttons(line.press)] : [])),
    buttons(link('Open in Waymark', openTab)),
  ]);
