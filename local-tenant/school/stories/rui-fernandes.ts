import { LEARNING, parentMeetings, planReview, type Story } from './story.ts';

export const RUI_FERNANDES: Story = {
  pupil: 'rui.fernandes',
  caseRef: 'WM-0381',
  stage: 'support',
  stageSince: '2025-06-09',
  keyWorker: 'leanne.foster',
  homeLanguage: 'Portuguese',
  attendance: 94.4,
  needs: [{ code: 'MLD', area: LEARNING, words: 'Two years behind in number and in reading', source: 'Screening, September' }],
  strategies: ['Counters on the table', 'One instruction', 'Let him show'],
  contacts: [{ name: 'Teresa Fernandes', relation: 'mother', responsibility: true, phone: '07700 900381', language: 'Portuguese' }],
  provision: [
    {
      what: 'Phonics catch-up',
      person: 'priya.nair',
      minutes: 20,
      timesAWeek: 3,
      groupSize: 4,
      place: 'Talk room',
      from: '2026-09-07',
      to: '2026-12-11',
      lastSession: '2026-11-19',
      need: 1,
    },
  ],
  events: [...parentMeetings('2026-10-20'), ...planReview('2026-09-25', '2026-12-18')],
  log: [
    {
      kind: 'call',
      on: '2026-11-05',
      at: '16:10',
      words: 'Teresa Fernandes counts stairs with him.',
      with: 'Teresa Fernandes',
      minutes: 8,
      by: 'leanne.foster',
    },
  ],
};
