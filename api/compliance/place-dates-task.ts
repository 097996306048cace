import { z } from 'zod';
import { addDays, type Day } from '#domain/calendar/day.ts';
import type { CalendarDate } from '#domain/compliance/followed-dates.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import type { Task } from '../tasks.ts';
import { datesFollowed, followerOf } from './followed-dates.ts';
import { mailboxOf } from './followed-records.ts';
import {
  announceEntries,
  dropEntry,
  entriesOfPerson,
  followers,
  followOf,
  notePlaced,
  type PlacedEntry,
  settleFollowing,
} from './outlook-records.ts';

const payload = z.object({ organisation: z.guid(), person: z.guid().optional() });

/** Outlook shows what lies within so many days; what is further off comes in with time. */
const AHEAD = 120;

/**
 * Brings the Outlook calendars of those who follow dates to what the record says: entries are made, moved and taken out. Each entry is
 * written down before Graph hears of it, and made under a transaction id that Graph knows again, so a crash anywhere leaves nothing
 * twice and nothing behind. Somebody who has left, or may no longer follow dates, loses every entry.
 */
export const placeDatesTask: Task = (parts: Parts) => async (given) => {
  const { organisation, person } = payload.parse(given);
  if (person) return placeFor(parts, organisation, person);
  await parts.database.within({ organisation, schools: [] }, (tx) => placeForAll(tx, organisation));
};

/** Has the queue look at the calendar of everyone who follows dates, or whose entries are still to be taken out. */
export const placeForAll = async (tx: Transaction, organisation: string): Promise<void> => {
  for (const person of await followers(tx, organisation)) await placeSoon(tx, person);
};

/** Has the queue look at one person's calendar. */
export const placeSoon = (tx: Transaction, person: string): Promise<void> =>
  enqueue(tx, 'place-dates', { person }, { key: person, queue: `outlook:${person}` });

const placeFor = async (parts: Parts, organisation: string, person: string): Promise<void> => {
  const scope = { organisation, schools: [] };
  const follow = await parts.database.within(scope, (tx) => followOf(tx, organisation, person));
  if (!follow) return;
  const actor = follow.onUntil ? null : await followerOf(parts, organisation, person, 'queue');
  const wanted = actor
    ? await parts.database.within(actor.scope, async (tx) =>
        within(await datesFollowed(tx, parts, actor, follow.whose), parts.clock.today(actor.timeZone)),
      )
    : [];
  const mailbox = await parts.database.within(scope, (tx) => mailboxOf(tx, organisation, person));
  const zone = actor?.timeZone ?? 'UTC';
  let trouble: string | null = null;
  try {
    await bringTo(parts, { organisation, person, mailbox, zone }, wanted);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    trouble = fault.message;
    await parts.database.within(scope, (tx) => settleFollowing(tx, organisation, person, { at: parts.clock.now(), trouble }));
    throw fault;
  }
  await parts.database.within(scope, (tx) => settleFollowing(tx, organisation, person, { at: parts.clock.now(), trouble: null }));
};

const within = (dates: readonly CalendarDate[], today: Day): CalendarDate[] => dates.filter(({ on }) => on <= addDays(today, AHEAD));

type Calendar = { readonly organisation: string; readonly person: string; readonly mailbox: string | null; readonly zone: string };

const bringTo = async (parts: Parts, calendar: Calendar, wanted: readonly CalendarDate[]): Promise<void> => {
  const { organisation, person, mailbox } = calendar;
  const record = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => parts.database.within({ organisation, schools: [] }, work);
  const before = await record((tx) => entriesOfPerson(tx, organisation, person));
  const wantedBy = new Map(wanted.map((date) => [date.subject, date]));
  for (const entry of before.filter(({ subject }) => !wantedBy.has(subject))) {
    if (mailbox) await takeOut(parts, calendar, mailbox, entry);
    await record((tx) => dropEntry(tx, organisation, person, entry.subject));
  }
  if (!mailbox) return;
  const known = new Set(before.map(({ subject }) => subject));
  const fresh = wanted.filter(({ subject }) => !known.has(subject)).map(({ subject }) => ({ subject, transaction: parts.ids.next() }));
  if (fresh.length > 0) await record((tx) => announceEntries(tx, organisation, person, fresh));
  for (const entry of await record((tx) => entriesOfPerson(tx, organisation, person))) {
    const date = wantedBy.get(entry.subject);
    if (!date || entry.event === '' || (entry.event !== null && entry.on === date.on && entry.words === date.words)) continue;
    const event = await place(parts, calendar, mailbox, entry, date);
    await record((tx) => notePlaced(tx, organisation, person, { subject: date.subject, event, on: date.on, words: date.words }));
  }
};

/** Makes or moves an entry; answers its id, empty where the person threw it out of the calendar. */
const place = async (
  parts: Parts,
  { zone }: Calendar,
  mailbox: string,
  entry: PlacedEntry,
  { on, words }: CalendarDate,
): Promise<string> => {
  const day = { subject: words, on, until: addDays(on, 1), zone };
  if (entry.event === null) return parts.graph.dates.add(mailbox, { ...day, transactionId: entry.transaction });
  return (await parts.graph.dates.change(mailbox, entry.event, day)) ? entry.event : '';
};

/** An entry that may have been made without our having noted it is made once more, which finds it, and then taken out. */
const takeOut = async (parts: Parts, { zone }: Calendar, mailbox: string, { event, transaction }: PlacedEntry): Promise<void> => {
  if (event === '') return;
  const today = parts.clock.today(zone);
  const entry = { subject: 'Waymark date', on: today, until: addDays(today, 1), zone, transactionId: transaction };
  await parts.graph.dates.remove(mailbox, event ?? (await parts.graph.dates.add(mailbox, entry)));
};
