import { printedKey } from '#domain/access/letter-key.ts';
import { LINK_LIMITS } from '#domain/access/link.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear, parentDayWords } from '#domain/calendar/wording.ts';
import { plainDocument } from '../plans/document/plain-document.ts';
import { paragraph, run } from '../plans/document/templates/wordml.ts';
import { asksFor, closing } from './letters.ts';
import type { StoredLink } from './link-records.ts';

/** What a letter carries that is nowhere else: the key, and the code where it is printed too. */
export type OnPaper = { readonly address: string; readonly key: string; readonly code: string | null };

/**
 * The letter of a link that goes on paper: where the page is, the key to type there, and the code or how to hear it. Like the e-mail it
 * names no child and nothing of the case.
 */
export const paperLetter = (link: StoredLink, { address, key, code }: OnPaper, today: Day): Uint8Array =>
  plainDocument({
    header: paragraph('Header', run(link.school)),
    footer: paragraph('Footer', run(link.caseRef ?? '')),
    body: [
      ...[dayWordsWithYear(today), `Dear ${link.name},`, `${link.school} ${asksFor(link)}.`].map(field),
      field(`1. On a telephone or a computer, open this page: ${address}`),
      field('2. Type this key. Small or capital letters make no difference:'),
      paragraph('Title', run(printedKey(key))),
      ...codeLines(link, code),
      field(`You need no account and no e-mail address. The letter is for you alone; it works until ${parentDayWords(link.endsOn)}.`),
      field(closing(link)),
      field('Yours sincerely'),
      field(link.maker),
    ].join(''),
  });

const field = (words: string): string => paragraph('Field', run(words));

const codeLines = ({ maker, telephone }: StoredLink, code: string | null): readonly string[] =>
  code
    ? [
        field('3. Type this code. It works once; the page then stays open for an hour.'),
        paragraph('Title', run(code)),
        field(`To come back later, telephone ${maker}${telephone ? ` on ${telephone}` : ''}: we read you a new code.`),
      ]
    : [
        field(
          `3. Telephone ${maker}${telephone ? ` on ${telephone}` : ''}: we read you a code of six figures. It works once, for ${LINK_LIMITS.codeMinutes} minutes.`,
        ),
      ];
