import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Radio,
  RadioGroup,
  Select,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Meeting } from '#contract/meetings.ts';
import type { Day } from '#domain/calendar/day.ts';
import { FailedBar } from '../kit/states.tsx';
import type { MeetingChanges } from './use-meeting.ts';

type Person = Meeting['people'][number];

const blank = { area: '', discussed: false, agreedOn: '', inputOn: '' };

const typedOf = ({ excusal }: Person) =>
  excusal ? { area: excusal.area, discussed: excusal.discussed, agreedOn: excusal.agreedOn ?? '', inputOn: excusal.inputOn ?? '' } : blank;

type Props = { meeting: Meeting; changes: MeetingChanges; onClose: () => void };

/** Which places somebody fills, and how they are excused: the form depends on whether their area is discussed. */
export const ExcuseDialog = ({ meeting, changes, onClose }: Props) => {
  const people = meeting.people.filter(({ excusable }) => excusable);
  const [id, setId] = useState(people[0]?.id ?? '');
  const person = people.find((one) => one.id === id);
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        {person ? (
          <DialogBody>
            <DialogTitle>Places and excusals</DialogTitle>
            <DialogContent className="meetings-excuse">
              {changes.failed ? <FailedBar failed={changes.failed} /> : null}
              <Field label="Person" size="small">
                <Select size="small" value={id} onChange={(_, { value }) => setId(value)}>
                  {people.map(({ id: one, name, words }) => (
                    <option key={one} value={one}>
                      {name}, {words}
                    </option>
                  ))}
                </Select>
              </Field>
              <MemberFields key={`${person.id} ${meeting.version}`} meeting={meeting} person={person} changes={changes} onClose={onClose} />
            </DialogContent>
          </DialogBody>
        ) : null}
      </DialogSurface>
    </Dialog>
  );
};

const MemberFields = ({ meeting, person, changes, onClose }: Props & { person: Person }) => {
  const [seats, setSeats] = useState(person.seats);
  const [excused, setExcused] = useState(person.excusal !== null);
  const [typed, setTyped] = useState(() => typedOf(person));
  const dayOrNull = (text: string) => (text === '' ? null : (text as Day));
  const excusal = excused
    ? { area: typed.area.trim(), discussed: typed.discussed, agreedOn: dayOrNull(typed.agreedOn), inputOn: dayOrNull(typed.inputOn) }
    : null;
  const save = async () => {
    if (await changes.place(person.id, seats, excusal)) onClose();
  };
  const places = meeting.places.filter(({ excusable }) => excusable);
  return (
    <>
      <fieldset className="meetings-seats">
        <legend>Fills at this meeting</legend>
        {places.map(({ seat, title }) => (
          <Checkbox
            key={seat}
            label={title.replace('Team: ', '')}
            checked={seats.includes(seat)}
            onChange={(_, { checked }) => setSeats(checked ? [...seats, seat] : seats.filter((one) => one !== seat))}
          />
        ))}
      </fieldset>
      <Checkbox
        label="Excused from this meeting, whole or in part"
        checked={excused}
        onChange={(_, { checked }) => setExcused(checked === true)}
      />
      {excused ? (
        <>
          <Field label="Area of the curriculum or related service" size="small" required>
            <Input size="small" value={typed.area} maxLength={500} onChange={(_, { value }) => setTyped({ ...typed, area: value })} />
          </Field>
          <Field label="At this meeting that area is" size="small">
            <RadioGroup
              layout="horizontal"
              value={typed.discussed ? 'yes' : 'no'}
              onChange={(_, { value }) => setTyped({ ...typed, discussed: value === 'yes' })}
            >
              <Radio value="no" label="not discussed" />
              <Radio value="yes" label="discussed or changed" />
            </RadioGroup>
          </Field>
          <Field label={typed.discussed ? 'Parent’s consent in writing, of' : 'Parent’s agreement in writing, of'} size="small">
            <Input size="small" type="date" value={typed.agreedOn} onChange={(_, { value }) => setTyped({ ...typed, agreedOn: value })} />
          </Field>
          {typed.discussed ? (
            <Field label="Written input with parent and team since" size="small">
              <Input size="small" type="date" value={typed.inputOn} onChange={(_, { value }) => setTyped({ ...typed, inputOn: value })} />
            </Field>
          ) : null}
          <p className="wm-second">What is not there yet stays named on the meeting’s page until it is.</p>
        </>
      ) : null}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button appearance="primary" disabled={changes.busy || (excused && !typed.area.trim())} onClick={() => void save()}>
          Save
        </Button>
      </DialogActions>
    </>
  );
};
