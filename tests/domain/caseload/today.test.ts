import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { groupOf } from '#domain/caseload/due-groups.ts';
import { clockRow, todayRows, todaySentence } from '#domain/caseload/today.ts';
import { aClock } from '#tests/builders/a-case.ts';

const TODAY = asDay('2026-11-23');
const RUTH = { person: 'ruth', coordinates: true };
const PUPIL = { id: 'p', name: 'Robin Ashby', caseRef: 'WM-4001', yearGroup: 5 };
const row = (rule: string, due: string, more: object = {}, ownerLeft = false, reader = RUTH) =>
  clockRow({ clock: aClock(rule, due, more), pupil: PUPIL, leads: {}, ownerLeft }, TODAY, reader);

describe('what is due today', () => {
  it('the sentence counts only what is mine', () => {
    const rows = [
      row('eng.review.report', '2026-11-20'),
      row('eng.advice.response', '2026-11-16', { owedBy: 'agency' }),
      row('school.review.date', '2026-11-24'),
      row('eng.school.consultation', '2026-11-25'),
      row('school.consent', '2026-11-27'),
    ];
    expect(todaySentence(rows, TODAY)).toBe('1 of yours is late, 1 is due tomorrow, 2 more this week.');
  });

  it('with nothing of mine it says so, and until when', () => {
    expect(todaySentence([row('eng.plan.final', '2026-12-02', { owedBy: 'local-authority' })], TODAY)).toBe(
      'Nothing of yours in the next 14 days.',
    );
  });

  it('a week with one thing to do reads as a sentence', () => {
    expect(todaySentence([row('school.consent', '2026-11-27')], TODAY)).toBe('1 of yours this week.');
  });

  it('late comes first, mine before the others’, and nothing after 14 days is shown', () => {
    const rows = todayRows(
      [
        row('eng.plan.final', '2026-12-08', { owedBy: 'local-authority' }),
        row('school.consent', '2026-11-27'),
        row('eng.advice.response', '2026-11-16', { owedBy: 'agency' }),
        row('eng.review.report', '2026-11-20'),
      ],
      TODAY,
    );
    expect(rows.map(({ title }) => title)).toEqual(['Send the annual review report', 'Advice for the assessment', 'Renew consent']);
  });

  it.each([
    ['2026-11-22', 0],
    ['2026-11-23', 1],
    ['2026-11-24', 1],
    ['2026-11-25', 2],
    ['2026-11-29', 2],
    ['2026-11-30', 3],
  ])('%s stands in group %i', (due, group) => {
    expect(groupOf(asDay(due), TODAY)).toBe(group);
  });

  it('what the council owes can only be explained, what the family owes begins with a call', () => {
    expect(row('eng.plan.final', '2026-12-02', { owedBy: 'local-authority' }).step.words).toBe('Explain');
    expect(row('eng.plan.representations', '2026-11-23', { owedBy: 'family' }).step).toEqual({
      words: 'Log a call',
      deed: 'log-a-call',
      target: 'p',
    });
  });

  it('a date given to a colleague is not the coordinator’s', () => {
    const given = row('school.plan.review', '2026-11-27', { owner: { person: 'leanne', words: 'Leanne Foster', short: 'L Foster' } });
    expect(given.mine).toBe(false);
    expect(given.owner).toEqual({ kind: 'person', words: 'Leanne Foster' });
  });

  it('what somebody owed who has left falls to the coordinator, with the name of whose it was, and to nobody else', () => {
    const owner = { owner: { person: 'gareth', name: 'Gareth Pugh', words: 'Gareth Pugh' } };
    const shown = (reader: typeof RUTH) => {
      const { mine, owner: who } = row('school.review.date', '2026-11-24', owner, true, reader);
      return { mine, who: who.words };
    };
    expect(shown(RUTH)).toEqual({ mine: true, who: 'Gareth Pugh, who has left' });
    expect(shown({ person: 'leanne', coordinates: false })).toEqual({ mine: false, who: 'Gareth Pugh, who has left' });
  });
});
