import type { LetterTemplate } from '#domain/letters/letter.ts';

/** Tells the family what was decided, and that SEN provision has started: the school must say so (CFA 2014 s.68). */
export const DECISION: LetterTemplate = {
  kind: 'decision',
  nations: ['england'],
  title: 'Notice that a decision was made',
  use: 'After a meeting, and when SEN Support starts, changes or stops.',
  citation: { england: 'Children and Families Act 2014, s.68' },
  reader: 'family',
  heading: 'decision.title',
  about: 'held-meeting',
  needs: ['addressee', 'child', 'reference', 'coordinator'],
  own: [
    { key: 'decided', label: 'What was decided', help: 'Only what the record does not say already.', required: false, rows: 3 },
    { key: 'why', label: 'Why', help: 'The reasons, in plain words.', required: true, rows: 4 },
  ],
  parts: [
    { say: 'decision.intro' },
    { say: 'decision.heldOn', when: 'heldOn' },
    { say: 'decision.supportStarts', when: 'supportSince' },
    { heading: 'decision.list' },
    { quote: 'decisions' },
    { own: 'decided' },
    { heading: 'decision.why' },
    { own: 'why' },
    { heading: 'decision.help', when: 'help' },
    { quote: 'help' },
    { say: 'decision.next', when: 'nextMeeting' },
    { say: 'decision.disagree' },
  ],
};
