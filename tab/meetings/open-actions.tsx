import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Meeting, MeetingEntry } from '#contract/meetings.ts';
import { isDay } from '#domain/calendar/day.ts';
import type { MeetingChanges } from './use-meeting.ts';

type Props = { meeting: Meeting; changes: MeetingChanges; shut: boolean };

/** Actions that lack an owner or a date: they are settled here first, because *Finish* waits for them. */
export const OpenActions = ({ meeting, changes, shut }: Props) => {
  const open = meeting.entries.filter((entry) => entry.kind === 'action' && (!entry.owner || !entry.due));
  const last = meeting.currentItem === null || meeting.currentItem >= meeting.agenda.length - 1;
  if (!open.length || !last) return null;
  return (
    <div className="record-open">
      <h2>Before the meeting can be finished</h2>
      {open.map((entry) => (
        <OpenAction key={entry.id} entry={entry} meeting={meeting} changes={changes} shut={shut} />
      ))}
    </div>
  );
};

const OpenAction = ({ entry, meeting, changes, shut }: Props & { entry: MeetingEntry }) => {
  const [owner, setOwner] = useState(() => meeting.owners.find((each) => each.id === entry.owner || each.name === entry.owner)?.id ?? '');
  const [due, setDue] = useState<string>(entry.due ?? '');
  return (
    <div className="record-new">
      <p>{entry.words}</p>
      <div className="record-new-row">
        <Field label="Who" size="small">
          <Select size="small" value={owner} onChange={(_, chosen) => setOwner(chosen.value)}>
            <option value="">Choose</option>
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
      <div className="record-new-end">
        <Button size="small" disabled={shut || !owner || !isDay(due)} onClick={() => void changes.settle(entry.id, owner, due)}>
          Save
        </Button>
      </div>
    </div>
  );
};
