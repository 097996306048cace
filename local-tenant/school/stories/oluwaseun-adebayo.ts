import { parentMeetingBy, parentMeetings, planReview, SOCIAL, type Story } from './story.ts';

export const OLUWASEUN_ADEBAYO: Story = {
  pupil: 'oluwaseun.adebayo',
  caseRef: 'WM-0289',
  stage: 'support',
  stageSince: '2024-05-13',
  keyWorker: 'hannah.brook',
  attendance: 92.0,
  needs: [
    {
      code: 'SEMH',
      area: SOCIAL,
      words: 'Acts before he thinks; sorry afterwards',
      knownAs: 'ADHD (SEMH)',
      source: 'Paediatrician, letter of February',
    },
  ],
  strategies: ['A stand-up place at the back', 'One warning, in private', 'Short pieces, marked at once'],
  contacts: [
    {
      name: 'Bukola Adebayo',
      relation: 'mother',
      responsibility: true,
      phone: '07700 900289',
      language: 'English',
      prefers: 'Phone, lunchtime',
    },
  ],
  provision: [
    {
      what: 'Friendship group',
      person: 'hannah.brook',
      minutes: 45,
      timesAWeek: 1,
      groupSize: 6,
      place: 'Base',
      from: '2026-09-07',
      to: '2026-12-18',
      lastSession: '2026-11-09',
      need: 1,
    },
  ],
  events: [...parentMeetings(), ...parentMeetingBy(1, '2026-12-11', 'hannah.brook'), ...planReview('2026-09-30', '2027-03-30')],
  log: [
    {
      kind: 'call',
      on: '2026-11-02',
      at: '12:30',
      words: 'Bukola Adebayo will come on the 24th with his grandmother.',
      with: 'Bukola Adebayo',
      minutes: 5,
      by: 'hannah.brook',
    },
  ],
  contributions: [
    {
      askedOf: 'Oluwaseun',
      kind: 'pupil-view',
      asked: '2026-11-09',
      received: '2026-11-18',
      words: 'I like it when Sir moves me before I am in trouble.',
    },
  ],
  meetings: [
    {
      purpose: 'parent-meeting',
      state: 'booked',
      on: '2026-11-24',
      from: '15:30',
      to: '16:15',
      place: 'Base',
      people: [
        { who: 'hannah.brook', words: 'key worker', required: true, reply: 'yes' },
        { who: 'Bukola Adebayo', words: 'mother', required: true, reply: 'yes' },
        { who: 'ruth.okafor', words: 'coordinator', required: true, reply: 'yes' },
      ],
    },
  ],
};
