import { type Form, hollinBankForms, PERIODS_A_WEEK } from './forms.ts';
import { SECONDARY_TEACHERS, staffKey } from './staff.ts';

/** One lesson of the week: a form has a subject with a teacher on a weekday (Monday 1) in a period. */
export type Lesson = {
  readonly form: Form;
  readonly subject: string;
  readonly teacher: string;
  readonly weekday: number;
  readonly period: number;
};

/** Periods of the secondary day. */
export const PERIODS: readonly (readonly [from: string, to: string])[] = [
  ['09:00', '10:00'],
  ['10:00', '11:00'],
  ['11:15', '12:15'],
  ['12:15', '13:15'],
  ['14:00', '15:00'],
];

/** Where the week begins among the 25 lessons: with this, 9 B has maths first thing on Thursday. */
const TURN = 1;

/** The head of maths plans with the heads of department on Tuesday afternoons and does not teach then. */
const PLANNING = { teacher: staffKey('Tomasz Zieliński'), weekday: 2, period: 4 };

const CELLS = cellsOfTheWeek();

/**
 * The week of all secondary forms. Each form walks through the same 25 lessons, one place behind the form before it, so that at any time
 * at most as many forms have a subject as it has periods a week, and no more teachers are needed than there are.
 */
export const secondaryWeek = (): Lesson[] => {
  const forms = hollinBankForms().filter(({ yearGroup }) => yearGroup >= 7);
  const load = new Map<string, number>();
  const usual = new Map<string, string>();
  const lessons: Lesson[] = [];
  for (let slot = 0; slot < CELLS.length; slot += 1) {
    const [weekday, period] = [Math.floor(slot / PERIODS.length) + 1, slot % PERIODS.length];
    const busy = new Set<string>(weekday === PLANNING.weekday && period === PLANNING.period ? [PLANNING.teacher] : []);
    const now = forms.map((form, index) => ({ form, subject: CELLS[(slot + index + TURN) % CELLS.length]! }));
    const inOrder = [...now].sort((a, b) => Number(usual.has(keyOf(b))) - Number(usual.has(keyOf(a))));
    for (const { form, subject } of inOrder) {
      const teacher = teacherFor(keyOf({ form, subject }), subject, { busy, load, usual });
      busy.add(teacher);
      load.set(teacher, (load.get(teacher) ?? 0) + 1);
      lessons.push({ form, subject, teacher, weekday, period });
    }
  }
  return lessons;
};

type Staffing = { readonly busy: Set<string>; readonly load: Map<string, number>; readonly usual: Map<string, string> };

/** The form's usual teacher of the subject where free; else the one of the department who has least to teach. */
const teacherFor = (key: string, subject: keyof typeof SECONDARY_TEACHERS, { busy, load, usual }: Staffing): string => {
  const known = usual.get(key);
  if (known && !busy.has(known)) return known;
  const free = SECONDARY_TEACHERS[subject].map(staffKey).filter((teacher) => !busy.has(teacher));
  const tutor = free.find((teacher) => teacher === PLANNING.teacher && key.startsWith('9 B'));
  const chosen = tutor ?? free.sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))[0]!;
  if (!known) usual.set(key, chosen);
  return chosen;
};

const keyOf = ({ form, subject }: { form: Form; subject: string }) => `${form.name} ${subject}`;

/** The 25 lessons of a week, each subject spread over it. */
function cellsOfTheWeek(): (keyof typeof SECONDARY_TEACHERS)[] {
  const placed = Object.entries(PERIODS_A_WEEK).flatMap(([subject, periods], order) =>
    Array.from({ length: periods }, (_, time) => ({
      subject: subject as keyof typeof SECONDARY_TEACHERS,
      at: ((time + order / 11) * 25) / periods,
    })),
  );
  return placed.sort((a, b) => a.at - b.at).map(({ subject }) => subject);
}
