import type { KeyboardEvent, MouseEvent } from 'react';
import type { Compliance, Mark, WatchedClock } from '#contract/compliance.ts';
import { isWithin } from '#domain/calendar/day.ts';
import { classesOf } from '../kit/classes.ts';
import { isLetterForPage } from '../kit/keys.ts';
import { useReach } from '../kit/reach.ts';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { Square } from './square.tsx';
import { useCellFocus } from './use-cell-focus.ts';
import { type Column, cellWords, inCell, markWords, ofSide, sideTitle, usualIn } from './view.ts';

type Props = { compliance: Compliance; columns: readonly Column[]; chosen: Column | null; onChoose: (column: Column | null) => void };

const MARKS: readonly Mark[] = ['met', 'met-late', 'late', 'due', 'forecast'];
/** More squares than this in a cell are a bar and its number. */
const MOST = 15;

/** Owners as rows, weeks as columns, one square a clock. One tab stop; arrows move, Enter filters the table to the week, E explains the first clock of a cell. */
export const Chart = ({ compliance, columns, chosen, onChoose }: Props) => {
  const { explain } = useReach();
  const { sides, today, period } = compliance;
  const current = columns.findIndex((column) => isWithin(today, column));
  const { grid, here, move, stand } = useCellFocus(sides.length, columns.length, { row: 0, column: Math.max(0, current) });
  /** A square explains its own clock; anywhere else in its cell the table is filtered to the week. */
  const onPress = (event: MouseEvent<HTMLElement>, column: Column) => {
    const clock = (event.target as Element).closest<HTMLElement>('[data-clock]')?.dataset.clock;
    if (clock) explain(clock);
    else onChoose(column === chosen ? null : column);
  };

  const onKey = (event: KeyboardEvent<HTMLTableElement>) => {
    if (move(event)) return;
    const [column, side] = [columns[here.column], sides[here.row]];
    if (!column || !side) return;
    const [first] = inCell(ofSide(compliance.clocks, side.side), column);
    if (!first || !isLetterForPage(event.nativeEvent) || event.key.toLowerCase() !== 'e') return;
    explain(first.clock);
    event.preventDefault();
  };

  return (
    <div className="compliance-scroll">
      <table className="compliance-chart" aria-label="Clocks by who owes them and when" ref={grid} {...{ onKeyDown: onKey }}>
        <thead>
          <tr>
            <th scope="col" className="compliance-owner">
              Owed by, {period.kind === 'year' ? 'month' : 'week beginning'}
            </th>
            {columns.map((column, index) => (
              <th
                key={column.from}
                scope="col"
                className={index === current ? 'compliance-now' : ''}
                aria-current={index === current ? 'date' : undefined}
              >
                {headWords(columns, index)}
              </th>
            ))}
            <th scope="col" className="compliance-kept">
              On time so far
            </th>
          </tr>
        </thead>
        <tbody>
          {sides.map((side, row) => (
            <tr key={side.side}>
              <th scope="row" className="compliance-owner">
                {side.words}
              </th>
              {columns.map((column, index) => {
                const clocks = inCell(ofSide(compliance.clocks, side.side), column);
                const usual = side.side === 'ours' ? usualIn(compliance.usual, column) : 0;
                return (
                  <td key={column.from} className={classesOf(column.closed && 'compliance-closed', index === current && 'compliance-this')}>
                    <button
                      type="button"
                      data-cell={`${row} ${index}`}
                      tabIndex={here.row === row && here.column === index ? 0 : -1}
                      aria-label={`${period.kind === 'year' ? 'Month of' : 'Week of'} ${column.title}, ${side.words}: ${cellWords(clocks, usual)}`}
                      aria-pressed={column === chosen}
                      className="compliance-cell"
                      onFocus={() => stand({ row, column: index })}
                      onClick={(event) => onPress(event, column)}
                    >
                      <Stack clocks={clocks} usual={usual} />
                    </button>
                  </td>
                );
              })}
              <td className="compliance-kept">{side.kept ? `${side.kept.onTime} of ${side.kept.of}` : 'none due yet'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** `7 Sep`, then only the date until the month changes. */
const headWords = (columns: readonly Column[], index: number): string => {
  const [words, before] = [columns[index]?.words ?? '', columns[index - 1]?.words ?? ''];
  const [date, month] = words.split(' ');
  return month && month === before.split(' ')[1] ? (date ?? words) : words;
};

type StackProps = { clocks: readonly WatchedClock[]; usual: number };

const Stack = ({ clocks, usual }: StackProps) => {
  const count = clocks.length + usual;
  if (count === 0) return null;
  return (
    <span className="compliance-stack">
      {count >= 4 ? <span className="compliance-count">{count}</span> : null}
      {count > MOST ? (
        <span className="compliance-bar" />
      ) : (
        <span className="compliance-squares">
          {clocks.map((clock) => (
            <span key={clock.clock} data-clock={clock.clock} title={`${clock.title}, ${clock.pupil.name}`}>
              <Square mark={clock.mark} />
            </span>
          ))}
          {Array.from({ length: usual }, (_, index) => `usual ${index}`).map((key) => (
            <Square key={key} mark="forecast" />
          ))}
        </span>
      )}
    </span>
  );
};

/** What the squares mean. */
export const Legend = () => (
  <p className="wm-foot compliance-legend">
    {MARKS.map((mark) => (
      <span key={mark}>
        <Square mark={mark} /> {markWords[mark]}
      </span>
    ))}
    <span>Striped: school closed. Clocks in calendar days still run.</span>
    <span className="wm-end">One square is one clock; press it to see why.</span>
  </p>
);

/** How many of them are late and still open. */
const Late = ({ clocks }: { clocks: readonly WatchedClock[] }) => {
  const late = clocks.filter(({ mark }) => mark === 'late').length;
  return late === 0 ? null : (
    <>
      , <UrgencyMark urgency="late">{late} late</UrgencyMark>
    </>
  );
};

/** The chart where there is no room for one: a line a week. */
export const WeekList = ({ compliance, columns, chosen, onChoose }: Props) => {
  const { me } = useReach();
  return (
    <ul className="wm-list compliance-weeks">
      {columns.map((column) => {
        const counts = compliance.sides
          .map((side) => ({
            words: sideTitle(side.side, me.organisation.jurisdiction),
            clocks: inCell(ofSide(compliance.clocks, side.side), column),
          }))
          .filter(({ clocks }) => clocks.length > 0);
        const now = isWithin(compliance.today, column);
        if (counts.length === 0 && !now) return null;
        return (
          <li key={column.from} className={now ? 'compliance-now' : undefined} aria-current={now ? 'date' : undefined}>
            <button
              type="button"
              className="wm-link wm-press-link"
              aria-pressed={column === chosen}
              onClick={() => onChoose(column === chosen ? null : column)}
            >
              {column.words}
            </button>
            {now ? <strong> · this {compliance.period.kind === 'year' ? 'month' : 'week'}</strong> : null}
            {counts.map(({ words, clocks }) => (
              <span key={words} className="wm-second">
                {' '}
                · {words} {clocks.length}
                <Late clocks={clocks} />
              </span>
            ))}
          </li>
        );
      })}
    </ul>
  );
};
