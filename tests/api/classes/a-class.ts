import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';

/** 6 Oak with Callum Reid in it, three strategies in his record, its teacher, and the coordinator. */
export const aClass = async () => {
  const world = await aWorld();
  const { sql, organisation, school } = world;
  const ruth = await world.actorFor('coordinator');
  const anna = await world.actorFor('teacher');
  const oak = randomUUID();
  const caseRef = `WM-${9000 + Math.floor(Math.random() * 900)}`;
  const callum = await world.enrol({ givenName: 'Callum', surname: 'Reid', className: '6 Oak', caseRef });
  await sql("insert into waymark.class (organisation_id, id, school_id, name) values ($1, $2, $3, '6 Oak')", [organisation, oak, school]);
  await sql("insert into waymark.class_pupil values ($1, $2, $3, '2026-09-01', null)", [organisation, oak, callum]);
  const teach = (teacher: Actor) =>
    sql("insert into waymark.class_teacher values ($1, $2, $3, '2026-09-01', null)", [organisation, oak, teacher.person]);
  await teach(anna);
  const lines = [randomUUID(), randomUUID(), randomUUID()] as const;
  const words = ['Show, then tell: a picture of the task first', 'Ten minutes’ warning of any change', 'Begin the first sentence together'];
  for (const [index, id] of lines.entries())
    await sql(
      "insert into waymark.profile_line (organisation_id, id, pupil_id, kind, rank, words) values ($1, $2, $3, 'strategy', $4, $5)",
      [organisation, id, callum, index + 1, words[index]],
    );
  return {
    world,
    ruth,
    anna,
    oak,
    callum,
    caseRef,
    lines,
    teach,
    /** Puts other words in the place of a strategy's. */
    reword: (line: string, to: string) => sql('update waymark.profile_line set words = $2 where id = $1', [line, to]),
    /** The teacher leaves the class the day before. */
    leave: (teacher: Actor) => sql("update waymark.class_teacher set to_day = '2026-11-22' where person_id = $1", [teacher.person]),
  };
};
export type AClass = Awaited<ReturnType<typeof aClass>>;
