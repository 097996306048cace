import type { ContributionForm } from '#contract/contributions.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayIn, localTimeOf } from '#domain/calendar/wall-clock.ts';
import { daysLeftWords, dayWords } from '#domain/calendar/wording.ts';
import { QUESTION_SETS } from '#domain/contributions/purpose.ts';
import { standingTo } from '../access/access-records.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import { instantText } from '../caseload/instant-text.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { type AskedAboutPupil, pupilAskedAbout } from './asked-records.ts';
import { askedFor, requestOf, type StoredAsked, type StoredRequest } from './request-records.ts';

/** A contribution with its request and pupil, opened by the person it was asked of. */
export type AskedOfActor = { readonly asked: StoredAsked; readonly request: StoredRequest; readonly pupil: AskedAboutPupil };

/**
 * The contribution, where it was asked of this actor and they still work with the pupil. Who was asked and does not any more is told so, and
 * whom to turn to; anybody else hears no more than the table of access tells them.
 */
export const askedOfActor = async (
  tx: Transaction,
  actor: Actor,
  contribution: string,
  today: Day,
  lock = false,
): Promise<AskedOfActor> => {
  const { organisation } = actor.scope;
  const asked = await askedFor(tx, organisation, contribution, lock);
  const request = asked && (await requestOf(tx, organisation, asked.request, lock));
  const pupil = asked && (await pupilAskedAbout(tx, organisation, asked.pupil));
  if (!asked || !request || !pupil) throw noSuchCase();
  const mine = asked.person === actor.person;
  if (mine && !(await worksWith(tx, actor, asked.pupil, today)))
    throw new Refusal(
      'not-allowed',
      `You do not work with this pupil any more, so this cannot go into the record. Tell ${request.asker} what you know.`,
    );
  await permit(tx, actor, 'answer-contribution', asked.pupil, today);
  if (!mine) throw new Refusal('not-allowed', 'This was asked of somebody else.');
  return { asked, request, pupil };
};

const worksWith = async (tx: Transaction, actor: Actor, pupil: string, today: Day): Promise<boolean> => {
  const standing = await standingTo(tx, actor, pupil, today);
  return standing !== undefined && mayDo('answer-contribution', standing.roles, standing.relations);
};

/** Why no answer is taken any more, in words for whoever was asked; undefined while one is. */
export const endedWords = ({ asked, request, pupil }: AskedOfActor, { zone, today }: { zone: string; today: Day }): string | undefined => {
  const on = request.endedAt ? dayWords(dayIn(zone, instantText(request.endedAt)!), today) : '';
  if (request.state === 'withdrawn') return `${request.ender ?? request.asker} withdrew this on ${on}: it is no longer asked.`;
  if (request.state === 'closed')
    return `${request.ender ?? request.asker} closed this on ${on}. If it should still reach the record, tell ${request.asker}.`;
  if (!asked.standing) return `This was taken out of the record and is no longer asked. Tell ${request.asker} if it should be.`;
  return pupil.leftOn !== null ? 'The pupil has left the school: nothing more is added to the record.' : undefined;
};

/** The questions as they stand for whoever was asked: with what they have answered, and whether an answer is still taken. */
export const formReply = (of: AskedOfActor, setting: { zone: string; today: Day }): ContributionForm => {
  const { asked, request, pupil } = of;
  const { today, zone } = setting;
  const ended = endedWords(of, setting);
  const answered = asked.answeredAt ? localTimeOf(instantText(asked.answeredAt)!, zone) : null;
  const answeredWords = answered ? `Answered ${dayWords(answered.day, today)}, ${answered.time}` : '';
  return {
    contribution: asked.contribution,
    pupil: { id: pupil.id, name: pupil.name, caseRef: pupil.caseRef ?? 'the pupil', className: pupil.className },
    title: QUESTION_SETS[request.purpose].title,
    askedBy: request.asker,
    dueOn: request.dueOn,
    dueWords: `${dayWords(request.dueOn, today)}, ${daysLeftWords(request.dueOn, today).toLowerCase()}`,
    late: request.dueOn < today,
    state: ended ? 'ended' : answered ? 'answered' : 'open',
    stateWords: [answeredWords, ended].filter(Boolean).join('. '),
    questions: [...request.questions],
    given: [...(asked.answers ?? [])],
  };
};
