import { LINK_LIMITS } from '#domain/access/link.ts';
import { type LinkWriting, linkLanguage, linkLine, questionsKey, uncheckedLines } from '#domain/letters/link-letter.ts';
import type { PhraseKey } from '#domain/letters/phrases.ts';
import type { Transaction } from '../database/connection.ts';
import { isReviewed } from '../letters/languages.ts';
import { languageReviews } from '../letters/letter-records.ts';
import type { StoredLink } from './link-records.ts';

/** What the school asks of whoever holds the link. */
export const ASKS: Readonly<Record<StoredLink['purpose'], PhraseKey>> = {
  time: 'link.time',
  view: 'link.view',
  answer: 'link.answer',
  advice: 'link.advice',
  read: 'link.read',
  contribution: 'link.contribution',
};

/** How a link's letters are written: in the language of whoever gets them, and whether its phrases were checked. */
export const writingOf = async (tx: Transaction, organisation: string, link: StoredLink): Promise<LinkWriting> => {
  const language = linkLanguage(link.language);
  return {
    language,
    nation: link.jurisdiction === 'england' ? 'england' : 'us',
    reviewed: isReviewed(language, await languageReviews(tx, organisation)),
    addressee: link.name,
    school: link.school,
    coordinator: link.maker,
    telephone: link.telephone,
    until: link.endsOn,
  };
};

const letterOf = (lines: readonly (string | null)[]): string => lines.filter((line) => line !== null).join('\n\n');

/** The letter that carries a link: no child's name, nothing of the case, and what the link does before it is pressed. */
export const linkLetter = (link: StoredLink, writing: LinkWriting, address: string): string => {
  const say = (key: PhraseKey, more?: Readonly<Record<string, string>>) => linkLine(writing, key, more);
  return letterOf([
    say('greeting'),
    link.reminds ? `${say(ASKS[link.purpose])} ${say('link.again')}` : say(ASKS[link.purpose]),
    say('link.open', { page: address }),
    `${say('link.code')} ${say('link.alone')}`,
    link.purpose === 'read' && /Minutes/.test(link.aboutWords) ? say('link.minutes') : null,
    say(questionsKey(writing)),
    ...uncheckedLines(writing),
  ]);
};

/** The letter that carries a code. */
export const codeLetter = (writing: LinkWriting, code: string): string => {
  const say = (key: PhraseKey, more?: Readonly<Record<string, string>>) => linkLine(writing, key, more);
  return letterOf([
    say('greeting'),
    say('link.yourCode', { code, minutes: String(LINK_LIMITS.codeMinutes) }),
    say('link.keepCode'),
    say(questionsKey(writing)),
    ...uncheckedLines(writing),
  ]);
};

/** What stands over the letter with a code. */
export const codeSubject = (writing: LinkWriting): string => linkLine(writing, 'link.codeSubject');
