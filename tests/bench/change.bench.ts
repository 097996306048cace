import { randomUUID } from 'node:crypto';
import { recountFrom } from '#api/clocks/recount.ts';
import { addDays, asDay, type DayRange } from '#domain/calendar/day.ts';
import { cloneOf } from '#tests/clone.ts';
import { type World, worldOf } from '#tests/world-of.ts';
import type { Measured } from './bench.ts';

const PUPILS = 2_000;
const range = (from: string, to: string): DayRange => ({ from: asDay(from), to: asDay(to) });
const FACTS = {
  terms: [range('2025-08-13', '2026-05-28'), range('2026-08-12', '2027-05-27')],
  daysOff: [{ ...range('2026-12-21', '2027-01-04'), kind: 'holiday' as const, words: 'Winter break' }],
  closures: [],
};
const SNOW = { ...FACTS, closures: [{ on: asDay('2026-12-03'), reason: 'snow', announcedOn: null }] };

/** A school of 2,000 under the law of Texas: consents spread over fourteen months, most of them evaluated long ago. */
const aSchool = async (): Promise<{ world: World; drop: () => Promise<void> }> => {
  const clone = await cloneOf(process.env.WAYMARK_TEST_POSTGRES!);
  const world = await worldOf(clone, { jurisdiction: 'us-tx' });
  const { organisation, school } = world;
  await world.sql(
    `insert into waymark.pupil (organisation_id, id, school_id, case_ref, given_name, surname, stage)
     select $1, gen_random_uuid(), $2, 'WM-' || (10000 + n), 'Pupil', 'No ' || n, 'assessment' from generate_series(1, $3::int) n`,
    [organisation, school, PUPILS],
  );
  await world.sql(
    `insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day)
     select organisation_id, gen_random_uuid(), id, 'consent-received', date '2025-09-01' + (substr(case_ref, 4)::int * 7) % 440 from waymark.pupil where organisation_id = $1`,
    [organisation],
  );
  return { world, drop: () => clone.drop() };
};

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> => {
  const from = performance.now();
  const answer = await work();
  return { ms: Math.round(performance.now() - from), answer };
};

/** Clocks of the organisation that were written at this moment of counting. */
const writtenAt = async (world: World, at: string): Promise<{ clocks: number; pupils: number }> =>
  (
    await world.sql<{ clocks: number; pupils: number }>(
      'select count(*)::int as clocks, count(distinct pupil_id)::int as pupils from waymark.clock where organisation_id = $1 and counted_at = $2',
      [world.organisation, at],
    )
  )[0]!;

/** What one change costs in a school of 2,000 cases, beside counting them all: an event, and a day closed because of snow. */
export const benchChange = async (): Promise<Measured[]> => {
  const { world, drop } = await aSchool();
  try {
    const ruth = await world.actorFor('coordinator');
    await world.casework.changeCalendar(ruth, { school: world.school, version: 1, facts: FACTS });
    const all = await timed(() =>
      world.database.within(world.scope, async (tx) => {
        for (let after: string | null = null, more = true; more; more = after !== null)
          after = await recountFrom(tx, world.organisation, after, world.today, world.clock.now());
      }),
    );
    const everything = await writtenAt(world, world.clock.now());

    world.clock.set('2026-11-23T10:00:00.000Z');
    const [one] = await world.sql<{ id: string }>('select id from waymark.pupil where organisation_id = $1 order by case_ref limit 1', [
      world.organisation,
    ]);
    const said = { kind: 'evaluation-completed', on: addDays(world.today, -3) };
    const event = await timed(() => world.casework.recordEvent(ruth, { pupil: one!.id, id: randomUUID(), said }));
    const byEvent = await writtenAt(world, world.clock.now());

    world.clock.set('2026-11-23T11:00:00.000Z');
    const snow = await timed(() => world.casework.changeCalendar(ruth, { school: world.school, version: 2, facts: SNOW }));
    const bySnow = await writtenAt(world, world.clock.now());
    const share = ({ pupils, clocks }: { pupils: number; clocks: number }) =>
      `${pupils} of ${PUPILS} cases, ${clocks} of ${everything.clocks} clocks`;
    return [
      { name: `all clocks of ${PUPILS} cases counted and written`, value: all.ms, unit: 'ms' },
      { name: `one event: ${share(byEvent)} written`, value: event.ms, unit: 'ms', bar: '1 case' },
      {
        name: `a snow day: ${share(bySnow)} written, ${snow.answer.moved.length} dates moved`,
        value: snow.ms,
        unit: 'ms',
        bar: 'only what moved',
      },
    ];
  } finally {
    await drop();
  }
};
