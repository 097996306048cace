import { COMMUNICATION, parentMeetings, planReview, type Story } from './story.ts';

export const AMINA_HUSSAIN: Story = {
  pupil: 'amina.hussain',
  caseRef: 'WM-0361',
  stage: 'support',
  stageSince: '2025-02-03',
  keyWorker: 'leanne.foster',
  homeLanguage: 'Urdu',
  attendance: 96.4,
  needs: [{ code: 'SLCN', area: COMMUNICATION, words: 'Stammers when she is hurried', source: 'Speech and language therapy, March' }],
  strategies: ['Give her time', 'No finishing of words', 'Reading in chorus'],
  contacts: [{ name: 'Sadia Hussain', relation: 'mother', responsibility: true, phone: '07700 900361', language: 'Urdu' }],
  events: [...parentMeetings('2026-10-07'), ...planReview('2026-10-07', '2027-04-16')],
  log: [
    {
      kind: 'call',
      on: '2026-11-04',
      at: '15:40',
      words: 'She rang her aunt by herself.',
      with: 'Sadia Hussain',
      minutes: 6,
      by: 'leanne.foster',
    },
  ],
};
