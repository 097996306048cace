import type { GatheredMarks } from '#contract/strategies.ts';
import type { Actor } from '#domain/access/actor.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { nextAsking } from '#domain/classes/asking.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import { meetingRow } from '../meetings/meeting-records.ts';
import { schoolDay } from '../meetings/school-day.ts';
import { calendarOfPerson, morningsOf } from '../mornings/mornings-records.ts';
import type { Parts } from '../parts.ts';
import { gatheredReply, type Here } from './gathered-reply.ts';
import { type GatheredFacts, gatheredFor } from './strategy-records.ts';

/** What colleagues say of a pupil's strategies, by whom and when, and who has read them. */
export const openStrategyMarks =
  (parts: Parts): Casework['openStrategyMarks'] =>
  (actor, { pupil }) =>
    parts.database.within(actor.scope, (tx) => marksOf(tx, parts, actor, pupil));

/** The same as a paper of a review. */
export const openReviewMarks =
  (parts: Parts): Casework['openReviewMarks'] =>
  (actor, { meeting }) =>
    parts.database.within(actor.scope, async (tx) => {
      const found = await meetingRow(tx, actor.scope.organisation, meeting);
      if (!found) throw noSuchCase();
      return marksOf(tx, parts, actor, found.pupilId);
    });

const marksOf = async (tx: Transaction, parts: Parts, actor: Actor, pupil: string): Promise<GatheredMarks> => {
  const today = parts.clock.today(actor.timeZone);
  await permit(tx, actor, 'read-casework', pupil, today);
  const [facts] = await gatheredFor(tx, actor, today, [pupil]);
  if (!facts) throw noSuchCase();
  await note(tx, parts, actor, 'open-strategy-marks', pupil);
  return gatheredReply(facts, await hereOf(tx, parts, actor, [facts]));
};

/** What a reader's answer needs beside the facts: the school's days, and when each colleague is asked next. */
export const hereOf = async (
  tx: Transaction,
  parts: Pick<Parts, 'clock'>,
  actor: Actor,
  facts: readonly GatheredFacts[],
): Promise<Here> => {
  const { organisation } = actor.scope;
  const { day: today, time } = localTimeOf(parts.clock.now(), actor.timeZone);
  const people = [...new Set(facts.flatMap(({ readers }) => readers.map(({ person }) => person)))];
  const { calendar } = schoolDay(await calendarOfPerson(tx, organisation, actor.person));
  const chosen = await morningsOf(tx, organisation, people);
  const days = new Map(people.map((person) => [person, nextAsking(chosen(person), today, time, calendar)]));
  return { today, timeZone: actor.timeZone, askedNext: (person) => days.get(person) ?? null };
};
