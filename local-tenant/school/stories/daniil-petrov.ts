import { COMMUNICATION, parentMeetings, planReview, type Story } from './story.ts';

export const DANIIL_PETROV: Story = {
  pupil: 'daniil.petrov',
  caseRef: 'WM-0337',
  stage: 'support',
  stageSince: '2026-09-14',
  keyWorker: 'hannah.brook',
  homeLanguage: null,
  attendance: 96.9,
  needs: [
    { code: 'SLCN', area: COMMUNICATION, words: 'Short answers; how long he has learned English is not known', source: 'Transfer file' },
  ],
  strategies: ['Give the words first', 'Pictures with instructions', 'Talk before writing'],
  contacts: [{ name: 'Olga Petrova', relation: 'mother', responsibility: true, phone: '07700 900337' }],
  provision: [
    {
      what: 'Key words with a picture',
      person: 'hannah.brook',
      minutes: 20,
      timesAWeek: 2,
      groupSize: 3,
      place: 'Base',
      from: '2026-09-21',
      to: '2027-03-26',
      lastSession: '2026-11-20',
      need: 1,
    },
  ],
  events: [...parentMeetings('2026-10-22'), ...planReview('2026-10-16', '2027-01-15')],
  log: [
    {
      kind: 'call',
      on: '2026-10-22',
      at: '17:20',
      words: 'Olga Petrova will bring his old reports.',
      with: 'Olga Petrova',
      minutes: 9,
      by: 'hannah.brook',
    },
  ],
};
