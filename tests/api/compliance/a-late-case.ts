import { randomUUID } from 'node:crypto';
import { recount } from '#api/clocks/recount.ts';
import { type AyaansCase, ayaansCase } from '#tests/api/meetings/a-case.ts';

/** Ayaan's case with advice asked of Joanna Tse that is a week late, and a request whose plan the council owes. */
export type LateCase = AyaansCase & { readonly advice: string; readonly plan: string };

const event = async ({ world, pupil }: AyaansCase, kind: string, on: string, details: object): Promise<string> => {
  const id = randomUUID();
  await world.sql('insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, details) values ($1, $2, $3, $4, $5, $6)', [
    world.organisation,
    id,
    pupil,
    kind,
    on,
    JSON.stringify(details),
  ]);
  return id;
};

/** Has the clocks of the case counted as of the world's day. */
export const countedAgain = ({ world, pupil }: Pick<AyaansCase, 'world' | 'pupil'>): Promise<number> =>
  world.database.within(world.scope, (tx) =>
    recount(tx, world.organisation, [pupil], world.clock.today('Europe/London'), world.clock.now()),
  );

export const aLateCase = async (): Promise<LateCase> => {
  const story = await ayaansCase();
  const owner = { person: story.people.joanna.id, name: 'Joanna Tse', words: 'Joanna Tse, NHS therapy', short: 'J. Tse, NHS' };
  const asked = await event(story, 'advice-requested', '2026-10-05', { about: 'Speech and language advice', owner });
  const request = await event(story, 'request-received', '2026-07-15', { owner: { words: 'Westmere Council', short: 'Council' } });
  await countedAgain(story);
  return { ...story, advice: `eng.advice.response~${asked}`, plan: `eng.plan.final~${request}` };
};
