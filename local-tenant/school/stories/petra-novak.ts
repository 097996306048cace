import { COORDINATOR, lastReview, MOVES_ON, OFFICER } from './around-a-case.ts';
import { SENSORY, type Story } from './story.ts';

export const PETRA_NOVAK: Story = {
  pupil: 'petra.novak',
  caseRef: 'WM-0344',
  stage: 'plan',
  stageSince: '2021-03-15',
  keyWorker: 'sian.morgan',
  homeLanguage: 'Czech',
  attendance: 97.0,
  needs: [
    {
      code: 'VI',
      area: SENSORY,
      words: 'Reads 18 point print; loses the board beyond two metres',
      source: 'Specialist teacher, report of June',
    },
  ],
  strengths: ['Plays the violin', 'Remembers what she hears'],
  strategies: ['18 point paper', 'Name whoever speaks', 'Window seat'],
  important: ['Being told who is speaking', 'Her violin on Thursdays'],
  ifWrong: ['Stop, read the line to her, go on together'],
  contacts: [
    {
      name: 'Jana Novak',
      relation: 'mother',
      responsibility: true,
      phone: '07700 900344',
      language: 'Czech',
      prefers: 'E-mail',
      email: 'jana.novak@family.example',
    },
  ],
  team: [COORDINATOR, OFFICER, { person: 'oskar.brandt', relation: 'advises', words: 'vision impairment', from: '2025-09-01' }],
  provision: [
    {
      what: 'Touch typing',
      person: 'sian.morgan',
      minutes: 20,
      timesAWeek: 3,
      groupSize: 1,
      place: 'Library',
      from: '2026-09-07',
      to: '2027-07-16',
      lastSession: '2026-11-20',
      need: 1,
    },
  ],
  events: [lastReview('2026-03-04'), MOVES_ON],
  log: [
    {
      kind: 'call',
      on: '2026-11-13',
      at: '08:40',
      words: 'Jana Novak will come to the transfer review and bring the list of three schools.',
      with: 'Jana Novak',
      minutes: 9,
      by: 'sian.morgan',
    },
  ],
  contributions: [
    { askedOf: 'Petra', kind: 'pupil-view', asked: '2026-11-16', due: '2026-12-01' },
    { askedOf: 'Oskar Brandt, sensory service', kind: 'advice', forWhat: 'Vision', asked: '2026-11-02', due: '2026-11-26' },
  ],
  meetings: [
    {
      purpose: 'annual-review',
      state: 'booked',
      on: '2026-12-10',
      from: '14:00',
      to: '15:00',
      place: 'Room 4',
      people: [
        { who: 'ruth.okafor', words: 'coordinator, for the head', required: true, reply: 'yes' },
        { who: 'Jana Novak', words: 'mother', required: true, reply: 'yes' },
        { who: 'kirsty.bell', words: 'education officer, Westmere Council', required: true },
        { who: 'dawn.keeling', words: 'social care, Westmere Council', required: true, reply: 'yes' },
        { who: 'joanna.tse', words: 'speech and language, NHS', required: true },
        { who: 'oskar.brandt', words: 'vision impairment', required: true, reply: 'yes' },
        { who: 'anna.devlin', words: 'class teacher', required: true, reply: 'yes' },
      ],
    },
  ],
};
