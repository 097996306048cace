import type { EventKept, EventSaid } from '#contract/case-events.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Overtaken, Refusal } from '../refusal.ts';
import { type CountedCase, effectsOf, effectsShown, movesIn, openCase } from './case-counted.ts';
import type { StoredEvent } from './clock-records.ts';
import {
  councilNamed,
  holdCases,
  insertEvent,
  type KeptEvent,
  keepMoves,
  keptEvents,
  putBackEvent,
  rewriteEvent,
  stageOf,
  takeOutEvent,
} from './event-records.ts';
import { acceptSaid, asStored, detailsOf } from './event-said.ts';
import { eventShown } from './events-shown.ts';
import { recount } from './recount.ts';

/** A case in somebody's hand: nobody else changes its events until the transaction ends. */
type InHand = {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly pupil: string;
  readonly organisation: string;
  readonly today: Day;
  readonly now: Instant;
  readonly before: CountedCase;
  readonly kept: readonly KeptEvent[];
};

const inHand = async <T>(parts: Parts, actor: Actor, pupil: string, work: (hand: InHand) => Promise<T>): Promise<T> => {
  const today = parts.clock.today(actor.timeZone);
  const { organisation } = actor.scope;
  return parts.database.within(actor.scope, async (tx) => {
    await permit(tx, actor, 'record-event', pupil, today);
    await holdCases(tx, organisation, [pupil]);
    if ((await stageOf(tx, organisation, pupil)).left)
      throw new Refusal('not-ready', 'This pupil has left the school. The case can be read and no longer changed.');
    const before = await openCase(tx, organisation, pupil, today);
    const kept = await keptEvents(tx, organisation, pupil);
    return work({ tx, actor, pupil, organisation, today, now: parts.clock.now(), before, kept });
  });
};

/** Counts the clocks again after a change, keeps the dates that were shown until then, and says what the change did. */
const settled = async (
  parts: Parts,
  { tx, actor, pupil, organisation, today, now, before }: InHand,
  event: string,
  change: { readonly deed: string; readonly id: string; readonly because: string },
): Promise<EventKept> => {
  await recount(tx, organisation, [pupil], today, now);
  const after = await openCase(tx, organisation, pupil, today);
  const effects = effectsOf(before.events, after.events, after.setting);
  const moves = movesIn(effects, pupil, parts.ids.next);
  await keepMoves(tx, organisation, moves, { id: change.id, because: change.because, by: actor.person, at: now });
  await note(tx, parts, actor, change.deed, pupil, { event, moved: moves.map(({ rule, from, to }) => ({ rule, from, to })) });
  const kept = await keptEvents(tx, organisation, pupil);
  return {
    event: eventShown(kept.find(({ id }) => id === event)!, kept, after.setting.rules),
    effects: effectsShown(effects, after.events, after.setting, actor),
  };
};

/** Records something that happened in a case: the clocks it starts, meets, moves or stops follow at once. Sent twice it is recorded once. */
export const recordEvent =
  (parts: Parts): Casework['recordEvent'] =>
  (actor, { pupil, id, said }) =>
    inHand(parts, actor, pupil, async (hand) => {
      const { tx, organisation, before, today, kept } = hand;
      const { rules } = before.setting;
      const known = kept.find((event) => event.id === id);
      if (known) return { event: eventShown(known, kept, rules), effects: [] };
      acceptSaid(said, rules, today);
      refuseTwin(said, hand);
      const details = detailsOf(said, rules, {}, await councilNamed(tx, organisation, pupil));
      const event = { id, pupil, kind: said.kind, on: said.on, details, by: actor.person, at: hand.now };
      if (!(await insertEvent(tx, organisation, event)))
        throw new Refusal('changed-meanwhile', 'This id belongs to another event. Nothing was recorded.');
      return settled(parts, hand, id, { deed: 'record-event', id, because: rules.events[said.kind] ?? said.kind });
    });

/** The same thing on the same day about the same matter is there already: two entries of one letter would start two clocks. */
const refuseTwin = (said: EventSaid, { before }: InHand, but = ''): void => {
  const twin = before.events.find(
    (event) =>
      event.id !== but &&
      event.kind === said.kind &&
      event.on === said.on &&
      (event.about ?? '') === (said.about ?? '') &&
      (event.who ?? '') === (said.who ?? ''),
  );
  if (twin) throw new Refusal('not-valid', 'This is recorded for that day already.', [{ field: 'on', reason: 'has this event already' }]);
};

