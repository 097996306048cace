import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { QUESTION_SETS } from '#domain/contributions/purpose.ts';
import { type FamilyStory, familyStory } from '#tests/api/links/a-link.ts';

/** Ayaan's case with two class teachers who have Waymark in Teams, and people without it. */
export type RoundRobin = FamilyStory & {
  readonly gareth: Actor;
  readonly sian: Actor;
  /** Asks these people what they see; answers the request as the pupil's page shows it. */
  ask(
    people: readonly string[],
    more?: { readonly request?: string; readonly [field: string]: unknown },
  ): Promise<{ readonly request: string; readonly contributions: Readonly<Record<string, string>> }>;
  /** The request as it stands now. */
  stands(request: string): Promise<Awaited<ReturnType<FamilyStory['world']['casework']['openContributionRequest']>>['request']>;
};

export const DUE = '2026-11-30' as Day;

/** The round-robin's story on Mon 23 Nov 2026, nine o'clock. */
export const roundRobin = async (): Promise<RoundRobin> => {
  const story = await familyStory();
  const { world, pupil, ruth } = story;
  const [gareth, sian] = [await teacherOf(story, 'Gareth', 'Pugh', '9 B English'), await teacherOf(story, 'Sian', 'Morgan', '9 B Science')];
  const stands = async (request: string) => (await world.casework.openContributionRequest(ruth, { request })).request;
  const ask: RoundRobin['ask'] = async (people, more = {}) => {
    const request = more.request ?? randomUUID();
    const { questions } = QUESTION_SETS.concern;
    await world.casework.askContributions(ruth, {
      pupil,
      request,
      purpose: 'concern',
      people: [...people],
      questions: [...questions],
      dueOn: DUE,
      ...more,
    });
    const asked = await stands(request);
    return { request, contributions: Object.fromEntries(asked.people.map(({ name, contribution }) => [name, contribution])) };
  };
  return { ...story, gareth, sian, ask, stands };
};

/** A teacher of one of Ayaan's classes who has spoken with the bot. */
const teacherOf = async ({ world, pupil }: FamilyStory, given: string, surname: string, subject: string): Promise<Actor> => {
  const { sql, organisation, school } = world;
  const teacher = await world.actorFor('teacher');
  await sql('update waymark.person set given_name = $2, surname = $3 where id = $1', [teacher.person, given, surname]);
  const id = randomUUID();
  await sql('insert into waymark.class (organisation_id, id, school_id, name) values ($1, $2, $3, $4)', [
    organisation,
    id,
    school,
    subject,
  ]);
  await sql("insert into waymark.class_pupil values ($1, $2, $3, '2026-09-01', null)", [organisation, id, pupil]);
  await sql("insert into waymark.class_teacher values ($1, $2, $3, '2026-09-01', null)", [organisation, id, teacher.person]);
  for (const weekday of [1, 3])
    await sql(
      "insert into waymark.lesson (organisation_id, id, class_id, person_id, weekday, from_time, to_time) values ($1, gen_random_uuid(), $2, $3, $4, '10:00', '11:00')",
      [organisation, id, teacher.person, weekday],
    );
  await sql(
    "insert into waymark.conversation (organisation_id, conversation_id, kind, person_id, reference) values ($1, $2, 'personal', $3, '{}')",
    [organisation, `a:${teacher.person}`, teacher.person],
  );
  return { ...teacher, name: `${given} ${surname}` };
};

export const person = (actor: Pick<Actor, 'person'>): string => `person/${actor.person}`;
