import { addDays, type Day, daysFromTo, mondayOf, weekdayOf } from '#domain/calendar/day.ts';
import { isSchoolDay } from '#domain/calendar/school-calendar.ts';
import { hollinBankForms } from './forms.ts';
import { outsideDiary } from './outside-diary.ts';
import type { CalendarEntry } from './school.ts';
import { staffKey } from './staff.ts';
import type { StoryDays } from './story-days.ts';
import { PERIODS, secondaryWeek } from './timetable.ts';

/** A weekly duty: who, on which weekdays (Monday 1), from when to when, what. */
type Duty = readonly [person: string, weekdays: readonly number[], from: string, to: string, subject: string, showAs?: 'tentative'];

const WEEKS = 8;
const EVERY_DAY = [1, 2, 3, 4, 5];

const DUTIES: readonly Duty[] = [
  ['Ruth Okafor', EVERY_DAY, '08:30', '08:50', 'Gate and arrivals'],
  ['Ruth Okafor', [1], '09:00', '10:00', 'Leadership team'],
  ['Ruth Okafor', [2], '10:30', '11:30', 'Support staff briefing'],
  ['Ruth Okafor', [3], '13:00', '15:00', 'Lesson visits'],
  ['Ruth Okafor', [5], '11:00', '12:00', 'Nurture group'],
  ['Margaret Ellery', [1], '09:00', '10:00', 'Leadership team'],
  ['Margaret Ellery', [4], '14:00', '16:00', 'Trust heads'],
  ['Femi Adeyemi', [1], '09:00', '10:00', 'Leadership team'],
  ['Femi Adeyemi', EVERY_DAY, '13:15', '14:00', 'Lunch duty'],
  ['Catrin Bowen', [1], '09:00', '10:00', 'Leadership team'],
  ['Helen Marsh', [1], '09:00', '10:00', 'Leadership team'],
  ['Helen Marsh', [3], '14:00', '15:30', 'Safeguarding supervision'],
  ['Tomasz Zieliński', [1], '13:15', '14:00', 'Corridor duty'],
  ['Gareth Pugh', EVERY_DAY, '09:00', '12:00', 'Mentoring'],
  ['Gareth Pugh', [2, 4], '13:15', '14:00', 'Maths pre-teach'],
  ['Priya Nair', EVERY_DAY, '09:00', '11:30', 'Phonics and talk groups'],
  ['Leanne Foster', EVERY_DAY, '09:15', '12:00', 'Reading and talk groups'],
  ['Hannah Brook', EVERY_DAY, '09:00', '10:00', 'Base'],
  ['Hannah Brook', [3], '10:00', '10:45', 'Friendship group'],
  ['Sian Morgan', EVERY_DAY, '08:50', '12:15', 'With 6 Oak'],
  ['Sian Morgan', EVERY_DAY, '13:15', '15:15', 'With 6 Oak'],
  ...['Jodie Hallam', 'Amir Haddadi', 'Pauline Stack', 'Kezia Boamah', 'Declan Rooney', 'Wiktoria Lis'].map(
    (name): Duty => [name, EVERY_DAY, '08:50', '12:15', 'In class'],
  ),
  ['Tracey Ibbotson', EVERY_DAY, '09:00', '15:00', 'Cover'],
];

/** Single entries of the next weeks, in the dates the stories are written in. */
const ONCE: readonly (readonly [
  person: string,
  written: string,
  from: string,
  to: string,
  subject: string,
  showAs?: 'tentative' | 'oof',
])[] = [
  ['Ruth Okafor', '2026-11-24', '15:30', '16:15', 'Parent meeting WM-0289'],
  ['Hannah Brook', '2026-11-24', '15:30', '16:15', 'Parent meeting WM-0289'],
  ['Ruth Okafor', '2026-11-26', '09:00', '10:00', 'Review WM-0271'],
  ['Ruth Okafor', '2026-12-02', '13:30', '14:00', 'Team around the child WM-0405'],
  ['Ruth Okafor', '2026-12-09', '13:00', '15:30', 'SENCO network'],
  ['Ruth Okafor', '2026-12-10', '14:00', '15:00', 'Review WM-0344'],
  ['Ruth Okafor', '2026-12-11', '09:00', '12:00', 'Council moderation panel'],
  ['Ruth Okafor', '2026-12-15', '15:30', '19:00', 'Parents’ evening, Year 9'],
  ['Tomasz Zieliński', '2026-12-15', '15:30', '19:00', 'Parents’ evening, Year 9'],
  ['Tomasz Zieliński', '2026-12-07', '15:15', '16:30', 'Maths department'],
  ['Tomasz Zieliński', '2026-12-18', '14:00', '16:00', 'Year 11 mock marking', 'tentative'],
  ['Anna Devlin', '2026-12-11', '13:15', '15:15', 'Museum visit'],
  ['Leanne Foster', '2026-11-27', '13:00', '15:30', 'First aid course', 'oof'],
];

/** What stands in calendars for the coming eight weeks, and in the week that is running: lessons, duties, clinics, visits. */
export const hollinBankCalendars = (days: StoryDays): CalendarEntry[] => {
  const open = schoolDaysFrom(days);
  return [
    ...secondaryLessons(open),
    ...primaryDays(open),
    ...open.flatMap((day) => DUTIES.filter(([, weekdays]) => weekdays.includes(weekdayOf(day))).map((duty) => dutyOn(day, duty))),
    ...ONCE.map(([person, written, from, to, subject, showAs]) => ({
      person: staffKey(person),
      day: days.on(written),
      from,
      to,
      subject,
      showAs: showAs ?? ('busy' as const),
    })),
    ...outsideDiary(days),
  ];
};

const schoolDaysFrom = ({ today, calendar }: StoryDays): Day[] => {
  const monday = mondayOf(today);
  return daysFromTo(monday, addDays(monday, WEEKS * 7 + 6)).filter((day) => isSchoolDay(day, calendar));
};

const secondaryLessons = (open: readonly Day[]): CalendarEntry[] => {
  const week = secondaryWeek();
  return open.flatMap((day) =>
    week
      .filter(({ weekday }) => weekday === weekdayOf(day))
      .map(({ form, subject, teacher, period }) => {
        const [from, to] = PERIODS[period]!;
        return { person: teacher, day, from, to, subject: `${form.name} ${subject}`, showAs: 'busy' as const };
      }),
  );
};

/** Class teachers have their class all day but for one afternoon a week, which differs by class. */
const primaryDays = (open: readonly Day[]): CalendarEntry[] =>
  open.flatMap((day) =>
    hollinBankForms()
      .filter(({ yearGroup }) => yearGroup < 7)
      .flatMap(({ name, tutor }, index) => {
        const lesson = { person: tutor, day, subject: name, showAs: 'busy' as const };
        const morning = { ...lesson, from: '08:50', to: '12:15' };
        return weekdayOf(day) === (index % 5) + 1 ? [morning] : [morning, { ...lesson, from: '13:15', to: '15:15' }];
      }),
  );

const dutyOn = (day: Day, [person, , from, to, subject, showAs]: Duty): CalendarEntry => ({
  person: staffKey(person),
  day,
  from,
  to,
  subject,
  showAs: showAs ?? 'busy',
});
