import type { Day } from '#domain/calendar/day.ts';
import { countWords } from '#domain/calendar/wording.ts';

import type { FactValue, LetterFacts } from '#domain/letters/fact.ts';
import type { Nation } from '#domain/letters/language.ts';
import { columnDay } from '#domain/plans/written-day.ts';
import { choiceWords } from '#domain/record/kind.ts';
import { NEED_CODES } from '#domain/record/kinds/areas.ts';
import { factOf, list } from './fact-of.ts';
import type { LetterCase } from './letter-case-records.ts';
import { dayOf, isBooked } from './meeting-letter-facts.ts';

/** Up to this a school pays from its notional SEN budget, a pupil a year (DfE notional SEN budget guidance 2025-26). */
const THRESHOLD_PENCE = 600_000;
const CYCLES = 6;

const pounds = (pence: number): string => `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): FactValue => ({ as: 'table', head, rows });

type Line = LetterCase['provision'][number];

const plannedWords = ({ minutes, times }: Line): string =>
  minutes === null || times === null ? 'not recorded' : `${minutes} min, ${times} a week`;

/** Only logged sessions count as delivered (duty 2 A4); none logged is said, not taken for none given. */
const deliveredWords = ({ sessions, planned, delivered }: Line): string =>
  sessions === 0 ? 'no session logged' : `${delivered} of ${planned} min in ${countWords(sessions, 'logged session')}`;

const costWords = (lines: readonly Line[]): readonly string[] => {
  const costed = lines.filter(({ cost }) => cost !== null);
  if (costed.length === 0) return [];
  const sum = costed.reduce((all, { cost }) => all + Math.round((cost ?? 0) * 100), 0);
  const without = lines.length - costed.length;
  const above = sum - THRESHOLD_PENCE;
  return [
    `${pounds(sum)} a year for ${countWords(costed.length, 'line')} of provision${without > 0 ? `; ${countWords(without, 'line')} without a cost` : ''}.`,
    above > 0
      ? `${pounds(above)} of it lies above the ${pounds(THRESHOLD_PENCE)} a year that the notional SEN budget is meant to cover.`
      : `It lies within the ${pounds(THRESHOLD_PENCE)} a year that the notional SEN budget is meant to cover.`,
  ];
};

const attendanceWords = ({ attendance, attendanceOn, partTime }: LetterCase, nation: Nation): readonly string[] =>
  attendance === null
    ? []
    : [
        `${attendance}%${attendanceOn ? `, as of ${columnDay(attendanceOn, nation)}` : ''}.`,
        ...partTime.map(
          ({ hours, from }) => `Part-time timetable since ${columnDay(from, nation)}${hours === null ? '' : `: ${hours} hours a week`}.`,
        ),
      ];

/** `22 words`, `1 lesson of 5`. */
const reading = (value: number | null | undefined, unit: string | null): string => {
  if (value === null || value === undefined) return 'not recorded';
  return unit ? `${value} ${value === 1 ? unit.replace(/^(\w+)s\b/, '$1') : unit}` : String(value);
};

const dated = (text: string, on: Day | null, nation: Nation): string => (on ? `${text}, ${columnDay(on, nation)}` : text);

/** A type of need in the census’s whole words: an abbreviation means nothing outside school. */
const kindOfNeed = (code: string, nation: Nation): string => choiceWords(NEED_CODES, code, nation === 'us' ? 'idea' : nation) || code;

/** The evidence of a request: needs, reviewed cycles, provision given of provision planned, cost, attendance, views, advice, documents. */
export const evidenceFacts = (found: LetterCase, nation: Nation, zone: string): LetterFacts => {
  const reviews = found.meetings.filter((one) => !isBooked(one)).slice(0, CYCLES);
  return {
    ...factOf(
      'needs',
      table(
        ['Need', 'Type', 'Source'],
        found.needs.map((need) => [need.words, kindOfNeed(need.code, nation), need.source ?? 'not recorded']),
      ),
      'Needs',
    ),
    ...factOf(
      'cycles',
      table(
        ['Reviewed on', 'What was decided'],
        reviews.map((one) => [
          columnDay(dayOf(one, zone), nation),
          one.entries
            .filter(({ kind }) => kind === 'decision')
            .map(({ words: said }) => said)
            .join(' ') || 'No decision recorded',
        ]),
      ),
      'Meetings held and recorded',
    ),
    ...factOf(
      'goals',
      table(
        ['Goal', 'At the start', 'Latest', 'Target'],
        found.goals.map((goal) => [
          goal.words,
          reading(goal.baseline, goal.unit),
          goal.last ? `${reading(goal.last.value, goal.unit)}, ${columnDay(goal.last.on, nation)}` : 'not measured',
          `${reading(goal.target, goal.unit)}${goal.targetOn ? ` by ${columnDay(goal.targetOn, nation)}` : ''}`,
        ]),
      ),
      'Goals and their measurements',
    ),
    ...factOf(
      'provision',
      table(
        ['Provision', 'Who', 'Planned', 'Delivered'],
        found.provision.map((line) => [line.what, line.who ?? 'not recorded', plannedWords(line), deliveredWords(line)]),
      ),
      'Provision and its session log',
    ),
    ...factOf('costs', list(costWords(found.provision)), 'Cost of each line of provision'),
    ...factOf('attendance', list(attendanceWords(found, nation)), 'The register'),
    ...factOf('familyViews', list(found.views.map((view) => `${dated(view.from, view.on, nation)}: “${view.words}”`)), 'Views received'),
    ...factOf(
      'advice',
      list(found.advice.map((one) => dated(one.about ? `${one.from}: ${one.about}` : one.from, one.on, nation))),
      'Advice received',
    ),
    ...factOf('assessments', list(found.assessments.map((one) => dated(one.instrument, one.on, nation))), 'Assessments'),
    ...factOf('documents', list(found.documents.map((one) => dated(one.name, one.on, nation))), 'The case folder'),
  };
};
