import { describe, expect, it } from '@jest/globals';
import type { Instant } from '#domain/calendar/day.ts';
import { type ChangeFact, changeOf } from '#domain/caseload/changes.ts';

const VIEW: ChangeFact = {
  id: '1',
  at: '2026-11-23T08:48:00.000Z' as Instant,
  kind: 'contribution',
  pupil: { id: '2', givenName: 'Callum', surname: 'Reid' },
  by: 'Anna Devlin, class teacher',
  about: 'view',
  detail: 'He reads aloud fluently.',
  count: 1,
};

describe('what changed', () => {
  it('is said with who did it and the beginning of what was written', () => {
    expect(changeOf(VIEW)).toMatchObject({ words: 'Anna Devlin gave a view for Callum’s plan', detail: 'He reads aloud fluently.' });
  });

  it('ends after a whole word where what was written is too long, and says that there is more', () => {
    const detail = `${'word '.repeat(23)}instructions, and the rest`;
    expect(changeOf({ ...VIEW, detail }).detail).toBe(`${'word '.repeat(22)}word…`);
  });
});
