import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** One of several pupils, as the record has them now. */
export type OneOfMany = {
  readonly id: string;
  readonly name: string;
  readonly leftOn: Day | null;
  readonly keyWorker: string | null;
  readonly keyWorkerName: string | null;
  readonly reviewMonth: string | null;
};

/** These pupils, held until the transaction ends, so that two people who change the same ones come one after the other. */
export const holdPupils = async (tx: Transaction, organisation: string, pupils: readonly string[]): Promise<readonly OneOfMany[]> =>
  (
    await sql<OneOfMany>`
      select pupil.id, coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname as name, pupil.left_on as "leftOn",
             pupil.key_worker_id as "keyWorker", pupil.review_month as "reviewMonth",
             (select p.given_name || ' ' || p.surname from waymark.person p
               where p.organisation_id = pupil.organisation_id and p.id = pupil.key_worker_id) as "keyWorkerName"
        from waymark.pupil pupil
       where pupil.organisation_id = ${organisation} and pupil.id = any(${pupils}::uuid[])
       order by pupil.id
         for update of pupil`.execute(tx)
  ).rows;

/** Gives these pupils a key worker, or none. */
export const writeKeyWorker = async (
  tx: Transaction,
  organisation: string,
  pupils: readonly string[],
  person: string | null,
): Promise<void> => {
  await sql`
    update waymark.pupil set key_worker_id = ${person}::uuid, version = version + 1
     where organisation_id = ${organisation} and id = any(${pupils}::uuid[])`.execute(tx);
};

/** Plans these pupils' next review for a month, or for none. */
export const writeReviewMonth = async (
  tx: Transaction,
  organisation: string,
  pupils: readonly string[],
  month: string | null,
): Promise<void> => {
  await sql`
    update waymark.pupil set review_month = ${month}, version = version + 1
     where organisation_id = ${organisation} and id = any(${pupils}::uuid[])`.execute(tx);
};
