import type { AskContributionsRequest } from '#contract/contributions.ts';
import type { Actor } from '#domain/access/actor.ts';
import { LINK_LIMITS } from '#domain/access/link.ts';
import { addDays, type Day, type Instant } from '#domain/calendar/day.ts';
import { nextOpenMoment, openingOf } from '#domain/calendar/writing-hours.ts';
import { type Askable, asAskable, sortOf } from '#domain/contributions/askable.ts';
import { chaseDays } from '#domain/contributions/chasing.ts';
import { QUESTION_SETS } from '#domain/contributions/purpose.ts';
import { note } from '../audit/note.ts';
import { tell } from '../conversations/tell.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import { schoolDay } from '../meetings/school-day.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { personOfAgency } from './agency-records.ts';
import { type AskedPupil, aroundPupil, askedPupil } from './askable-records.ts';
import { chasingOf } from './chasing-records.ts';
import { insertAsked, insertRequest, isOfPupil, requestOf } from './request-records.ts';
import { sendQuestions } from './send-questions.ts';

export type RequestToWrite = Omit<AskContributionsRequest, 'people'> & {
  readonly pupil: string;
  /** Whom to ask, out of those who can be: by name in one request, by group in one for several pupils. */
  readonly whom: (around: readonly Askable[]) => readonly Askable[];
};

/**
 * Writes one request with a contribution for each person who is asked, and the jobs that bring it to them, remind them and tell the asker,
 * all in one transaction. Answers how many are asked; 0 where this request was written before. Refused where nobody can be asked, where
 * somebody must not be (duty 6 A1), or where the day lies past or too far ahead.
 */
export const writeRequest = async (tx: Transaction, parts: Parts, actor: Actor, request: RequestToWrite, today: Day): Promise<number> => {
  const { organisation } = actor.scope;
  const pupil = await askedPupil(tx, organisation, request.pupil);
  if (!pupil) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
  if (await requestOf(tx, organisation, request.request)) return 0;
  await refuseSubject(tx, organisation, pupil, request);
  refuseDay(request.dueOn, today);
  const chasing = await chasingOf(tx, organisation);
  const { calendar } = schoolDay(pupil.calendar);
  const [at, zone] = [parts.clock.now(), chasing.zone];
  const goesOutAt = nextOpenMoment(at, calendar, chasing, zone);
  const around = await aroundPupil(tx, organisation, { pupil: pupil.id, without: actor.person }, today);
  const people = request.whom(around.map((one) => asAskable(one, today)));
  if (people.length === 0) throw new Refusal('not-ready', 'There is nobody here who could be asked.');
  for (const one of people) refusePerson(one);
  const { id, purpose, about, questions, dueOn } = { ...request, id: request.request };
  const kept = { id, pupil: pupil.id, purpose, questions, dueOn, askedBy: actor.person, askedAt: at, goesOutAt };
  if (!(await insertRequest(tx, organisation, { ...kept, aboutKind: about?.kind ?? null, aboutId: about?.id ?? null }))) return 0;
  for (const [rank, one] of people.entries())
    await askPerson(tx, parts, actor, one, { ...kept, rank, on: today, forWhat: QUESTION_SETS[purpose].title });
  const days = chaseDays(today, dueOn, calendar, chasing);
  for (const step of ['first', 'second', 'tell'] as const)
    await enqueue(tx, 'chase-contributions', { request: id, step }, { key: `${id}:${step}`, runAt: openingOf(days[step], chasing, zone) });
  const whom = people.map(({ person, contact, agency }) => person ?? contact ?? agency);
  await note(tx, parts, actor, 'ask-contributions', pupil.id, { request: id, purpose, people: whom, until: dueOn });
  return people.length;
};

const refuseSubject = async (tx: Transaction, organisation: string, pupil: AskedPupil, { about }: RequestToWrite): Promise<void> => {
  if (pupil.leftOn !== null)
    throw new Refusal('not-ready', `${pupil.name} has left the school. The record can be read and no longer added to.`);
  if (about && !(await isOfPupil(tx, organisation, pupil.id, about.kind, about.id)))
    throw new Refusal('not-valid', 'What this is about does not belong to this pupil.', [
      { field: 'about', reason: 'is not of this pupil' },
    ]);
};

const refuseDay = (dueOn: Day, today: Day): void => {
  if (dueOn < today) throw new Refusal('not-valid', 'The day by which to answer is past.', [{ field: 'dueOn', reason: 'is past' }]);
  if (dueOn > addDays(today, LINK_LIMITS.longestDays))
    throw new Refusal('not-valid', `People can be given at most ${LINK_LIMITS.longestDays} days to answer.`, [
      { field: 'dueOn', reason: 'lies too far ahead' },
    ]);
};

const refusePerson = ({ name, cannot }: Askable): void => {
  if (cannot === null) return;
  const kind = cannot === 'must not be contacted' ? 'not-allowed' : 'not-ready';
  throw new Refusal(kind, `${name} cannot be asked: ${cannot}. Nobody was asked yet.`, [
    { field: 'people', reason: `names ${name}: ${cannot}` },
  ]);
};

type Occasion = {
  readonly id: string;
  readonly pupil: string;
  readonly rank: number;
  readonly forWhat: string;
  readonly on: Day;
  readonly dueOn: Day;
  readonly askedAt: Instant;
  readonly goesOutAt: Instant;
};

/** Somebody of the list of agencies, entered as a person from outside so that a link can go to them. */
const enteredFrom = async (tx: Transaction, parts: Parts, actor: Actor, agency: string, at: Instant): Promise<string> => {
  const person = await personOfAgency(tx, actor.scope.organisation, agency, { fresh: parts.ids.next(), by: actor.person, at });
  if (!person) throw new Refusal('changed-meanwhile', 'The list of agencies has changed meanwhile. Look at the list again.');
  return person;
};

/** One person's contribution, and the job that brings the questions to them. */
const askPerson = async (tx: Transaction, parts: Parts, actor: Actor, one: Askable, asked: Occasion): Promise<void> => {
  const { organisation } = actor.scope;
  const { contact, name, words, group } = one;
  const person = one.person ?? (one.agency && (await enteredFrom(tx, parts, actor, one.agency, asked.askedAt)));
  const contribution = parts.ids.next();
  await insertAsked(tx, organisation, {
    contribution,
    request: asked.id,
    pupil: asked.pupil,
    person,
    contact,
    name,
    words,
    door: one.door ?? 'link',
    rank: asked.rank,
    sort: sortOf(group),
    forWhat: asked.forWhat,
    by: actor.person,
    at: asked.askedAt,
    on: asked.on,
    dueOn: asked.dueOn,
  });
  if (one.door === 'card' && person)
    return tell(tx, { about: 'contribution-asked', contribution, request: asked.id, to: person }, asked.goesOutAt);
  await sendQuestions(tx, parts, organisation, {
    contribution,
    pupil: asked.pupil,
    person,
    contact,
    title: asked.forWhat,
    dueOn: asked.dueOn,
    by: actor.person,
    runAt: asked.goesOutAt,
    reminds: false,
    way: one.door === 'letter' ? 'letter' : 'email',
  });
};
