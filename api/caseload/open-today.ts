import type { Today } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import { addDays, type Day, type Instant, mondayOf, weekdayOf } from '#domain/calendar/day.ts';
import { asWallClock, instantOf } from '#domain/calendar/wall-clock.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { type Change, changeOf } from '#domain/caseload/changes.ts';
import { clockRow, type DueRow, otherRow, todayRows, todaySentence } from '#domain/caseload/today.ts';
import { progressOf } from '#domain/caseload/work-flags.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { readerOf } from './reader-of.ts';
import {
  changesSince,
  clocksDue,
  clockTally,
  type DueWork,
  goalsMeasuredSince,
  lastLooked,
  meetingsBetween,
  type WeekMeeting,
  workDue,
} from './today-records.ts';

const AHEAD = 14;
const SHOWN = 10;

/** What is due and from whom, what changed since the reader last looked, and the week's meetings. */
export const openToday =
  (parts: Parts): Casework['openToday'] =>
  async (actor): Promise<Today> => {
    permitInHouse(actor, 'open-caseload');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const rows = await rowsOf(tx, actor, today);
      const since = (await lastLooked(tx, actor, today)) ?? lastAfternoon(today, actor.timeZone);
      const changes = await changesOf(tx, actor, today, since);
      const meetings = await meetingsBetween(tx, actor, today, addDays(mondayOf(today), 6));
      const tally = await clockTally(tx, actor, today);
      await note(tx, parts, actor, 'open-today', [...new Set(rows.flatMap(({ pupil }) => pupil?.id ?? []))]);
      return {
        today,
        sentence: todaySentence(rows, today),
        rows: rows as Today['rows'],
        changes: changes.slice(0, SHOWN),
        changedSince: since,
        meetings: meetings.map(asListed),
        clocks: { count: tally.count, pupils: tally.pupils, countedAt: tally.countedAt ?? parts.clock.now() },
      };
    });
  };

const rowsOf = async (tx: Transaction, actor: Actor, today: Day): Promise<DueRow[]> => {
  const until = addDays(today, AHEAD);
  const reader = readerOf(actor);
  const clocks = await clocksDue(tx, actor, today, until);
  const work = await workDue(tx, actor, today, until);
  return todayRows(
    [
      ...clocks.map(({ clock, pupil, leads }) => clockRow(clock, pupil, leads, today, reader)),
      ...work.map((one) =>
        otherRow(
          { ...one, why: whyOf(one, today), owner: { person: one.ownerId, words: one.owner ?? 'Nobody yet' }, step: stepOf(one) },
          today,
          reader,
        ),
      ),
    ],
    today,
  );
};

const whyOf = ({ kind, madeOn }: DueWork, today: Day): string =>
  kind === 'action' ? `Action of ${dayWords(madeOn, today)}` : `Promised to the family on ${dayWords(madeOn, today)}`;

const stepOf = ({ kind, id, pupil }: DueWork): DueRow['step'] =>
  kind === 'action'
    ? { words: 'Mark done', deed: 'mark-done', target: id }
    : { words: 'Log a call', deed: 'log-a-call', target: pupil?.id ?? id };

const changesOf = async (tx: Transaction, actor: Actor, today: Day, since: Instant): Promise<Change[]> => {
  const told = (await changesSince(tx, actor, today, since)).map(changeOf);
  const offTrack = (await goalsMeasuredSince(tx, actor, today, since))
    .filter(({ fact }) => progressOf(fact)?.state === 'needs-a-decision')
    .map(({ goal, at, pupil, fact }) =>
      changeOf({
        id: goal,
        at,
        kind: 'off-track',
        pupil,
        by: null,
        about: fact.area,
        detail: 'Last four points below the aimline',
        count: 1,
      }),
    );
  return [...told, ...offTrack].sort((a, b) => (a.at < b.at ? 1 : -1));
};

/** Two o'clock on the working day before: what someone who never looked yet is shown since. */
const lastAfternoon = (today: Day, timeZone: string): Instant => {
  const back = weekdayOf(today) === 1 ? 3 : weekdayOf(today) === 7 ? 2 : 1;
  return instantOf(addDays(today, -back), asWallClock('14:00'), timeZone);
};

const TITLES: Readonly<Record<string, string>> = {
  'annual-review': 'Annual review',
  'support-review': 'SEN Support review',
  'parent-meeting': 'Parent meeting',
};

const asListed = ({ id, startsAt, purpose, pupil, asked, coming }: WeekMeeting): Today['meetings'][number] => ({
  id,
  startsAt,
  pupil,
  title: TITLES[purpose] ?? 'Meeting',
  readiness: `${coming} of ${asked} coming`,
});
