import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { Entry } from '#contract/record.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import type { KindName } from '#domain/record/kind.ts';
import { dayAt } from '../../kit/moment.ts';
import { useReach } from '../../kit/reach.ts';
import { counted } from '../../kit/stage-words.ts';
import { FailedBar } from '../../kit/states.tsx';
import { showKept } from './drafts.ts';

type Props = { pupil: string; kind: KindName; entries: readonly Entry[]; readOnly: boolean };

/** What was entered in error, folded away at the foot of its list, with the reason and the way back. */
export const WithdrawnEntries = ({ pupil, kind, entries, readOnly }: Props) => {
  const { answers, me, announce } = useReach();
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const putBack = async (entry: Entry) => {
    setFailed(null);
    try {
      const kept = await answers.change('restoreEntry', { path: { pupil, kind, entry: entry.id }, ifMatch: entry.version, body: {} });
      showKept(answers, pupil, kind, kept);
      announce(`Put back: ${kept.line}`);
    } catch (fault) {
      setFailed(fault as CallFailed);
    }
  };
  return (
    <details className="record-fold record-withdrawn">
      <summary>{counted(entries.length, 'entry', 'entries')} taken out as an error</summary>
      {failed ? <FailedBar failed={failed} /> : null}
      <ul className="wm-list">
        {entries.map((entry) => (
          <li key={entry.id} className="record-row">
            <div className="record-row-words">
              <p dir="auto">
                <del>{entry.line}</del>
              </p>
              {entry.withdrawn ? (
                <p className="wm-second">
                  {[dayWords(dayAt(entry.withdrawn.at, me.organisation.timeZone), me.today), entry.withdrawn.by]
                    .filter(Boolean)
                    .join(' · ')}
                  {entry.withdrawn.reason ? ` · “${entry.withdrawn.reason}”` : ''}
                </p>
              ) : null}
            </div>
            {!readOnly && entry.can.includes('restore') ? (
              <Button size="small" aria-label={`Put back: ${entry.line}`} onClick={() => void putBack(entry)}>
                Put back
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
};
