import { advice, COORDINATOR, COUNCIL, OFFICER } from './around-a-case.ts';
import { parentMeetings, SOCIAL, type Story } from './story.ts';

export const LUCA_BIANCHI_HART: Story = {
  pupil: 'luca.bianchi-hart',
  caseRef: 'WM-0405',
  stage: 'assessment',
  stageSince: '2025-01-20',
  keyWorker: 'gareth.pugh',
  attendance: 92.8,
  needs: [
    {
      code: 'SEMH',
      area: SOCIAL,
      words: 'Works twenty minutes and then leaves his seat; comes back for a job to do',
      source: 'School’s advice, 6 November',
    },
  ],
  strengths: ['Will try anything once', 'Good goalkeeper'],
  difficulties: ['Sitting still', 'Noise at lunch'],
  strategies: ['Twenty minutes, then a job', 'Check-in before register', 'Lunch with the caretaker’s crew'],
  contacts: [
    {
      name: 'Elena Hart',
      relation: 'mother',
      responsibility: true,
      phone: '07700 900405',
      language: 'English',
      prefers: 'Phone, evenings',
    },
  ],
  team: [
    COORDINATOR,
    { person: 'miriam.feld', relation: 'advises', words: 'educational psychologist', from: '2026-10-23' },
    { person: 'gareth.pugh', relation: 'supports', words: 'mentor', from: '2026-09-07' },
    OFFICER,
  ],
  provision: [
    {
      what: 'Daily check-in',
      person: 'gareth.pugh',
      minutes: 10,
      timesAWeek: 5,
      groupSize: 1,
      place: 'Mentor’s room',
      from: '2026-09-07',
      to: '2027-03-26',
      lastSession: '2026-11-20',
      need: 1,
    },
  ],
  events: [
    { kind: 'request-received', on: '2026-09-11', ...COUNCIL },
    { kind: 'assessment-decision-sent', on: '2026-10-23', outcome: 'assess' },
    ...advice('Educational psychology advice', 'psychology', '2026-10-23', undefined, 'miriam.feld'),
    ...advice('School’s advice', 'school', '2026-10-23', '2026-11-06'),
    ...advice('Parents’ advice', 'parent', '2026-10-23', '2026-11-09'),
    ...advice('Social care advice', 'social-care', '2026-10-27', undefined, 'dawn.keeling'),
    ...advice('Occupational therapy advice', 'health', '2026-10-29', undefined, 'sanjay.kulkarni'),
    ...parentMeetings('2026-09-24'),
  ],
  log: [
    {
      kind: 'visit',
      on: '2026-11-17',
      at: '10:30',
      words: 'Dr Miriam Feld saw Luca in class and spoke with Elena Hart.',
      with: 'Elena Hart',
      minutes: 40,
      by: 'gareth.pugh',
    },
  ],
  meetings: [
    {
      purpose: 'support-review',
      state: 'booked',
      on: '2026-12-02',
      from: '13:30',
      to: '14:00',
      place: 'Room 7',
      people: [
        { who: 'ruth.okafor', words: 'coordinator', required: true, reply: 'yes' },
        { who: 'Elena Hart', words: 'mother', required: true, reply: 'yes' },
        { who: 'gareth.pugh', words: 'mentor', required: true, reply: 'yes' },
        { who: 'miriam.feld', words: 'educational psychologist', required: true, reply: 'yes' },
        { who: 'bryony.peel', words: 'year leader', required: true, reply: 'yes' },
      ],
    },
  ],
};
