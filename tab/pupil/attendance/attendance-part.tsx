import type { PupilAbsence } from '#contract/attendance.ts';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { dayWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { useReach } from '../../kit/reach.ts';
import { Section } from '../../kit/section.tsx';
import { UrgencyMark } from '../../kit/urgency-mark.tsx';
import './attendance.css';
import { CountExplained } from './count-explained.tsx';

type Absence = { absence: PupilAbsence };

/** What stands beside the record: attendance with its date and source, days out of school held to the law's number, part-time timetables. */
export const AttendancePart = ({ pupil }: { pupil: Pupil }) => {
  const { absence } = pupil;
  if (!absence) return null;
  return (
    <div className="pupil-absence">
      <div className="wm-stack">
        <Present absence={absence} />
        <PartTime absence={absence} />
      </div>
      <Removals absence={absence} />
    </div>
  );
};

const Present = ({ absence: { attendance } }: Absence) => (
  <Section title="Attendance">
    {attendance ? (
      <div className="pupil-absence-fact">
        <p className="pupil-absence-number">
          <UrgencyMark urgency={attendance.low ? 'near' : 'later'}>{attendance.percent} %</UrgencyMark>
        </p>
        <p>{attendance.asOf ? `On ${dayWordsWithYear(attendance.asOf)}` : 'The day it was counted on is not known'}</p>
        {attendance.low ? <p>Under 90 %: read a low score or slow progress together with it.</p> : null}
        <Source words={attendance.source} />
      </div>
    ) : (
      <p className="pupil-none">Not known. A register or an attendance report brings it in.</p>
    )}
  </Section>
);

const Removals = ({ absence: { counts, removals } }: Absence) => {
  const { me } = useReach();
  return (
    <Section title="Suspensions" aside={removals.length ? 'Open a number to see what it counts.' : undefined}>
      {removals.length ? (
        <>
          <ul className="wm-list pupil-counts">
            {counts.map((count) => (
              <CountExplained key={count.id} count={count} />
            ))}
          </ul>
          <h3 className="pupil-absence-heading">Each of them</h3>
          <ul className="wm-list">
            {removals.map((one) => (
              <li key={one.id} className="pupil-absence-row">
                <span className="wm-strong">{one.title}</span>
                <span>
                  {one.to === one.from
                    ? dayWords(one.from, me.today)
                    : `${dayWords(one.from, me.today)} ${one.to ? `to ${dayWords(one.to, me.today)}` : 'until now'}`}
                </span>
                <span>{one.days}</span>
                <div className="pupil-absence-why">
                  {one.reason ? <p>{one.reason}</p> : null}
                  <Source words={one.source} />
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="pupil-none">None recorded.</p>
      )}
    </Section>
  );
};

const PartTime = ({ absence: { partTime } }: Absence) => {
  const { me } = useReach();
  return (
    <Section title="Part-time timetable">
      {partTime.length ? (
        <ul className="wm-list">
          {partTime.map((one) => (
            <li key={one.id} className="pupil-absence-row">
              <span className="wm-strong">{one.hoursAWeek === null ? 'Hours not recorded' : `${one.hoursAWeek} hours a week`}</span>
              <span>
                {dayWords(one.from, me.today)} {one.to ? `to ${dayWords(one.to, me.today)}` : 'with no end agreed'}
              </span>
              <UrgencyMark urgency={one.urgency}>{one.words}</UrgencyMark>
              <div className="pupil-absence-why">
                {one.reason ? <p>{one.reason}</p> : null}
                <p>{one.soFar === null ? 'School days not counted: the school has published no calendar.' : `${one.soFar} so far`}</p>
                <Source words={one.source} />
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className="pupil-none">None recorded.</p>
      )}
    </Section>
  );
};

const Source = ({ words }: { words: string | null }) => (
  <p className="wm-second">{words ? `From ${words}` : 'Where it came from was not recorded'}</p>
);
