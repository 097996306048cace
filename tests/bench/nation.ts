import type { Clone } from '#tests/clone.ts';
import { PUPILS } from './big-caseload.ts';

const OURS = { ours: 60_000, ourSchools: 50 };

/**
 * How much is put around the school: a tenth of a nation, but the largest organisation at its whole size and the school inside it; all of
 * a nation with WAYMARK_BENCH_NATION=whole, which takes about 20 minutes.
 */
export const NATION =
  process.env.WAYMARK_BENCH_NATION === 'whole'
    ? { pupils: 1_700_000, schools: 25_000, organisations: 2_000, ...OURS }
    : { pupils: 170_000, schools: 2_500, organisations: 200, ...OURS };

/** Each of them has one pupil in seven on the register, with a need, clocks, contacts, a goal measured six times, and facts kept. */
const ON_REGISTER = 7;

/** Fills a clone with made-up pupils who have numbers for names. */
export const addNation = async ({ sql: run }: Clone, ours: string): Promise<void> => {
  const { pupils, schools, organisations, ours: inOurs, ourSchools } = NATION;
  const [each, ourEach] = [Math.ceil((pupils - inOurs) / (schools - ourSchools)), Math.ceil(inOurs / ourSchools)];
  await run(
    `insert into waymark.organisation (organisation_id, name) select gen_random_uuid(), 'Organisation ' || n from generate_series(2, $1::int) n`,
    [organisations],
  );
  await run(
    `create table public.nation as
       select organisation_id, gen_random_uuid() as id, $3::int as roll from
         (select organisation_id, row_number() over (order by organisation_id) as place, count(*) over () as known from waymark.organisation where organisation_id <> $1) o
         join generate_series(1, $2::int) n on n % known = place - 1
       union all select $1, gen_random_uuid(), $5 from generate_series(1, $4::int)`,
    [ours, schools - ourSchools, each, ourSchools, ourEach],
  );
  await run("insert into waymark.school (organisation_id, id, name) select organisation_id, id, 'School' from public.nation");
  await run(
    `insert into waymark.pupil (organisation_id, id, school_id, given_name, surname, year_group, class_name, stage, home_language)
       select organisation_id, gen_random_uuid(), id, 'Given ' || n, 'Surname ' || n, n % 12, 'Class ' || n % 30, case when n % ${ON_REGISTER} = 0 then 'support' else 'none' end, 'English'
         from public.nation, generate_series(1, roll) n`,
  );
  await run(
    `create table public.cases as select p.organisation_id, p.id from waymark.pupil p join public.nation s on s.organisation_id = p.organisation_id and s.id = p.school_id
      where p.stage <> 'none'`,
  );
  const from = 'from public.cases c';
  await run(
    `insert into waymark.need (organisation_id, id, pupil_id, rank, code, description) select organisation_id, gen_random_uuid(), id, 1, 'MLD', 'Made up' ${from}`,
  );
  await run(`insert into waymark.clock (organisation_id, pupil_id, rule, trigger_id, due_on, owed_by, state, shown)
               select organisation_id, id, 'school.plan.review', n::text, date '2026-11-20' + n * 20, 'school', 'running', '{"on":"2026-09-07"}' ${from}, generate_series(1, 2) n`);
  await run(
    `insert into waymark.log_entry (organisation_id, id, pupil_id, kind, on_day, words) select organisation_id, gen_random_uuid(), id, 'call', date '2026-11-01' - n * 9, 'Made up' ${from}, generate_series(1, 2) n`,
  );
  await run(
    `insert into waymark.goal (organisation_id, id, pupil_id, rank, words) select organisation_id, gen_random_uuid(), id, 1, 'Made up' ${from}`,
  );
  await run(`insert into waymark.measurement (organisation_id, id, goal_id, pupil_id, on_day, value)
               select g.organisation_id, gen_random_uuid(), g.id, g.pupil_id, date '2026-09-11' + n * 7, n from waymark.goal g join public.cases c on c.organisation_id = g.organisation_id and c.id = g.pupil_id, generate_series(1, 6) n`);
  await run(`update waymark.case_facts f set facts = sample.facts
               from public.cases c, (select facts from waymark.case_facts where facts is not null limit 1) sample where f.organisation_id = c.organisation_id and f.pupil_id = c.id`);
  await run('vacuum analyze');
  const [{ n } = { n: 0 }] = await run<{ n: number }>('select count(*)::int as n from waymark.pupil');
  if (n < pupils + PUPILS) throw new Error(`The nation came out with ${n} pupils.`);
};
