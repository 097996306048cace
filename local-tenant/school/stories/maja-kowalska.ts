import { parentMeetings, planReview, SOCIAL, type Story } from './story.ts';

export const MAJA_KOWALSKA: Story = {
  pupil: 'maja.kowalska',
  caseRef: 'WM-0415',
  stage: 'support',
  stageSince: '2025-10-06',
  keyWorker: 'priya.nair',
  homeLanguage: 'Polish',
  attendance: 96.0,
  needs: [{ code: 'SEMH', area: SOCIAL, words: 'Silent with adults she does not know', source: 'Class teacher, September' }],
  strategies: ['A question she can nod to', 'Same adult at the door', 'No audience'],
  contacts: [{ name: 'Ewa Kowalska', relation: 'mother', responsibility: true, phone: '07700 900415', language: 'Polish' }],
  provision: [
    {
      what: 'Small steps talking',
      person: 'priya.nair',
      minutes: 15,
      timesAWeek: 3,
      groupSize: 1,
      place: 'Talk room',
      from: '2026-09-14',
      to: '2026-12-18',
      lastSession: '2026-11-20',
      need: 1,
    },
  ],
  events: [...parentMeetings('2026-10-14'), ...planReview('2026-09-24', '2026-12-17')],
  log: [
    {
      kind: 'call',
      on: '2026-11-11',
      at: '15:45',
      words: 'Maja whispered to the dinner lady.',
      with: 'Ewa Kowalska',
      minutes: 7,
      by: 'priya.nair',
    },
  ],
};
