import type { LetterTemplate } from '#domain/letters/letter.ts';

/** The written record of a meeting with parents: at least three a year, and parents are given it (Code of Practice 6.65). */
export const SUPPORT_RECORD: LetterTemplate = {
  kind: 'support-record',
  nations: ['england'],
  title: 'Record of a SEN Support meeting',
  use: 'After each meeting with parents of a pupil on SEN Support.',
  citation: { england: 'SEND Code of Practice 2015, 6.65' },
  reader: 'family',
  heading: 'record.title',
  about: 'held-meeting',
  needs: ['addressee', 'child', 'reference', 'heldOn', 'coordinator'],
  own: [{ key: 'more', label: 'What you want to add', help: 'What was agreed outside the record.', required: false, rows: 3 }],
  parts: [
    { say: 'record.intro' },
    { say: 'record.number', when: 'meetingNumber' },
    { heading: 'record.people', when: 'heldPeople' },
    { quote: 'heldPeople' },
    { heading: 'record.views', when: 'views' },
    { quote: 'views' },
    { heading: 'record.decisions', when: 'decisions' },
    { quote: 'decisions' },
    { heading: 'record.disagreements', when: 'disagreements' },
    { quote: 'disagreements' },
    { heading: 'record.actions', when: 'actions' },
    { quote: 'actions' },
    { own: 'more' },
    { say: 'record.next', when: 'nextMeeting' },
    { say: 'record.noNext', unless: 'nextMeeting' },
    { say: 'record.wrong' },
  ],
};
