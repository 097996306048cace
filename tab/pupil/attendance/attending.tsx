import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { PressLink } from '../../kit/page-link.tsx';
import { changeQuery } from '../../kit/place.ts';
import { useReach } from '../../kit/reach.ts';
import { UrgencyMark } from '../../kit/urgency-mark.tsx';

/** One line under the glance: attendance with its date, days out of school, a timetable of less than the week. Absent where nothing is known. */
export const Attending = ({ pupil: { absence } }: { pupil: Pupil }) => {
  const { me } = useReach();
  if (!absence) return null;
  const { attendance, counts, partTime } = absence;
  const now = partTime.find(({ running }) => running);
  if (!attendance && counts.length === 0 && !now) return null;
  return (
    <ul className="pupil-attending" aria-label="Attendance">
      {attendance ? (
        <li>
          <UrgencyMark urgency={attendance.low ? 'near' : 'later'}>Attendance {attendance.percent} %</UrgencyMark>
          <span className="wm-second">{attendance.asOf ? `on ${dayWords(attendance.asOf, me.today)}` : 'day not known'}</span>
        </li>
      ) : null}
      {counts.map((count) => (
        <li key={count.id}>
          <PressLink onPress={() => changeQuery({ tab: 'attendance', count: count.id })}>
            <UrgencyMark urgency={count.urgency}>{count.title}</UrgencyMark>
          </PressLink>
        </li>
      ))}
      {now ? (
        <li>
          <PressLink onPress={() => changeQuery({ tab: 'attendance' })}>
            <UrgencyMark urgency={now.urgency}>
              {now.hoursAWeek === null ? 'Part-time timetable' : `Part-time, ${now.hoursAWeek} hours a week`}
            </UrgencyMark>
          </PressLink>
          <span className="wm-second">{now.words}</span>
        </li>
      ) : null}
    </ul>
  );
};
