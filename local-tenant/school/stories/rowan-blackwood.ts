import { parentMeetings, planReview, SOCIAL, type Story } from './story.ts';

export const ROWAN_BLACKWOOD: Story = {
  pupil: 'rowan.blackwood',
  caseRef: 'WM-0262',
  stage: 'support',
  stageSince: '2022-11-07',
  keyWorker: 'tomasz.zielinski',
  attendance: 93.1,
  needs: [
    { code: 'SEMH', area: SOCIAL, words: 'Starts late, works hard once begun', knownAs: 'ADHD (SEMH)', source: 'Paediatrician, 2022' },
  ],
  strategies: ['First line written for him', 'Timer he sets himself', 'Stand to read'],
  contacts: [{ name: 'Sam Blackwood', relation: 'father', responsibility: true, phone: '07700 900262', language: 'English' }],
  provision: [
    {
      what: 'Study coaching',
      person: 'tomasz.zielinski',
      minutes: 20,
      timesAWeek: 1,
      groupSize: 1,
      place: 'Base',
      from: '2026-09-14',
      to: '2027-05-28',
      lastSession: '2026-11-18',
      need: 1,
    },
  ],
  events: [...parentMeetings('2026-10-15'), ...planReview('2026-10-16', '2027-01-15', 'tomasz.zielinski')],
  log: [
    {
      kind: 'message',
      on: '2026-11-08',
      at: '19:00',
      words: 'Sam Blackwood: homework done three nights of five.',
      with: 'Sam Blackwood',
      by: 'tomasz.zielinski',
    },
  ],
};
