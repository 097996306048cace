import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Access } from '#contract/access.ts';
import { addDays } from '#domain/calendar/day.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { freshId } from '../kit/fresh-id.ts';
import { useReach } from '../kit/reach.ts';
import { useAnswer } from '../kit/use-answer.ts';
import type { AccessChange } from './use-access-change.ts';

const FOR_FAMILY = [
  ['view', 'Ask for their view'],
  ['read', 'Send something to read'],
] as const;
const FOR_OTHERS = [
  ['advice', 'Ask for advice'],
  ['answer', 'Ask what they see in class'],
  ['read', 'Send something to read'],
] as const;

const USUAL_DAYS = 28;

/** A link to one of the family or of the team. Who must not be reached is not in the list. */
export const LinkDialog = ({ access, change, onClose }: { access: Access; change: AccessChange; onClose: () => void }) => {
  const { me } = useReach();
  const { answer: page } = useAnswer('pupil', { pupil: access.pupil.id });
  const request = useRef(freshId());
  const [to, setTo] = useState('');
  const [purpose, setPurpose] = useState('view');
  const [about, setAbout] = useState('');
  const [forWhat, setForWhat] = useState('');
  const [until, setUntil] = useState<string>(addDays(me.today, USUAL_DAYS));
  const [onPaper, setOnPaper] = useState(false);
  const family = access.family.some(({ id }) => id === to);
  const noAddress = access.family.some(({ id, reach }) => id === to && reach === null);
  const way = onPaper || noAddress ? 'letter' : 'email';
  const purposes = to === '' || family ? FOR_FAMILY : FOR_OTHERS;
  const chosen = purposes.some(([value]) => value === purpose) ? purpose : purposes[0][0];
  const readable = [
    ...(page?.plans ?? []).map(({ id, title, version }) => ({ id, words: `${title}, version ${version}` })),
    ...(page?.meetings ?? [])
      .filter(({ state }) => state === 'held' || state === 'reported')
      .map(({ id, title, words }) => ({ id, words: `Minutes: ${title}, ${words}` })),
  ];
  const save = () => {
    const whom = family ? { contact: to } : { person: to };
    const what = chosen === 'read' ? { about } : forWhat.trim() ? { forWhat: forWhat.trim() } : {};
    const body = { request: request.current, ...whom, purpose: chosen, ...what, until, way };
    const said = way === 'letter' ? 'The link is made. Print its letter from the list' : 'The letter with the link is on its way';
    return change.send('sendLink', { path: { pupil: access.pupil.id }, body }, said);
  };
  return (
    <FormDialog
      title="Send a link"
      save={way === 'letter' ? 'Make the link' : 'Send it'}
      saving={change}
      ready={to !== '' && until !== '' && (chosen !== 'read' || about !== '')}
      onSave={save}
      onClose={() => {
        change.forget();
        onClose();
      }}
    >
      <Field label="To" required>
        <Select value={to} onChange={(_, { value }) => setTo(value)}>
          <option value="">Choose</option>
          {access.family.map(({ id, name, relation, reach }) => (
            <option key={id} value={id}>
              {name}, {relation}
              {reach === null ? ' (no e-mail address: by letter)' : ''}
            </option>
          ))}
          {access.team
            .filter(({ state }) => state === 'now')
            .map(({ id, person, name, words, relationWords }) => (
              <option key={id} value={person}>
                {name}, {words ?? relationWords}
              </option>
            ))}
        </Select>
      </Field>
      <Field label="What for">
        <Select value={chosen} onChange={(_, { value }) => setPurpose(value)}>
          {purposes.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      {chosen === 'read' ? (
        <Field label="What" required>
          <Select value={about} onChange={(_, { value }) => setAbout(value)}>
            <option value="">Choose</option>
            {readable.map(({ id, words }) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <Field label="About" hint="Such as: Annual review">
          <Input value={forWhat} maxLength={200} onChange={(_, { value }) => setForWhat(value)} />
        </Field>
      )}
      <Field label="Works until" required>
        <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
      </Field>
      <Checkbox
        label="By letter, on paper"
        checked={way === 'letter'}
        disabled={noAddress}
        onChange={(_, { checked }) => setOnPaper(checked === true)}
      />
      <p className="wm-second">
        {way === 'letter'
          ? 'You print a letter with a short key to type. The code stands in it too, or you read it to them on the telephone.'
          : 'They get an e-mail with the link and, when they open it, a code.'}{' '}
        Before the code no child’s name is shown.
      </p>
    </FormDialog>
  );
};
