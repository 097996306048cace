import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useRef, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { CaseEvents } from '#contract/case-events.ts';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { freshId } from '../../kit/fresh-id.ts';
import { useReach } from '../../kit/reach.ts';
import { FailedBar } from '../../kit/states.tsx';
import { EffectList } from './effect-list.tsx';
import { EventFields } from './event-fields.tsx';
import { type EventTask, lacksOf, saidBy, type TypedEvent, typedFor } from './event-task.ts';
import { usePreview } from './use-preview.ts';

type Props = {
  pupil: Pupil;
  groups: CaseEvents['groups'];
  task: EventTask;
  onClose: () => void;
  onSaved: () => void;
  onOvertaken: () => void;
};

const TITLES = {
  record: 'Record an event',
  correct: 'Correct an event',
  withdraw: 'Take an event out',
  restore: 'Put an event back',
} as const;
const SAVES = { record: 'Record it', correct: 'Correct it', withdraw: 'Take it out', restore: 'Put it back' } as const;
const SAID = { record: 'Recorded.', correct: 'Corrected.', withdraw: 'Taken out.', restore: 'Put back.' } as const;

/** Says what happened, shows what that does to the clocks before anything is saved, and asks for a reason where something is changed. */
export const EventDialog = ({ pupil, groups, task, onClose, onSaved, onOvertaken }: Props) => {
  const { answers, announce, me } = useReach();
  const request = useRef(freshId());
  const [typed, setTyped] = useState(() => typedFor(task, me.today));
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [pressed, setPressed] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const event = task.what === 'record' ? undefined : task.event;
  const writes = task.what === 'record' || task.what === 'correct';
  const said = writes ? saidBy(typed) : undefined;
  const preview = usePreview(pupil.id, event?.id, said, !writes || said !== undefined);
  const fields = (failed ?? (pressed ? preview.failed : null))?.problem.fields ?? [];
  const lacks = pressed && writes ? lacksOf(typed) : {};
  const faultOf = (field: keyof TypedEvent) => lacks[field] ?? fields.find((fault) => fault.field === field)?.reason;

  const save = async () => {
    setPressed(true);
    setFailed(null);
    if ((writes && !said) || (event && !reason.trim())) return;
    setBusy(true);
    const path = { pupil: pupil.id, ...(event ? { event: event.id } : {}) };
    try {
      if (task.what === 'record') await answers.change('recordEvent', { path, body: { id: request.current, said } });
      else {
        const seen = { path, ifMatch: task.event.version };
        if (task.what === 'correct') await answers.change('correctEvent', { ...seen, body: { said, reason: reason.trim() } });
        else
          await answers.change(task.what === 'withdraw' ? 'withdrawEvent' : 'restoreEvent', { ...seen, body: { reason: reason.trim() } });
      }
      announce(SAID[task.what]);
      onSaved();
    } catch (fault) {
      const refused = fault as CallFailed;
      setFailed(refused);
      setBusy(false);
      if (refused.problem.status === 412) onOvertaken();
    }
  };

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className="event-surface">
        <DialogBody>
          <DialogTitle action={<Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />}>
            {TITLES[task.what]}
          </DialogTitle>
          <DialogContent className="event-content">
            {failed ? <FailedBar failed={failed} /> : null}
            <p>
              <strong>{pupil.name}</strong>{' '}
              <span className="wm-second">{[pupil.className, pupil.caseRef].filter(Boolean).join(' · ')}</span>
            </p>
            {writes ? (
              <EventFields
                typed={typed}
                groups={groups}
                kindFixed={task.what === 'correct'}
                documents={pupil.documents.map(({ name }) => name)}
                faultOf={faultOf}
                onType={(part) => setTyped({ ...typed, ...part })}
              />
            ) : (
              <p>
                {dayWordsWithYear(task.event.said.on)} · <strong>{task.event.words}</strong>
                {task.event.detail ? ` · ${task.event.detail}` : ''}
              </p>
            )}
            {event ? (
              <Field
                label={task.what === 'restore' ? 'Why it is put back' : 'Why it is changed'}
                hint="It stays in the history, with the dates that were shown until now."
                required
                size="small"
                validationMessage={pressed && !reason.trim() ? 'A reason is needed.' : null}
              >
                <Input size="small" maxLength={500} value={reason} onChange={(_, now) => setReason(now.value)} />
              </Field>
            ) : null}
            <section className="event-effects" aria-live="polite" aria-busy={preview.asking}>
              <h3>What this will do</h3>
              {preview.effects ? (
                <EffectList effects={preview.effects} />
              ) : preview.failed ? (
                <p className="wm-second">{preview.failed.message}</p>
              ) : (
                <p className="wm-second">Choose what happened and the day to see it.</p>
              )}
            </section>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" disabled={busy} onClick={() => void save()}>
              {SAVES[task.what]}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
