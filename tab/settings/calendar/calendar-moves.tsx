import type { CalendarPreview } from '#contract/school-calendar.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { PageLink } from '../../kit/page-link.tsx';
import { counted } from '../../kit/stage-words.ts';

const WORDS = {
  moves: 'Moves',
  starts: 'Gets a date',
  goes: 'Has no date any more',
  excuses: 'May be late',
  stops: 'Stops',
  meets: 'Is met',
  reopens: 'Opens again',
} as const;

/** Every clock that a change of the calendar moves: whose, from when, to when, and who will be told. */
export const CalendarMoves = ({ preview: { moved, counted: all, told } }: { preview: CalendarPreview }) => (
  <div aria-live="polite">
    <p>
      {moved.length === 0
        ? `No date moves. The clocks of ${counted(all, 'case')} were counted with the new calendar.`
        : `${counted(moved.length, 'date changes', 'dates change')}; the clocks of ${counted(all, 'case')} were counted.`}
      {told.length > 0 ? ` Will be told, once each: ${told.join(', ')}.` : ''}
    </p>
    {moved.length > 0 ? (
      <div className="settings-scroll">
        <table className="settings-table">
          <caption className="wm-hidden">Dates that change</caption>
          <thead>
            <tr>
              <th scope="col">Pupil</th>
              <th scope="col">What</th>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">Owed by</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ clock, kind, title, pupil, from, to, owner }) => (
              <tr key={clock}>
                <td>
                  <PageLink to={`/tab/pupil/${pupil.id}?tab=clocks`}>{pupil.name}</PageLink>{' '}
                  <span className="wm-second">{pupil.caseRef}</span>
                </td>
                <td>
                  {title} {kind === 'moves' ? null : <span className="wm-second">{WORDS[kind]}</span>}
                </td>
                <td>{from ? dayWordsWithYear(from) : 'no date'}</td>
                <td>{to ? <strong>{dayWordsWithYear(to)}</strong> : 'no date'}</td>
                <td>{owner}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    ) : null}
  </div>
);
