import type { ClassSheet } from '#contract/classes.ts';
import { countWords } from '#domain/calendar/wording.ts';
import type { SheetPage } from '#domain/classes/sheet-page.ts';

/** What stands where nobody has written down what helps. */
export const NOTHING_YET = 'Nothing is written down yet: ask the coordinator';

/** School; day and how long the sheet holds. */
export const headLines = (sheet: ClassSheet): readonly [string, string] => [sheet.school, `${sheet.dayWords} · ${sheet.validWords}`];

/** What had to go for the paper: `2 lines are shortened to keep to one side.`; nothing where none is. */
export const shortenedWords = ({ shortened, unsaid }: SheetPage): string =>
  [
    ...(unsaid ? ['What colleagues say is left out to keep to one side.'] : []),
    ...(shortened > 0 ? [`${countWords(shortened, 'line')} ${shortened === 1 ? 'is' : 'are'} shortened to keep to one side.`] : []),
  ].join(' ');

/** Whom to ask, what to do about a worry, who printed it and when it goes back. */
export const footLines = (sheet: ClassSheet, page: SheetPage, printedAt: string): readonly string[] => [
  `${sheet.coordinator ? `Coordinator: ${sheet.coordinator}. ` : ''}A worry about safety goes to the safeguarding lead at once.`,
  `Printed by ${sheet.printedBy}, ${printedAt}. Give it back today, or shred it. ${shortenedWords(page)}`.trim(),
];
