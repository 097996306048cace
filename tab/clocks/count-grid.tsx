import type { ClockExplained } from '#contract/caseload.ts';
import { type Day, daysBetween, mondayOf, weekdayOf } from '#domain/calendar/day.ts';
import { dateOf } from '#domain/calendar/day-number.ts';
import { type MonthOver, monthsOver } from '#domain/timelines/months-over.ts';
import { useElementWidth } from '../kit/use-element-width.ts';

type Counted = ClockExplained['days'][number];
/** The day on which the count is looked at, ringed, with what the key calls it. */
type Seen = { readonly on: Day; readonly words: string };
type Props = { days: readonly Counted[]; seen: Seen; words: string };

/** Pixels: the picture is drawn at its own size, so that its letters keep theirs. */
const LEAST = 200;
const MOST = 640;
const LABELS = 28;
const HEAD = 18;
const WIDEST = 21;
const NARROWEST = 6;
/** Room that the short name of a month takes. */
const NAME = 26;
const WEEKDAYS = ['Mon', '', 'Wed', '', 'Fri', '', ''];

const classesOf = (day: Counted, today: Day): string =>
  [
    'clock-day',
    `clock-day-${day.part}`,
    day.closed && day.part === 'counted' ? 'clock-day-closed' : '',
    // a day that is passed over is empty whether it lies behind or ahead
    day.toCome && day.part !== 'not-counted' ? 'clock-day-to-come' : '',
    day.on === today ? 'clock-day-today' : '',
  ].join(' ');

/** Where each month's name stands. A name too near the next gives way into the gutter on its left; none runs over the edge. */
const placed = (months: readonly MonthOver[], step: number, width: number): (MonthOver & { x: number })[] => {
  const at = ({ week }: MonthOver) => Math.min(LABELS + week * step, width - NAME);
  return months.map((month, index) => {
    const next = months[index + 1];
    return { ...month, x: next ? Math.min(at(month), at(next) - NAME) : at(month) };
  });
};

/**
 * The count as a picture, with what its signs mean: weeks are columns, weekdays rows. It only repeats what the list below says in words, so
 * to a screen reader it is one image with one sentence. A count too long for the room that there is is left to the words.
 */
export const CountGrid = ({ days, seen, words }: Props) => {
  const [box, room] = useElementWidth(LEAST);
  const start = days[0]?.on;
  const end = days.at(-1)?.on;
  const weeks = start && end ? weeksOf(start, end) : 0;
  const step = weeks ? Math.min(WIDEST, (Math.min(room, MOST) - LABELS) / weeks) : 0;
  return (
    <div ref={box}>
      {step >= NARROWEST ? (
        <>
          <Picture days={days} seen={seen} words={words} step={step} weeks={weeks} />
          <CountKeys days={days} seen={seen} />
        </>
      ) : null}
    </div>
  );
};

const weeksOf = (start: Day, end: Day): number => Math.floor(daysBetween(mondayOf(start), end) / 7) + 1;

type PictureProps = Props & { step: number; weeks: number };

const Picture = ({ days, seen, words, step, weeks }: PictureProps) => {
  const start = days[0]?.on;
  const end = days.at(-1)?.on;
  if (!start || !end) return null;
  const first = mondayOf(start);
  const size = step - 2;
  const width = Math.max(LABELS + weeks * step + 1, LABELS + NAME);
  const height = HEAD + 7 * step + 2;
  const x = (day: Day) => LABELS + Math.floor(daysBetween(first, day) / 7) * step + 1;
  const y = (day: Day) => HEAD + (weekdayOf(day) - 1) * step + 1;
  return (
    <svg className="clock-grid" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
      <defs>
        <pattern id="clock-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="5" className="clock-hatch" />
        </pattern>
      </defs>
      {placed(monthsOver(start, end), step, width).map(({ month, week, x: left }) => (
        <text key={`${month} ${week}`} x={left} y={11}>
          {month}
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
          <rect x={x(day.on)} y={y(day.on)} width={size} height={size} rx={2} className={classesOf(day, seen.on)} />
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
const CountKeys = ({ days, seen }: Omit<Props, 'words'>) =>
  // a date that both sides agreed on is counted by no calendar
  days.some((day) => day.part === 'counted') ? (
    <p className="clock-keys wm-second">
      <Key kind="counted" words="counted" />
      {days.some((day) => day.part === 'not-counted') ? <Key kind="not-counted" words="not counted" /> : null}
      {days.some((day) => day.closed && day.part === 'counted') ? <Key kind="closed" words="school closed, still counted" /> : null}
      {days.some((day) => day.milestone) ? <Key kind="milestone" words="milestone" /> : null}
      {days.some((day) => day.on === seen.on) ? <Key kind="today" words={seen.words} /> : null}
      {days.some((day) => day.toCome && day.part !== 'not-counted') ? <Key kind="to-come" words="to come" /> : null}
      <Key kind="due" words="due" />
    </p>
  ) : null;
