import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { PupilPage as Pupil, TimelineEntry } from '#contract/pupils.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { useReach } from '../../kit/reach.ts';
import { counted } from '../../kit/stage-words.ts';
import { isNarrowed, type Narrowing } from './narrow.ts';
import { timelineKinds } from './timeline-kinds.ts';

type Props = { pupil: Pupil; entries: readonly TimelineEntry[]; narrowing: Narrowing; onDone: () => void };

const asked = ({ kind, by, words, from, to }: Narrowing): string =>
  [
    kind === 'all' ? '' : timelineKinds[kind].title.toLowerCase(),
    by && `written by ${by}`,
    words.trim() && `with the words “${words.trim()}”`,
    from && `from ${dayWordsWithYear(from as Pupil['timeline'][number]['on'])}`,
    to && `to ${dayWordsWithYear(to as Pupil['timeline'][number]['on'])}`,
  ]
    .filter(Boolean)
    .join(', ');

/** The timeline on paper, and nothing else of the page: school, case, what was asked for, every entry, numbered pages. */
export const PrintedTimeline = ({ pupil, entries, narrowing, onDone }: Props) => {
  const { me } = useReach();
  useEffect(() => {
    document.documentElement.classList.add('wm-prints');
    const done = () => onDone();
    window.addEventListener('afterprint', done);
    // the sheet is drawn before the printer looks at it
    const frame = requestAnimationFrame(() => window.print());
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('afterprint', done);
      document.documentElement.classList.remove('wm-prints');
    };
  }, [onDone]);
  return createPortal(
    <article className="wm-sheet">
      <header>
        <p>{me.organisation.name}</p>
        <h1>Timeline, case {pupil.caseRef ?? 'without a reference'}</h1>
        <p>
          {isNarrowed(narrowing) ? `Only ${asked(narrowing)}: ` : ''}
          {counted(entries.length, 'entry', 'entries')}
          {isNarrowed(narrowing) ? ` of ${pupil.timelineCount}` : ''}, the newest first. Printed {dayWordsWithYear(me.today)} by{' '}
          {me.person.name}. Confidential.
        </p>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Kind</th>
            <th scope="col">What</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>{dayWordsWithYear(entry.on)}</td>
              <td>{timelineKinds[entry.kind].title}</td>
              <td>
                {entry.words}
                {entry.detail ? <p>{entry.detail}</p> : null}
              </td>
              <td>{entry.by ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>,
    document.body,
  );
};
