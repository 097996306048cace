import { button, buttons, type Card, card, heading, type Input, plain, primary, quiet, withoutFields } from './card.ts';
import type { Sheet } from './live-record-card.ts';

const WAYS = [
  { title: 'Here', value: 'present' },
  { title: 'Online', value: 'online' },
  { title: 'Absent', value: 'absent' },
  { title: 'Left early', value: 'left-early' },
] as const;

/** Who is here, prefilled: marked people as marked, people who accepted as here. */
export const attendanceCard = ({ meeting, request }: Sheet): Card =>
  card('Who is here.', [
    heading('Who is here'),
    quiet(`${plain(meeting.title)} · only you see this`),
    ...meeting.people.slice(0, 40).map(
      (person): Input => ({
        type: 'Input.ChoiceSet',
        id: `attended-${person.id}`,
        label: `${person.name}, ${person.words}`,
        placeholder: 'Not marked',
        choices: WAYS,
        ...(person.attended ? { value: person.attended } : person.reply === 'yes' ? { value: 'present' } : {}),
      }),
    ),
    buttons(
      button('Save', { verb: 'save-attendance', meeting: meeting.id, version: meeting.version, request }, primary),
      button('Back', { verb: 'look', meeting: meeting.id }, withoutFields),
    ),
  ]);
