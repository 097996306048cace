import { addDays, asDay } from '#domain/calendar/day.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import type { RollPupil } from '../school.ts';
import { arrangement, notice, score, seen } from '../stories/kept/exam-lines.ts';
import type { Kept } from '../stories/kept/kept.ts';
import { secondaryWeek } from '../timetable.ts';

/** How far the work for a pupil's exams has come; null where nobody has looked at any. */
type Far = 'approved' | 'applied' | 'trial' | 'considered' | null;

/** Of a hundred in the year. */
const SHARES: Readonly<Record<number, readonly (readonly [Far, number])[]>> = {
  9: [
    ['considered', 15],
    [null, 85],
  ],
  10: [
    ['applied', 10],
    ['trial', 30],
    ['considered', 30],
    [null, 30],
  ],
  11: [
    ['approved', 60],
    ['applied', 15],
    ['trial', 15],
    [null, 10],
  ],
};

/** What schools commonly give for a kind of need, how it shows in timed work, and what is tested where a score is part of the case. */
type Usual = {
  readonly what: string;
  readonly why: string;
  readonly saw: string;
  readonly score?: readonly [area: string, instrument: string];
  readonly own?: true;
};
const READER: Usual = {
  what: 'reader',
  why: 'Reads the question twice and loses the first part of it.',
  saw: 'With the questions read aloud all were answered; without, the last page stayed empty.',
};
const SLOW_READING: Usual = {
  what: 'extra-time',
  why: 'Reads so slowly that the last part is not reached.',
  saw: 'Used all of it, and reached the last question.',
  score: ['reading-speed', 'Timed Passage Reading 3'],
};
const SMALL_ROOM: Usual = {
  what: 'separate-room',
  why: 'Does not begin in a large room.',
  saw: 'Began with the others in the small room.',
  own: true,
};
const TYPED: Usual = {
  what: 'word-processor',
  why: 'Writes by hand for ten minutes at most.',
  saw: 'Typed a page and a half.',
  own: true,
};
const USUAL: Readonly<Record<string, Usual>> = {
  SPLD: SLOW_READING,
  SLCN: READER,
  MLD: READER,
  SLD: READER,
  SEMH: SMALL_ROOM,
  ASD: SMALL_ROOM,
  PD: TYPED,
  HI: { ...SMALL_ROOM, why: 'Hears the invigilator only where the room is quiet.' },
  VI: {
    what: 'modified-papers',
    why: 'Reads 18 point print and no smaller.',
    saw: 'The paper in 18 point was read to the end.',
  },
};

const SUBJECTS = ['English', 'Science', 'History', 'Geography', 'Maths'] as const;

/**
 * What is kept for the exams of a pupil of whom no story is told. Chance of its own, so that it changes nothing else about the pupil.
 */
export const usualExams = ({ key, yearGroup, className }: RollPupil, code: string): Kept => {
  const chance = chanceFrom(`exams ${key}`);
  const far = chance.weighted(SHARES[yearGroup] ?? [[null, 100]]);
  const usual = USUAL[code] ?? SLOW_READING;
  if (far === null) return [];
  if (far === 'considered') return [arrangement({ arrangement: usual.what, state: 'considered', need: 1 })];
  return [...given(chance, usual, far), ...evidenceFor(chance, className, usual, far), ...papersFor(chance, usual, far)];
};

const written = (day: string, after: number): string => addDays(asDay(day), after);

const given = (chance: Chance, { what, why, own }: Usual, far: Far): Kept => {
  const line = { arrangement: what, need: 1, why, from: written('2025-09-08', chance.between(0, 40)) };
  if (own) return [arrangement({ ...line, state: far === 'trial' ? 'trial' : 'centre' })];
  if (far === 'trial') return [arrangement({ ...line, state: 'trial' })];
  const appliedOn = written(far === 'approved' ? '2026-06-01' : '2026-11-02', chance.between(0, 18));
  const reference = `AA-2027-${1000 + chance.between(0, 8999)}`;
  if (far === 'applied') return [arrangement({ ...line, state: 'applied', appliedOn, reference })];
  const expiresOn = chance.percent(85) ? '2027-08-31' : '2027-03-26';
  return [arrangement({ ...line, state: 'approved', appliedOn, approvedOn: written(appliedOn, 1), reference, expiresOn })];
};

const evidenceFor = (chance: Chance, className: string, { what, saw }: Usual, far: Far): Kept =>
  SUBJECTS.slice(0, far === 'trial' ? 1 : 2).map((subject, index) =>
    seen(teacherOf(className, subject), {
      subject,
      on: written('2026-10-12', index * 7 + chance.between(0, 4)),
      arrangement: what,
      setting: chance.pick(['lesson', 'test', 'mock']),
      use: chance.pick(['always', 'often']),
      words: saw,
    }),
  );

const papersFor = (chance: Chance, { score: tested, own }: Usual, far: Far): Kept => {
  if (own) return [];
  const scores = tested ? [score({ area: tested[0], instrument: tested[1], on: '2026-09-22', standard: 70 + chance.between(0, 14) })] : [];
  if (far !== 'trial') return [...scores, notice('2026-05-18', { on: '2026-05-22', by: chance.pick(['pupil', 'parent']) })];
  return chance.percent(50) ? [notice('2026-11-16')] : [];
};

let teachers: ReadonlyMap<string, string> | null = null;

/** Who teaches a form a subject first in the week. */
const teacherOf = (className: string, subject: string): string => {
  teachers ??= new Map(
    secondaryWeek()
      .reverse()
      .map((lesson) => [`${lesson.form.name} ${lesson.subject}`, lesson.teacher]),
  );
  return teachers.get(`${className} ${subject}`) ?? 'hannah.brook';
};
