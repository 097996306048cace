import { atAge, endOfSchoolYear, months, weekdayOfMonth, years } from '#domain/timelines/reckoning.ts';
import { on, type Rule } from '#domain/timelines/rule.ts';
import { CODE, CODE_OF_PRACTICE, regs, SEND_REGS } from '#domain/timelines/rules/england/sources.ts';

const THURSDAY = 4;
const CENSUS_SOURCE = 'DfE school census pattern: first Thursday of October, third Thursday of January and of May';

const census = (term: string, title: string, nth: number, month: number): Rule => ({
  id: `eng.census.${term}`,
  title,
  from: [on('school-year-started')],
  due: weekdayOfMonth(nth, THURSDAY, month),
  owedBy: 'school',
  nature: 'mark',
  unless: [],
  metBy: [],
  chain: 'eng.census.day',
  milestone: title,
  words: `Every pupil on roll is counted **on the census day** with the SEN provision code N, K or E${term === 'spring' ? ', and SEN types with it' : ''}. Confirm the day against the dates the Department for Education publishes.`,
  source: CENSUS_SOURCE,
});

/** What a school itself owes by date: support, census, report, the SENCO’s qualification, keeping files. */
export const SCHOOL_RULES: readonly Rule[] = [
  {
    id: 'eng.support.meetings',
    title: 'Three meetings with the parents this year',
    from: [on('support-year-started')],
    due: endOfSchoolYear,
    owedBy: 'school',
    unless: [],
    times: 3,
    metBy: [on('support-meeting-held')],
    endedBy: [on('support-ended'), on('left-school'), on('plan-final')],
    words: 'Schools should meet the parents of a pupil on SEN Support **at least three times a year** and share a written record.',
    guidance: true,
    source: `${CODE} para 6.65`,
    sourceLink: CODE_OF_PRACTICE,
  },
  census('autumn', 'Autumn census day', 1, 10),
  census('spring', 'Spring census day', 3, 1),
  census('summer', 'Summer census day', 3, 5),
  {
    id: 'eng.informationReport',
    title: 'SEN information report',
    from: [on('information-report-published')],
    due: years(1),
    owedBy: 'school',
    unless: [],
    metBy: [on('information-report-published')],
    words: 'The school publishes its SEN information report **at least once a year**, and changes within the year as soon as possible.',
    source: `Children and Families Act 2014 s.69; ${SEND_REGS} regs 51-52, Sch 1`,
    sourceLink: regs(51),
  },
  {
    id: 'eng.senco.qualification',
    title: 'SENCO’s qualification',
    from: [on('senco-appointed')],
    due: years(3),
    owedBy: 'school',
    unless: [],
    metBy: [on('senco-qualified')],
    words:
      'A SENCO who was new to the work must hold the qualification **at any time after the third anniversary** of becoming SENCO: the first day on which it is required is the day after. The older National Award counts only if it was started before 1 September 2024 and finished before 1 September 2027.',
    source: `${SEND_REGS} reg 49(4), (7) as amended by SI 2024/535`,
    sourceLink: regs(49),
  },
  {
    id: 'eng.records.subjectAccess',
    title: 'Answer to a request for the record',
    from: [on('records-requested')],
    due: months(1),
    owedBy: 'school',
    unless: [],
    metBy: [on('records-shown')],
    words: 'Whoever asks for the record gets an answer **within one month** of the day the request was received.',
    source: 'UK GDPR, right of access',
    unverified: 'The month, and when it may be longer, have not been read in the law itself.',
  },
  {
    id: 'eng.retention.senFile',
    title: 'SEN file kept until',
    from: [on('date-of-birth')],
    due: atAge(31),
    owedBy: 'school',
    nature: 'mark',
    unless: [],
    metBy: [],
    words:
      'SEN and EHC plan files are kept **until 31 years after the date of birth**: 25 and 6. A litigation hold comes first; nothing is deleted by itself.',
    guidance: true,
    source: 'IRMS Schools Toolkit (guidance, not law)',
  },
];
