import type { PeopleSync } from '#contract/people-sync.ts';
import { Section } from '../kit/section.tsx';
import { counted } from '../kit/stage-words.ts';
import { UrgencyIcon } from '../kit/urgency-mark.tsx';

type Change = PeopleSync['changes'][number];
type Count = NonNullable<PeopleSync['last']>['counts'][number];

const things: Record<Change['kind'], readonly [string, string]> = {
  pupil: ['pupil', 'pupils'],
  person: ['member of staff', 'members of staff'],
  class: ['class', 'classes'],
  contact: ['contact', 'contacts'],
};

const whatWords: Record<Change['what'], string> = { new: 'New', changed: 'Changed', left: 'Left, closed', back: 'Back', ended: 'Ended' };

const countWords = ({ kind, what, count }: Count): string => {
  const words = { new: 'new', changed: 'changed', left: 'left', back: 'came back', ended: 'ended' }[what];
  return `${counted(count, things[kind][0], things[kind][1])} ${words}`;
};

type Props = { answer: PeopleSync; moment: (at: Change['at']) => string };

/** What the last reading changed, counted; for the coordinator also by name. */
export const PeopleChanges = ({ answer: { last, changes, more, may }, moment }: Props) => {
  if (!last) return null;
  const done = last.state === 'done';
  if (last.state === 'running' && changes.length === 0) return null;
  return (
    <Section
      title={last.state === 'running' ? 'What earlier readings changed' : 'What the last reading changed'}
      aside={done ? asideOf(last, moment) : undefined}
    >
      {last.counts.length > 0 ? (
        <ul className="settings-sync-counts">
          {last.counts.map((count) => (
            <li key={`${count.kind} ${count.what}`}>{countWords(count)}</li>
          ))}
        </ul>
      ) : last.state === 'running' ? null : (
        <p className="settings-sync-none">{done ? 'Nothing had changed.' : 'Nothing was changed.'}</p>
      )}
      {may.see && changes.length > 0 ? <ChangesTable changes={changes} more={more} moment={moment} /> : null}
      {!may.see && last.counts.length > 0 ? <p className="settings-sync-none wm-second">The coordinator sees whom.</p> : null}
    </Section>
  );
};

const asideOf = ({ askedBy, requests, finishedAt }: NonNullable<PeopleSync['last']>, moment: Props['moment']): string =>
  [askedBy ? `asked by ${askedBy}` : 'by night', ...(finishedAt ? [moment(finishedAt)] : []), counted(requests, 'request')].join(' · ');

const ChangesTable = ({ changes, more, moment }: { changes: readonly Change[]; more: boolean; moment: Props['moment'] }) => (
  <div className="settings-scroll">
    <table className="settings-table">
      <caption className="wm-hidden">People and classes that changed, newest first</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Who</th>
          <th scope="col">Kind</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.id}>
            <td>
              {change.what === 'left' || change.what === 'ended' ? <UrgencyIcon urgency="near" /> : null} {whatWords[change.what]}
            </td>
            <td>
              {change.name ?? 'No longer in the record'} {change.words ? <span className="wm-second">{change.words}</span> : null}
            </td>
            <td>{things[change.kind][0]}</td>
            <td>{moment(change.at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {more ? <p className="settings-sync-none wm-second">The newest {changes.length} are shown.</p> : null}
  </div>
);
