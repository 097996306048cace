import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { hollinBank } from '#local-tenant/school/hollin-bank.ts';
import { seed } from '#server/seed.ts';
import { aWorld } from '#tests/world.ts';

const TODAY = asDay('2026-11-23');

describe('the made-up school in the record', () => {
  it('is written once: a second start adds nothing', async () => {
    const world = await aWorld();
    const school = hollinBank(TODAY);
    const first = await seed(world.database, school, { today: TODAY });
    const count = () =>
      world.sql<{ n: number }>('select count(*)::int as n from waymark.case_event where organisation_id = $1', [
        school.organisation.tenantId,
      ]);
    const [before] = await count();
    const second = await seed(world.database, school, { today: TODAY });
    const [after] = await count();
    expect(first).toEqual({ seeded: true, pupils: 1188, register: 212 });
    expect(second.seeded).toBe(false);
    expect(after).toEqual(before);
  });
});
