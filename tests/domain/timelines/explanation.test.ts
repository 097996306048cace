import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '#domain/calendar/day.ts';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import type { ClockSetting } from '#domain/timelines/compute-clocks.ts';
import { clocksFor } from '#domain/timelines/compute-clocks.ts';
import { type Explanation, explain } from '#domain/timelines/explanation.ts';
import { explanationText } from '#domain/timelines/explanation-text.ts';
import { monthsOver } from '#domain/timelines/months-over.ts';
import { TEXAS } from '#domain/timelines/rules/texas.ts';
import { callumsCase, clockOf, day, happened, hollinBank, inEngland, under } from './a-case.ts';

const owners = { 'local-authority': 'Westmere Council' };
const explained = (rule: string, events: readonly CaseEvent[], setting: ClockSetting): Explanation =>
  explain(clockOf(rule, events, setting), { ...setting, events, owners });

describe('Callum’s final plan, explained on 23 November', () => {
  const explanation = explained('eng.plan.final', callumsCase, inEngland('2026-11-23'));

  it('says what, when, how long, who, and what the school owes', () => {
    expect(explanation).toMatchObject({ title: 'Final EHC plan', due: '2026-12-02', dueWords: 'Wed 2 Dec 2026', standing: '9 days left' });
    expect(`${explanation.duty.who}${explanation.duty.rest}`).toBe(
      'Westmere Council owes this. The school owes nothing here; you watch it.',
    );
    expect(explanation.rule.filter(({ strong }) => strong).map(({ text }) => text)).toEqual([
      'within 20 weeks of the day it received the request',
    ]);
  });

  it('starts from the letter', () => {
    expect(explanation.trigger).toEqual({
      on: '2026-07-15',
      words: 'Council received the request',
      source: { kind: 'document', id: 'letter-1', words: 'letter' },
    });
  });

  it('stands at day 131 of 140', () => {
    expect(explanation.count?.heading).toBe('The count: day 131 of 140');
    const days = explanation.count?.days ?? [];
    expect(days.length).toBe(141);
    expect(days.find(({ time }) => time === 'today')).toMatchObject({ day: '2026-11-23', number: 131 });
    expect(days.at(-1)).toMatchObject({ day: '2026-12-02', number: 140, isDue: true });
  });

  it('hatches the days on which the school was closed and counts them all the same', () => {
    const closed = (explanation.count?.days ?? []).filter(({ schoolClosed }) => schoolClosed);
    expect(closed.map((counted) => counted.day)).toEqual(
      expect.arrayContaining(['2026-07-23', '2026-08-15', '2026-08-16', '2026-09-01', '2026-10-26']),
    );
    expect(closed.map((counted) => counted.day)).not.toContain('2026-10-31');
    expect(closed.every(({ number }) => number !== null)).toBe(true);
  });

  it('names each month over the week in which it begins, and leaves out none that has a counted day', () => {
    const over = (first: string, last: string) => monthsOver(day(first), day(last)).map(({ month, week }) => `${month} ${week}`);
    expect(over('2026-07-15', '2026-12-02')).toEqual(['Jul 0', 'Aug 2', 'Sep 7', 'Oct 11', 'Nov 15', 'Dec 20']);
    expect(over('2026-12-14', '2026-12-29')).toEqual(['Dec 0']);
    expect(over('2026-04-20', '2026-05-20')).toEqual(['Apr 0', 'May 1']);
    expect(over('2026-04-28', '2026-05-20')).toEqual(['Apr 0', 'May 0']);
  });

  it('lists the milestones with what became of each', () => {
    expect(explanation.milestones.map(({ dayWords, words, outcome }) => [dayWords, words, outcome])).toEqual([
      ['Wed 15 Jul', 'Council received the request (day 0)', 'letter'],
      ['Wed 26 Aug', '6 weeks: will it assess?', 'Met on the day'],
      ['Wed 4 Nov', '16 weeks: say if there will be no plan', 'Did not arise'],
      ['Wed 2 Dec', '20 weeks: final plan', '9 days left'],
    ]);
  });

  it('holds each exception against the case, with the two days that decide it', () => {
    expect(explanation.exceptions.map(({ title, applies, because }) => [title, applies, because])).toEqual([
      [
        'School closed four weeks or more',
        false,
        'The window for asking a head’s advice shut on Wed 26 Aug; the council asked on Thu 27 Aug.',
      ],
      ['Child or parent away four weeks', false, 'Away 1 to 14 Aug: 14 days, 28 needed.'],
      ['Exceptional personal circumstances', false, 'None recorded.'],
    ]);
    expect(explanation.exceptions[0]?.decidedBy).toEqual(['2026-08-26', '2026-08-27']);
  });

  it('duty 10 A1, A2: reads the same as text, with its source, the day it was read, and that it is no legal advice', () => {
    const text = explanationText(explanation);
    expect(text).toContain('Wed 2 Dec 2026 (9 days left)');
    expect(text).toContain('School closed four weeks or more. Does not apply. The window');
    expect(text).toContain('SEND Regulations 2014 (SI 2014/1530) reg 13(2)-(3) · rule eng.plan.final · text read Sun 15 Nov 2026');
    expect(text.match(/Information, not legal advice/g)).toHaveLength(1);
    expect(text).not.toMatch(/\*\*|undefined/);
  });
});

