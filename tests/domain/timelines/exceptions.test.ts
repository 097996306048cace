import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '#domain/timelines/case-event.ts';
import { closureWindow, considerException, isAskedInWindow } from '#domain/timelines/exceptions.ts';
import { ENGLAND } from '#domain/timelines/rules/england.ts';
import { day, happened, hollinBank } from './a-case.ts';

const exceptionOf = (id: string) => ENGLAND.exceptions.find((exception) => exception.id === id)!;

/** Holds an exception against the six weeks of a request of 15 June, which end on 27 July 2026. */
const considered = (id: string, events: readonly CaseEvent[], withCalendar = true) => {
  const trigger = happened('request-received', '2026-06-15');
  const calendars = { holidays: ENGLAND.holidays, ...(withCalendar ? { school: hollinBank } : {}) };
  return considerException(
    exceptionOf(id),
    { trigger, due: day('2026-07-27') },
    { events: [trigger, ...events], calendars },
    day('2026-07-28'),
  );
};

describe('a school that is closed', () => {
  it('for 28 days is closed long enough, for 27 it is not', () => {
    expect(closureWindow({ firstDayClosed: day('2026-07-01'), reopens: day('2026-07-29') }).longEnough).toBe(true);
    expect(closureWindow({ firstDayClosed: day('2026-07-01'), reopens: day('2026-07-28') }).longEnough).toBe(false);
  });

  it('excuses advice asked from a week before it closes to a week before it opens, both days included', () => {
    const summer = closureWindow({ firstDayClosed: day('2026-07-23'), reopens: day('2026-09-02') });
    const asked = ['2026-07-15', '2026-07-16', '2026-08-26', '2026-08-27'].map((on) => isAskedInWindow(day(on), summer));
    expect(asked).toEqual([false, true, true, false]);
  });

  it('is read from the school’s own calendar, with the days that decide', () => {
    const inside = considered('E1', [happened('advice-requested', '2026-07-16', { who: 'school' })]);
    expect(inside).toMatchObject({ applies: true, decidedBy: ['2026-07-16', '2026-08-26', '2026-07-16'] });
    const before = considered('E1', [happened('advice-requested', '2026-07-15', { who: 'school' })]);
    expect(before.because).toBe('The window for asking a head’s advice opened on Thu 16 Jul; the council asked on Wed 15 Jul.');
  });

  it('excuses nothing where nobody asked the school, or where it was health that was asked', () => {
    expect(considered('E1', []).because).toBe('The council has not asked for a head’s advice.');
    expect(considered('E1', [happened('advice-requested', '2026-07-20', { who: 'health' })]).applies).toBe(false);
  });

  it('is not guessed without a calendar', () => {
    const unknown = considered('E1', [happened('advice-requested', '2026-07-20', { who: 'school' })], false);
    expect(unknown).toMatchObject({ applies: false, because: 'Not known: there is no school calendar.' });
  });
});

describe('a child or parent who is away', () => {
  const away = (from: string, until: string | undefined, who = 'child') =>
    considered('E4', [happened('absence-from-area', from, { who, ...(until ? { until: day(until) } : {}) })]);

  it('for 28 days inside the limit excuses, for 27 it does not', () => {
    expect(away('2026-06-20', '2026-07-17').applies).toBe(true);
    expect(away('2026-06-20', '2026-07-16')).toMatchObject({ applies: false, because: 'Away 20 Jun to 16 Jul: 27 days, 28 needed.' });
  });

  it('counts only the days inside', () => {
    expect(away('2026-07-10', '2026-08-20').because).toBe('Away 10 Jul to 20 Aug: 42 days, 18 inside the limit, 28 needed.');
  });

  it('may be the parent', () => {
    expect(away('2026-06-16', '2026-07-20', 'parent')).toMatchObject({
      applies: true,
      because: 'Parent away 16 Jun to 20 Jul: 35 days, 28 needed.',
    });
  });

  it('and has not come back counts to the end of the limit', () => expect(away('2026-06-29', undefined).applies).toBe(true));
});

describe('exceptional circumstances', () => {
  it('are considered once they are recorded, with their ground', () => {
    expect(considered('E3', []).because).toBe('None recorded.');
    const claim = happened('exception-claimed', '2026-07-20', { exception: 'E3', because: 'mother in hospital' });
    expect(considered('E3', [claim])).toMatchObject({ applies: true, because: 'Recorded on Mon 20 Jul: mother in hospital.' });
  });
});
