import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import type { ClockFact } from '#domain/caseload/case-facts.ts';
import { clockShort, clockTask, clockWhy } from '#domain/caseload/clock-words.ts';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';

const TODAY = asDay('2026-11-23');

const clock = (rule: string): ClockFact => ({
  clock: `${rule}~a`,
  rule,
  due: asDay('2026-12-09'),
  owedBy: 'district',
  state: 'running',
  on: asDay('2026-10-05'),
});

describe('what lists call a clock', () => {
  it('is the law’s own title and words where a list has none: a district reads no rule id', () => {
    expect(clockShort(clock('tx.eval.report'))).toBe('Written evaluation report');
    expect(clockTask(clock('us.rights.transfer'))).toBe('Student told of the rights that will transfer');
    expect(clockWhy(clock('tx.eval.report'), TODAY)).toBe('Within 45 school days · from Mon 5 Oct');
  });

  it('is never an id, whichever rule of any nation runs', () => {
    for (const { id } of Object.values(JURISDICTIONS).flatMap(({ rules }) => rules))
      for (const words of [clockShort(clock(id)), clockTask(clock(id)), clockWhy(clock(id), TODAY)]) expect(words).not.toContain(id);
  });
});
