import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { CalendarRead } from '../graph/gateway.ts';
import type { Parts } from '../parts.ts';
import { OneMoreStep, type Refusal } from '../refusal.ts';
import { answerInTime } from './answer-in-time.ts';

/**
 * The calendars of these addresses, or null where Microsoft 365 gives none in time: dates are offered without them. One more step that is
 * asked of the person is not passed over where they can take it, in the tab and in Word; nothing has been written by then.
 */
export const calendarsInTime = (
  { log, graph }: Pick<Parts, 'log' | 'graph'>,
  actor: Actor,
  emails: readonly string[],
  [from, to]: readonly [from: Day, to: Day],
): Promise<readonly CalendarRead[] | null> => {
  const canBeTaken = (fault: Refusal): boolean => fault instanceof OneMoreStep && (actor.door === 'tab' || actor.door === 'word');
  return answerInTime(log, 'calendars', () => graph.calendars.read(actor, emails, from, to), { thrown: canBeTaken });
};
