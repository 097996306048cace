import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { EditionDeed, Entry, EntryHistory as History } from '#contract/record.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime, dayAt } from '../../kit/moment.ts';
import { useReach } from '../../kit/reach.ts';
import { FailedBar, SkeletonRows } from '../../kit/states.tsx';
import { useAnswer } from '../../kit/use-answer.ts';
import type { Draft } from './draft.ts';
import type { Place } from './drafts.ts';

type Edition = History['editions'][number];
type Props = { place: Place & { readonly entry: Entry }; draft: Draft };

const DEEDS: Readonly<Record<EditionDeed, string>> = {
  made: 'Written',
  changed: 'Changed',
  undone: 'Undone',
  amended: 'Corrected',
  withdrawn: 'Taken out as an error',
  restored: 'Put back',
};

/** Who wrote what of one entry, when, from what to what, the newest first; and the way back to the version before. */
export const EntryHistory = ({ place, draft }: Props) => {
  const { answers, announce } = useReach();
  const { pupil, kind, entry } = place;
  const asked = useAnswer('entryHistory', { pupil, kind, entry: entry.id });
  const { again } = asked;
  const [failed, setFailed] = useState<CallFailed | null>(null);
  // a version that was kept while the history is open belongs into it
  useEffect(() => {
    if (entry.version) again();
  }, [entry.version, again]);
  const undo = async () => {
    setFailed(null);
    try {
      draft.become(await answers.change('undoEntry', { path: { pupil, kind, entry: entry.id }, ifMatch: entry.version, body: {} }));
      announce('Undone. The version before stands again.');
    } catch (fault) {
      setFailed(fault as CallFailed);
    }
  };
  const editions = asked.answer?.editions ?? [];
  return (
    <aside className="record-history" aria-label="History">
      <h3>History</h3>
      {failed ? <FailedBar failed={failed} /> : null}
      {asked.failed && !asked.answer ? <FailedBar failed={asked.failed} again={again} /> : null}
      {!asked.answer && !asked.failed ? <SkeletonRows rows={3} /> : null}
      <ol>
        {editions.map((edition, index) => (
          <li key={edition.version}>
            <EditionLine edition={edition} />
            {index === 0 && entry.can.includes('undo') && editions.length > 1 ? (
              <Button size="small" onClick={() => void undo()}>
                Undo this
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </aside>
  );
};

const EditionLine = ({ edition }: { edition: Edition }) => {
  const { me } = useReach();
  const zone = me.organisation.timeZone;
  const on = dayAt(edition.at, zone);
  return (
    <>
      <p className="wm-second">
        {on === me.today ? 'Today' : dayWords(on, me.today)} {clockTime(edition.at, zone)} · {edition.by ?? 'Brought in'}
      </p>
      <p>
        {DEEDS[edition.deed]}
        {edition.reason ? <>: “{edition.reason}”</> : null}
      </p>
      {edition.deed === 'made' ? null : (
        <ul>
          {edition.changes.map(({ field, label, fromWords, toWords }) => (
            <li key={field}>
              {label}: {fromWords ? <del>{fromWords}</del> : <span className="wm-second">nothing</span>}{' '}
              {toWords ? <ins>{toWords}</ins> : <span className="wm-second">now nothing</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
