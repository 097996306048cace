import type { Instant } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime, dayAt } from '../kit/moment.ts';
import { useReach } from '../kit/reach.ts';

/** A moment as people say it: `14:22` today, else with its day. */
export const useMomentWords = () => {
  const { me } = useReach();
  const zone = me.organisation.timeZone;
  return (at: Instant): string => {
    const day = dayAt(at, zone);
    return day === me.today ? clockTime(at, zone) : `${dayWords(day, me.today)} ${clockTime(at, zone)}`;
  };
};
