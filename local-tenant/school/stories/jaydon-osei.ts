import { COORDINATOR, COUNCIL, OFFICER } from './around-a-case.ts';
import { SOCIAL, type Story, weekly } from './story.ts';

export const JAYDON_OSEI: Story = {
  pupil: 'jaydon.osei',
  caseRef: 'WM-0318',
  stage: 'plan',
  stageSince: '2023-12-12',
  keyWorker: 'gareth.pugh',
  attendance: 91.2,
  needs: [
    { code: 'SEMH', area: SOCIAL, words: 'Loud beginnings of the day end in running out; calm by ten', source: 'EHC plan, section B' },
  ],
  strengths: ['Funny, and kind with it', 'Draws comics', 'Remembers promises'],
  difficulties: ['The first half-hour', 'Losing a game'],
  strategies: ['Start with a job at the door', 'Say what happens first, second, third', 'A quiet “later” beats a loud “no”'],
  ifWrong: ['One adult, one sentence, then wait'],
  contacts: [
    {
      name: 'Abigail Osei',
      relation: 'mother',
      responsibility: true,
      phone: '07700 900318',
      language: 'English',
      prefers: 'Phone, before 09:00',
    },
  ],
  team: [COORDINATOR, { person: 'gareth.pugh', relation: 'supports', words: 'mentor', from: '2025-09-03' }, OFFICER],
  goals: [
    {
      words: 'Begin the day in class, 4 mornings of 5',
      area: SOCIAL,
      measure: 'Calm starts a week',
      unit: 'mornings of 5',
      baseline: 1,
      baselineOn: '2026-09-11',
      criterion: '4 of 5',
      target: 4,
      targetOn: '2027-03-26',
      by: 'gareth.pugh',
      points: weekly('2026-09-11', [1, 1, 2, 2, 2, 3, 3, null, 3, 3, 3]),
    },
  ],
  provision: [
    {
      what: 'Meet and greet',
      person: 'gareth.pugh',
      minutes: 15,
      timesAWeek: 5,
      groupSize: 1,
      place: 'Front door',
      from: '2026-09-07',
      to: '2027-03-26',
      lastSession: '2026-11-20',
      need: 1,
      goal: 1,
    },
  ],
  events: [
    { kind: 'review-decision-sent', on: '2025-12-16', outcome: 'keep', ...COUNCIL },
    { kind: 'review-meeting-held', on: '2026-11-06', ...COUNCIL },
  ],
  log: [
    {
      kind: 'visit',
      on: '2026-11-06',
      at: '10:00',
      words: 'Abigail Osei came to the review. She sees the calm start at home as well.',
      with: 'Abigail Osei',
      minutes: 60,
      by: 'ruth.okafor',
    },
  ],
  removals: [
    { kind: 'suspension', from: '2026-09-22', to: '2026-09-25', days: 4, reason: 'Left the site twice and hurt a member of staff' },
    { kind: 'suspension', from: '2026-10-12', to: '2026-10-16', days: 5, reason: 'Persistent disruptive behaviour' },
    { kind: 'lunchtime', from: '2026-11-09', to: '2026-11-13', days: null, reason: 'Fights at the goalposts' },
    { kind: 'in-school', from: '2026-11-16', to: '2026-11-16', days: 1, reason: 'Threw a chair' },
  ],
  partTime: [
    {
      from: '2026-11-16',
      to: '2026-12-18',
      hoursAWeek: 17.5,
      reviewOn: '2026-11-27',
      reason: 'Mornings only while the calm start settles',
    },
  ],
  meetings: [
    {
      purpose: 'annual-review',
      state: 'held',
      on: '2026-11-06',
      from: '09:00',
      to: '10:00',
      place: 'Room 4',
      people: [
        { who: 'ruth.okafor', words: 'coordinator, for the head', attended: 'present', required: true },
        { who: 'Abigail Osei', words: 'mother', attended: 'present', required: true },
        { who: 'kirsty.bell', words: 'education officer, Westmere Council', attended: 'online', required: true },
      ],
      decisions: ['Outcome 1 is met', 'Amend outcome 2: calm start on 4 mornings of 5'],
    },
  ],
};
