import { LEARNING, parentMeetings, planReview, type Story } from './story.ts';

export const JAMAL_CARTER: Story = {
  pupil: 'jamal.carter',
  caseRef: 'WM-0245',
  stage: 'support',
  stageSince: '2021-09-20',
  keyWorker: 'tomasz.zielinski',
  attendance: 95.3,
  needs: [{ code: 'SPLD', area: LEARNING, words: 'Reads slowly; answers well aloud', knownAs: 'Dyslexia', source: 'Screening, Year 6' }],
  strategies: ['Reader in tests', 'Notes before the lesson', 'No reading aloud unasked'],
  contacts: [{ name: 'Denise Carter', relation: 'mother', responsibility: true, phone: '07700 900245', language: 'English' }],
  provision: [
    {
      what: 'Exam reading',
      person: 'jodie.hallam',
      minutes: 45,
      timesAWeek: 1,
      groupSize: 2,
      place: 'Base',
      from: '2026-09-14',
      to: '2027-05-28',
      lastSession: '2026-11-19',
      need: 1,
    },
  ],
  events: [...parentMeetings('2026-10-29'), ...planReview('2026-10-20', '2027-01-19')],
  log: [
    {
      kind: 'visit',
      on: '2026-10-29',
      at: '16:00',
      words: 'Denise Carter: a reader in the mocks.',
      with: 'Denise Carter',
      minutes: 20,
      by: 'tomasz.zielinski',
    },
  ],
};
