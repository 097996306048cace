import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type KeyboardEvent, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import { FindPupil, type FoundPupil } from '../kit/find-pupil.tsx';
import type { LogStart } from '../kit/reach.ts';
import { useReach } from '../kit/reach.ts';
import { FailedBar } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { LogFields, ScoreFields } from './log-fields.tsx';
import './log.css';
import { emptyEntry, type LogEntry, type LogKind, whatIsMissing } from './log-entry.ts';
import { useSaveLog } from './use-save-log.ts';

const kinds: readonly { readonly kind: LogKind; readonly title: string }[] = [
  { kind: 'call', title: 'Call' },
  { kind: 'observation', title: 'Observation' },
  { kind: 'score', title: 'Progress point' },
];

/** Text of a log that was closed unsaved, by pupil; it is there again when *Log* is opened for the same pupil. */
const drafts = new Map<string, LogEntry>();

/** *Log*: a call, an observation or a progress point, from anywhere. */
export const LogDialog = ({ start, onClose }: { start: LogStart; onClose: () => void }) => {
  const [chosen, setChosen] = useState<FoundPupil | null>(null);
  const pupil = start.pupil ?? chosen?.id ?? null;
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className="log-surface">
        {pupil ? (
          <ForPupil key={pupil} pupil={pupil} start={start} onClose={onClose} />
        ) : (
          <DialogBody>
            <Title onClose={onClose} />
            <DialogContent className="log-choose">
              <FindPupil label="Pupil" autoFocus onChoose={setChosen} />
              <p className="wm-second">Type a name, a class or a case.</p>
            </DialogContent>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  );
};

const Title = ({ onClose }: { onClose: () => void }) => (
  <DialogTitle action={<Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />}>Log</DialogTitle>
);

const ForPupil = ({ pupil: id, start, onClose }: { pupil: string; start: LogStart; onClose: () => void }) => {
  const { me } = useReach();
  const { answer: pupil, failed: notRead } = useAnswer('pupil', { pupil: id });
  const [entry, setEntry] = useState<LogEntry>(() => drafts.get(id) ?? emptyEntry(start, me.today));
  const [pressed, setPressed] = useState(false);
  const { save, busy, failed } = useSaveLog(id, () => {
    drafts.delete(id);
    onClose();
  });
  const missing = whatIsMissing(entry);
  const change = (part: Partial<LogEntry>) => {
    const next = { ...entry, ...part };
    setEntry(next);
    if (next.words || next.promise) drafts.set(id, next);
  };
  const tryToSave = () => {
    setPressed(true);
    if (!missing.length) void save(entry);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      tryToSave();
    }
  };
  const shown = kinds.filter(({ kind }) => kind !== 'score' || (pupil?.can.includes('record-score') && pupil.goals.length));
  return (
    <DialogBody onKeyDown={onKey}>
      <Title onClose={onClose} />
      <DialogContent className="log-content">
        <Tabs
          label="What to log"
          value={entry.kind}
          options={shown.map(({ kind, title }) => ({ value: kind, words: title }))}
          onChoose={(kind) => change({ kind })}
        />
        {failed ? <FailedBar failed={failed as CallFailed} /> : null}
        {notRead && !pupil ? <FailedBar failed={notRead} /> : null}
        <p className="log-pupil">
          <strong>{pupil?.name ?? ''}</strong>{' '}
          {pupil ? <span className="wm-second">{[pupil.className, pupil.caseRef].filter(Boolean).join(' · ')}</span> : null}
        </p>
        {pupil && entry.kind !== 'score' ? <LogFields entry={entry} pupil={pupil} change={change} /> : null}
        {pupil && entry.kind === 'score' ? <ScoreFields entry={entry} pupil={pupil} change={change} /> : null}
        {pressed && missing.length ? (
          <p className="log-missing" role="alert">
            Still needed: {missing.join(', ')}.
          </p>
        ) : null}
      </DialogContent>
      <DialogActions className="log-actions">
        <span className="wm-second">
          <kbd>Ctrl+Enter</kbd> saves
        </span>
        <Button onClick={onClose}>Cancel</Button>
        <Button appearance="primary" disabled={busy || !pupil} onClick={tryToSave}>
          Save
        </Button>
      </DialogActions>
    </DialogBody>
  );
};
