import type { Instant } from '#domain/calendar/day.ts';
import { localTimeOf, type Zone } from '#domain/calendar/wall-clock.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { MOST_IN_PASSAGE } from './faults.ts';

/** A message of a chat, as far as a record keeps it. */
export type ChatMessage = {
  /** Who wrote it, as the chat shows the name. */
  readonly author: string;
  readonly at: Instant;
  readonly words: string;
  /** Names of what hangs on it. */
  readonly attached: readonly string[];
  /** Where the message stands. */
  readonly link: string | null;
};

const CUT = '… (cut here; the whole stands in the message)';

/**
 * The copy that a record keeps: the words first, then what shows later where they come from: author, day, time at the school, what hung on
 * the message and was not copied, and the address of the message. Too long for an entry, the words are cut and it is said.
 */
export const copyOfMessage = ({ author, at, words, attached, link }: ChatMessage, zone: Zone): string => {
  const { day, time } = localTimeOf(at, zone);
  const origin = [
    `Written in Teams by ${author} on ${dayWordsWithYear(day)} at ${time}.`,
    ...(attached.length > 0 ? [`Attached, not copied: ${attached.join(', ')}.`] : []),
    ...(link ? [link] : []),
  ].join('\n');
  const room = MOST_IN_PASSAGE - origin.length - 2;
  const kept = words.length <= room ? words : `${words.slice(0, room - CUT.length).replace(/\p{Surrogate}$/u, '')}${CUT}`;
  return kept === '' ? origin : `${kept}\n\n${origin}`;
};
