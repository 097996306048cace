import type { FiledLetter, LetterLine } from '#contract/letters.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { LANGUAGES } from '#domain/letters/language.ts';
import { TEMPLATES } from '#domain/letters/templates.ts';
import type { LetterCase } from './letter-case-records.ts';
import type { LetterRow } from './letter-records.ts';

const HOW = { link: 'Sent as a link', post: 'Sent by post', hand: 'Given by hand' } as const;

const titleOf = ({ kind }: LetterRow): string => TEMPLATES.find((template) => template.kind === kind)?.title ?? 'Letter';

/** A filed letter as a line of a list. */
export const letterLineOf = (row: LetterRow): LetterLine => ({
  id: row.id,
  kind: row.kind,
  title: titleOf(row),
  addressee: row.addressee,
  reader: row.reader,
  languageName: LANGUAGES[row.language].name,
  dated: row.dated,
  by: row.by,
  name: row.name,
  webUrl: row.webUrl,
  given: row.givenHow && row.givenOn ? `${HOW[row.givenHow]}, ${dayWordsWithYear(row.givenOn)}` : null,
  version: row.version,
});

const noLink = (row: LetterRow): string | null => {
  if (row.reader === 'authority') return 'A request goes to the authority on paper or by its own portal.';
  if (row.reader === 'learner') return 'Give it to the learner by hand.';
  if (row.restricted) return `${row.addressee} must not be contacted. Nothing can be sent to them.`;
  return row.email ? null : `There is no e-mail address for ${row.addressee}.`;
};

/** A filed letter as it was printed, with what can be done with it. */
export const filedReply = (row: LetterRow, found: Pick<LetterCase, 'givenName' | 'surname' | 'caseRef'>): FiledLetter => ({
  line: letterLineOf(row),
  pupil: { id: row.pupil, name: `${found.givenName} ${found.surname}`, caseRef: found.caseRef },
  letter: row.letter as FiledLetter['letter'],
  own: { ...row.own },
  to: row.contact ?? (row.reader === 'learner' ? 'learner' : 'authority'),
  meeting: row.about,
  interpreter: row.interpreter === null ? null : row.interpreter ? 'yes' : 'no',
  noLink: noLink(row),
});
