import type { Entry } from '#contract/record.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { textIn } from '#domain/record/kind.ts';
import { readScore } from '#domain/record/score-reading.ts';
import { useReach } from '../../kit/reach.ts';
import { UrgencyMark } from '../../kit/urgency-mark.tsx';
import { ScoreBar } from './score-bar.tsx';

/** Attendance under this changes how a score is read. */
const LOW_ATTENDANCE = 90;

/** A screening or an assessment: the test and its day, the score with its interval, and what to read it with. */
export const ScoreLook = ({ entry }: { entry: Entry }) => {
  const { me } = useReach();
  const { values } = entry;
  const on = textIn(values, 'on');
  return (
    <div className="record-score-line">
      <div>
        <strong dir="auto">{textIn(values, 'instrument')}</strong>
        <p className="wm-second">{[textIn(values, 'edition'), on ? dayWords(on as Day, me.today) : null].filter(Boolean).join(' · ')}</p>
      </div>
      <ScoreBar values={values} />
      <div>
        <ScoreWords entry={entry} />
        <ReadWith entry={entry} />
      </div>
      {textIn(values, 'findings') ? (
        <p className="record-score-findings" dir="auto">
          {textIn(values, 'findings')}
        </p>
      ) : null}
    </div>
  );
};

const percent = (percentile: number): string => (percentile < 1 ? 'under 1' : percentile > 99 ? 'over 99' : String(Math.round(percentile)));

const ScoreWords = ({ entry: { values } }: { entry: Entry }) => {
  const reading = readScore(values);
  switch (reading.kind) {
    case 'none':
      return <p>{textIn(values, 'notTested') ? `Not tested: ${textIn(values, 'notTested')}` : 'No score'}</p>;
    case 'raw-only':
      return (
        <p>
          <span className="record-tag">raw only</span> {reading.raw}
          {typeof values.rawMost === 'number' ? ` of ${values.rawMost}` : ''}, not converted
        </p>
      );
    case 'point':
      return (
        <p>
          <strong>{reading.standard}</strong>, percentile {percent(reading.percentile)}, no interval
        </p>
      );
    case 'interval':
      return (
        <p>
          <strong>{reading.standard}</strong>{' '}
          <span className="wm-nowrap">
            {Math.round(reading.low)} to {Math.round(reading.high)}
          </span>
          , percentile {percent(reading.percentile)} ({percent(reading.percentileLow)} to {percent(reading.percentileHigh)})
        </p>
      );
    default:
      return reading satisfies never;
  }
};

/** What can change the reading of a score: how often the pupil was there, in what language it was taken, what else was noted. */
const ReadWith = ({ entry: { values, notices } }: { entry: Entry }) => {
  // a low score has its attendance among its notices
  const told = notices.some(({ field }) => field === 'attendance');
  const attendance = typeof values.attendance === 'number' && !told ? values.attendance : null;
  const rest = [textIn(values, 'language') && `in ${textIn(values, 'language')}`, textIn(values, 'readWith')].filter(Boolean).join(' · ');
  if (attendance === null && !rest) return null;
  return (
    <p className="wm-second">
      {attendance === null ? null : attendance < LOW_ATTENDANCE ? (
        <UrgencyMark urgency="near">Attendance {attendance} %</UrgencyMark>
      ) : (
        `Attendance ${attendance} %`
      )}
      {attendance !== null && rest ? ' · ' : ''}
      {rest}
    </p>
  );
};
