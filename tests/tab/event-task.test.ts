import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { lacksOf, saidBy, typedFor } from '#tab/pupil/clocks/event-task.ts';

const fresh = typedFor({ what: 'record', kind: '' }, asDay('2026-11-23'));

describe('an event that is being typed', () => {
  it('says which field keeps it from being recorded', () => {
    expect(lacksOf(fresh)).toEqual({ kind: 'is missing' });
    expect(lacksOf({ ...fresh, kind: 'plan-final', on: '' })).toEqual({ on: 'is missing' });
    expect(lacksOf({ ...fresh, kind: 'absence', on: '2026-11-02', until: '2026-11-31' })).toEqual({
      until: 'is not a day of the calendar',
    });
  });

  it('is ready once nothing lacks', () => {
    expect(saidBy(fresh)).toBeUndefined();
    expect(saidBy({ ...fresh, kind: 'plan-final' })).toEqual({ kind: 'plan-final', on: '2026-11-23' });
  });
});
