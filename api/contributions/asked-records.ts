import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** The pupil as somebody who was asked knows them. */
export type AskedAboutPupil = {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly caseRef: string | null;
  readonly yearGroup: number | null;
  readonly className: string | null;
  readonly leftOn: Day | null;
};

/** The pupils, by id. */
export const pupilsAskedAbout = async (
  tx: Transaction,
  organisation: string,
  pupils: readonly string[],
): Promise<ReadonlyMap<string, AskedAboutPupil>> => {
  const { rows } = await sql<AskedAboutPupil>`
    select p.id, coalesce(p.known_as, p.given_name) || ' ' || p.surname as name, coalesce(p.known_as, p.given_name) as "givenName",
           p.case_ref as "caseRef", p.year_group as "yearGroup", p.class_name as "className", p.left_on as "leftOn"
      from waymark.pupil p where p.organisation_id = ${organisation} and p.id = any(${pupils}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
};

export const pupilAskedAbout = async (tx: Transaction, organisation: string, pupil: string): Promise<AskedAboutPupil | undefined> =>
  (await pupilsAskedAbout(tx, organisation, [pupil])).get(pupil);
