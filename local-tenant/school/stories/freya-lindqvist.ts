import { COORDINATOR, COUNCIL, OFFICER } from './around-a-case.ts';
import { COMMUNICATION, type Story } from './story.ts';

export const FREYA_LINDQVIST: Story = {
  pupil: 'freya.lindqvist',
  caseRef: 'WM-0271',
  stage: 'plan',
  stageSince: '2021-01-22',
  keyWorker: 'hannah.brook',
  attendance: 95.8,
  needs: [
    {
      code: 'ASD',
      area: COMMUNICATION,
      words: 'Reads faces late; a new place needs a picture and a person she knows',
      source: 'EHC plan, section B',
    },
  ],
  strengths: ['Knows more about horses than anyone here', 'Always on time'],
  difficulties: ['New places', 'Group work without a part of her own'],
  strategies: ['Give her a part with a name', 'A photograph before a visit', 'Say when it ends'],
  contacts: [
    {
      name: 'Karin Lindqvist',
      relation: 'mother',
      responsibility: true,
      phone: '07700 900271',
      language: 'English',
      prefers: 'E-mail',
      email: 'karin.lindqvist@family.example',
    },
  ],
  team: [
    COORDINATOR,
    { person: 'howard.pell', relation: 'advises', words: 'careers adviser', from: '2026-09-02' },
    OFFICER,
    { person: 'dawn.keeling', relation: 'advises', words: 'social care', from: '2025-09-01' },
  ],
  provision: [
    {
      what: 'Travel training',
      person: 'hannah.brook',
      minutes: 60,
      timesAWeek: 1,
      groupSize: 1,
      place: 'In town',
      from: '2026-09-07',
      to: '2027-06-25',
      lastSession: '2026-11-18',
      need: 1,
    },
  ],
  events: [
    { kind: 'review-decision-sent', on: '2026-01-20', outcome: 'keep', ...COUNCIL },
    { kind: 'review-meeting-booked', on: '2026-11-26' },
    { kind: 'review-invitations-sent', on: '2026-11-09' },
    { kind: 'review-papers-sent', on: '2026-11-11' },
  ],
  log: [
    {
      kind: 'message',
      on: '2026-11-19',
      at: '16:15',
      words: 'Karin Lindqvist sends two questions for the review: transport, and the horse.',
      with: 'Karin Lindqvist',
      by: 'ruth.okafor',
    },
  ],
  contributions: [
    {
      askedOf: 'Freya',
      kind: 'pupil-view',
      asked: '2026-10-12',
      received: '2026-11-05',
      words: 'Something with animals, not in a shop.',
    },
    {
      askedOf: 'Karin Lindqvist, mother',
      kind: 'parent-view',
      asked: '2026-10-12',
      received: '2026-11-10',
      words: 'She can do the bus alone by summer if we start now.',
    },
  ],
  meetings: [
    {
      purpose: 'annual-review',
      state: 'booked',
      on: '2026-11-26',
      from: '09:00',
      to: '10:00',
      place: 'Room 4 and Teams',
      people: [
        { who: 'ruth.okafor', words: 'coordinator, for the head', required: true, reply: 'yes' },
        { who: 'Karin Lindqvist', words: 'mother', required: true, reply: 'yes' },
        { who: 'kirsty.bell', words: 'education officer, Westmere Council', required: true },
        { who: 'dawn.keeling', words: 'social care, Westmere Council', required: true, reply: 'yes' },
        { who: 'joanna.tse', words: 'speech and language, NHS', required: true, reply: 'yes' },
        { who: 'howard.pell', words: 'careers adviser', reply: 'yes' },
        { who: 'hannah.brook', words: 'key worker', reply: 'yes' },
        { who: 'robert.tranter', words: 'science' },
      ],
    },
  ],
};
