import type { AskableReply } from '#contract/contributions.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { nextOpenMoment } from '#domain/calendar/writing-hours.ts';
import { asAskable, usualGroups } from '#domain/contributions/askable.ts';
import { usualDueDay } from '#domain/contributions/chasing.ts';
import { PURPOSES, QUESTION_SETS } from '#domain/contributions/purpose.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import { schoolDay } from '../meetings/school-day.ts';
import type { Parts } from '../parts.ts';
import { aroundPupil, askedPupil, waitingFor } from './askable-records.ts';
import { chasingOf } from './chasing-records.ts';

/** Whom one could ask about a pupil today, by which way, and why some cannot be; the questions for each purpose; the usual day. */
export const proposeContributions =
  (parts: Parts): Casework['proposeContributions'] =>
  (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx): Promise<AskableReply> => {
      await permit(tx, actor, 'ask-contributions', ask.pupil, today);
      const pupil = await askedPupil(tx, actor.scope.organisation, ask.pupil);
      if (!pupil) throw noSuchCase();
      const chasing = await chasingOf(tx, actor.scope.organisation);
      const { calendar } = schoolDay(pupil.calendar);
      const now = parts.clock.now();
      await note(tx, parts, actor, 'propose-contributions', pupil.id);
      return {
        pupil: { id: pupil.id, givenName: pupil.givenName, caseRef: pupil.caseRef },
        people: await peopleToAsk(tx, actor, pupil.id, today),
        purposes: PURPOSES.map((purpose) => ({
          purpose,
          title: QUESTION_SETS[purpose].title,
          questions: [...QUESTION_SETS[purpose].questions],
          usually: [...usualGroups(purpose)],
        })),
        dueOn: usualDueDay(today, calendar, chasing),
        goesOut: goesOutWords(nextOpenMoment(now, calendar, chasing, chasing.zone), now, chasing.zone, today),
      };
    });
  };

const peopleToAsk = async (tx: Transaction, actor: Actor, pupil: string, today: Day): Promise<AskableReply['people']> => {
  const { organisation } = actor.scope;
  const around = await aroundPupil(tx, organisation, { pupil, without: actor.person }, today);
  const waiting = await waitingFor(tx, organisation, pupil);
  return around.map((one) => {
    const { key, name, words, group, door, cannot } = asAskable(one, today);
    const since = waiting.get(key);
    return { key, name, words, group, door, cannot, waiting: since ? `asked ${dayWords(since, today)}, not answered` : null };
  });
};

const goesOutWords = (at: Instant, now: Instant, zone: string, today: Day): string => {
  if (at === now) return 'Goes out now.';
  const { day, time } = localTimeOf(at, zone);
  return `Goes out on ${dayWords(day, today)} at ${time}, when the school opens.`;
};
