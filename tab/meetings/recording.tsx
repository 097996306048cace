import { Button } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { NoteRegular } from '@fluentui/react-icons/svg/note';
import { useState } from 'react';
import type { Meeting } from '#contract/meetings.ts';
import { usePageKeys } from '../kit/keys.ts';
import { clockTime } from '../kit/moment.ts';
import { useReach } from '../kit/reach.ts';
import { counted } from '../kit/stage-words.ts';
import { Entries, entryKinds } from './entries.tsx';
import { type EntryKind, NewEntry } from './new-entry.tsx';
import { OpenActions } from './open-actions.tsx';
import type { MeetingChanges } from './use-meeting.ts';

type Props = { meeting: Meeting; changes: MeetingChanges; stale: boolean };

const KINDS = ['decision', 'action', 'view', 'disagreement'] as const;

/** The running meeting, agenda item by agenda item; fits the 320 px of the panel beside the video. */
export const Recording = ({ meeting, changes, stale }: Props) => {
  const [kind, setKind] = useState<EntryKind | null>(null);
  const off = meeting.offRecordSince !== null;
  const shut = stale || changes.busy;
  const begin = (next: EntryKind) => () => {
    if (!off && !stale) setKind(next);
  };
  usePageKeys({
    d: begin('decision'),
    a: begin('action'),
    v: begin('view'),
    g: begin('disagreement'),
    o: () => void (shut || changes.offRecord(!off)),
    n: () => void (shut || changes.next()),
  });
  const last = meeting.currentItem === null || meeting.currentItem >= meeting.agenda.length - 1;
  return (
    <section className="wm-section record-panel" aria-label="Record">
      <OffTheRecord meeting={meeting} shut={shut} onOff={(next) => void changes.offRecord(next)} />
      <ol className="record-agenda">
        {meeting.agenda.map((item, index) => (
          <AgendaItem key={item.title} meeting={meeting} index={index}>
            {item.state === 'current' ? <KindButtons off={off || stale} onKind={(next) => setKind(next)} /> : null}
          </AgendaItem>
        ))}
      </ol>
      {kind && !off ? (
        <NewEntry key={kind} kind={kind} meeting={meeting} changes={changes} shut={shut} onDone={() => setKind(null)} />
      ) : null}
      <OpenActions meeting={meeting} changes={changes} shut={shut} />
      <div className="record-foot">
        <span className="wm-second">{changes.savedAt ? `Saved ${changes.savedAt}` : ''}</span>
        {last ? (
          <Button
            size="small"
            appearance={off || meeting.blockers.length ? 'secondary' : 'primary'}
            disabled={shut || meeting.blockers.length > 0}
            onClick={() => void changes.finish()}
          >
            Finish
          </Button>
        ) : (
          <Button
            size="small"
            appearance={off ? 'secondary' : 'primary'}
            icon={<ArrowRightRegular />}
            iconPosition="after"
            disabled={shut}
            onClick={() => void changes.next()}
          >
            Next item
          </Button>
        )}
      </div>
      {last && meeting.blockers.length ? (
        <ul className="record-blockers" aria-label="Finish waits for">
          {meeting.blockers.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
};

const OffTheRecord = ({ meeting, shut, onOff }: { meeting: Meeting; shut: boolean; onOff: (off: boolean) => void }) => {
  const { me } = useReach();
  if (!meeting.offRecordSince)
    return (
      <div className="record-notes">
        <NoteRegular aria-hidden /> <span>Taking notes</span>
        <Button size="small" icon={<EyeOffRegular />} disabled={shut} onClick={() => onOff(true)}>
          Off the record
        </Button>
      </div>
    );
  const since = clockTime(meeting.offRecordSince, me.organisation.timeZone);
  return (
    <div className="record-off" role="status">
      <h2>
        <EyeOffRegular aria-hidden /> Off the record since {since}
      </h2>
      <p>Nothing is kept until you go back on. The minutes will say {since}, not what was said.</p>
      <Button size="small" appearance="primary" disabled={shut} onClick={() => onOff(false)}>
        Back on the record
      </Button>
    </div>
  );
};

const AgendaItem = ({ meeting, index, children }: { meeting: Meeting; index: number; children: React.ReactNode }) => {
  const item = meeting.agenda[index];
  const entries = meeting.entries.filter((entry) => entry.item === index && entry.kind !== 'off-record');
  if (!item) return null;
  if (item.state === 'current')
    return (
      <li className="record-current" aria-current="step">
        <h2>
          {index + 1} {item.title}
        </h2>
        <Entries entries={entries} owners={meeting.owners} />
        {children}
      </li>
    );
  return (
    <li className={`record-item record-item-${item.state}`}>
      {item.state === 'done' ? (
        <CheckmarkCircleFilled className="wm-mark-icon wm-mark-icon-good" aria-hidden />
      ) : (
        <CircleRegular aria-hidden />
      )}
      <span>
        {index + 1} {item.title}
        <span className="wm-hidden">{item.state === 'done' ? ', done' : ', to come'}</span>
      </span>
      <span className="wm-second">{entries.length ? counted(entries.length, 'entry', 'entries') : ''}</span>
    </li>
  );
};

const KindButtons = ({ off, onKind }: { off: boolean; onKind: (kind: EntryKind) => void }) => (
  <div className="record-kinds">
    {KINDS.map((kind) => {
      const { icon: Icon, title } = entryKinds[kind];
      return (
        <Button key={kind} size="small" icon={<Icon />} disabled={off} onClick={() => onKind(kind)}>
          {title}
        </Button>
      );
    })}
  </div>
);
