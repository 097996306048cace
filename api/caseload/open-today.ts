import type { Today } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import { addDays, type Day, type Instant, mondayOf, weekdayOf } from '#domain/calendar/day.ts';
import { asWallClock, instantOf } from '#domain/calendar/wall-clock.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { type Change, changeOf } from '#domain/caseload/changes.ts';
import { clockRow, type DueRow, type OtherDue, otherRow, todayRows, todaySentence } from '#domain/caseload/today.ts';
import { progressOf } from '#domain/caseload/work-flags.ts';
import { QUESTION_SETS } from '#domain/contributions/purpose.ts';
import { readinessWords } from '#domain/meetings/readiness.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { hasStrategies, isRead } from '../classes/helped-pupil.ts';
import { taughtBy } from '../classes/strategy-records.ts';
import { type AskedOf, askedOf } from '../contributions/asked-of.ts';
import type { Transaction } from '../database/connection.ts';
import { examDatesDue } from '../exams/exam-dates-due.ts';
import type { Parts } from '../parts.ts';
import { readerOf } from './reader-of.ts';
import {
  changesSince,
  clocksDue,
  clockTally,
  type DueRequest,
  type DueWork,
  goalsMeasuredSince,
  keepLook,
  meetingsBetween,
  requestsDue,
  shownSince,
  type WeekMeeting,
  workDue,
} from './today-records.ts';

const AHEAD = 14;
const SHOWN = 10;

/** What is due and from whom, what changed since the reader last looked, and the week's meetings. Looking is kept. */
export const openToday =
  (parts: Parts): Casework['openToday'] =>
  (actor): Promise<Today> =>
    look(parts, actor, 'open-today');

/** The same as a card that comes by itself: whoever was sent it has not looked yet, so the changes stay new to them. */
export const openMorning =
  (parts: Parts): Casework['openMorning'] =>
  (actor): Promise<Today> =>
    look(parts, actor, 'open-morning');

/** Says that the changes were seen: from now on only what comes later is shown. */
export const seeChanges =
  (parts: Parts): Casework['seeChanges'] =>
  (actor): Promise<Today> =>
    look(parts, actor, 'see-changes');

const look = async (parts: Parts, actor: Actor, deed: 'open-today' | 'open-morning' | 'see-changes'): Promise<Today> => {
  permitInHouse(actor, 'open-caseload');
  const [today, now] = [parts.clock.today(actor.timeZone), parts.clock.now()];
  return parts.database.within(actor.scope, async (tx) => {
    const rows = await rowsOf(tx, actor, today);
    const before = (await shownSince(tx, actor, today)) ?? lastAfternoon(today, actor.timeZone);
    const since = deed === 'see-changes' ? now : before;
    if (deed !== 'open-morning') await keepLook(tx, actor, now, since);
    const changes = await changesOf(tx, actor, today, since);
    const meetings = await meetingsBetween(tx, actor, today, addDays(mondayOf(today), 6));
    const tally = seesClocks(actor) ? await clockTally(tx, actor, today) : { count: 0, pupils: 0, countedAt: null };
    const taught = (await taughtBy(tx, actor.scope.organisation, actor.person, today)).filter(hasStrategies);
    await note(tx, parts, actor, deed, [...new Set(rows.flatMap(({ pupil }) => pupil?.id ?? []))]);
    return {
      today,
      sentence: todaySentence(rows, today),
      rows: rows as Today['rows'],
      changes: changes.slice(0, SHOWN),
      changedSince: since,
      meetings: meetings.map(asListed),
      taught: { pupils: taught.length, toRead: taught.filter((facts) => !isRead(facts)).length },
      clocks: { count: tally.count, pupils: tally.pupils, countedAt: tally.countedAt ?? now },
    };
  });
};

const rowsOf = async (tx: Transaction, actor: Actor, today: Day): Promise<DueRow[]> => {
  const until = addDays(today, AHEAD);
  const reader = readerOf(actor);
  const clocks = seesClocks(actor) ? await clocksDue(tx, actor, today, until) : [];
  const work = await workDue(tx, actor, today, until);
  const requests = await requestsDue(tx, actor, today, until);
  const asked = await askedOf(tx, actor, today);
  const exams = await examDatesDue(tx, actor, today, until);
  return todayRows(
    [
      ...clocks.map((one) => clockRow(one, today, reader)),
      ...exams.map((one) => otherRow(one, today, reader)),
      ...requests.map((one) => otherRow(asDue(one, today), today, reader)),
      ...asked.map((one) => otherRow(toAnswer(one, actor), today, reader)),
      ...work.map((one) =>
        otherRow(
          {
            ...one,
            why: whyOf(one, today),
            owner: { person: one.ownerId, words: one.owner ?? 'Nobody yet', left: one.ownerLeft },
            step: stepOf(one),
          },
          today,
          reader,
        ),
      ),
    ],
    today,
  );
};

/** Dates of the law are owed and explained by those who answer for cases; whoever only teaches is spared them. */
const seesClocks = ({ roles }: Actor): boolean => roles.some((role) => role !== 'teacher' && role !== 'assistant');

const asDue = ({ id, due, purpose, askedOn, pupil, asked, waiting, chased, chasedToday }: DueRequest, today: Day): OtherDue => {
  const times = chased === 0 ? '' : chased === 1 ? ' · chased once' : ` · chased ${chased} times`;
  const [first = '', second] = waiting;
  return {
    id,
    kind: 'request',
    due,
    title: QUESTION_SETS[purpose].title,
    pupil,
    why: `${asked - waiting.length} of ${asked} in · asked ${dayWords(askedOn, today)}${times}`,
    owner: {
      person: null,
      words: second === undefined ? first : waiting.length === 2 ? `${first}, ${second}` : `${first} and ${waiting.length - 1} more`,
    },
    step: chasedToday ? { words: 'Open', deed: 'open-pupil', target: pupil.id } : { words: 'Chase', deed: 'chase-request', target: id },
  };
};

/** What a colleague asks the reader is theirs to do as much as an action is. */
const toAnswer = ({ contribution, dueOn, purpose, pupil, askedBy }: AskedOf, { person }: Actor): OtherDue => ({
  id: contribution,
  kind: 'request',
  due: dueOn,
  title: QUESTION_SETS[purpose].title,
  pupil: { id: pupil.id, name: pupil.name, caseRef: pupil.caseRef, yearGroup: pupil.yearGroup },
  why: `${askedBy} asks you`,
  owner: { person, words: 'You' },
  step: { words: 'Answer', deed: 'answer', target: contribution },
});

const whyOf = ({ kind, madeOn }: DueWork, today: Day): string =>
  kind === 'action' ? `Action of ${dayWords(madeOn, today)}` : `Promised to the family on ${dayWords(madeOn, today)}`;

const stepOf = ({ kind, id }: DueWork): DueRow['step'] =>
  kind === 'action' ? { words: 'Mark done', deed: 'mark-done', target: id } : { words: 'Mark kept', deed: 'promise-kept', target: id };

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

const asListed = ({ id, startsAt, purpose, pupil, papers, ...answers }: WeekMeeting): Today['meetings'][number] => ({
  id,
  startsAt,
  pupil,
  title: TITLES[purpose] ?? 'Meeting',
  readiness: readinessWords(answers, papers),
});
