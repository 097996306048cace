import { describe, expect, it } from '@jest/globals';
import { asDay, type Instant } from '#domain/calendar/day.ts';
import { SESSION } from '#domain/record/kinds/session.ts';
import { entryOnTimeline } from '#domain/record/timeline.ts';

const TODAY = asDay('2026-11-23');
const madeAt = '2026-11-20T09:00:00Z' as Instant;
const told = (values: object, about: string | null) =>
  entryOnTimeline(SESSION, { id: 's', values: { on: '2026-11-20', ...values }, madeAt, by: 'Sian Morgan', about }, 'england', TODAY)?.words;

describe('a session on the timeline', () => {
  it('says of what it was, and how long of what was planned', () => {
    expect(told({ state: 'delivered', minutes: 10, planned: 15, note: 'Assembly ran over.' }, 'Sentence starters')).toBe(
      'Sentence starters: delivered, 10 of 15 min · Assembly ran over.',
    );
    expect(told({ state: 'delivered', minutes: 15, planned: 15 }, 'Sentence starters')).toBe('Sentence starters: delivered, 15 min');
  });

  it('that did not take place says why, and no minutes', () => {
    expect(told({ state: 'not-delivered', planned: 15, whyNot: 'pupil-absent' }, 'Sentence starters')).toBe(
      'Sentence starters: not delivered, pupil absent',
    );
  });

  it('of a provision that is not to be found any more is a session', () => {
    expect(told({ state: 'not-delivered', planned: 15, whyNot: 'closure' }, null)).toBe('Session: Not delivered, school closed');
  });
});
