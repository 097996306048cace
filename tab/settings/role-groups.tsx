import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { Section } from '../kit/section.tsx';
import type { RolesProps } from './roles.tsx';

/** Groups of Entra whose members hold a role; an administrator says which. */
export const RoleGroups = ({ answer, change }: RolesProps) => {
  const [group, setGroup] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const may = answer.mayGive.includes('administrator');
  const map = async () => {
    if (await change('mapGroup', { body: { group: group.trim(), name: name.trim(), role, school: null } }, 'Group added')) {
      setGroup('');
      setName('');
    }
  };
  return (
    <Section title="Groups of Entra" aside="Members hold the role at every school from their next sign-in">
      {answer.groups.length === 0 ? <p className="settings-note">No group gives a role.</p> : null}
      <ul className="wm-list">
        {answer.groups.map((each) => (
          <li key={each.id} className="settings-group">
            <div>
              <strong>{each.name}</strong>: {each.role}
              {each.schoolName ? ` at ${each.schoolName}` : ''}
              <p className="wm-second">{each.group}</p>
            </div>
            {may ? (
              <Button
                size="small"
                aria-label={`Remove ${each.name}`}
                onClick={() => change('unmapGroup', { path: { mapping: each.id }, body: {} }, `${each.name} removed`)}
              >
                Remove
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {may ? (
        <div className="settings-give">
          <Field label="Object id of the group" hint="Entra admin centre, Groups, Overview" required>
            <Input value={group} onChange={(_, { value }) => setGroup(value)} />
          </Field>
          <Field label="Its name" required>
            <Input value={name} onChange={(_, { value }) => setName(value)} />
          </Field>
          <Field label="Role" required>
            <Select value={role} onChange={(_, { value }) => setRole(value)}>
              <option value="">Choose</option>
              {answer.mayGive.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </Select>
          </Field>
          <Button disabled={!group.trim() || !name.trim() || !role} onClick={map}>
            Add the group
          </Button>
        </div>
      ) : null}
    </Section>
  );
};
