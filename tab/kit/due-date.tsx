import type { Day } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { PressLink } from './page-link.tsx';
import { useReach } from './reach.ts';

/** A date that explains itself when pressed: no date stands alone. */
export const DueDate = ({ day, clock, tabIndex }: { day: Day; clock: string | null; tabIndex?: number }) => {
  const { explain, me } = useReach();
  const words = dayWords(day, me.today);
  if (!clock) return <span>{words}</span>;
  return (
    <PressLink className="wm-date-link" onPress={() => explain(clock)} {...(tabIndex === undefined ? {} : { tabIndex })}>
      {words}
    </PressLink>
  );
};
