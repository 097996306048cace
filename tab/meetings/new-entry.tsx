import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Meeting } from '#contract/meetings.ts';
import { isDay } from '#domain/calendar/day.ts';
import { entryKinds } from './entries.tsx';
import type { MeetingChanges } from './use-meeting.ts';

export type EntryKind = 'decision' | 'action' | 'view' | 'disagreement';

type Props = { kind: EntryKind; meeting: Meeting; changes: MeetingChanges; shut: boolean; onDone: () => void };

const fits = (kind: EntryKind, words: string, saidBy: string): boolean => words.trim() !== '' && (kind !== 'view' || saidBy.trim() !== '');

/** A new entry: words first, then whose view it is, or who does it by when. Ctrl+Enter adds. What failed to be sent stays here. */
export const NewEntry = ({ kind, meeting, changes, shut, onDone }: Props) => {
  const [words, setWords] = useState('');
  const [saidBy, setSaidBy] = useState('');
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const add = async () => {
    if (shut || !fits(kind, words, saidBy)) return;
    const added = await changes.add({
      kind,
      words: words.trim(),
      ...(saidBy.trim() ? { saidBy: saidBy.trim() } : {}),
      ...(kind === 'action' && owner ? { owner } : {}),
      ...(kind === 'action' && isDay(due) ? { due } : {}),
    });
    if (added) onDone();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void add();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onDone();
    }
  };
  const title = entryKinds[kind].title;
  return (
    <form
      ref={form}
      className="record-new"
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label={`New ${title.toLowerCase()}`} size="small">
        <Textarea size="small" rows={2} maxLength={4000} value={words} onChange={(_, typed) => setWords(typed.value)} />
      </Field>
      {kind === 'view' || kind === 'disagreement' ? (
        <Field label={kind === 'view' ? 'Whose view' : 'Who disagrees'} size="small">
          <Input size="small" list="record-people" maxLength={500} value={saidBy} onChange={(_, typed) => setSaidBy(typed.value)} />
        </Field>
      ) : null}
      <datalist id="record-people">
        {meeting.people.map((person) => (
          <option key={person.id} value={person.name} />
        ))}
      </datalist>
      {kind === 'action' ? (
        <div className="record-new-row">
          <Field label="Who" size="small">
            <Select size="small" value={owner} onChange={(_, chosen) => setOwner(chosen.value)}>
              <option value="">Not yet known</option>
              {meeting.owners.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="By when" size="small">
            <Input size="small" type="date" value={due} onChange={(_, typed) => setDue(typed.value)} />
          </Field>
        </div>
      ) : null}
      <div className="record-new-end">
        <Button size="small" onClick={onDone}>
          Cancel
        </Button>
        <Button size="small" type="submit" disabled={shut || !fits(kind, words, saidBy)}>
          Add
        </Button>
      </div>
    </form>
  );
};
