import { parentMeetings, planReview, SENSORY, type Story, weekly } from './story.ts';

export const KWAME_BOATENG: Story = {
  pupil: 'kwame.boateng',
  caseRef: 'WM-0387',
  stage: 'support',
  stageSince: '2025-11-10',
  keyWorker: 'priya.nair',
  attendance: 96.8,
  needs: [
    { code: 'PD', area: SENSORY, words: 'Low muscle tone; tires with scissors, pencil and stairs', source: 'Occupational therapy, May' },
  ],
  strengths: ['Sings', 'Never gives up'],
  strategies: ['Sloping board', 'Rail on the left', 'Rest before he asks'],
  contacts: [{ name: 'Akosua Boateng', relation: 'mother', responsibility: true, phone: '07700 900387', language: 'English' }],
  team: [{ person: 'sanjay.kulkarni', relation: 'advises', words: 'occupational therapy', from: '2025-11-27' }],
  goals: [
    {
      words: 'Cut along a line of 20 cm',
      area: SENSORY,
      measure: 'Centimetres cut on the line',
      unit: 'cm',
      baseline: 6,
      baselineOn: '2026-09-15',
      criterion: '20 cm in one go',
      target: 20,
      targetOn: '2027-03-26',
      by: 'priya.nair',
      points: weekly('2026-09-15', [6, 7, 7, 8, 9, 10, null, 11, 12, 12]),
    },
  ],
  provision: [
    {
      what: 'Occupational therapy practice',
      person: 'priya.nair',
      minutes: 15,
      timesAWeek: 3,
      groupSize: 1,
      place: 'Sensory corner',
      from: '2026-09-07',
      to: '2027-03-26',
      lastSession: '2026-11-20',
      need: 1,
      goal: 1,
    },
  ],
  events: [
    { kind: 'consent-received', on: '2025-11-27', about: 'occupational therapy' },
    ...parentMeetings('2026-11-10'),
    ...planReview('2026-09-21', '2027-04-14'),
  ],
  consents: [{ scope: 'occupational therapy', received: '2025-11-27', expires: '2026-11-27' }],
  log: [
    {
      kind: 'visit',
      on: '2026-11-10',
      at: '15:15',
      words: 'Parent meeting: the stairs are easier with the rail.',
      with: 'Akosua Boateng',
      minutes: 30,
      by: 'priya.nair',
    },
  ],
  meetings: [
    {
      purpose: 'parent-meeting',
      state: 'reported',
      on: '2026-11-10',
      from: '15:15',
      to: '15:45',
      place: 'Classroom 1 Ash',
      people: [
        { who: 'priya.nair', words: 'key worker', required: true, attended: 'present' },
        { who: 'Akosua Boateng', words: 'mother', required: true, attended: 'present' },
      ],
      decisions: ['Sensory corner in the classroom'],
    },
  ],
  actions: [
    { words: 'Set up the sensory corner', owner: 'priya.nair', due: '2026-11-24', done: '2026-11-20', doneAt: '14:31' },
    { words: 'Ask the therapist about the pencil grip', owner: 'priya.nair', due: '2026-12-09' },
  ],
};
