import type { Access, Disclosure } from '#contract/access.ts';
import type { Relation } from '#domain/access/actor.ts';
import { relationWords } from '#domain/access/membership.ts';
import { onlyLooked, seenWords } from '#domain/access/seen-words.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import type { KindName } from '#domain/record/kind.ts';
import { KINDS } from '#domain/record/kinds.ts';
import type { Transaction } from '../database/connection.ts';
import { type SeenRow, type SentRow, seenOf, seenSpan, sentOf } from './disclosure-records.ts';

/** The zone and the day that times are told in. */
type When = { readonly zone: string; readonly today: Day };

const whenWords = (at: Instant, { zone, today }: When): string => {
  const { day, time } = localTimeOf(at, zone);
  return `${day === today ? 'Today' : dayWords(day, today)} ${time}`;
};

/** What entries of a kind are called; of restricted notes nothing is said, not even that it was they. */
const entriesWords = (kind: string | null): string | undefined =>
  kind === null || kind === 'restricted-note' ? undefined : KINDS[kind as KindName]?.titles;

/** `class teacher`, `SEND coordinator`: as in a sentence. */
const inSentence = (title: string): string => title.replace(/^\p{Lu}(?=\p{Ll})/u, (sign) => sign.toLowerCase());

const seenLine = (row: SeenRow, when: When): Disclosure => {
  const { at, deed, kind, name, jobTitle, employer, door } = row;
  const who = [
    name ?? (door === 'command-line' ? 'Command line on the server' : 'Waymark by itself'),
    employer ?? (jobTitle && inSentence(jobTitle)),
  ];
  return {
    at,
    when: whenWords(at, when),
    who: who.filter(Boolean).join(', '),
    what: seenWords(deed, entriesWords(kind)),
    why: whyOf(row),
    kind: onlyLooked(deed) ? 'seen' : 'changed',
    outside: employer !== null || door === 'link',
  };
};

/** What tied them to the pupil on that day, as the record says now. */
const whyOf = ({ role, tie, door, name }: SeenRow): string => {
  if (door === 'link') return 'Through a link sent to them';
  if (role) return `${role === 'coordinator' ? 'Coordinator' : 'Leader'} of the school`;
  if (tie) return relationWords[tie as Relation] ?? tie;
  return name ? 'Tie of that day no longer recorded' : 'Work of the house';
};

const sentLine = ({ at, to, employer, family, what, by }: SentRow, when: When): Disclosure => ({
  at,
  when: whenWords(at, when),
  who: [to, employer].filter(Boolean).join(', '),
  what: `Sent. ${what}`,
  why: by ? `Sent by ${by}` : 'Sent after the booking',
  kind: 'sent',
  outside: !family,
});

/** What was seen, changed and sent of one pupil, newest first; at most `most` rows of the trail. */
export const disclosuresOf = async (
  tx: Transaction,
  organisation: string,
  pupil: string,
  when: When,
  most: number,
): Promise<Pick<Access, 'seen' | 'seenCount' | 'seenSince'>> => {
  const seen = await seenOf(tx, organisation, pupil, when.zone, most);
  const sent = await sentOf(tx, organisation, pupil);
  const span = await seenSpan(tx, organisation, pupil, when.zone);
  const lines = [...seen.map((row) => seenLine(row, when)), ...sent.map((row) => sentLine(row, when))];
  return { seen: lines.sort((one, other) => (one.at < other.at ? 1 : -1)), seenCount: span.count + sent.length, seenSince: span.since };
};
