import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Access } from '#contract/access.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { freshId } from '../kit/fresh-id.ts';
import { useReach } from '../kit/reach.ts';
import { useAnswer } from '../kit/use-answer.ts';
import type { AccessChange } from './use-access-change.ts';

const RELATIONS = [
  ['supports', 'supports'],
  ['teaches', 'teaches'],
  ['manages-case', 'manages the case'],
  ['coordinates', 'coordinates'],
  ['advises', 'advises, from outside or inside'],
] as const;

const NOBODY = { givenName: '', surname: '', email: '', jobTitle: '', employer: '' };

/** A place on the team, from–to, for a colleague or for somebody from outside whom nobody has entered yet. */
export const JoinDialog = ({ access, change, onClose }: { access: Access; change: AccessChange; onClose: () => void }) => {
  const { me } = useReach();
  const { answer: colleagues } = useAnswer('colleagues');
  const request = useRef(freshId());
  const [who, setWho] = useState<'known' | 'new'>('known');
  const [person, setPerson] = useState('');
  const [fresh, setFresh] = useState(NOBODY);
  const [relation, setRelation] = useState('supports');
  const [words, setWords] = useState('');
  const [from, setFrom] = useState<string>(me.today);
  const [to, setTo] = useState('');
  const ready = from !== '' && (who === 'known' ? person !== '' : Object.values(fresh).every((value) => value.trim() !== ''));
  const save = async () => {
    const whom = who === 'known' ? { person } : { newPerson: fresh };
    const body = {
      request: request.current,
      ...whom,
      relation: who === 'new' ? 'advises' : relation,
      ...(words.trim() ? { words: words.trim() } : {}),
      from,
      to: to || null,
    };
    return change.send('joinTeam', { path: { pupil: access.pupil.id }, body }, 'Added to the team');
  };
  const field = (key: keyof typeof NOBODY, label: string, type: 'text' | 'email' = 'text') => (
    <Field label={label} required>
      <Input type={type} value={fresh[key]} onChange={(_, { value }) => setFresh({ ...fresh, [key]: value })} />
    </Field>
  );
  return (
    <FormDialog
      title={`Give access to ${access.pupil.givenName}’s record`}
      save="Give access"
      saving={change}
      ready={ready}
      onSave={save}
      onClose={() => {
        change.forget();
        onClose();
      }}
    >
      <RadioGroup layout="horizontal" aria-label="Who" value={who} onChange={(_, { value }) => setWho(value as 'known' | 'new')}>
        <Radio value="known" label="Somebody known here" />
        <Radio value="new" label="Somebody new, from outside" />
      </RadioGroup>
      {who === 'known' ? (
        <>
          <Field label="Person" required>
            <Select value={person} onChange={(_, { value }) => setPerson(value)}>
              <option value="">Choose</option>
              {colleagues?.people.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                  {each.words ? `, ${each.words}` : ''}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Because this person">
            <Select value={relation} onChange={(_, { value }) => setRelation(value)}>
              {RELATIONS.map(([value, said]) => (
                <option key={value} value={value}>
                  {said}
                </option>
              ))}
            </Select>
          </Field>
        </>
      ) : (
        <>
          {field('givenName', 'First name')}
          {field('surname', 'Surname')}
          {field('email', 'E-mail', 'email')}
          {field('jobTitle', 'What they are')}
          {field('employer', 'Agency or council')}
        </>
      )}
      <Field label="What they do for the pupil">
        <Input value={words} onChange={(_, { value }) => setWords(value)} />
      </Field>
      <Field label="First day" required>
        <Input type="date" value={from} onChange={(_, { value }) => setFrom(value)} />
      </Field>
      <Field label="Last day" hint="Needed for somebody from outside; else empty means no end.">
        <Input type="date" value={to} onChange={(_, { value }) => setTo(value)} />
      </Field>
    </FormDialog>
  );
};
