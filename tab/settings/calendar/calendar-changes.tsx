import type { SchoolCalendarPage } from '#contract/school-calendar.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime, dayAt } from '../../kit/moment.ts';
import { useReach } from '../../kit/reach.ts';
import { Section } from '../../kit/section.tsx';

/** Who changed the calendar, when and how; the newest first. */
export const CalendarChanges = ({ changes }: { changes: SchoolCalendarPage['changes'] }) => {
  const { me } = useReach();
  const zone = me.organisation.timeZone;
  if (changes.length === 0) return null;
  return (
    <Section title="What was changed">
      <ul className="wm-list">
        {changes.map(({ at, by, words }) => (
          <li key={at}>
            {words}
            <p className="wm-second">
              {dayWords(dayAt(at, zone), me.today)} {clockTime(at, zone)}
              {by ? `, ${by}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
};
