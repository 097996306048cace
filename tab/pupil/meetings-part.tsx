import { Button } from '@fluentui/react-components';
import { CalendarAddRegular } from '@fluentui/react-icons/svg/calendar-add';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime, dayAt } from '../kit/moment.ts';
import { PageLink, PressLink } from '../kit/page-link.tsx';
import { changeQuery, go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';

/** A meeting that is still to be held can be prepared. */
const comes = (state: string): boolean => ['proposed', 'being-booked', 'booked'].includes(state);
const purposeOf = (purpose: string): string => (purpose === 'annual-review' ? 'annual-review' : 'support-review');

const FindDate = ({ pupil }: { pupil: string }) => (
  <Button size="small" icon={<CalendarAddRegular />} onClick={() => go(`/tab/pupil/${pupil}/find-a-date`)}>
    Find a date
  </Button>
);

/** Reviews and meetings of this pupil, coming and held, those too that the case knows of without a booking. */
export const MeetingsPart = ({ pupil }: { pupil: Pupil }) => {
  const { me } = useReach();
  const zone = me.organisation.timeZone;
  const mayAsk = pupil.can.includes('find-a-date') && pupil.leftOn === null;
  return (
    <Section title="Meetings" end={mayAsk ? <FindDate pupil={pupil.id} /> : null}>
      {pupil.meetings.length || pupil.metElsewhere.length ? (
        <ul className="wm-list">
          {pupil.meetings.map((meeting) => (
            <li key={meeting.id} className="pupil-line">
              <div>
                <PageLink to={meeting.state === 'proposed' ? `/tab/meetings/${meeting.id}/dates` : `/tab/meetings/${meeting.id}`}>
                  {meeting.title}
                </PageLink>
                <p className="wm-second">{meeting.words}</p>
                {comes(meeting.state) && mayAsk ? (
                  <p className="wm-second">
                    <PressLink
                      onPress={() => changeQuery({ tab: 'assessments', ask: purposeOf(meeting.purpose), about: `meeting/${meeting.id}` })}
                    >
                      Ask for contributions
                    </PressLink>
                  </p>
                ) : null}
              </div>
              <span className="wm-second">
                {meeting.startsAt
                  ? `${dayWords(dayAt(meeting.startsAt, zone), me.today)} ${clockTime(meeting.startsAt, zone)}`
                  : 'No date yet'}
              </span>
            </li>
          ))}
          {pupil.metElsewhere.map((day) => (
            <li key={day} className="pupil-line">
              <div>
                Met the parents
                <p className="wm-second">From the dates of the case; not booked here, so there are no minutes.</p>
              </div>
              <span className="wm-second">{dayWords(day, me.today)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="pupil-none">No meetings yet.</p>
      )}
    </Section>
  );
};
