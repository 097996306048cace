import type { PupilAbsence } from '#contract/attendance.ts';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import type { Entry } from '#contract/record.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { textIn } from '#domain/record/kind.ts';
import { useReach } from '../../kit/reach.ts';
import { Section } from '../../kit/section.tsx';
import { UrgencyMark } from '../../kit/urgency-mark.tsx';
import { EntryList } from '../record/entry-list.tsx';
import { RecordProvider } from '../record/record-provider.tsx';
import '../record/record.css';
import './attendance.css';
import { CountExplained } from './count-explained.tsx';

type Absence = { absence: PupilAbsence };

/** What stands beside the record: attendance with its date and source, days out of school held to the law's number, part-time timetables. */
export const AttendancePart = ({ pupil, readOnly }: { pupil: Pupil; readOnly: boolean }) => {
  const { me } = useReach();
  const { absence } = pupil;
  if (!absence) return null;
  return (
    <RecordProvider pupil={pupil}>
      <div className="pupil-absence">
        <div className="wm-stack">
          <Present absence={absence} />
          <EntryList
            pupil={pupil.id}
            kind="part-time"
            readOnly={readOnly}
            order={latestFirst}
            start={{ from: me.today }}
            none="None recorded."
            look={(entry) => <PartTimeLook entry={entry} absence={absence} today={me.today} />}
          />
        </div>
        <div className="wm-stack">
          <Counts absence={absence} />
          <EntryList
            pupil={pupil.id}
            kind="removal"
            readOnly={readOnly}
            order={latestFirst}
            start={{ sort: 'suspension', from: me.today }}
            none="None recorded."
            look={(entry) => <RemovalLook entry={entry} absence={absence} today={me.today} />}
          />
        </div>
      </div>
    </RecordProvider>
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

/** The numbers first, as the law counts them; then each removal, to read, add and change. */
const Counts = ({ absence: { counts } }: Absence) =>
  counts.length ? (
    <Section title="School days removed" aside="Open a number to see what it counts.">
      <ul className="wm-list pupil-counts">
        {counts.map((count) => (
          <CountExplained key={count.id} count={count} />
        ))}
      </ul>
    </Section>
  ) : null;

const latestFirst = (one: Entry, other: Entry): number => textIn(other.values, 'from').localeCompare(textIn(one.values, 'from'));

const RemovalLook = ({ entry, absence, today }: { entry: Entry; absence: PupilAbsence; today: Day }) => {
  const told = absence.removals.find(({ id }) => id === entry.id);
  if (!told) return <p dir="auto">{entry.line}</p>;
  const span = told.to ? (told.to === told.from ? '' : ` to ${dayWords(told.to, today)}`) : ' until now';
  return (
    <div className="pupil-absence-row">
      <span className="wm-strong">{told.title}</span>
      <span>
        {dayWords(told.from, today)}
        {span}
      </span>
      <span>{told.days}</span>
      <div className="pupil-absence-why">
        {told.reason ? <p dir="auto">{told.reason}</p> : null}
        <Source words={told.source} />
      </div>
    </div>
  );
};

const PartTimeLook = ({ entry, absence, today }: { entry: Entry; absence: PupilAbsence; today: Day }) => {
  const told = absence.partTime.find(({ id }) => id === entry.id);
  if (!told) return <p dir="auto">{entry.line}</p>;
  return (
    <div className="pupil-absence-row">
      <span className="wm-strong">{told.hoursAWeek === null ? 'Hours not recorded' : `${told.hoursAWeek} hours a week`}</span>
      <span>
        {dayWords(told.from, today)} {told.to ? `to ${dayWords(told.to, today)}` : 'with no end agreed'}
      </span>
      <UrgencyMark urgency={told.urgency}>{told.words}</UrgencyMark>
      <div className="pupil-absence-why">
        {told.reason ? <p dir="auto">{told.reason}</p> : null}
        <p>{told.soFar === null ? 'School days not counted: the school has published no calendar.' : `${told.soFar} so far`}</p>
        <Source words={told.source} />
      </div>
    </div>
  );
};

const Source = ({ words }: { words: string | null }) => (
  <p className="wm-second">{words ? `From ${words}` : 'Where it came from was not recorded'}</p>
);
