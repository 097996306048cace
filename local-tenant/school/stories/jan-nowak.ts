import { parentMeetings, planReview, SOCIAL, type Story } from './story.ts';

export const JAN_NOWAK: Story = {
  pupil: 'jan.nowak',
  caseRef: 'WM-0371',
  stage: 'support',
  stageSince: '2024-09-23',
  keyWorker: 'sian.morgan',
  homeLanguage: 'Polish',
  attendance: 95.0,
  needs: [{ code: 'SEMH', area: SOCIAL, words: 'A test stops him before it starts', source: 'Class teacher, September' }],
  strategies: ['Not a test', 'First question together', 'Finish at break'],
  ifWrong: ['Say that it does not count; start with one he can do'],
  contacts: [{ name: 'Piotr Nowak', relation: 'father', responsibility: true, phone: '07700 900371', language: 'Polish' }],
  provision: [
    {
      what: 'Worry time',
      person: 'sian.morgan',
      minutes: 10,
      timesAWeek: 3,
      groupSize: 1,
      place: 'Library',
      from: '2026-09-14',
      to: '2027-03-26',
      lastSession: '2026-11-20',
      need: 1,
    },
  ],
  events: [...parentMeetings('2026-10-12'), ...planReview('2026-10-12', '2027-04-15')],
  log: [
    {
      kind: 'call',
      on: '2026-11-16',
      at: '15:30',
      words: 'Piotr Nowak: he slept before the times-table check.',
      with: 'Piotr Nowak',
      minutes: 9,
      by: 'sian.morgan',
    },
  ],
};
