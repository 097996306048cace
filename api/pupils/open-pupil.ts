import type { PupilPage } from '#contract/pupils.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDo, type PupilDeed, seesWholeRegister } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import { ageInMonths } from '#domain/calendar/school-year.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { ageWords, dayWords } from '#domain/calendar/wording.ts';
import { nextClock } from '#domain/caseload/caseload.ts';
import { clockTask, clockWhy } from '#domain/caseload/clock-words.ts';
import { goalStanding, provisionGaps } from '#domain/caseload/goal-words.ts';
import { needWords } from '#domain/caseload/need-words.ts';
import { ownerShown } from '#domain/caseload/owner-words.ts';
import { contactDetail, restrictionWords } from '#domain/pupils/contact-words.ts';
import { type Nation, nationOf } from '#domain/pupils/nation.ts';
import { stageWords } from '#domain/pupils/stage-words.ts';
import { goalGapsIn } from '#domain/record/kinds/goal.ts';
import { standingTo } from '../access/access-records.ts';
import { permit } from '../access/permit.ts';
import { sharedOnly } from '../access/shared-only.ts';
import { sharedWith } from '../access/shared-records.ts';
import { note } from '../audit/note.ts';
import { instantText } from '../caseload/instant-text.ts';
import { readerOf } from '../caseload/reader-of.ts';
import type { Casework } from '../casework.ts';
import { calendarFrom, openHouse } from '../clocks/recount.ts';
import type { Parts } from '../parts.ts';
import { recordTimeline } from '../record/record-timeline.ts';
import { Refusal } from '../refusal.ts';
import { absenceEntries, absenceOf } from './absence-of.ts';
import { PLAN_TITLES } from './plan-titles.ts';
import { caseOf, type StoredCase } from './pupil-records.ts';
import { timelineOf } from './timeline-of.ts';

const SHOWN = 200;

/** Deeds that the pupil's page has a button for. */
const BUTTONS = {
  'draft-plan': 'draft-plan',
  'schedule-review': 'find-a-date',
  log: 'log',
  'record-score': 'record-score',
  'see-access': 'see-access',
  'export-part': 'export',
  'take-profile': 'take-profile',
  'write-letter': 'write-letter',
} as const satisfies Partial<Record<PupilDeed, PupilPage['can'][number]>>;

/** What a person needs in ten seconds, then everything in order; and what this reader may do here. */
export const openPupil =
  (parts: Parts): Casework['openPupil'] =>
  async (actor, { pupil }): Promise<PupilPage> => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'open-pupil', pupil, today);
      const stored = await caseOf(tx, actor, pupil, today);
      if (!stored) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
      const standing = await standingTo(tx, actor, pupil, today);
      const house = await openHouse(tx, actor.scope.organisation);
      await note(tx, parts, actor, 'open-pupil', pupil);
      const can = (Object.keys(BUTTONS) as (keyof typeof BUTTONS)[]).filter(
        (deed) => !stored.leftOn && mayDo(deed, standing?.roles ?? [], standing?.relations ?? []),
      );
      const nation = nationOf(house?.jurisdiction ?? 'england');
      const page = pageOf(stored, actor, today, nation);
      const entries = standing ? await recordTimeline(tx, actor, pupil, standing, today) : [];
      const setting = house?.setting(stored.school, today);
      const absence = absenceOf(stored.absence, { nation, calendar: setting?.calendars.school ?? calendarFrom(null), today });
      const around = [...entries, ...absenceEntries(stored.absence, nation, today)];
      const timeline = timelineOf(stored, today, setting?.rules.events ?? {}, around);
      const whole = { ...page, absence, can: can.map((deed) => BUTTONS[deed]), timeline, timelineCount: timeline.length };
      const staff = mayDo('read-casework', standing?.roles ?? [], standing?.relations ?? []);
      const shown = staff ? whole : sharedOnly(whole, await sharedWith(tx, actor, pupil));
      return { ...shown, timeline: shown.timeline.slice(0, SHOWN) };
    });
  };