describe('dates that people argue about, explained', () => {
  it('an appeal whose time ends in August says where the count ended and why it moved', () => {
    const events = [
      happened('assessment-decision-sent', '2026-06-10', { outcome: 'refuse' }),
      happened('certificate-issued', '2026-06-12'),
    ];
    const explanation = explained('eng.appeal.lodge', events, inEngland('2026-07-01'));
    expect(explanation.due).toBe('2026-09-01');
    expect(explanation.moved).toBe(
      'The count ends on Mon 10 Aug 2026. A limit that ends in August moves to the first working day after 31 August.',
    );
    expect(explanation.weighed.map(({ due, chosen }) => [due, chosen])).toEqual([
      ['2026-09-01', true],
      ['2026-07-13', false],
    ]);
  });

  it('a late amendment notice shows both limits and which decides', () => {
    const events = [happened('review-meeting-held', '2026-06-24'), happened('amendment-notice-sent', '2026-08-05')];
    const explanation = explained('eng.review.amendedFinal', events, inEngland('2026-08-10'));
    expect(explanation.weighed).toEqual([
      { words: '8 weeks from: Council sent notice of the changes it proposes, Wed 5 Aug', due: '2026-09-30', chosen: false },
      { words: '12 weeks from: Review meeting held, Wed 24 Jun', due: '2026-09-16', chosen: true },
    ]);
  });

  it('a phase transfer shows both readings, the earlier first', () => {
    const explanation = explained('eng.phase.other', [happened('phase-transfer-planned', '2027-09-01')], inEngland('2026-11-23'));
    expect(explanation.readings.map((reading) => reading.day)).toEqual(['2027-02-14', '2027-02-15']);
  });

  it('a limit on Easter Monday does not move, and Maundy Thursday is only an aim', () => {
    const explanation = explained('eng.ehcna.decision', [happened('request-received', '2026-02-23')], inEngland('2026-03-01'));
    expect([explanation.due, explanation.aim?.day]).toEqual(['2026-04-06', '2026-04-02']);
  });

  it('an unknown trigger says which day is needed', () => {
    const explanation = explained('eng.ehcna.decision', [happened('request-sent', '2026-07-13')], inEngland('2026-07-20'));
    expect(explanation).toMatchObject({
      dueWords: 'No date yet',
      needed: 'No date yet: we need the day of “Council received the request”.',
    });
    expect(explanation.count).toBeUndefined();
    expect(explanationText(explanation)).toContain('we need the day of');
  });

  it('a claim stands beside the date that it does not move', () => {
    const events = [...callumsCase, happened('exception-claimed', '2026-11-20', { exception: 'E1', because: 'school closed' })];
    expect(explained('eng.plan.final', events, inEngland('2026-12-04'))).toMatchObject({
      standing: '2 days late',
      claim: 'Westmere Council says it may be late: school closed.',
    });
  });

  it('what has not been read in the law is shown as such, and guidance as guidance', () => {
    const report = explained('eng.review.report', [happened('review-meeting-held', '2026-06-24')], inEngland('2026-07-01'));
    expect(report.unverified).toMatch(/^Not verified: The number of the paragraph/);
    const answer = explained('eng.school.consultation', [happened('consultation-sent', '2026-11-10')], inEngland('2026-11-23'));
    expect(answer.guidance).toBe('Guidance expects this; no Act or regulation commands it.');
    expect(`${answer.duty.who}${answer.duty.rest}`).toBe('The school owes this.');
  });

  it('days that a school-day rule leaves out are listed, so that anyone can check with a diary', () => {
    const setting = { ...under(TEXAS, '2026-10-20'), calendars: { holidays: TEXAS.holidays, school: hollinBank } };
    const text = explanationText(explained('tx.request.response', [happened('evaluation-requested', '2026-10-22')], setting));
    expect(text).toContain('Thu 19 Nov 2026');
    expect(text).toContain('Not counted: 24 Oct to 1 Nov, 7 to 8 Nov, 14 to 15 Nov.');
  });
});

describe('a count adds up to the date shown', () => {
  const lengths: Record<string, [string, number]> = {
    'eng.plan.final': ['request-received', 140],
    'eng.ehcna.noPlan': ['request-received', 112],
    'eng.advice.response': ['advice-requested', 42],
    'eng.plan.representations': ['draft-plan-served', 15],
    'eng.appeal.response': ['appeal-received', 30],
    'eng.review.decision': ['review-meeting-held', 28],
    'eng.review.notice': ['review-meeting-booked', 14],
    'eng.mediation.certificate': ['mediation-declined', 3],
  };

  it.each(Object.entries(lengths))('%s', (rule, [kind, length]) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (offset) => {
        const setting = inEngland('2026-11-23');
        const { due, count } = explained(rule, [happened(kind, addDays(day('2025-09-01'), offset))], setting);
        const numbers = count!.days.flatMap(({ number }) => (number === null ? [] : [number]));
        expect(Math.max(...numbers)).toBe(length);
        expect(count!.days.find(({ isDue }) => isDue)?.day).toBe(due);
        const last = rule === 'eng.review.notice' ? count!.days[0] : count!.days.at(-1);
        expect(last).toMatchObject({ isDue: true, number: length });
        expect([...numbers].sort((a, b) => a - b)).toEqual(
          Array.from({ length: numbers.length }, (_, index) => index + length + 1 - numbers.length),
        );
      }),
    );
  });

  it('every day between start and due is shown once, in order', () => {
    for (const clock of clocksFor(callumsCase, inEngland('2026-11-23'))) {
      const { count, due } = explain(clock, { ...inEngland('2026-11-23'), events: callumsCase, owners });
      const days = count!.days.map((counted) => counted.day);
      expect(days).toEqual([...new Set(days)].sort());
      expect(days.length).toBe(daysBetween(clock.trigger!.on, due!) + 1);
    }
  });
});
