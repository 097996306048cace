import type { ClockExplained } from '#contract/caseload.ts';
import { addDays, type Day, daysBetween, mondayOf, weekdayOf } from '#domain/calendar/day.ts';
import { dateOf, monthOf } from '#domain/calendar/day-number.ts';
import { monthName } from '#domain/calendar/wording.ts';

type Counted = ClockExplained['days'][number];
type Props = { days: readonly Counted[]; today: Day | null; words: string };

const WIDTH = 464;
const LABELS = 28;
const HEAD = 18;
const WIDEST = 21;
/** Room that the short name of a month takes. */
const NAME = 24;
const MOST_WEEKS = 56;
const WEEKDAYS = ['Mon', '', 'Wed', '', 'Fri', '', ''];

const classesOf = (day: Counted, today: Day | null): string =>
  [
    'clock-day',
    `clock-day-${day.part}`,
    day.closed && day.part === 'counted' ? 'clock-day-closed' : '',
    // a day that is passed over is empty whether it lies behind or ahead
    day.toCome && day.part !== 'not-counted' ? 'clock-day-to-come' : '',
    day.on === today ? 'clock-day-today' : '',
  ].join(' ');

/** The first column of each month, with its name; no name where it would run over the edge. */
const monthsOver = (first: Day, weeks: number, step: number): { name: string; week: number }[] => {
  const months = Array.from({ length: weeks }, (_, week) => ({ week, day: addDays(first, week * 7 + 6) }));
  return months
    .filter(({ day, week }) => week === 0 || monthOf(day) !== monthOf(addDays(day, -7)))
    .filter(({ week }, index, all) => index === 0 || week - (all[index - 1]?.week ?? 0) > 1)
    .filter(({ week }) => week === 0 || LABELS + week * step + NAME <= WIDTH)
    .map(({ day, week }) => ({ name: monthName(day).slice(0, 3), week }));
};

/**
 * The count as a picture: weeks are columns, weekdays rows. It only repeats what the list below says in words, so to a screen reader it is
 * one image with one sentence. Counts over a year are left to the words.
 */
export const CountGrid = ({ days, today, words }: Props) => {
  const start = days[0]?.on;
  const end = days.at(-1)?.on;
  if (!start || !end) return null;
  const first = mondayOf(start);
  const weeks = Math.floor(daysBetween(first, end) / 7) + 1;
  if (weeks > MOST_WEEKS) return null;
  const step = Math.min(WIDEST, (WIDTH - LABELS) / weeks);
  const size = step - 2;
  const x = (day: Day) => LABELS + Math.floor(daysBetween(first, day) / 7) * step + 1;
  const y = (day: Day) => HEAD + (weekdayOf(day) - 1) * step + 1;
  return (
    <svg className="clock-grid" viewBox={`0 0 ${WIDTH} ${HEAD + 7 * step + 2}`} role="img" aria-label={words}>
      <defs>
        <pattern id="clock-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="5" className="clock-hatch" />
        </pattern>
      </defs>
      {monthsOver(first, weeks, step).map(({ name, week }) => (
        <text key={week} x={LABELS + week * step} y={11}>
          {name}
        </text>
      ))}
      {WEEKDAYS.map((name, index) =>
        name && step > 10 ? (
          <text key={name} x={0} y={HEAD + index * step + step / 2 + 4}>
            {name}
          </text>
        ) : null,
      )}
      {days.map((day) => (
        <g key={day.on}>
          <rect x={x(day.on)} y={y(day.on)} width={size} height={size} rx={2} className={classesOf(day, today)} />
          {day.closed && day.part === 'counted' ? (
            <rect x={x(day.on)} y={y(day.on)} width={size} height={size} rx={2} fill="url(#clock-hatch)" />
          ) : null}
          {day.milestone && day.part !== 'due' ? (
            <circle cx={x(day.on) + size / 2} cy={y(day.on) + size / 2} r={Math.min(3, size / 4)} className="clock-milestone" />
          ) : null}
          {day.part === 'due' && step > 14 ? (
            <text x={x(day.on) + size / 2} y={y(day.on) + size / 2 + 4} textAnchor="middle" className="clock-due-number">
              {dateOf(day.on)}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
};

const Key = ({ kind, words }: { kind: string; words: string }) => (
  <span className="clock-key">
    <svg viewBox="0 0 14 14" aria-hidden="true">
      {kind === 'milestone' ? (
        <circle cx={7} cy={7} r={3} className="clock-milestone" />
      ) : (
        <rect x={1} y={1} width={12} height={12} rx={2} className={`clock-day clock-day-${kind}`} />
      )}
      {kind === 'closed' ? <rect x={1} y={1} width={12} height={12} rx={2} fill="url(#clock-hatch)" /> : null}
    </svg>
    {words}
  </span>
);

/** What the signs of the count mean; only those that occur. */
export const CountKeys = ({ days, today }: Omit<Props, 'words'>) =>
  // a date that both sides agreed on is counted by no calendar
  days.some((day) => day.part === 'counted') ? (
    <p className="clock-keys wm-second">
      <Key kind="counted" words="counted" />
      {days.some((day) => day.part === 'not-counted') ? <Key kind="not-counted" words="not counted" /> : null}
      {days.some((day) => day.closed && day.part === 'counted') ? <Key kind="closed" words="school closed, still counted" /> : null}
      {days.some((day) => day.milestone) ? <Key kind="milestone" words="milestone" /> : null}
      {days.some((day) => day.on === today) ? <Key kind="today" words="today" /> : null}
      {days.some((day) => day.toCome && day.part !== 'not-counted') ? <Key kind="to-come" words="to come" /> : null}
      <Key kind="due" words="due" />
    </p>
  ) : null;
