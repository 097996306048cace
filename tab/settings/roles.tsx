import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Roles as Answer } from '#contract/access.ts';
import type { CallFailed } from '#contract/calls.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { RoleGroups } from './role-groups.tsx';

type Change = (
  address: 'giveRole' | 'endRole' | 'mapGroup' | 'unmapGroup',
  ask: { path?: Record<string, string>; body: unknown },
  said: string,
) => Promise<boolean>;

/** Who holds which role, from–to, and which groups of the directory give one. */
export const People = () => {
  const { answers, announce } = useReach();
  const { answer, failed, again } = useAnswer('roles');
  const [refused, setRefused] = useState<CallFailed | null>(null);
  const change: Change = async (address, ask, said) => {
    setRefused(null);
    try {
      answers.put('roles', {}, await answers.change(address, ask));
      announce(said);
      return true;
    } catch (fault) {
      setRefused(fault as CallFailed);
      return false;
    }
  };
  return (
    <>
      <PageHeader title="People and roles" aside="Nobody gives a role to themselves" />
      {failed ? <FailedBar failed={failed} again={again} /> : null}
      {refused ? <FailedBar failed={refused} /> : null}
      {answer ? (
        <>
          <Give answer={answer} change={change} />
          <Grants answer={answer} change={change} />
          <RoleGroups answer={answer} change={change} />
        </>
      ) : failed ? null : (
        <section className="wm-section">
          <SkeletonRows />
        </section>
      )}
    </>
  );
};

export type RolesProps = { answer: Answer; change: Change };

const Grants = ({ answer, change }: RolesProps) => {
  const { me } = useReach();
  const several = answer.schools.length > 1;
  return (
    <Section title="Who holds which role" aside={String(answer.grants.length)}>
      <div className="settings-scroll">
        <table className="settings-table settings-roles">
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Role</th>
              {several ? <th scope="col">School</th> : null}
              <th scope="col">Since, until</th>
              <th scope="col">
                <span className="wm-hidden">Take away</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.grants.map((grant) => (
              <tr key={`${grant.person} ${grant.role} ${grant.school}`}>
                <td>
                  {grant.name}
                  <p className="wm-second">{grant.words}</p>
                </td>
                <td>{grant.role}</td>
                {several ? <td>{grant.schoolName}</td> : null}
                <td>
                  {dayWords(grant.from, me.today)}
                  {grant.to ? ` to ${dayWords(grant.to, me.today)}` : ''}
                </td>
                <td>
                  {grant.fixed ? (
                    <span className="wm-second">{grant.fixed}</span>
                  ) : (
                    <Button
                      size="small"
                      aria-label={`Take away the role ${grant.role} from ${grant.name}`}
                      onClick={() =>
                        change(
                          'endRole',
                          { body: { person: grant.person, school: grant.school, role: grant.role } },
                          `${grant.name} is no longer ${grant.role}`,
                        )
                      }
                    >
                      Take away
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
};

const Give = ({ answer, change }: RolesProps) => {
  const { me } = useReach();
  const [person, setPerson] = useState('');
  const [role, setRole] = useState('');
  const [school, setSchool] = useState(answer.schools[0]?.id ?? '');
  const [from, setFrom] = useState<string>(me.today);
  const [to, setTo] = useState('');
  const give = async () => {
    if (await change('giveRole', { body: { person, school, role, from, to: to || null } }, 'Role given')) setPerson('');
  };
  return (
    <Section title="Give a role">
      <div className="settings-give">
        <Field label="Person" required>
          <Select value={person} onChange={(_, { value }) => setPerson(value)}>
            <option value="">Choose</option>
            {answer.people
              .filter(({ id }) => id !== me.person.id)
              .map(({ id, name, words }) => (
                <option key={id} value={id}>
                  {name}
                  {words ? `, ${words}` : ''}
                </option>
              ))}
          </Select>
        </Field>
        <Field label="Role" required>
          <Select value={role} onChange={(_, { value }) => setRole(value)}>
            <option value="">Choose</option>
            {answer.mayGive.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
        {answer.schools.length > 1 ? (
          <Field label="School" required>
            <Select value={school} onChange={(_, { value }) => setSchool(value)}>
              {answer.schools.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Field label="From" required>
          <Input type="date" value={from} onChange={(_, { value }) => setFrom(value)} />
        </Field>
        <Field label="Until" hint="Empty: no end set">
          <Input type="date" value={to} onChange={(_, { value }) => setTo(value)} />
        </Field>
        <Button appearance="primary" disabled={!person || !role || !school || !from} onClick={give}>
          Give the role
        </Button>
      </div>
    </Section>
  );
};
