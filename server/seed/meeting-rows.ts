import type { Day } from '#domain/calendar/day.ts';
import { asWallClock, instantOf } from '#domain/calendar/wall-clock.ts';
import type { Case, Meeting } from '#local-tenant/school/casework.ts';
import type { SchoolWithCasework } from '#local-tenant/school/hollin-bank.ts';
import { madeUpId } from '#local-tenant/school/made-up-id.ts';
import { type CaseRows, contactId, type Stamp } from './case-rows.ts';
import { personId } from './people-rows.ts';

const ZONE = 'Europe/London';
const moment = (on: Day, at: string) => instantOf(on, asWallClock(at), ZONE);

const AGENDA: Readonly<Record<Meeting<Day>['purpose'], readonly string[]>> = {
  'annual-review': [
    'Welcome and who is here',
    'The pupil’s view',
    'Progress towards outcomes',
    'Does the provision work?',
    'What comes next',
    'Recommendation',
  ],
  'support-review': ['Welcome and who is here', 'The pupil’s view', 'What was tried and what came of it', 'What comes next'],
  'parent-meeting': ['How things are at home and at school', 'Goals', 'What each of us does'],
};

/** Meetings booked and held, with those asked, what was decided, what was to be done, and what people told of their time. */
export const meetingRows = (one: Case, stamp: Stamp, school: SchoolWithCasework): CaseRows => ({
  meeting: one.meetings.map((meeting, index) => ({
    ...stamp('meeting', index),
    purpose: meeting.purpose,
    state: meeting.state,
    starts_at: moment(meeting.on, meeting.from),
    ends_at: moment(meeting.on, meeting.to),
    place: meeting.place,
    organiser_id: personId('ruth.okafor'),
    agenda: AGENDA[meeting.purpose],
    started_at: meeting.state === 'booked' ? null : moment(meeting.on, meeting.from),
    finished_at: meeting.state === 'booked' ? null : moment(meeting.on, meeting.to),
    version: 1,
    created_at: moment(one.stageSince, '09:00'),
    changed_at: moment(meeting.state === 'booked' ? school.days.on('2026-11-16') : meeting.on, '16:00'),
  })),
  meeting_person: one.meetings.flatMap((meeting, index) =>
    meeting.people.map((person, rank) => askedRow(one, index, person, rank, school)),
  ),
  meeting_entry: one.meetings.flatMap((meeting, index) => entriesOf(one, meeting, index, school)),
  action: one.actions.map((action, index) => ({
    ...stamp('action', index),
    number: numberOf(one, index, school),
    words: action.words,
    owner_id: personId(action.owner),
    owner_name: nameOf(action.owner, school),
    meeting_id: one.meetings.length > 0 ? stamp('meeting', 0).id : null,
    due_on: action.due,
    done_on: action.done ?? null,
    done_by: action.done ? personId(action.owner) : null,
    done_at: action.done ? moment(action.done, action.doneAt ?? '16:00') : null,
    version: 1,
  })),
  told_time: one.times.map((time, index) => ({
    organisation_id: school.organisation.tenantId,
    id: madeUpId(`told ${one.caseRef} ${index}`),
    who: whoKey(one, time.who),
    from_at: moment(time.on, time.from),
    to_at: moment(time.on, time.to),
    can: time.can,
    words: time.words ?? null,
    told_at: moment(school.days.on('2026-11-19'), '11:00'),
  })),
});

const nameOf = (key: string, { staff }: SchoolWithCasework): string => {
  const known = staff.find((person) => person.key === key);
  return known ? `${known.givenName} ${known.surname}` : key;
};

/** The family by name, everyone else by key. */
const askedRow = (one: Case, index: number, person: Meeting<Day>['people'][number], rank: number, school: SchoolWithCasework) => {
  const staff = school.staff.find(({ key }) => key === person.who);
  const key = staff ? `person/${personId(staff.key)}` : `contact/${contactId(one.caseRef, person.who)}`;
  return {
    organisation_id: school.organisation.tenantId,
    id: madeUpId(`asked ${one.caseRef} ${index} ${person.who}`),
    meeting_id: madeUpId(`meeting ${one.caseRef} ${index}`),
    key,
    rank,
    person_id: staff ? personId(staff.key) : null,
    contact_id: staff ? null : contactId(one.caseRef, person.who),
    name: staff ? nameOf(staff.key, school) : person.who,
    role_words: person.words,
    why: person.required ? 'Must be invited' : 'Team',
    required: person.required ?? false,
    organisation: Boolean(staff?.employer),
    part: staff ? (staff.employer ? 'agency' : 'school') : 'family',
    email: staff ? staff.upn : (one.contacts.find(({ name }) => name === person.who)?.email ?? null),
    reply: person.reply ?? null,
    attended: person.attended ?? null,
  };
};

const entriesOf = (one: Case, meeting: Meeting<Day>, index: number, { organisation }: SchoolWithCasework) => {
  const row = (number: number | string) => ({
    organisation_id: organisation.tenantId,
    id: madeUpId(`entry ${one.caseRef} ${index} ${number}`),
    meeting_id: madeUpId(`meeting ${one.caseRef} ${index}`),
    at: moment(meeting.on, meeting.to),
    by_person: personId('ruth.okafor'),
  });
  const decisions = (meeting.decisions ?? []).map((words, number) => ({
    ...row(number),
    item: 2,
    kind: 'decision',
    words,
    said_by: null as string | null,
  }));
  const { view } = meeting;
  return view
    ? [...decisions, { ...row('view'), item: 1, kind: view.against ? 'disagreement' : 'view', words: view.words, said_by: view.saidBy }]
    : decisions;
};

/** Actions are numbered through the whole school, in the order of the register: "done 3". */
const numberOf = (one: Case, index: number, { cases }: SchoolWithCasework): number =>
  cases.slice(0, cases.indexOf(one)).reduce((sum, { actions }) => sum + actions.length, 0) + index + 1;

const whoKey = (one: Case, who: Case['times'][number]['who']): string =>
  'person' in who
    ? `person/${personId(who.person)}`
    : 'contact' in who
      ? `contact/${contactId(one.caseRef, who.contact)}`
      : `interpreter/${who.interpreter}`;