const pageOf = (
  stored: StoredCase,
  actor: Actor,
  today: Day,
  nation: Nation,
): Omit<PupilPage, 'can' | 'absence' | 'timeline' | 'timelineCount'> => {
  const { id, caseRef, givenName, surname, yearGroup, className, stage, leftOn } = stored;
  return {
    id,
    caseRef,
    givenName,
    surname,
    yearGroup,
    className,
    stage,
    leftOn,
    name: `${givenName} ${surname}`,
    ageWords: stored.birthday && ageWords(ageInMonths(stored.birthday, today)),
    stageWords: stageWords(stage, stored.stageSince, nation),
    restrictedContacts: stored.contacts.filter(({ restriction }) => restriction !== null).length,
    ...profileOf(stored),
    clocks: clocksOf(stored, actor, today),
    needs: stored.needs.map(({ knownAs, ...need }) => ({ ...need, codeWords: needWords(need.code, nation, knownAs) })),
    goals: stored.goals.map((goal) => goalOf(goal, today)),
    provision: stored.provision.map((line) => ({ ...line, gaps: provisionGaps(line) })),
    plans: stored.plans.map(({ documentId: _document, ...plan }) => ({ ...plan, title: PLAN_TITLES[plan.kind] ?? 'Plan' })),
    meetings: stored.meetings.map((meeting) => meetingOf(meeting, actor, today)),
    metElsewhere: metElsewhere(stored, actor),
    contacts: stored.contacts.map((contact) => contactOf(contact, actor, stored, today)),
    documents: documentsOf(stored),
    team: [...stored.team],
    folderUrl: stored.documents.find(({ webUrl }) => webUrl)?.webUrl?.replace(/\/[^/]*$/, '') ?? null,
  };
};

const profileOf = ({ profile }: StoredCase) => {
  const words = (kind: string) => profile.filter((line) => line.kind === kind).map((line) => line.words);
  return { strengths: words('strength'), difficulties: words('difficulty'), whatWorks: words('strategy').slice(0, 3) };
};

const clocksOf = ({ clocks }: StoredCase, actor: Actor, today: Day): PupilPage['clocks'] =>
  clocks.map((clock) => ({
    ...nextClock(clock, today, readerOf(actor), clockTask(clock)),
    owner: ownerShown(clock, readerOf(actor), 'long'),
    why: clockWhy(clock, today),
  }));

const goalOf = (goal: StoredCase['goals'][number], today: Day): PupilPage['goals'][number] => {
  const { id, words, measure, unit, baseline, baselineOn, target, targetOn, improves, version } = goal;
  const standing = goalStanding(goal, today);
  return {
    id,
    words,
    measure,
    unit,
    baseline,
    baselineOn,
    target,
    targetOn,
    improves,
    version,
    state: standing.state,
    stateWords: standing.words,
    points: goal.points.map(([on, value]) => ({ on, value })),
    gaps: gapsOf(goal),
  };
};

/** What the plan's own list says of a goal that is not ready, in the same words. */
const gapsOf = ({ measure, baseline, criterion, targetOn }: StoredCase['goals'][number]): string[] =>
  goalGapsIn({ measure, baseline, criterion, targetOn }).map(({ reason }) => reason);

const MEETINGS: Readonly<Record<string, string>> = {
  'annual-review': 'Annual review',
  'support-review': 'SEN Support review',
  'parent-meeting': 'Parent meeting',
};

const meetingOf = (
  { id, purpose, state, startsAt }: StoredCase['meetings'][number],
  actor: Actor,
  today: Day,
): PupilPage['meetings'][number] => {
  const at = instantText(startsAt);
  const when = at && localTimeOf(at, actor.timeZone);
  return {
    id,
    purpose,
    title: MEETINGS[purpose] ?? 'Meeting',
    state,
    startsAt: at,
    words: when ? `${dayWords(when.day, today)} ${when.time}` : 'No date yet',
  };
};

/** Days on which parents were met by what the case says, without a meeting in here: the plan's check counts them too. */
const metElsewhere = ({ meetings, metOn }: StoredCase, { timeZone }: Actor): Day[] => {
  const here = new Set(meetings.flatMap(({ startsAt }) => (startsAt ? [localTimeOf(instantText(startsAt)!, timeZone).day] : [])));
  return metOn.filter((day) => !here.has(day));
};

/** A restriction is shown to all who may open the case; how to reach a family only to the whole school's people and the key worker. */
const contactOf = (
  contact: StoredCase['contacts'][number],
  actor: Actor,
  { keyWorker }: StoredCase,
  today: Day,
): PupilPage['contacts'][number] => {
  const { id, name, relation, responsibility, restriction, restrictedOn, lastSpoken } = contact;
  const mayReach = restriction === null && (seesWholeRegister(actor.roles) || keyWorker === actor.person);
  const detail = mayReach
    ? [contactDetail(contact), lastSpoken && `last spoken ${dayWords(lastSpoken, today)}`].filter(Boolean).join(' · ')
    : '';
  return { id, name, relation, responsibility, detail, restriction: restrictionWords(restriction, restrictedOn) };
};

const documentsOf = ({ documents, plans }: StoredCase): PupilPage['documents'] =>
  documents.map(({ id, name, from, filedOn, webUrl }) => {
    const plan = plans.find(({ documentId }) => documentId === id);
    return { id, name, from: from ?? '', filedOn, webUrl, differences: plan?.differences ?? 0, planId: plan?.id ?? null };
  });
