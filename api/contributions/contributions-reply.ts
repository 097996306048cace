import type { ContributionRequest, Contributions } from '#contract/contributions.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { daysLeftWords, dayWords } from '#domain/calendar/wording.ts';
import { composedWords } from '#domain/contributions/answers.ts';
import { QUESTION_SETS } from '#domain/contributions/purpose.ts';
import { listed } from '#domain/meetings/slot-words.ts';
import { standingTo } from '../access/access-records.ts';
import { instantText } from '../caseload/instant-text.ts';
import type { Transaction } from '../database/connection.ts';
import { askedOf, requestsAbout, type StoredAsked, type StoredRequest } from './request-records.ts';

/** Every request about a pupil with what has come of it, as the reader may act on it. */
export const contributionsReply = async (tx: Transaction, actor: Actor, pupil: string, today: Day): Promise<Contributions> => {
  const { organisation } = actor.scope;
  const standing = await standingTo(tx, actor, pupil, today);
  const may = mayDo('ask-contributions', standing?.roles ?? [], standing?.relations ?? []);
  const requests = await requestsAbout(tx, organisation, pupil);
  const asked = await askedOf(
    tx,
    organisation,
    requests.map(({ id }) => id),
  );
  return {
    requests: requests.map((request) => {
      const people = asked.filter((one) => one.request === request.id);
      return requestReply(request, people, { today, zone: actor.timeZone, may });
    }),
    can: may ? ['ask'] : [],
  };
};

type Setting = { readonly today: Day; readonly zone: string; readonly may: boolean };

/** One request, its people in the order in which they were asked; whoever's entry was taken out of the record is not among them. */
export const requestReply = (request: StoredRequest, asked: readonly StoredAsked[], setting: Setting): ContributionRequest => {
  const { today, zone, may } = setting;
  const people = asked.filter(({ standing }) => standing).map((one) => personReply(one, request, setting));
  const waits = people.some(({ answeredOn, gone }) => answeredOn === null && gone === null);
  const open = request.state === 'open';
  return {
    id: request.id,
    purpose: request.purpose,
    title: QUESTION_SETS[request.purpose].title,
    aboutWords: request.aboutWords,
    about: request.aboutKind && request.aboutId ? { kind: request.aboutKind, id: request.aboutId } : null,
    askedBy: request.asker,
    askedOn: dayIn(zone, instantText(request.askedAt)!),
    dueOn: request.dueOn,
    dueWords: [dayWords(request.dueOn, today), open && waits ? daysLeftWords(request.dueOn, today).toLowerCase() : '']
      .filter(Boolean)
      .join(', '),
    urgency: !open || !waits ? 'good' : request.dueOn < today ? 'late' : request.dueOn === today ? 'near' : 'later',
    goesOutAt: instantText(request.goesOutAt)!,
    state: request.state,
    endWords: endWords(request, setting),
    questions: [...request.questions],
    people,
    can: may && open ? [...(waits ? (['remind'] as const) : []), 'close', 'withdraw'] : [],
  };
};

const endWords = ({ state, ender, endedAt, endReason }: StoredRequest, { zone, today }: Setting): string | null => {
  if (state === 'open' || !endedAt) return null;
  const said = `${state === 'closed' ? 'Closed' : 'Withdrawn'} ${dayWords(dayIn(zone, instantText(endedAt)!), today)} by ${ender ?? ''}`;
  return endReason ? `${said}: ${endReason}` : said;
};

const personReply = (
  one: StoredAsked,
  { questions, dueOn }: StoredRequest,
  { today, zone, may }: Setting,
): ContributionRequest['people'][number] => {
  const answers = one.answers ?? [];
  const corrected = one.receivedOn !== null && one.said !== null && one.said !== composedWords(questions, answers);
  const reminded = one.remindedAt.map((at) => dayWords(dayIn(zone, instantText(at)!), today));
  const left = one.leftOn !== null && one.leftOn <= today;
  return {
    contribution: one.contribution,
    name: one.name,
    words: one.words,
    door: one.door,
    letter: may && one.door === 'letter' && one.receivedOn === null && !one.restricted && !left ? one.letter : null,
    answeredOn: one.receivedOn,
    late: one.receivedOn !== null && one.receivedOn > dueOn,
    answers: corrected ? [] : [...answers],
    corrected: corrected ? one.said : null,
    remindedWords: reminded.length > 0 ? `reminded ${listed(reminded)}` : '',
    gone: one.receivedOn === null ? (left ? 'has left' : one.restricted ? 'must not be contacted' : null) : null,
  };
};
