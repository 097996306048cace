import { LINK_LIMITS } from '#domain/access/link.ts';
import { parentDayWords } from '#domain/calendar/wording.ts';
import type { StoredLink } from './link-records.ts';

const DOES: Readonly<Record<StoredLink['purpose'], string>> = {
  time: 'asks you to choose a time for a meeting, and would like to hear your view',
  view: 'would like to hear your view',
  answer: 'asks what you see in class',
  advice: 'asks for your advice',
  read: 'has something for you to read',
  contribution: 'asks you a few questions about a pupil you know',
};

/** What the school asks of whoever holds the link, as the end of a sentence that begins with its name. */
export const asksFor = ({ purpose }: StoredLink): string => DOES[purpose];

export const closing = ({ maker, school, telephone }: StoredLink): string =>
  telephone
    ? `If you would rather speak to us, telephone ${maker} at ${school}: ${telephone}.`
    : `If you would rather speak to us, telephone ${maker} at ${school}.`;

/** The letter that carries a link: no child's name, nothing of the case, and what the link does before it is pressed. */
export const linkLetter = (link: StoredLink, address: string): string =>
  [
    `Dear ${link.name},`,
    '',
    link.reminds ? `${link.school} ${DOES[link.purpose]}, and has no answer from you yet.` : `${link.school} ${DOES[link.purpose]}.`,
    '',
    `Open this page: ${address}`,
    '',
    `The page sends you a code of six figures first, to this same address, so that nobody else can read it. You need no account. The link is for you alone; it works until ${parentDayWords(link.endsOn)}.`,
    '',
    ...(link.purpose === 'read' && /Minutes/.test(link.aboutWords)
      ? ['If something in the minutes is not as you remember it, tell us within two weeks and your words will be added.', '']
      : []),
    closing(link),
  ].join('\n');

/** The letter that carries a code. */
export const codeLetter = (link: StoredLink, code: string): string =>
  [
    `Dear ${link.name},`,
    '',
    `Your code is ${code}. It works for ${LINK_LIMITS.codeMinutes} minutes.`,
    '',
    'Nobody from the school will ever ask you for it. If you did not open our page just now, you need do nothing.',
    '',
    closing(link),
  ].join('\n');
