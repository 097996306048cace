import { COORDINATOR, lastReview, OFFICER } from './around-a-case.ts';
import { SOCIAL, type Story } from './story.ts';

export const ABENA_MENSAH: Story = {
  pupil: 'abena.mensah',
  caseRef: 'WM-0283',
  stage: 'plan',
  stageSince: '2022-02-06',
  keyWorker: 'tomasz.zielinski',
  attendance: 93.7,
  needs: [
    { code: 'SEMH', area: SOCIAL, words: 'Anxiety keeps her out of assemblies and exams in the hall', source: 'EHC plan, section B' },
  ],
  strategies: ['A seat by the door', 'Tell her the day before', 'Small room for tests'],
  contacts: [{ name: 'Grace Mensah', relation: 'mother', responsibility: true, phone: '07700 900283', language: 'English' }],
  team: [COORDINATOR, OFFICER],
  provision: [
    {
      what: 'Check-in and check-out',
      person: 'hannah.brook',
      minutes: 10,
      timesAWeek: 10,
      groupSize: 1,
      place: 'Base',
      from: '2026-09-07',
      to: '2027-07-16',
      lastSession: '2026-11-20',
      need: 1,
    },
  ],
  events: [lastReview('2026-02-05')],
  log: [
    {
      kind: 'call',
      on: '2026-11-12',
      at: '16:00',
      words: 'A calm half-term. Grace Mensah asks about mock exams in a small room.',
      with: 'Grace Mensah',
      minutes: 15,
      by: 'tomasz.zielinski',
    },
  ],
};
