import { addDays, daysFromTo, mondayOf, weekdayOf } from '#domain/calendar/day.ts';
import type { CalendarEntry } from './school.ts';
import { staffKey } from './staff.ts';
import type { StoryDays } from './story-days.ts';

type Weekly = readonly [person: string, weekday: number, from: string, to: string, subject: string];
type Once = readonly [person: string, written: string, from: string, to: string, subject: string, showAs?: 'tentative'];

const WEEKLY: readonly Weekly[] = [
  ['Joanna Tse', 1, '09:00', '12:30', 'Clinic'],
  ['Joanna Tse', 3, '09:00', '16:00', 'Clinic, Westmere North'],
  ['Joanna Tse', 4, '09:00', '12:30', 'Clinic'],
  ['Miriam Feld', 1, '09:00', '16:00', 'School visits, west'],
  ['Miriam Feld', 2, '09:00', '12:00', 'School visits, west'],
  ['Miriam Feld', 5, '09:00', '13:00', 'Report writing'],
  ['Dawn Keeling', 1, '09:30', '11:00', 'Duty desk'],
  ['Dawn Keeling', 5, '13:00', '16:30', 'Duty desk'],
  ['Sanjay Kulkarni', 2, '09:00', '16:00', 'Clinic'],
  ['Sanjay Kulkarni', 3, '09:00', '12:30', 'Clinic'],
  ['Kirsty Bell', 1, '09:00', '11:30', 'Decision panel'],
  ['Kirsty Bell', 5, '09:00', '12:00', 'Casework team'],
];

/** The weeks around Ayaan Malik's review: Kirsty Bell is hard to get, one Tuesday afternoon suits everyone. */
const ONCE: readonly Once[] = [
  ['Kirsty Bell', '2026-11-26', '09:00', '10:00', 'Review WM-0271', 'tentative'],
  ['Kirsty Bell', '2026-12-07', '11:30', '17:00', 'Tribunal preparation'],
  ['Kirsty Bell', '2026-12-08', '09:00', '13:30', 'Reviews at Westmere High'],
  ['Kirsty Bell', '2026-12-08', '15:30', '17:00', 'Travel'],
  ['Kirsty Bell', '2026-12-09', '09:00', '17:00', 'Council assembly'],
  ['Kirsty Bell', '2026-12-10', '10:30', '17:00', 'Placement meetings'],
  ['Kirsty Bell', '2026-12-11', '12:00', '17:00', 'Out of the office'],
  ['Kirsty Bell', '2026-12-14', '11:30', '15:00', 'Reviews at Thornley'],
  ['Kirsty Bell', '2026-12-14', '15:00', '17:00', 'Mediation, to be confirmed', 'tentative'],
  ['Kirsty Bell', '2026-12-15', '09:00', '15:30', 'Reviews at Westmere High'],
  ['Kirsty Bell', '2026-12-16', '09:00', '17:00', 'Phase transfer panel'],
  ['Kirsty Bell', '2026-12-17', '09:00', '17:00', 'Phase transfer panel'],
  ['Kirsty Bell', '2026-12-18', '12:00', '17:00', 'Team afternoon'],
  ['Dawn Keeling', '2026-12-09', '09:00', '12:30', 'Child protection conference'],
  ['Dawn Keeling', '2026-12-11', '09:00', '12:00', 'Home visits'],
  ['Dawn Keeling', '2026-12-15', '13:00', '16:00', 'Core group'],
  ['Joanna Tse', '2026-12-11', '13:00', '17:00', 'Training day'],
  ['Joanna Tse', '2026-12-18', '09:00', '17:00', 'Annual leave'],
  ['Miriam Feld', '2026-12-02', '13:30', '14:00', 'Team around the child WM-0405'],
];

/** Diaries of the people outside whose calendars the school can read. */
export const outsideDiary = (days: StoryDays): CalendarEntry[] => {
  const monday = mondayOf(days.today);
  const weekly = daysFromTo(monday, addDays(monday, 62)).flatMap((day) =>
    WEEKLY.filter(([, weekday]) => weekday === weekdayOf(day)).map(([person, , from, to, subject]) => ({
      person: staffKey(person),
      day,
      from,
      to,
      subject,
      showAs: 'busy' as const,
    })),
  );
  const once = ONCE.map(([person, written, from, to, subject, showAs]) => ({
    person: staffKey(person),
    day: days.on(written),
    from,
    to,
    subject,
    showAs: showAs ?? ('busy' as const),
  }));
  return [...weekly, ...once];
};
