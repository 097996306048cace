import { sql } from 'kysely';
import type { Hold } from '#contract/privacy.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';
import { named } from './subject-records.ts';

const HOLD = sql`
  hold.id, hold.pupil_id as pupil, coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname as name, pupil.case_ref as "caseRef", hold.reason,
  ${named('hold.set_by')} as "setBy", hold.set_at as "setAt", ${named('hold.lifted_by')} as "liftedBy", hold.lifted_at as "liftedAt",
  hold.lift_reason as "liftReason"`;
const FROM = sql`waymark.legal_hold hold join waymark.pupil pupil on pupil.organisation_id = hold.organisation_id and pupil.id = hold.pupil_id`;

/** Holds of one pupil, the one in force first. */
export const holdsOf = async (tx: Transaction, organisation: string, pupil: string): Promise<readonly Hold[]> => {
  const { rows } = await sql<Hold>`select ${HOLD} from ${FROM}
     where hold.organisation_id = ${organisation} and hold.pupil_id = ${pupil}::uuid order by hold.lifted_at desc nulls first, hold.set_at desc`.execute(
    tx,
  );
  return rows;
};

/** Holds in force on records that the actor may know of. */
export const holdsInForce = async (tx: Transaction, actor: Actor, today: Day): Promise<readonly Hold[]> => {
  const { rows } = await sql<Hold>`select ${HOLD} from ${FROM}
     where ${visiblePupils(actor, today)} and hold.lifted_at is null order by hold.set_at`.execute(tx);
  return rows;
};

export const insertHold = async (
  tx: Transaction,
  organisation: string,
  hold: { readonly id: string; readonly pupil: string; readonly reason: string; readonly by: string; readonly at: Instant },
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into waymark.legal_hold (organisation_id, id, pupil_id, reason, set_by, set_at)
    values (${organisation}, ${hold.id}, ${hold.pupil}, ${hold.reason}, ${hold.by}, ${hold.at}::timestamptz)
    on conflict (organisation_id, pupil_id) where lifted_at is null do nothing`.execute(tx);
  return numAffectedRows === 1n;
};

/** Whose hold it is, and whether it is in force. */
export const holdNamed = async (tx: Transaction, organisation: string, hold: string) => {
  const { rows } = await sql<{ pupil: string; lifted: boolean }>`
    select pupil_id as pupil, lifted_at is not null as lifted from waymark.legal_hold
     where organisation_id = ${organisation} and id = ${hold}::uuid for update`.execute(tx);
  return rows[0];
};

export const endHold = async (
  tx: Transaction,
  organisation: string,
  hold: string,
  by: string,
  reason: string,
  at: Instant,
): Promise<void> => {
  await sql`update waymark.legal_hold set lifted_by = ${by}, lifted_at = ${at}::timestamptz, lift_reason = ${reason}
             where organisation_id = ${organisation} and id = ${hold}::uuid`.execute(tx);
};
