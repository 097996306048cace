import { COORDINATOR, COUNCIL, lastReview, OFFICER } from './around-a-case.ts';
import { SENSORY, type Story } from './story.ts';

export const HARLEEN_SINGH: Story = {
  pupil: 'harleen.singh',
  caseRef: 'WM-0238',
  stage: 'plan',
  stageSince: '2020-06-18',
  keyWorker: 'tomasz.zielinski',
  homeLanguage: 'Punjabi',
  attendance: 96.6,
  needs: [{ code: 'PD', area: SENSORY, words: 'Writes by computer; tires after forty minutes', source: 'EHC plan, section B' }],
  strategies: ['Laptop in every lesson', 'Rest at forty minutes', 'Extra time counted from the first word'],
  contacts: [{ name: 'Manpreet Singh', relation: 'father', responsibility: true, phone: '07700 900238', language: 'English' }],
  team: [COORDINATOR, OFFICER, { person: 'howard.pell', relation: 'advises', words: 'careers adviser', from: '2026-09-02' }],
  provision: [
    {
      what: 'Exam practice with laptop',
      person: 'hannah.brook',
      minutes: 60,
      timesAWeek: 1,
      groupSize: 1,
      place: 'Base',
      from: '2026-09-07',
      to: '2027-05-28',
      lastSession: '2026-11-19',
      need: 1,
    },
  ],
  events: [
    lastReview('2026-06-17'),
    { kind: 'post16-transfer-planned', on: '2027-09-01', inSchoolYear: true, ...COUNCIL },
    { kind: 'exam-arrangements-needed', on: '2026-10-05' },
  ],
  log: [
    {
      kind: 'call',
      on: '2026-11-03',
      at: '17:30',
      words: 'Manpreet Singh asks which college has a lift to the science floor.',
      with: 'Manpreet Singh',
      minutes: 11,
      by: 'tomasz.zielinski',
    },
  ],
};
