import { daysBetween } from '#domain/calendar/day.ts';
import { yearOf } from '#domain/calendar/day-number.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';
import { noParentMeeting } from './clock-flags.ts';
import { type FlagRule, flag, none } from './flag.ts';

/** How long a family may go without a word from the school. */
const CONTACT_DAYS = 60;

/** Nobody has spoken with the family for sixty days. A parent meeting that is due says it already. */
export const noContact: FlagRule = (facts, setting) => {
  const { lastContact, stage } = facts;
  if (stage === 'none' || lastContact === null || noParentMeeting(facts, setting).length > 0) return none;
  const days = daysBetween(lastContact, setting.today);
  return days >= CONTACT_DAYS ? flag('no-contact', 'near', `No contact for ${days} days`) : none;
};

/** The key worker has left the school: the family has nobody to ring. */
export const keyWorkerLeft: FlagRule = ({ keyWorker }, { today }) =>
  keyWorker?.leftOn && keyWorker.leftOn <= today ? flag('key-worker-left', 'near', `Key worker has left: ${keyWorker.name}`) : none;

/** Provision that somebody gave who has left: until another takes it over, nobody gives it. */
export const giverLeft: FlagRule = ({ provision }, { today }) => {
  const [first, ...more] = provision
    .filter(({ to }) => to === null || to >= today)
    .flatMap(({ leaver }) => (leaver && leaver.leftOn <= today ? [leaver] : []));
  if (!first) return none;
  return flag('giver-left', 'near', `${first.what}${more.length > 0 ? ` and ${more.length} more` : ''}: ${first.name} has left`);
};

/** Attendance under 90 %: it changes how a low score is read. */
export const lowAttendance: FlagRule = ({ attendance }) =>
  attendance !== null && attendance < 90 ? flag('attendance', 'near', `Attendance ${attendance.toFixed(1)} %`) : none;

/** Without the home language a low score in English cannot be read. */
export const noHomeLanguage: FlagRule = ({ homeLanguage }) =>
  homeLanguage === null ? flag('home-language', 'near', 'Home language not recorded') : none;

/** Access arrangements for exams are needed and have not been asked for. */
export const examRequest: FlagRule = ({ events: { marks } }) => {
  const needed = marks['exam-arrangements-needed'];
  const sent = marks['exam-request-sent'];
  return needed && (!sent || sent < needed) ? flag('exam-request', 'near', 'Exam request not sent') : none;
};

/** A document says something else than the record, and somebody has to choose. */
export const differencesWait: FlagRule = ({ differences }) =>
  differences > 0
    ? flag('differences', 'near', differences === 1 ? 'A difference waits in the plan' : `${differences} differences wait in the plan`)
    : none;

/** A move to the next school or to college at the end of this school year. */
export const movesOn: FlagRule = ({ events: { marks } }, { today }) => {
  const move = marks['phase-transfer-planned'] ?? marks['post16-transfer-planned'];
  return move && move >= today && yearOf(move) === yearOf(schoolYearOf(today).to)
    ? flag('moves-on', 'info', 'Moves on in September')
    : none;
};

/** Adults who can stand in have been trained within the last month. */
export const coverTrained: FlagRule = ({ events: { marks } }, { today }) => {
  const trained = marks['cover-trained'];
  return trained && daysBetween(trained, today) <= 30 ? flag('cover-trained', 'good', 'Trained cover in place') : none;
};
