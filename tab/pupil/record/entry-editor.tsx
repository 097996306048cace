import { Button, Input, Field as Labelled } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { nationOf } from '#domain/pupils/nation.ts';
import type { Values } from '#domain/record/kind.ts';
import { calledIn } from '#domain/record/kind.ts';
import { clockTime } from '../../kit/moment.ts';
import { useReach } from '../../kit/reach.ts';
import { Bar } from '../../kit/states.tsx';
import type { Standing } from './draft.ts';
import type { Place } from './drafts.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryHistory } from './entry-history.tsx';
import { MergeView } from './merge-view.tsx';
import { MovedDates } from './moved-dates.tsx';
import { SaveBar, SaveWords } from './save-state.tsx';
import { useDraft } from './use-draft.ts';
import { WithdrawEntry } from './withdraw-entry.tsx';

type Props = { place: Place; start?: Values; onDone: () => void };

const faultsIn = (standing: Standing) => (standing.is === 'not-valid' || standing.is === 'refused' ? standing.faults : []);

/** Moves to the first field that was not accepted, inside the fold it may lie in. */
const goToFault = (form: HTMLElement | null, field: string | undefined): void => {
  const place = field ? form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`) : null;
  place?.closest('details')?.setAttribute('open', '');
  place?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
};

/** The fields of one entry, open where its line stands, with what becomes of what is typed and what it was before. */
export const EntryEditor = ({ place, start, onDone }: Props) => {
  const { announce, me } = useReach();
  const { draft, standing, typed } = useDraft(place, start);
  const called = calledIn(draft.kind, nationOf(me.organisation.jurisdiction)).title;
  const [reason, setReason] = useState('');
  const [asks, setAsks] = useState<'withdraw' | 'history' | null>(null);
  const form = useRef<HTMLFieldSetElement>(null);
  const { entry } = place;
  const isNew = entry === null;
  const amends = entry?.finished === true;
  const byHand = isNew || amends;
  const notices = draft.kind.notices?.(draft.values()) ?? [];
  const pressed = useRef(false);

  useEffect(() => {
    if (standing.is === 'saved' && pressed.current) {
      pressed.current = false;
      announce(`${isNew ? 'Added' : 'Amended'}: ${standing.entry.line}`);
      onDone();
    }
    if (standing.is === 'not-valid' || standing.is === 'refused') {
      if (pressed.current) goToFault(form.current, standing.faults[0]?.field);
      pressed.current = false;
    }
  }, [standing, isNew, announce, onDone]);

  const saveByHand = () => {
    pressed.current = true;
    void draft.save(amends ? reason.trim() : null);
  };
  const leave = () => {
    draft.flush();
    onDone();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      leave();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (byHand && (!amends || reason.trim())) saveByHand();
      else leave();
    }
  };

  if (standing.is === 'met') return <MergeView draft={draft} meeting={standing.meeting} pupil={place.pupil} onDone={onDone} />;
  return (
    <fieldset className="record-open" aria-label={entry?.line ?? `New: ${called.toLowerCase()}`} onKeyDown={onKey} ref={form}>
      <SaveBar draft={draft} standing={standing} />
      <JoinedBar standing={standing} />
      {standing.is === 'saved' && standing.entry.moved.length ? (
        <Bar urgency="info">
          <MovedDates moved={standing.entry.moved} />
        </Bar>
      ) : null}
      <div className={asks === 'history' ? 'record-open-two' : ''}>
        <div>
          <EntryForm
            fields={draft.fields}
            typed={typed}
            faults={faultsIn(standing)}
            notices={notices}
            onType={(field, now) => draft.change(field, now)}
            takesFocus
          />
          {amends ? (
            <div className="record-reason">
              <Labelled
                label={`Already ${draft.kind.finishes?.words.toLowerCase()}. Why are you correcting it?`}
                hint="The correction and its reason stay visible."
                size="small"
                required
              >
                <Input size="small" maxLength={500} value={reason} onChange={(_, now) => setReason(now.value)} />
              </Labelled>
            </div>
          ) : null}
        </div>
        {asks === 'history' && entry ? <EntryHistory place={{ ...place, entry }} draft={draft} /> : null}
      </div>
      {asks === 'withdraw' && entry ? (
        <WithdrawEntry place={{ ...place, entry }} onDone={onDone} onCancel={() => setAsks(null)} />
      ) : (
        <div className="record-foot">
          {byHand ? (
            <Button
              size="small"
              appearance="primary"
              disabled={standing.is === 'saving' || (amends && !reason.trim())}
              onClick={saveByHand}
            >
              {isNew ? `Add ${called.toLowerCase()}` : 'Save the correction'}
            </Button>
          ) : (
            <Button size="small" onClick={leave}>
              Done
            </Button>
          )}
          {byHand ? (
            <Button size="small" appearance="subtle" onClick={onDone}>
              {draft.isOpen ? 'Leave for later' : 'Cancel'}
            </Button>
          ) : null}
          {byHand && draft.isOpen ? (
            <Button
              size="small"
              appearance="subtle"
              onClick={() => {
                draft.drop();
                onDone();
              }}
            >
              Discard this
            </Button>
          ) : null}
          {byHand && standing.is === 'as-kept' ? null : <SaveWords standing={standing} />}
          {entry ? (
            <span className="record-foot-end">
              <Button
                size="small"
                appearance="subtle"
                aria-expanded={asks === 'history'}
                onClick={() => setAsks(asks === 'history' ? null : 'history')}
              >
                History
              </Button>
              {entry.can.includes('withdraw') ? (
                <Button size="small" appearance="subtle" onClick={() => setAsks('withdraw')}>
                  Entered in error
                </Button>
              ) : null}
            </span>
          ) : null}
        </div>
      )}
    </fieldset>
  );
};

/** Someone else changed other fields meanwhile; both are kept, and it is said. */
const JoinedBar = ({ standing }: { standing: Standing }) => {
  const { me } = useReach();
  if (standing.is !== 'saved' || !standing.with) return null;
  const { changedBy, changedAt } = standing.with;
  const at = clockTime(changedAt, me.organisation.timeZone);
  const said =
    changedBy === me.person.name
      ? `You changed other fields in another window at ${at}`
      : `${changedBy ?? 'Someone'} changed other fields at ${at}`;
  return <Bar urgency="info">{said}. Both are kept, and stand here together.</Bar>;
};
