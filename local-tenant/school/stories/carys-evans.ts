import { LEARNING, parentMeetings, planReview, type Story } from './story.ts';

export const CARYS_EVANS: Story = {
  pupil: 'carys.evans',
  caseRef: 'WM-0430',
  stage: 'support',
  stageSince: '2026-09-07',
  keyWorker: 'priya.nair',
  homeLanguage: 'Welsh',
  attendance: 94.0,
  needs: [{ code: 'DS', area: LEARNING, words: 'Understands more than she says; signs when words run out', source: 'Portage, July' }],
  strategies: ['Sign and say', 'Photographs of the day', 'Count to ten before helping'],
  contacts: [{ name: 'Nerys Evans', relation: 'mother', responsibility: true, phone: '07700 900430', language: 'English' }],
  provision: [
    {
      what: 'Sign and talk',
      person: 'priya.nair',
      minutes: 15,
      timesAWeek: 5,
      groupSize: 3,
      place: 'R Fir',
      from: '2026-09-14',
      to: '2026-12-18',
      lastSession: '2026-11-20',
      need: 1,
    },
  ],
  events: [...parentMeetings('2026-10-15'), ...planReview('2026-09-23', '2026-12-16')],
  log: [
    {
      kind: 'message',
      on: '2026-11-20',
      at: '14:50',
      words: 'New photographs for the week are in the book.',
      with: 'Nerys Evans',
      by: 'priya.nair',
    },
  ],
};
