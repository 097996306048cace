import { describe, expect, it } from '@jest/globals';
import { dayOf } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { explainArgued } from '#domain/timelines/argued-date-explained.ts';
import { ARGUED_DATES } from '#domain/timelines/argued-dates.ts';
import { explanationText } from '#domain/timelines/explanation-text.ts';

const explained = (id: string) => explainArgued(ARGUED_DATES.find((date) => date.id === id)!).explanation;

describe('ten dates that coordinators argue about', () => {
  it('an appeal whose two months end at Christmas is in time on the first working day of January', () => {
    const date = explained('christmas-appeal');
    expect(date.due).toBe('2027-01-04');
    expect(date.moved).toBe(
      'The count ends on Sun 27 Dec 2026. A limit that ends from 25 December to 1 January moves to the first working day after.',
    );
    expect(date.source.citation).toContain('r.12');
  });

  it('a closed school in the summer excuses a late decision and does not move it', () => {
    const date = explained('summer-closure');
    expect(date).toMatchObject({ due: '2026-08-14', state: 'excused' });
    expect(date.exceptions.find(({ id }) => id === 'E1')).toMatchObject({ applies: true });
    expect(date.claim).toBe('Westmere Council says it may be late: school closed from 23 July to 1 September.');
  });

  it('a late amendment notice leaves the amended plan due twelve weeks from the meeting', () => {
    const date = explained('late-amendment-notice');
    expect(date.due).toBe('2026-09-16');
    expect(date.weighed.map(({ due, chosen }) => `${due} ${chosen}`)).toEqual(['2026-09-30 false', '2026-09-16 true']);
    expect(date.milestones.map(({ on, words }) => `${on} ${words}`)).toEqual([
      '2026-06-24 Review meeting held (day 0)',
      '2026-09-16 12 weeks: amended final plan',
    ]);
  });

  it('a plan made on 29 February is reviewed by 28 February', () => {
    expect(explained('leap-day-plan').due).toBe('2029-02-28');
  });

  it('a transfer in the middle of an evaluation changes the date only where both agreed on one', () => {
    const date = explained('transfer-mid-evaluation');
    expect(date.due).toBe('2026-12-01');
    expect(date.moved).toBe('The day that both sides agreed on takes the place of the count.');
    expect(date.exceptionsNote).not.toContain('never moves');
    expect(date.milestones.filter(({ words }) => words.includes('day 0'))).toEqual([]);
  });

  it('a move to secondary school bears two readings, 14 and 15 February, and the earlier is planned for', () => {
    expect(explained('phase-transfer').readings.map(({ day }) => day)).toEqual(['2027-02-14', '2027-02-15']);
    expect(explained('phase-transfer').milestones.filter(({ words }) => words.includes('day 0'))).toEqual([]);
  });

  it('an appeal has the later of two months from the letter and one month from the certificate', () => {
    const date = explained('mediation-certificate');
    expect(date.due).toBe('2026-05-20');
    expect(date.weighed.map(({ due, chosen }) => `${due} ${chosen}`)).toEqual(['2026-05-05 false', '2026-05-20 true']);
    expect(date.weighed[0]?.words).toBe(
      '2 months from: Council told the family whether it will assess, Mon 2 Mar, ending Sat 2 May and moved',
    );
  });

  it('a consultation of a school runs through the Christmas holidays', () => {
    const date = explained('consultation-in-the-holidays');
    expect(date.due).toBe('2026-12-29');
    expect(date.count?.days.filter(({ schoolClosed }) => schoolClosed)).toHaveLength(9);
    expect(date.guidance).toBe('Guidance expects this; no Act or regulation commands it.');
  });

  it('an IEP meeting on 29 February is followed by one by 28 February', () => {
    expect(explained('iep-leap-year').due).toBe('2029-02-28');
  });

  it('sixty days of evaluation run through the summer under the federal rule', () => {
    const date = explained('sixty-days-across-summer');
    expect(date.due).toBe('2026-07-19');
    expect(date.count?.days.every(({ number }) => number !== null)).toBe(true);
  });
});

describe('each of them', () => {
  it.each(ARGUED_DATES.map((date) => [date.id, date] as const))(
    '%s shows trigger, count, exceptions considered and citation',
    (_id, date) => {
      const { explanation, clock } = explainArgued(date);
      expect(explanation.trigger?.words).toBeTruthy();
      expect(explanation.count?.words).toBeTruthy();
      expect(explanation.exceptions.map(({ id }) => id)).toEqual(expect.arrayContaining(clock.rule.unless.filter((id) => id !== 'E2')));
      expect(explanation.source.citation.length).toBeGreaterThan(8);
      expect(explanation.disclaimer).toBe('Information, not legal advice.');
      expect(explanationText(explanation)).toContain(explanation.dueWords);
      expect(explanationText(explanation)).toContain('Exceptions considered\n');
    },
  );

  it.each(ARGUED_DATES.map(({ id, often, answer }) => [id, `${often} ${answer}`] as const))(
    '%s names no day by a wrong weekday',
    (_id, words) => {
      const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
      for (const [said, , date, month, year] of words.matchAll(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d+) (\w{3}) (\d{4})/g))
        expect(dayWordsWithYear(dayOf(Number(year), MONTHS.indexOf(month!) + 1, Number(date)))).toBe(said);
    },
  );

  it('has a name of its own, and there are ten', () => {
    expect(new Set(ARGUED_DATES.map(({ id }) => id)).size).toBe(10);
  });
});
