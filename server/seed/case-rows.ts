import type { Case } from '#local-tenant/school/casework.ts';
import type { SchoolWithCasework } from '#local-tenant/school/hollin-bank.ts';
import { madeUpId } from '#local-tenant/school/made-up-id.ts';
import { personId, pupilId } from './people-rows.ts';
import type { Row } from './seed-records.ts';

/** Rows of a case, table by table, in the order in which they can be written. */
export type CaseRows = Readonly<Record<string, readonly Row[]>>;

/** What each row of a case begins with: the organisation, an id that is the same after every start, and the pupil. */
export type Stamp = (kind: string, number: number | string) => { organisation_id: string; id: string; pupil_id: string };

export const stampFor =
  ({ organisation }: SchoolWithCasework, { caseRef, pupil }: Case): Stamp =>
  (kind, number) => ({ organisation_id: organisation.tenantId, id: madeUpId(`${kind} ${caseRef} ${number}`), pupil_id: pupilId(pupil) });

const nameParts = (name: string) => ({ given_name: name.split(' ').slice(0, -1).join(' '), surname: name.split(' ').at(-1) ?? '' });

export const contactId = (caseRef: string, name: string): string => madeUpId(`contact ${caseRef} ${name}`);

/** What the record says of the pupil: needs, profile, contacts, team. */
export const profileRows = (one: Case, stamp: Stamp): CaseRows => ({
  need: one.needs.map(({ code, area, words, knownAs, source }, index) => ({
    ...stamp('need', index + 1),
    rank: index + 1,
    code,
    area,
    description: words,
    known_as: knownAs ?? null,
    source,
    from_day: one.stageSince,
  })),
  profile_line: [
    ...one.strengths.map((words, index) => ({ ...stamp('strength', index + 1), kind: 'strength', rank: index + 1, words })),
    ...one.difficulties.map((words, index) => ({ ...stamp('difficulty', index + 1), kind: 'difficulty', rank: index + 1, words })),
    ...one.strategies.map((words, index) => ({ ...stamp('strategy', index + 1), kind: 'strategy', rank: index + 1, words })),
    ...one.liked.map((words, index) => ({ ...stamp('liked', index + 1), kind: 'liked', rank: index + 1, words })),
    ...one.important.map((words, index) => ({ ...stamp('important', index + 1), kind: 'important', rank: index + 1, words })),
    ...one.ifWrong.map((words, index) => ({ ...stamp('if-wrong', index + 1), kind: 'if-wrong', rank: index + 1, words })),
  ],
  contact: one.contacts.map((contact) => ({
    ...stamp('contact', contact.name),
    ...nameParts(contact.name),
    relation: contact.relation,
    parental_responsibility: contact.responsibility ?? false,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    language: contact.language ?? null,
    needs_interpreter: contact.interpreter ?? false,
    prefers: contact.prefers ?? null,
    restriction: contact.restriction ?? null,
    restricted_on: contact.restrictedOn ?? null,
  })),
  team_member: one.team.map((member, index) => ({
    ...stamp('team', index),
    person_id: personId(member.person),
    relation: member.relation,
    role_words: member.words ?? null,
    from_day: member.from,
    to_day: member.to ?? null,
  })),
});

/** What is worked at: goals with their measurements, provision, consents. */
export const workRows = (one: Case, stamp: Stamp, { days }: SchoolWithCasework): CaseRows => ({
  goal: one.goals.map((goal, index) => ({
    ...stamp('goal', index + 1),
    rank: index + 1,
    words: goal.words,
    area: goal.area ?? null,
    measure: goal.measure ?? null,
    unit: goal.unit ?? null,
    baseline: goal.baseline ?? null,
    baseline_on: goal.baselineOn ?? null,
    criterion: goal.criterion ?? null,
    target: goal.target ?? null,
    target_on: goal.targetOn ?? null,
    improves: goal.improves ?? 'up',
    state: goal.state ?? 'open',
    met_on: goal.metOn ?? null,
    version: 1,
  })),
  measurement: one.goals.flatMap((goal, index) =>
    goal.points.map(([on, value], point) => ({
      ...stamp('measurement', `${index + 1}.${point}`),
      goal_id: stamp('goal', index + 1).id,
      on_day: on,
      value,
      by_person: goal.by ? personId(goal.by) : null,
      recorded_at: on < days.today ? `${on}T15:20:00Z` : days.at('2026-11-20', '15:20'),
    })),
  ),
  provision_line: one.provision.map((line, index) => ({
    ...stamp('provision', index + 1),
    rank: index + 1,
    what: line.what,
    who: null,
    person_id: line.person ? personId(line.person) : null,
    minutes: line.minutes ?? null,
    times_a_week: line.timesAWeek ?? null,
    group_size: line.groupSize ?? null,
    place: line.place ?? null,
    misses: line.misses ?? null,
    from_day: line.from ?? null,
    to_day: line.to ?? null,
    need_id: line.need ? stamp('need', line.need).id : null,
    goal_id: line.goal ? stamp('goal', line.goal).id : null,
    last_session_on: line.lastSession ?? null,
    version: 1,
  })),
  removal: one.removals.map(({ kind, from, to, days: schoolDays, reason }, index) => ({
    ...stamp('removal', index + 1),
    kind,
    from_day: from,
    to_day: to,
    days: schoolDays,
    why: reason,
    source: 'the school system',
  })),
  part_time: one.partTime.map(({ from, to, hoursAWeek, reviewOn, reason }, index) => ({
    ...stamp('part-time', index + 1),
    from_day: from,
    to_day: to,
    hours_a_week: hoursAWeek,
    review_on: reviewOn,
    why: reason,
    source: 'the coordinator',
  })),
  consent: one.consents.map((consent, index) => ({
    ...stamp('consent', index),
    scope: consent.scope,
    received_on: consent.received,
    expires_on: consent.expires,
  })),
});
