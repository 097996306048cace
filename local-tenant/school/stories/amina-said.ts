import { LEARNING, parentMeetings, planReview, type Story } from './story.ts';

export const AMINA_SAID: Story = {
  pupil: 'amina.said',
  caseRef: 'WM-0312',
  stage: 'support',
  stageSince: '2023-03-06',
  keyWorker: 'hannah.brook',
  homeLanguage: 'Arabic',
  attendance: 94.2,
  needs: [{ code: 'MLD', area: LEARNING, words: 'Needs new things in small parts', source: 'Screening, Year 6' }],
  strategies: ['Small parts', 'Same layout each time', 'Tell her when it is right'],
  contacts: [{ name: 'Huda Said', relation: 'mother', responsibility: true, phone: '07700 900312', language: 'Arabic' }],
  events: [...parentMeetings('2026-10-08'), ...planReview('2026-10-08', '2027-04-19')],
  log: [{ kind: 'call', on: '2026-11-06', at: '15:10', words: 'Likes the small room.', with: 'Huda Said', minutes: 5, by: 'hannah.brook' }],
};
