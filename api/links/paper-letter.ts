import { printedKey } from '#domain/access/letter-key.ts';
import { LINK_LIMITS } from '#domain/access/link.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayInLanguage } from '#domain/calendar/in-language.ts';
import { localeOf } from '#domain/letters/language.ts';
import { isRightToLeft, type LinkWriting, linkPieces, questionsKey, uncheckedLines } from '#domain/letters/link-letter.ts';
import type { PhraseKey } from '#domain/letters/phrases.ts';
import { paperSizeOf } from '#domain/pupils/paper-size.ts';
import { type Direction, directed, toCopy, written } from '../letters/directed-wordml.ts';
import { plainDocument } from '../plans/document/plain-document.ts';
import { ASKS } from './letters.ts';
import type { StoredLink } from './link-records.ts';

/** What a letter carries that is nowhere else: the key, and the code where it is printed too. */
export type OnPaper = { readonly address: string; readonly key: string; readonly code: string | null };

/**
 * The letter of a link that goes on paper: where the page is, the key to type there, and the code or how to hear it, in the language of
 * whoever gets it. Like the e-mail it names no child and nothing of the case.
 */
export const paperLetter = (link: StoredLink, writing: LinkWriting, { address, key, code }: OnPaper, today: Day): Uint8Array => {
  const direction: Direction = isRightToLeft(writing) ? 'rtl' : 'ltr';
  const line = (text: string, style = 'Field', fact = false) => directed(style, direction, written(text, direction, fact));
  const say = (phrase: PhraseKey, more: Readonly<Record<string, string>> = {}) =>
    directed(
      'Field',
      direction,
      linkPieces(writing, phrase, more)
        .map(({ text, is }) => written(text, direction, is === 'fact'))
        .join(''),
    );
  const minutes = String(LINK_LIMITS.codeMinutes);
  const codeLines = code
    ? [say('link.paperCode'), toCopy(code, direction), say(link.telephone ? 'link.paperLater' : 'link.paperLaterWithoutNumber')]
    : [say(link.telephone ? 'link.paperCall' : 'link.paperCallWithoutNumber', { minutes })];
  return plainDocument(
    {
      header: line(link.school, 'Header', true),
      footer: directed('Footer', 'ltr', written(link.caseRef ?? '', 'ltr')),
      body: [
        line(dayInLanguage(today, localeOf(writing.language, writing.nation)), 'Field', true),
        say('greeting'),
        say(ASKS[link.purpose]),
        say('link.paperOpen', { page: address }),
        say('link.paperKey'),
        toCopy(printedKey(key), direction),
        ...codeLines,
        say('link.paperAlone'),
        say(questionsKey(writing)),
        say('closing'),
        line(link.maker, 'Field', true),
        ...uncheckedLines(writing).map((words, at) =>
          at === 0 ? line(words, 'Subtitle') : directed('Subtitle', 'ltr', written(words, 'ltr')),
        ),
      ].join(''),
    },
    paperSizeOf(writing.nation),
  );
};
