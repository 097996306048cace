import { COORDINATOR, COUNCIL, OFFICER } from './around-a-case.ts';
import { SENSORY, type Story } from './story.ts';

export const NIAMH_GALLAGHER: Story = {
  pupil: 'niamh.gallagher',
  caseRef: 'WM-0296',
  stage: 'plan',
  stageSince: '2022-12-14',
  keyWorker: 'hannah.brook',
  attendance: 97.3,
  needs: [
    {
      code: 'HI',
      area: SENSORY,
      words: 'Severe hearing loss on both sides; wears aids and signs',
      source: 'Teacher of the deaf, report of May',
    },
  ],
  strengths: ['Signs and speaks', 'Fast in mental maths'],
  difficulties: ['Talk across a room', 'Films without captions'],
  strategies: ['Microphone on, always', 'Face her when you speak', 'Captions on every film'],
  contacts: [
    { name: 'Orla Gallagher', relation: 'mother', responsibility: true, phone: '07700 900296', language: 'English', prefers: 'Message' },
    { name: 'Conor Gallagher', relation: 'father', responsibility: true, phone: '07700 900297', language: 'English' },
  ],
  team: [COORDINATOR, { person: 'elspeth.dunbar', relation: 'advises', words: 'teacher of the deaf', from: '2024-09-02' }, OFFICER],
  provision: [
    {
      what: 'Signing practice',
      person: 'hannah.brook',
      minutes: 20,
      timesAWeek: 5,
      groupSize: 1,
      place: 'Base',
      from: '2026-09-07',
      to: '2026-12-18',
      lastSession: '2026-11-20',
      need: 1,
    },
  ],
  events: [
    { kind: 'review-decision-sent', on: '2025-12-12', outcome: 'keep', ...COUNCIL },
    { kind: 'review-meeting-held', on: '2026-11-06', ...COUNCIL },
    { kind: 'review-report-sent', on: '2026-11-09' },
  ],
  log: [
    {
      kind: 'visit',
      on: '2026-11-06',
      at: '13:30',
      words: 'Both parents at the review; they would keep the radio aid for sport too.',
      with: 'Orla Gallagher',
      minutes: 55,
      by: 'ruth.okafor',
    },
  ],
  meetings: [
    {
      purpose: 'annual-review',
      state: 'reported',
      on: '2026-11-06',
      from: '13:30',
      to: '14:30',
      place: 'Room 4',
      people: [
        { who: 'ruth.okafor', words: 'coordinator, for the head', attended: 'present', required: true },
        { who: 'Orla Gallagher', words: 'mother', attended: 'present', required: true },
        { who: 'Conor Gallagher', words: 'father', attended: 'present', required: true },
        { who: 'elspeth.dunbar', words: 'teacher of the deaf', attended: 'online' },
      ],
      decisions: ['Keep the plan', 'Radio aid in sport from January'],
      view: { words: 'I would rather sign with my friends than sit with an adult.', saidBy: 'Niamh', against: true },
    },
  ],
};
