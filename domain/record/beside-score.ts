import { isOftenAway } from '#domain/attendance/attendance.ts';
import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { ageInMonths } from '#domain/calendar/school-year.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { type Notice, numberIn, textIn, type Values } from './kind.ts';
import { readScore } from './score-reading.ts';

/** What the record knows of a pupil that a low score must be read with. */
export type BesideScore = {
  readonly attendance: number | null;
  readonly homeLanguage: string | null;
  readonly englishSince: Day | null;
};

/** Whether a score may lie below the middle band: its interval, not its point, reaches more than one standard deviation under the mean. */
const mayBeLow = (values: Values): boolean => {
  const reading = readScore(values);
  const cut = (numberIn(values, 'mean') ?? 100) - (numberIn(values, 'sd') ?? 15);
  if (reading.kind === 'interval') return reading.low < cut;
  if (reading.kind === 'point') return reading.standard < cut;
  return reading.kind === 'raw-only';
};

/** Attendance and language beside any low score, so that nobody is referred for absence or a new language alone (duty 1 A4). */
export const besideScore = (values: Values, pupil: BesideScore): readonly Notice[] =>
  mayBeLow(values) ? [attendanceNotice(values, pupil), languageNotice(values, pupil)] : [];

const attendanceNotice = (values: Values, pupil: BesideScore): Notice => {
  const attendance = numberIn(values, 'attendance') ?? pupil.attendance;
  if (attendance === null) return { field: 'attendance', words: 'Attendance not known', weight: 'near' };
  return { field: 'attendance', words: `Attendance ${attendance} %`, weight: isOftenAway(attendance) ? 'near' : 'info' };
};

const languageNotice = (values: Values, { homeLanguage, englishSince }: BesideScore): Notice => {
  if (!homeLanguage) return { field: 'language', words: 'Home language not known', weight: 'near' };
  if (/^english$/i.test(homeLanguage)) return { field: 'language', words: 'Home language English', weight: 'info' };
  const on = textIn(values, 'on') as Day;
  if (!englishSince || daysBetween(englishSince, on) < 0)
    return { field: 'language', words: `Home language ${homeLanguage}; how long in English is not known`, weight: 'near' };
  const months = ageInMonths(englishSince, on);
  const long = months < 24 ? countWords(months, 'month') : countWords(Math.floor(months / 12), 'year');
  return { field: 'language', words: `Home language ${homeLanguage}, English for ${long}`, weight: months < 24 ? 'near' : 'info' };
};
