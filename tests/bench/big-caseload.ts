import type { Actor } from '#domain/access/actor.ts';
import { asDay } from '#domain/calendar/day.ts';
import { hollinBank } from '#local-tenant/school/hollin-bank.ts';
import { personId } from '#server/seed/people-rows.ts';
import { seed } from '#server/seed.ts';
import { aDoor } from '#tests/builders/http-door.ts';
import { type Clone, cloneOf } from '#tests/clone.ts';
import { worldOf } from '#tests/world-of.ts';

export const PUPILS = 400;
export const TODAY = asDay('2026-11-23');

/** Hollin Bank School grown to a register of 400, in a database of its own, behind an open door. */
export const aBigCaseload = async () => {
  const clone = await cloneOf(process.env.WAYMARK_TEST_POSTGRES!);
  const world = await worldOf(clone);
  const school = hollinBank(TODAY);
  await seed(world.database, school, { today: TODAY });
  await growRegister(clone, school.organisation.tenantId, PUPILS);
  await clone.sql('vacuum analyze');
  const ruth: Actor = {
    person: personId('ruth.okafor'),
    name: 'Ruth Okafor',
    roles: ['coordinator'],
    scope: { organisation: school.organisation.tenantId, schools: [school.school.id] },
    door: 'tab',
    timeZone: 'Europe/London',
  };
  const door = await aDoor({ ...world, organisation: ruth.scope.organisation }, ruth);
  const origin = await door.server.listen({ host: '127.0.0.1', port: 0 });
  const { authorization = '' } = await door.headers();
  const close = async () => {
    await door.close();
    await clone.drop();
  };
  return { world, clone, ruth, address: `${origin}/api/caseload`, authorization, close };
};

export type BigCaseload = Awaited<ReturnType<typeof aBigCaseload>>;

/** Puts more of the roll on the register: each newcomer gets a copy of the case of somebody who is on it. */
const growRegister = async ({ sql: run }: Clone, organisation: string, size: number): Promise<void> => {
  await run(
    `create table public.twin as
       select n.id as new_id, o.id as old_id from
         (select id, row_number() over (order by id) as place from waymark.pupil where organisation_id = $1 and stage = 'none') n
         join (select id, row_number() over (order by id) as place, count(*) over () as known from waymark.pupil where organisation_id = $1 and stage <> 'none') o
           on o.place = n.place
        where n.place <= $2 - o.known`,
    [organisation, size],
  );
  await run(`update waymark.pupil p set stage = o.stage, case_ref = 'WM-9' || substr(o.case_ref, 4), key_worker_id = o.key_worker_id, attendance_percent = o.attendance_percent
               from twin join waymark.pupil o on o.id = twin.old_id where p.id = twin.new_id`);
  // A table of its own and not a temporary one: each statement may run on another connection.
  for (const table of ['need', 'profile_line', 'provision_line', 'case_event', 'clock', 'goal']) await copyRows(run, table);
  await run(`insert into waymark.contact (organisation_id, id, pupil_id, given_name, surname, relation)
               select c.organisation_id, gen_random_uuid(), twin.new_id, c.given_name, c.surname, c.relation from waymark.contact c join twin on twin.old_id = c.pupil_id`);
  await run(`insert into waymark.log_entry (organisation_id, id, pupil_id, kind, on_day, words, contact_id)
               select e.organisation_id, gen_random_uuid(), twin.new_id, e.kind, e.on_day, e.words, (select id from waymark.contact c where c.pupil_id = twin.new_id limit 1)
                 from waymark.log_entry e join twin on twin.old_id = e.pupil_id`);
  await run(`insert into waymark.measurement (organisation_id, id, goal_id, pupil_id, on_day, value)
               select m.organisation_id, gen_random_uuid(), g.id, twin.new_id, m.on_day, m.value
                 from twin join waymark.goal g on g.pupil_id = twin.new_id
                 join waymark.goal was on was.pupil_id = twin.old_id and was.rank = g.rank
                 join waymark.measurement m on m.goal_id = was.id`);
};

const copyRows = async (run: Clone['sql'], table: string): Promise<void> => {
  const columns = (
    await run<{ column_name: string }>(
      "select column_name from information_schema.columns where table_schema = 'waymark' and table_name = $1",
      [table],
    )
  ).map(({ column_name }) => column_name);
  const values = columns.map((column) => (column === 'id' ? 'gen_random_uuid()' : column === 'pupil_id' ? 'twin.new_id' : `t.${column}`));
  await run(
    `insert into waymark.${table} (${columns.join(', ')}) select ${values.join(', ')} from waymark.${table} t join twin on twin.old_id = t.pupil_id`,
  );
};
