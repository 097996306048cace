import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { GoalToScore } from '#domain/caseload/score.ts';
import type { Transaction } from '../database/connection.ts';

/** A goal with its points, and whose it is; held until the transaction ends, so that two scores of one day come one after another. */
export const goalToScore = async (tx: Transaction, organisation: string, goal: string) => {
  const { rows } = await sql<GoalToScore & { pupil: string }>`
    select g.pupil_id as pupil, g.words, g.unit, g.baseline, g.baseline_on as "baselineOn", g.target, g.target_on as "targetOn", g.state, g.met_on as "metOn",
           (select coalesce(json_agg(json_build_array(m.on_day, m.value) order by m.on_day), '[]') from waymark.measurement m
             where m.organisation_id = g.organisation_id and m.goal_id = g.id) as points
      from waymark.goal g where g.organisation_id = ${organisation} and g.id = ${goal}::uuid for update`.execute(tx);
  return rows[0];
};

export type ScoreToAdd = {
  readonly id: string;
  readonly goal: string;
  readonly pupil: string;
  readonly on: Day;
  readonly value: number;
  readonly by: string;
  readonly note: string | null;
  readonly at: Instant;
};

/** Adds a progress point. */
export const addScore = async (tx: Transaction, organisation: string, score: ScoreToAdd) => {
  await sql`
    insert into waymark.measurement (organisation_id, id, goal_id, pupil_id, on_day, value, by_person, note, recorded_at)
    values (${organisation}, ${score.id}, ${score.goal}, ${score.pupil}, ${score.on}, ${score.value}, ${score.by}, ${score.note}, ${score.at}::timestamptz)`.execute(
    tx,
  );
};
