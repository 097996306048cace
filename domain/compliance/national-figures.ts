import type { Nation } from '#domain/pupils/nation.ts';
import { type Figure, medianOf, type ReportRow, rateOf } from './report-figure.ts';

type National = { readonly title: string; readonly note: string; readonly figures: readonly Figure[] };

/** Figures in the manner of the nation's own return, of this school's pupils alone. */
export const nationalFigures = (rows: readonly ReportRow[], nation: Nation): National =>
  nation === 'england' ? england(rows) : idea(rows);

const ofRule = (rows: readonly ReportRow[], ...rules: readonly string[]): ReportRow[] => rows.filter(({ rule }) => rules.includes(rule));

const countOf = (id: string, words: string, rows: readonly ReportRow[]): Figure => ({
  id,
  words,
  part: rows.length,
  of: null,
  median: null,
  rows: rows.map(({ number }) => number),
});

const daysOf = (id: string, words: string, rows: readonly ReportRow[], days: (row: ReportRow) => number[]): Figure => ({
  id,
  words,
  part: null,
  of: null,
  median: medianOf(rows.flatMap(days)),
  rows: rows.filter((row) => days(row).length > 0).map(({ number }) => number),
});

const late = ({ late: days }: ReportRow): number[] => (days > 0 ? [days] : []);
const isExcused = ({ state }: ReportRow): boolean => state === 'excused';

/** As in SEN2 (england.md, section on returns): the council makes that return for all its children; here are the school's own. */
const england = (rows: readonly ReportRow[]): National => {
  const decisions = ofRule(rows, 'eng.ehcna.decision');
  const finals = ofRule(rows, 'eng.plan.final');
  const advice = ofRule(rows, 'eng.advice.response');
  return {
    title: 'In the manner of SEN2',
    note: 'SEN2 is the council’s own return about all its children. These figures are about this school’s pupils alone, as the school’s record has them; they are for comparison, not for submission.',
    figures: [
      rateOf('C1', 'Decisions whether to assess, told within 6 weeks of the request (reg 5(1))', decisions),
      rateOf('C2', 'Final plans within 20 weeks of the request, every case (reg 13(2))', finals),
      rateOf(
        'C3',
        'Final plans within 20 weeks, without cases for which the council claims an exception',
        finals.filter((row) => !isExcused(row)),
      ),
      countOf('C4', 'Cases for which the council claims an exception from 20 weeks', finals.filter(isExcused)),
      rateOf(
        'C5',
        'Advice given within 6 weeks by agencies (reg 8)',
        advice.filter(({ owedBy }) => owedBy !== 'school'),
      ),
      rateOf(
        'C6',
        'Advice given within 6 weeks by the school (reg 8)',
        advice.filter(({ owedBy }) => owedBy === 'school'),
      ),
      rateOf('C7', 'Annual reviews completed within 12 months', ofRule(rows, 'eng.review.annual')),
      rateOf('C8', 'Decisions after a review within 4 weeks of the meeting', ofRule(rows, 'eng.review.decision')),
      rateOf('C9', 'Plans ready for the next phase by 15 February or 31 March', ofRule(rows, 'eng.phase.other', 'eng.phase.post16')),
      daysOf('C10', 'Days by which final plans were late, the median of late ones', finals, late),
    ],
  };
};

/** The limit of an initial evaluation: the federal sixty days, or what a State has in their place. */
const INITIAL_EVALUATION = ['us.eval.initial', 'tx.eval.report', 'ca.eval.iepMeeting', 'ny.eval.evaluation', 'mi.eval.offer'];

/** As in the State Performance Plan (idea.md, section 7): B-11, B-12 and B-13 with what lies behind them. */
const idea = (rows: readonly ReportRow[]): National => {
  const initial = ofRule(rows, ...INITIAL_EVALUATION);
  return {
    title: 'In the manner of the State Performance Plan and section 618',
    note: 'The State decides how it counts and on which day. These figures are this district’s own record, for comparison, not for submission.',
    figures: [
      rateOf('C1', 'B-11: initial evaluations within 60 days of consent, or the State’s own limit', initial),
      daysOf('C2', 'B-11: days beyond the limit, the median of late ones', initial, late),
      rateOf('C3', 'B-12: IEP in force by the third birthday, of children referred from Part C', ofRule(rows, 'us.partC.thirdBirthday')),
      rateOf('C4', 'B-13: transition content in force by the 16th birthday', ofRule(rows, 'us.transition.age16')),
      rateOf('C5', 'Re-evaluations within three years', ofRule(rows, 'us.reeval.triennial')),
      rateOf('C6', 'IEPs reviewed within a year', ofRule(rows, 'us.iep.annual')),
      rateOf(
        'C7',
        'Due process: decisions and hearings within their limits',
        rows.filter(({ rule }) => rule.startsWith('us.dueProcess.')),
      ),
      rateOf('C8', 'Discipline: manifestation determinations within 10 school days', ofRule(rows, 'us.discipline.mdr')),
    ],
  };
};
