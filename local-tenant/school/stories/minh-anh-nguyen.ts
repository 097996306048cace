import { COMMUNICATION, parentMeetings, planReview, type Story } from './story.ts';

export const MINH_ANH_NGUYEN: Story = {
  pupil: 'minh-anh.nguyen',
  caseRef: 'WM-0366',
  stage: 'support',
  stageSince: '2024-11-04',
  keyWorker: 'leanne.foster',
  homeLanguage: 'Vietnamese',
  attendance: 98.1,
  needs: [
    { code: 'SLCN', area: COMMUNICATION, words: 'Answers in one word in class; talks freely at home', source: 'Class teacher, October' },
  ],
  strategies: ['Partner talk before class talk', 'Give her the question on paper', 'Count to seven'],
  contacts: [
    {
      name: 'Hoa Nguyen',
      relation: 'mother',
      responsibility: true,
      phone: '07700 900366',
      language: 'Vietnamese',
      interpreter: true,
      prefers: 'Message in Vietnamese',
    },
  ],
  provision: [
    {
      what: 'Talk partners',
      person: 'leanne.foster',
      minutes: 20,
      timesAWeek: 2,
      groupSize: 5,
      place: 'Talk room',
      from: '2026-09-14',
      to: '2026-12-18',
      lastSession: '2026-11-19',
      need: 1,
    },
  ],
  events: [...parentMeetings('2026-09-14'), ...planReview('2026-09-23', '2026-12-16', 'leanne.foster')],
  log: [
    {
      kind: 'visit',
      on: '2026-09-14',
      at: '15:30',
      words: 'Hoa Nguyen came with her elder daughter, who interpreted.',
      with: 'Hoa Nguyen',
      minutes: 25,
      by: 'leanne.foster',
    },
  ],
  contributions: [
    {
      askedOf: 'Hoa Nguyen, mother',
      kind: 'parent-view',
      forWhat: 'Minh Anh’s plan',
      asked: '2026-11-09',
      received: '2026-11-21',
      receivedAt: '09:14',
      words: 'She likes to read with her sister. At home she talks more than at school. (In Vietnamese; translation not yet checked)',
    },
  ],
};