const heldEvent = ({ kept, actor }: InHand, event: string, version: number): KeptEvent => {
  const found = kept.find(({ id, replacedBy }) => id === event && replacedBy === null);
  if (!found) throw new Refusal('not-found', 'There is no such event in this case.');
  if (found.fromEntry) throw new Refusal('not-ready', 'This event comes from an entry of the record. It is corrected there.');
  if (found.version !== version) {
    const { time } = localTimeOf(found.withdrawnAt ?? found.recordedAt, actor.timeZone);
    const who = (found.withdrawnAt ? found.settledBy : found.recordedBy) ?? 'Somebody';
    throw new Overtaken(
      `${who} changed this event at ${time}, after you opened it. Nothing of yours was saved; it is shown as it stands now.`,
    );
  }
  return found;
};

/** Corrects an event. Dates follow; what it said, the dates that were shown and the reason stay (duty 9 A2). */
export const correctEvent =
  (parts: Parts): Casework['correctEvent'] =>
  (actor, { pupil, event, version, said, reason }) =>
    inHand(parts, actor, pupil, async (hand) => {
      const { tx, organisation, before, today, now } = hand;
      const was = heldEvent(hand, event, version);
      if (was.withdrawnAt) throw new Refusal('not-ready', 'This event was taken out. Put it back to correct it.');
      if (said.kind !== was.kind)
        throw new Refusal('not-valid', 'What happened cannot be changed. Take this event out and record the other.', [
          { field: 'kind', reason: 'cannot be changed' },
        ]);
      acceptSaid(said, before.setting.rules, today);
      refuseTwin(said, hand, event);
      const details = detailsOf(said, before.setting.rules, was.details, await councilNamed(tx, organisation, pupil));
      const copy = parts.ids.next();
      await rewriteEvent(
        tx,
        organisation,
        { id: event, pupil, kind: said.kind, on: said.on, details, by: actor.person, at: now },
        { copy, reason },
      );
      return settled(parts, hand, event, { deed: 'correct-event', id: copy, because: reason });
    });

/** Takes out an event that never happened so. Its clocks go; that they were shown, and why they are gone, stays. */
export const withdrawEvent =
  (parts: Parts): Casework['withdrawEvent'] =>
  (actor, { pupil, event, version, reason }) =>
    inHand(parts, actor, pupil, async (hand) => {
      const was = heldEvent(hand, event, version);
      if (was.withdrawnAt) throw new Refusal('not-ready', 'This event was taken out already.');
      await takeOutEvent(hand.tx, hand.organisation, event, { by: actor.person, at: hand.now, reason });
      return settled(parts, hand, event, { deed: 'withdraw-event', id: event, because: reason });
    });

/** Puts an event back that was taken out by mistake. */
export const restoreEvent =
  (parts: Parts): Casework['restoreEvent'] =>
  (actor, { pupil, event, version, reason }) =>
    inHand(parts, actor, pupil, async (hand) => {
      const was = heldEvent(hand, event, version);
      if (!was.withdrawnAt) throw new Refusal('not-ready', 'This event stands in the case.');
      const copy = parts.ids.next();
      await putBackEvent(hand.tx, hand.organisation, event, { copy, by: actor.person, at: hand.now, reason });
      return settled(parts, hand, event, { deed: 'restore-event', id: copy, because: reason });
    });

/** What saving would do to the clocks, before anything is saved. Nothing is written. */
export const previewEvent =
  (parts: Parts): Casework['previewEvent'] =>
  async (actor, { pupil, event, said }) => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'record-event', pupil, today);
      const { events, setting } = await openCase(tx, organisation, pupil, today);
      if (said) acceptSaid(said, setting.rules, today);
      const kept = event === undefined ? undefined : (await keptEvents(tx, organisation, pupil)).find(({ id }) => id === event);
      if (event !== undefined && !kept) throw new Refusal('not-found', 'There is no such event in this case.');
      const details = said ? detailsOf(said, setting.rules, kept?.details ?? {}, await councilNamed(tx, organisation, pupil)) : null;
      const others = events.filter(({ id }) => id !== event);
      const now: readonly StoredEvent[] = said
        ? [asStored(event ?? PREVIEWED, said, details!)]
        : kept?.withdrawnAt
          ? [asStored(kept.id, kept, kept.details)]
          : [];
      const after = [...others, ...now];
      return { effects: effectsShown(effectsOf(events, after, setting), after, setting, actor) };
    });
  };

/** The id of an event that is not kept yet. */
const PREVIEWED = '00000000-0000-4000-8000-000000000000';
