import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { Membership } from '#contract/access.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import type { AccessChange } from './use-access-change.ts';

/** Other dates for a place on the team; access follows them. */
export const DatesDialog = ({ member, change, onClose }: { member: Membership; change: AccessChange; onClose: () => void }) => {
  const [from, setFrom] = useState<string>(member.from);
  const [to, setTo] = useState<string>(member.to ?? '');
  const [words, setWords] = useState(member.words ?? '');
  const save = () =>
    change.send(
      'changeMembership',
      { path: { member: member.id }, body: { from, to: to || null, words: words.trim() || null } },
      `Dates of ${member.name} changed`,
    );
  return (
    <FormDialog title={`${member.name} on the team`} save="Save" saving={change} ready={from !== ''} onSave={save} onClose={onClose}>
      <Field label="What they do">
        <Input value={words} onChange={(_, { value }) => setWords(value)} />
      </Field>
      <Field label="First day" required>
        <Input type="date" value={from} onChange={(_, { value }) => setFrom(value)} />
      </Field>
      <Field label="Last day" hint={member.outside ? 'Needed for somebody from outside.' : 'Empty: no end set.'} required={member.outside}>
        <Input type="date" value={to} onChange={(_, { value }) => setTo(value)} />
      </Field>
    </FormDialog>
  );
};
