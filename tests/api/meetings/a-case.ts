import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { type TinyGraph, tinyGraph } from './tiny-graph.ts';

/** Ayaan Malik's case at Hollin Bank School, with everyone whom his annual review needs. */
export type AyaansCase = {
  readonly world: World;
  readonly graph: TinyGraph;
  readonly ruth: Actor;
  readonly pupil: string;
  readonly caseRef: string;
  readonly contact: string;
  readonly people: Readonly<Record<'tomasz' | 'kirsty' | 'joanna' | 'dawn', { id: string; email: string }>>;
  /** A time of that day at the school, in winter time. */
  at(day: string, time: string): Instant;
};

let refs = 397;

const TERM = {
  name: 'Hollin Bank School',
  years: [{ from: '2026-09-02', to: '2026-12-18' }],
  noSchool: [{ from: '2026-10-26', to: '2026-10-30' }],
};

/** `world`: the case stands in this world, whose Microsoft 365 is its own. The case on Mon 23 Nov 2026: his plan was made final on 16 Jan 2026, so the review must be complete by Fri 15 Jan 2027. */
export const ayaansCase = async (options: { planFinal?: string; rooms?: object; world?: World } = {}): Promise<AyaansCase> => {
  const graph = tinyGraph();
  const world = options.world ?? (await aWorld({ graph }));
  const { sql, organisation, school } = world;
  await sql('update waymark.school set calendar = $2 where organisation_id = $1', [
    organisation,
    JSON.stringify({ ...TERM, ...options.rooms }),
  ]);
  const ruth = { ...(await world.actorFor('coordinator')), name: 'Ruth Okafor' };
  await sql("update waymark.person set given_name = 'Ruth', surname = 'Okafor' where id = $1", [ruth.person]);
  refs += 1;
  const caseRef = `WM-0${refs}`;
  const pupil = await world.enrol({
    givenName: 'Ayaan',
    surname: 'Malik',
    caseRef,
    birthday: '2013-03-02',
    yearGroup: 9,
    className: '9 B',
    stage: 'plan',
  });
  await sql("update waymark.pupil set sex = 'male' where id = $1", [pupil]);
  await sql("insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day) values ($1, $2, $3, 'plan-final', $4)", [
    organisation,
    randomUUID(),
    pupil,
    options.planFinal ?? '2026-01-16',
  ]);
  const contact = await family(world, pupil, {
    given: 'Saima',
    surname: 'Malik',
    relation: 'mother',
    email: 'saima@family.example',
    restriction: null,
  });
  await sql("update waymark.contact set language = 'Urdu', needs_interpreter = true where id = $1", [contact]);
  const people = {
    tomasz: await colleague(world, pupil, 'Tomasz', 'Zieliński', 'Head of maths', null, 'teaches', 'tutor, maths'),
    kirsty: await colleague(world, pupil, 'Kirsty', 'Bell', 'Education officer', 'Westmere Council', 'advises', null),
    joanna: await colleague(
      world,
      pupil,
      'Joanna',
      'Tse',
      'Speech and language therapist',
      'NHS therapy',
      'advises',
      'speech and language',
    ),
    dawn: await colleague(world, pupil, 'Dawn', 'Keeling', 'Social care officer', 'Westmere Council', 'advises', null),
  };
  await maths(world, school, people.tomasz.id);
  return { world, graph, ruth, pupil, caseRef, contact, people, at: (day, time) => `${day}T${time}:00.000Z` as Instant };
};

export const family = async (
  world: World,
  pupil: string,
  who: { given: string; surname: string; relation: string; email: string | null; restriction: string | null },
): Promise<string> => {
  const id = randomUUID();
  await world.sql(
    `insert into waymark.contact (organisation_id, id, pupil_id, given_name, surname, relation, parental_responsibility, email, restriction)
     values ($1, $2, $3, $4, $5, $6, true, $7, $8)`,
    [world.organisation, id, pupil, who.given, who.surname, who.relation, who.email, who.restriction],
  );
  return id;
};

const colleague = async (
  world: World,
  pupil: string,
  given: string,
  surname: string,
  job: string,
  employer: string | null,
  relation: string,
  words: string | null,
) => {
  const id = randomUUID();
  const email = `${given.toLowerCase()}.${id.slice(0, 8)}@hollinbank.example`;
  await world.sql(
    'insert into waymark.person (organisation_id, id, given_name, surname, email, job_title, employer) values ($1, $2, $3, $4, $5, $6, $7)',
    [world.organisation, id, given, surname, email, job, employer],
  );
  await world.sql(
    "insert into waymark.team_member (organisation_id, id, pupil_id, person_id, relation, role_words, from_day) values ($1, $2, $3, $4, $5, $6, '2026-09-01')",
    [world.organisation, randomUUID(), pupil, id, relation, words],
  );
  return { id, email };
};

/** Tomasz teaches 9 B maths first thing on Thursdays. */
const maths = async (world: World, school: string, teacher: string): Promise<void> => {
  const id = randomUUID();
  await world.sql("insert into waymark.class (organisation_id, id, school_id, name, subject) values ($1, $2, $3, '9 B Maths', 'Maths')", [
    world.organisation,
    id,
    school,
  ]);
  await world.sql(
    `insert into waymark.lesson (organisation_id, id, class_id, person_id, weekday, from_time, to_time)
     values ($1, gen_random_uuid(), $2, $3, 4, '09:00', '10:00')`,
    [world.organisation, id, teacher],
  );
};
