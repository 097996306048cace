import { COORDINATOR, COUNCIL } from './around-a-case.ts';
import { LEARNING, parentMeetings, type Story } from './story.ts';

export const TOBIAS_FRANK: Story = {
  pupil: 'tobias.frank',
  caseRef: 'WM-0408',
  stage: 'assessment',
  stageSince: '2025-11-03',
  keyWorker: 'leanne.foster',
  attendance: 94.9,
  needs: [{ code: 'SPLD', area: LEARNING, words: 'Reads well below what he can say', knownAs: 'Dyslexia', source: 'Screening, September' }],
  strategies: ['Read it to him first'],
  contacts: [{ name: 'Dana Frank', relation: 'mother', responsibility: true, phone: '07700 900408', language: 'English' }],
  team: [COORDINATOR],
  provision: [
    {
      what: 'Precision reading',
      person: 'leanne.foster',
      minutes: 10,
      timesAWeek: 4,
      groupSize: 1,
      place: 'Library',
      from: '2026-09-14',
      to: '2027-02-12',
      lastSession: '2026-11-18',
      need: 1,
    },
  ],
  events: [{ kind: 'request-received', on: '2026-11-11', ...COUNCIL }, ...parentMeetings('2026-10-06')],
  log: [
    {
      kind: 'call',
      on: '2026-11-10',
      at: '15:20',
      words: 'Dana Frank posts the request for an assessment today.',
      with: 'Dana Frank',
      minutes: 6,
      by: 'ruth.okafor',
    },
  ],
};
