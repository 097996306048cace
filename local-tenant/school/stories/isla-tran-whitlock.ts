import { parentMeetings, planReview, SENSORY, type Story } from './story.ts';

export const ISLA_TRAN_WHITLOCK: Story = {
  pupil: 'isla.tran-whitlock',
  caseRef: 'WM-0419',
  stage: 'support',
  stageSince: '2025-12-01',
  keyWorker: 'priya.nair',
  attendance: 97.2,
  needs: [{ code: 'HI', area: SENSORY, words: 'Glue ear in winter; hears well in summer', source: 'Audiology, November' }],
  strategies: ['Front, to the left', 'Check by asking what, not whether', 'Quiet corner for new words'],
  contacts: [{ name: 'Rosie Whitlock', relation: 'mother', responsibility: true, phone: '07700 900419', language: 'English' }],
  provision: [
    {
      what: 'Listening group',
      person: 'priya.nair',
      minutes: 15,
      timesAWeek: 2,
      groupSize: 4,
      place: 'Talk room',
      from: '2026-10-05',
      to: '2027-02-12',
      lastSession: '2026-11-19',
      need: 1,
    },
  ],
  events: [...parentMeetings('2026-10-22'), ...planReview('2026-10-09', '2027-01-08')],
  log: [{ kind: 'message', on: '2026-11-18', at: '08:20', words: 'Grommets on 11 January.', with: 'Rosie Whitlock', by: 'priya.nair' }],
};
