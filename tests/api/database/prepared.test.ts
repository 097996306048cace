import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { aWorld } from '#tests/world.ts';

describe('a statement that stands behind every request', () => {
  it('is planned once on a connection, and still answers each question by its own values', async () => {
    const world = await aWorld();
    const answers = await world.database.within(world.scope, async (tx) => {
      const ask = async (number: number) =>
        (await sql<{ n: number }>`/* prepared */ select ${number}::int + 1 as n`.execute(tx)).rows[0]!.n;
      const plain = (await sql<{ n: number }>`select ${1}::int + 1 as n`.execute(tx)).rows[0]!.n;
      const found = [await ask(1), await ask(41), plain];
      const known = await sql<{
        n: number;
      }>`select count(*)::int as n from pg_prepared_statements where statement like '%::int + 1 as n'`.execute(tx);
      return [...found, known.rows[0]!.n];
    });
    expect(answers).toEqual([2, 42, 2, 1]);
  });

  it('sees only its own organisation, whichever was served on the connection before', async () => {
    const [here, there] = [await aWorld(), await aWorld()];
    await here.enrol({ surname: 'Here' });
    await there.enrol({ surname: 'There' });
    const surnames = (world: typeof here) =>
      world.database.within(world.scope, async (tx) => {
        const { rows } = await sql<{ surname: string }>`/* prepared */ select surname from waymark.pupil`.execute(tx);
        return rows.map(({ surname }) => surname);
      });
    for (let round = 0; round < 8; round += 1) expect([await surnames(here), await surnames(there)]).toEqual([['Here'], ['There']]);
  });

  it('stands in the deed’s own transaction: what a failed deed wrote is gone', async () => {
    const world = await aWorld();
    const pupil = await world.enrol({ surname: 'Before' });
    const renamed = world.database.within(world.scope, async (tx) => {
      await sql`update waymark.pupil set surname = 'After' where id = ${pupil}::uuid`.execute(tx);
      throw new Error('the deed fails');
    });
    await expect(renamed).rejects.toThrow('the deed fails');
    const { rows } = await world.database.within(world.scope, (tx) =>
      sql<{ surname: string }>`select surname from waymark.pupil where id = ${pupil}::uuid`.execute(tx),
    );
    expect(rows).toEqual([{ surname: 'Before' }]);
  });
});
