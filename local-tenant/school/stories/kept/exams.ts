import { arrangement, notice, score, seen } from './exam-lines.ts';
import { HARLEEN_EXAMS, JAMAL_EXAMS } from './exams-year-11.ts';
import type { Kept } from './kept.ts';

/** Freya Lindqvist, 10 C: what was approved for her ends before the summer in which she writes her papers. */
const FREYA: Kept = [
  arrangement({
    arrangement: 'extra-time',
    words: '25 per cent',
    need: 1,
    why: 'Reads every instruction twice before she begins.',
    state: 'approved',
    from: '2024-09-09',
    appliedOn: '2025-02-10',
    approvedOn: '2025-02-11',
    reference: 'AA-2025-0089',
    expiresOn: '2027-04-09',
  }),
  arrangement({
    arrangement: 'separate-room',
    words: 'A room she has seen, with Hannah Brook at the door',
    need: 1,
    why: 'A new place without a picture of it costs her the first half hour.',
    state: 'centre',
    from: '2024-09-09',
  }),
  seen('rosalind.fenn', {
    subject: 'English',
    on: '2026-10-14',
    arrangement: 'separate-room',
    setting: 'test',
    use: 'always',
    words: 'Began at once in Room 7. In the hall in June she had not begun after twenty minutes.',
  }),
  seen('sally.ormond', {
    subject: 'Geography',
    on: '2026-10-16',
    arrangement: 'separate-room',
    setting: 'test',
    use: 'often',
    words: 'Chose the room; finished with time to look it over.',
  }),
  score({
    area: 'processing-speed',
    instrument: 'Symbols and Codes 4',
    on: '2025-01-20',
    standard: 83,
    seenOn: '2024-09-10',
  }),
  notice('2025-01-27', { on: '2025-02-03', by: 'parent' }),
];

/** Rowan Blackwood, 10 A: a prompter is given by the school; one teacher saw it used, one that it was not, and extra time was refused. */
const ROWAN: Kept = [
  arrangement({
    arrangement: 'prompter',
    words: 'A tap on the desk at each new question',
    need: 1,
    why: 'Starts late: in tests the first line is written after nine minutes.',
    state: 'centre',
    from: '2026-09-14',
  }),
  arrangement({ arrangement: 'extra-time', state: 'refused', appliedOn: '2026-06-15', words: 'No score under the line', need: 1 }),
  seen('nathan.quaye', {
    subject: 'Maths',
    on: '2026-11-05',
    arrangement: 'prompter',
    setting: 'test',
    use: 'always',
    words: 'A tap at each question: twelve of fourteen done, six without it in September.',
  }),
  seen('aoife.gorman', {
    subject: 'Science',
    on: '2026-11-06',
    arrangement: 'prompter',
    setting: 'lesson',
    use: 'not',
    words: 'He set his own timer and did not want the tap.',
  }),
  score({ area: 'processing-speed', instrument: 'Symbols and Codes 4', on: '2026-06-03', standard: 94, seenOn: '2025-09-09' }),
];

/** Abena Mensah, 9 C: a small room for tests since the summer, and rest breaks that are only being looked at. */
const ABENA: Kept = [
  arrangement({
    arrangement: 'separate-room',
    words: 'A seat by the door',
    need: 1,
    why: 'Anxiety keeps her out of exams in the hall.',
    state: 'centre',
    from: '2026-04-20',
  }),
  arrangement({ arrangement: 'rest-breaks', state: 'considered' }),
  seen('ingrid.solberg', {
    subject: 'Maths',
    on: '2026-10-21',
    arrangement: 'separate-room',
    setting: 'test',
    use: 'always',
    words: 'Sat the whole test in Room 4. In July she left the hall after ten minutes.',
  }),
];

/** Ayaan Malik, 9 B: a reader is tried; the notice has not come back. */
const AYAAN: Kept = [
  arrangement({
    arrangement: 'reader',
    words: 'In papers with long questions',
    need: 1,
    why: 'Reads at half the pace of the class: in the October test he reached question nine of twenty.',
    state: 'trial',
    from: '2026-09-07',
  }),
  seen('robert.tranter', {
    subject: 'Science',
    on: '2026-11-05',
    arrangement: 'reader',
    setting: 'test',
    use: 'always',
    words: 'Read aloud to him he finished all twelve questions; without it he stopped at five.',
  }),
  notice('2026-11-16'),
];

/** What is kept for public exams, by the pupil's key. */
export const EXAMS_KEPT: Readonly<Record<string, Kept>> = {
  'abena.mensah': ABENA,
  'ayaan.malik': AYAAN,
  'freya.lindqvist': FREYA,
  'harleen.singh': HARLEEN_EXAMS,
  'jamal.carter': JAMAL_EXAMS,
  'rowan.blackwood': ROWAN,
};
