import type { Entry } from '#contract/record.ts';
import { type EntryEvent, eventsFrom } from '#domain/record/case-events.ts';
import type { Values } from '#domain/record/kind.ts';
import { openHouse, recount } from '../clocks/recount.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { addEvent, clockDates, correctEvent, type EventOfEntry, eventsOfEntry, withdrawEvent } from './case-event-records.ts';
import type { Reader } from './entry-reply.ts';
import type { Kept } from './tables.ts';

/**
 * Makes the events of the case say what an entry says, and counts the clocks again in the same transaction. Values null: the entry was
 * taken out. Answers the dates that moved; what was shown before stays in the withdrawn events and the audit trail.
 */
export const tellClocks = async (
  tx: Transaction,
  parts: Parts,
  kept: Kept,
  entry: string,
  values: Values | null,
  { actor, pupil, about, today }: Reader,
): Promise<Entry['moved']> => {
  const { organisation } = actor.scope;
  const wanted = values ? eventsFrom(kept.kind.name, values, about.nation) : [];
  const stored = await eventsOfEntry(tx, organisation, pupil, entry);
  if (wanted.length === 0 && stored.length === 0) return [];
  const changes = changesOf(stored, wanted);
  if (changes.length === 0) return [];
  const before = await clockDates(tx, organisation, pupil);
  for (const { was, now } of changes) {
    const writing = { by: actor.person, at: parts.clock.now(), id: parts.ids.next() };
    if (was && now) await correctEvent(tx, organisation, was, now, writing);
    else if (now) await addEvent(tx, organisation, pupil, entry, now, writing);
    else if (was) await withdrawEvent(tx, organisation, was.id, writing.at);
  }
  await recount(tx, organisation, [pupil], today, parts.clock.now());
  const house = await openHouse(tx, organisation);
  const titles = new Map(house?.setting(about.school, today).rules.rules.map(({ id, title }) => [id, title]));
  return movedDates(before, await clockDates(tx, organisation, pupil), titles);
};

type EventChange = { readonly was?: EventOfEntry; readonly now?: EntryEvent };

/** What was, beside what is to be, kind by kind; those that say the same are left alone, so that their clocks keep their names. */
const changesOf = (stored: readonly EventOfEntry[], wanted: readonly EntryEvent[]): readonly EventChange[] => {
  const left = [...stored];
  const changes = wanted.flatMap((now): EventChange[] => {
    const at = left.findIndex(({ kind }) => kind === now.kind);
    const [was] = at < 0 ? [] : left.splice(at, 1);
    if (!was) return [{ now }];
    return was.on === now.on && sameDetails(was.details, now.details) ? [] : [{ was, now }];
  });
  return [...left.map((was) => ({ was })), ...changes];
};

/** Details that the entry does not speak of (who owes what it starts) stay as they are. */
const sameDetails = (stored: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, string>>): boolean =>
  Object.entries(wanted).every(([key, value]) => stored[key] === value);

type Dates = Awaited<ReturnType<typeof clockDates>>;

const movedDates = (before: Dates, after: Dates, titles: ReadonlyMap<string, string>): Entry['moved'] => {
  const all = new Map([...before, ...after].map((one) => [`${one.rule}~${one.trigger}`, one.rule]));
  const dueIn = (dates: Dates, key: string) => dates.find(({ rule, trigger }) => `${rule}~${trigger}` === key)?.due ?? null;
  return [...all].flatMap(([key, rule]) => {
    const [from, to] = [dueIn(before, key), dueIn(after, key)];
    return from === to ? [] : [{ title: titles.get(rule) ?? rule, from, to }];
  });
};
