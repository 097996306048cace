import { COORDINATOR, lastReview, MOVES_ON, OFFICER } from './around-a-case.ts';
import { LEARNING, type Story } from './story.ts';

export const ILYAS_HASSAN: Story = {
  pupil: 'ilyas.hassan',
  caseRef: 'WM-0349',
  stage: 'plan',
  stageSince: '2021-05-20',
  keyWorker: 'gareth.pugh',
  homeLanguage: 'Somali',
  attendance: 95.5,
  needs: [
    {
      code: 'SLD',
      area: LEARNING,
      words: 'Learns by doing the same thing many times with the same adult',
      source: 'EHC plan, section B',
    },
  ],
  strategies: ['One thing at a time', 'Objects before pictures', 'Same words every day'],
  contacts: [
    { name: 'Hodan Hassan', relation: 'mother', responsibility: true, phone: '07700 900349', language: 'Somali', interpreter: true },
  ],
  team: [COORDINATOR, OFFICER],
  provision: [
    {
      what: 'Life skills',
      person: 'gareth.pugh',
      minutes: 45,
      timesAWeek: 3,
      groupSize: 2,
      place: 'Kitchen',
      from: '2026-09-07',
      to: '2027-07-16',
      lastSession: '2026-11-19',
      need: 1,
    },
  ],
  events: [lastReview('2026-05-19'), MOVES_ON],
  log: [
    {
      kind: 'visit',
      on: '2026-11-16',
      at: '09:00',
      words: 'Hodan Hassan walked round two schools with us.',
      with: 'Hodan Hassan',
      minutes: 90,
      by: 'gareth.pugh',
    },
  ],
};
