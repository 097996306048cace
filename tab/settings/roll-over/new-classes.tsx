import { Select } from '@fluentui/react-components';
import type { RollOver } from '#contract/roll-over.ts';
import { Section } from '../../kit/section.tsx';
import { counted } from '../../kit/stage-words.ts';
import { useStaff } from '../../kit/use-staff.ts';
import type { Doing } from './doing.tsx';

/** The classes of the new year and who takes them; whoever has a class keeps it unless somebody else is chosen. */
export const NewClasses = ({ page, busy, doing }: { page: RollOver; busy: boolean; doing: Doing }) => {
  const staff = useStaff();
  const choose = (name: string, person: string) =>
    void doing(
      'chooseTeacher',
      { body: { school: page.school, version: page.version, class: name, person: person || null } },
      `The teacher of ${name} is settled`,
    );
  return (
    <Section title={`Classes of ${page.year}`} aside={counted(page.classes.length, 'class', 'classes')}>
      <div className="settings-scroll">
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col">Class</th>
              <th scope="col">Pupils</th>
              <th scope="col">Taken by</th>
              <th scope="col">Change to</th>
            </tr>
          </thead>
          <tbody>
            {page.classes.map(({ name, made, pupils, teacher, chosen }) => (
              <tr key={name}>
                <th scope="row">
                  {name}
                  {made ? <span className="wm-second"> · new</span> : null}
                </th>
                <td>{pupils}</td>
                <td>
                  {teacher ? teacher.name : <span className="roll-doubt">Nobody yet</span>}
                  {chosen ? <span className="wm-second"> · from the new year</span> : null}
                </td>
                <td>
                  <Select
                    size="small"
                    aria-label={`Who takes ${name}`}
                    disabled={busy}
                    value={chosen && teacher ? teacher.id : ''}
                    onChange={(_, { value }) => choose(name, value)}
                  >
                    <option value="">Whoever has it now</option>
                    {staff.map((person) => (
                      <option key={person.id} value={person.id}>
                        {person.name}
                      </option>
                    ))}
                  </Select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
};
