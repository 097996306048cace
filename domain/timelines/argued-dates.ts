import { asDay, type DayRange } from '#domain/calendar/day.ts';
import { type SchoolCalendar, schoolCalendarOfTerms } from '#domain/calendar/school-calendar.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import type { OwnerNames } from '#domain/timelines/owners.ts';

/** A date that coordinators argue about: a made-up case, the rule in question, and the other date that people name. */
export type ArguedDate = {
  readonly id: string;
  /** What is argued about: `Does August push the six weeks back?` */
  readonly question: string;
  /** What is so, in a sentence. */
  readonly answer: string;
  /** The other date that is often named, and why it is wrong or only another reading. */
  readonly often: string;
  readonly jurisdiction: string;
  readonly rule: string;
  readonly events: readonly CaseEvent[];
  /** The day on which the case is looked at. */
  readonly today: string;
  readonly school?: SchoolCalendar;
};

/** What the parties of a made-up case are called. */
export const ARGUED_OWNERS: OwnerNames = { 'local-authority': 'Westmere Council', school: 'Hollin Bank School' };

const range = (from: string, to: string): DayRange => ({ from: asDay(from), to: asDay(to) });

const happened = (kind: string, on: string, more: Partial<Omit<CaseEvent, 'kind' | 'on'>> = {}): CaseEvent => ({
  ...more,
  id: `${kind} ${on}`,
  kind,
  on: asDay(on),
});

const HOLLIN_BANK = schoolCalendarOfTerms(
  'Hollin Bank School',
  [range('2026-04-13', '2026-07-22'), range('2026-09-02', '2026-12-18'), range('2027-01-04', '2027-03-25')],
  [range('2026-05-25', '2026-05-29'), range('2026-10-26', '2026-10-30'), range('2027-02-15', '2027-02-19')],
);

/** Ten dates that coordinators argue about, each worked out by the same rules and explained like any other date. */
export const ARGUED_DATES: readonly ArguedDate[] = [
  {
    id: 'christmas-appeal',
    question: 'Is an appeal too late that reaches the tribunal on 4 January?',
    answer:
      'No. Two months from 27 October end on 27 December; a last day from 25 December to 1 January moves to the first working day after.',
    often: 'Sun 27 Dec 2026 is often named: two months without the tribunal’s Christmas rule.',
    jurisdiction: 'england',
    rule: 'eng.appeal.lodge',
    events: [happened('assessment-decision-sent', '2026-10-27', { outcome: 'refuse' })],
    today: '2026-11-23',
  },
  {
    id: 'summer-closure',
    question: 'Do the summer holidays push the six weeks back?',
    answer:
      'No. The date stays on 14 August. The council asked the head for advice while the window of a long closure was open, so it may be excused for being late, and must act as soon as it can.',
    often: 'Thu 24 Sep 2026 is often named: the forty-one days of closure added on.',
    jurisdiction: 'england',
    rule: 'eng.ehcna.decision',
    events: [
      happened('request-received', '2026-07-03'),
      happened('advice-requested', '2026-07-20', { who: 'school' }),
      happened('exception-claimed', '2026-08-14', { exception: 'E1', because: 'school closed from 23 July to 1 September' }),
    ],
    today: '2026-08-20',
    school: HOLLIN_BANK,
  },
  {
    id: 'late-amendment-notice',
    question: 'Does a late amendment notice give the council eight weeks from the notice?',
    answer: 'No. The notice was six weeks after the meeting, two weeks late. The final plan is due twelve weeks from the meeting.',
    often: 'Wed 30 Sep 2026 is often named: eight weeks from the late notice.',
    jurisdiction: 'england',
    rule: 'eng.review.amendedFinal',
    events: [happened('review-meeting-held', '2026-06-24'), happened('amendment-notice-sent', '2026-08-05')],
    today: '2026-08-20',
    school: HOLLIN_BANK,
  },
  {
    id: 'leap-day-plan',
    question: 'When is the first review of a plan made on 29 February complete?',
    answer: 'By 28 February. A period of twelve months starting with 29 February ends on the last day of the next February.',
    often: 'Thu 1 Mar 2029 is often named: the day after the missing anniversary.',
    jurisdiction: 'england',
    rule: 'eng.review.annual',
    events: [happened('plan-final', '2028-02-29')],
    today: '2028-03-06',
  },
  {
    id: 'transfer-mid-evaluation',
    question: 'Does the sixty-day clock start again when the child changes district?',
    answer:
      'No. It runs from the first consent. Only a date that parent and new district agree on, where the new district makes enough progress, takes its place; here they agreed on 1 December.',
    often: 'Fri 4 Dec 2026 is often named: sixty days from the enrollment.',
    jurisdiction: 'us-federal',
    rule: 'us.eval.initial',
    events: [
      happened('consent-received', '2026-09-08'),
      happened('enrolled-from-district', '2026-10-05'),
      happened('transfer-date-agreed', '2026-10-05', { agreed: asDay('2026-12-01') }),
    ],
    today: '2026-10-12',
  },
  {
    id: 'phase-transfer',
    question: 'Is a plan amended on 15 February itself in time for a move to secondary school?',
    answer:
      'The regulation says before 15 February, guidance says by it. Both readings are shown; plan for the 14th. From school to a post-16 place it is 31 March in the same way.',
    often: 'The end of February half-term is often named; no text says so.',
    jurisdiction: 'england',
    rule: 'eng.phase.other',
    events: [happened('phase-transfer-planned', '2027-09-01')],
    today: '2026-11-23',
  },
  {
    id: 'mediation-certificate',
    question: 'Two months from the letter, or one month from the mediation certificate?',
    answer:
      'The later of the two. The certificate of 20 April gives until 20 May; the letter alone would have given until 5 May, because its two months end on a Saturday and the Monday is a bank holiday.',
    often: 'Tue 5 May 2026 is often named: two months from the letter, moved off Sat 2 May, as if there were no certificate.',
    jurisdiction: 'england',
    rule: 'eng.appeal.lodge',
    events: [happened('assessment-decision-sent', '2026-03-02', { outcome: 'refuse' }), happened('certificate-issued', '2026-04-20')],
    today: '2026-04-27',
  },
  {
    id: 'consultation-in-the-holidays',
    question: 'Do the school’s fifteen days to answer stop for the Christmas holidays?',
    answer: 'No. They are calendar days: asked on 14 December, the school answers by 29 December, and the council may decide without it.',
    often: 'Mon 18 Jan 2027 is often named: fifteen school days.',
    jurisdiction: 'england',
    rule: 'eng.school.consultation',
    events: [happened('consultation-sent', '2026-12-14')],
    today: '2026-12-16',
    school: HOLLIN_BANK,
  },
  {
    id: 'iep-leap-year',
    question: 'When is the next annual IEP meeting after one on 29 February?',
    answer: 'By 28 February of the next year: where the anniversary is missing, the last day of the month takes its place.',
    often: 'Thu 1 Mar 2029 is often named, and is a day late.',
    jurisdiction: 'us-federal',
    rule: 'us.iep.annual',
    events: [happened('iep-meeting-held', '2028-02-29')],
    today: '2028-03-06',
  },
  {
    id: 'sixty-days-across-summer',
    question: 'Does the sixty-day evaluation stop for the summer?',
    answer:
      'Not under the federal rule: sixty calendar days, summer included. A State may have its own timeframe: California stops for long breaks, Texas counts school days.',
    often: 'A day in September is often named: the days of summer left out.',
    jurisdiction: 'us-federal',
    rule: 'us.eval.initial',
    events: [happened('consent-received', '2026-05-20')],
    today: '2026-06-15',
  },
];
