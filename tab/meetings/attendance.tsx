import { Select } from '@fluentui/react-components';
import type { Meeting } from '#contract/meetings.ts';
import { Initials } from '../kit/owner-mark.tsx';
import { Section } from '../kit/section.tsx';
import type { MeetingChanges } from './use-meeting.ts';

type Person = Meeting['people'][number];
type Attended = NonNullable<Person['attended']>;

const words: Readonly<Record<Attended, string>> = {
  present: 'Here',
  online: 'Here online',
  absent: 'Not here',
  'left-early': 'Left early',
};

/** Who is invited, what each replied, and while the meeting runs who is here. */
export const Attendance = ({ meeting, changes, stale }: { meeting: Meeting; changes: MeetingChanges; stale: boolean }) => {
  const running = meeting.state === 'running';
  return (
    <Section title={running ? 'Who is here' : 'Who is invited'} aside={String(meeting.people.length)}>
      <ul className="wm-list">
        {meeting.people.map((person) => (
          <li key={person.id} className="record-person">
            <Initials name={person.name} />
            <div>
              <strong>{person.name}</strong>
              <p className="wm-second">
                {[person.words, person.required ? 'must be invited' : null, running ? null : person.reply].filter(Boolean).join(' · ')}
              </p>
            </div>
            {running && meeting.can.includes('record') ? (
              <Select
                size="small"
                aria-label={`${person.name}: here or not`}
                value={person.attended ?? ''}
                disabled={stale || changes.busy}
                onChange={(_, chosen) => {
                  if (chosen.value) void changes.attend(person.id, chosen.value as Attended);
                }}
              >
                <option value="">Not noted</option>
                {(Object.keys(words) as Attended[]).map((each) => (
                  <option key={each} value={each}>
                    {words[each]}
                  </option>
                ))}
              </Select>
            ) : (
              <span className="wm-second">{person.attended ? words[person.attended] : ''}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};
