import { COORDINATOR, lastReview, OFFICER } from './around-a-case.ts';
import { LEARNING, type Story } from './story.ts';

export const DENIZ_YILMAZ: Story = {
  pupil: 'deniz.yilmaz',
  caseRef: 'WM-0358',
  stage: 'plan',
  stageSince: '2021-09-10',
  keyWorker: 'gareth.pugh',
  homeLanguage: 'Turkish',
  attendance: 90.8,
  needs: [
    {
      code: 'PMLD',
      area: LEARNING,
      words: 'Shows what he wants with his eyes; needs two adults for transfers',
      source: 'EHC plan, section B',
    },
  ],
  strategies: ['Wait ten seconds', 'Tell him before you move him', 'Switch on the left'],
  contacts: [{ name: 'Sevgi Yilmaz', relation: 'mother', responsibility: true, phone: '07700 900358', language: 'Turkish' }],
  team: [COORDINATOR, OFFICER, { person: 'sanjay.kulkarni', relation: 'advises', words: 'occupational therapy', from: '2025-09-01' }],
  provision: [
    {
      what: 'Sensory circuit',
      person: 'tracey.ibbotson',
      minutes: 30,
      timesAWeek: 5,
      groupSize: 1,
      place: 'Hall',
      from: '2026-09-07',
      to: '2027-07-16',
      lastSession: '2026-11-20',
      need: 1,
    },
  ],
  events: [lastReview('2026-03-11'), { kind: 'cover-trained', on: '2026-11-17', because: 'Two adults trained for transfers' }],
  log: [
    {
      kind: 'message',
      on: '2026-11-20',
      at: '15:00',
      words: 'Two covers are trained for transfers; Sevgi Yilmaz knows both.',
      with: 'Sevgi Yilmaz',
      by: 'gareth.pugh',
    },
  ],
};
