import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { ErasureGround } from '#domain/privacy/erasure.ts';
import type { Transaction } from '../database/connection.ts';
import { named } from './subject-records.ts';

/** An erasure as it lies in the record; it outlives the pupil. */
export type StoredErasure = {
  readonly id: string;
  readonly pupil: string;
  readonly school: string;
  readonly name: string | null;
  readonly caseRef: string | null;
  readonly ground: ErasureGround;
  readonly reason: string;
  readonly keepRoll: boolean;
  readonly toldOn: Day | null;
  readonly state: 'asked' | 'running' | 'done' | 'cancelled';
  readonly asker: string;
  readonly askedBy: string | null;
  readonly askedAt: Instant;
  readonly confirmer: string | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endedWhy: string | null;
  readonly trouble: string | null;
};

const ERASURE = sql`
  erasure.id, erasure.pupil_id as pupil, erasure.school_id as school,
  case when erasure.state <> 'done' then (select coalesce(p.known_as, p.given_name) || ' ' || p.surname from waymark.pupil p
     where p.organisation_id = erasure.organisation_id and p.id = erasure.pupil_id) end as name,
  erasure.case_ref as "caseRef", erasure.ground, erasure.reason, erasure.keep_roll as "keepRoll", erasure.told_on as "toldOn", erasure.state,
  erasure.asked_by as asker, ${named('erasure.asked_by')} as "askedBy", erasure.asked_at as "askedAt",
  erasure.confirmed_by as confirmer, ${named('erasure.confirmed_by')} as "confirmedBy", erasure.confirmed_at as "confirmedAt",
  erasure.ended_at as "endedAt", erasure.ended_why as "endedWhy", erasure.trouble`;

export const erasureNamed = async (tx: Transaction, organisation: string, id: string): Promise<StoredErasure | undefined> => {
  const { rows } = await sql<StoredErasure>`select ${ERASURE} from waymark.erasure erasure
     where erasure.organisation_id = ${organisation} and erasure.id = ${id}::uuid`.execute(tx);
  return rows[0];
};

/** The erasure of this record that is asked for or under way. */
export const openErasureOf = async (tx: Transaction, organisation: string, pupil: string): Promise<StoredErasure | undefined> => {
  const { rows } = await sql<StoredErasure>`select ${ERASURE} from waymark.erasure erasure
     where erasure.organisation_id = ${organisation} and erasure.pupil_id = ${pupil}::uuid and erasure.state in ('asked', 'running')`.execute(
    tx,
  );
  return rows[0];
};

/** Erasures at the actor’s schools, open ones first. */
export const erasuresAt = async (tx: Transaction, { scope }: Actor): Promise<readonly StoredErasure[]> => {
  const { rows } = await sql<StoredErasure>`select ${ERASURE} from waymark.erasure erasure
     where erasure.organisation_id = ${scope.organisation} and erasure.school_id = any(${scope.schools}::uuid[])
     order by erasure.state in ('asked', 'running') desc, erasure.asked_at desc limit 200`.execute(tx);
  return rows;
};

/** False where one of this id was asked for before. */
export const insertErasure = async (
  tx: Transaction,
  organisation: string,
  erasure: Pick<StoredErasure, 'id' | 'pupil' | 'school' | 'caseRef' | 'ground' | 'reason' | 'keepRoll' | 'toldOn'> & {
    by: string;
    at: Instant;
  },
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into waymark.erasure (organisation_id, id, pupil_id, school_id, case_ref, ground, reason, keep_roll, told_on, state, asked_by, asked_at)
    values (${organisation}, ${erasure.id}, ${erasure.pupil}, ${erasure.school}, ${erasure.caseRef}, ${erasure.ground}, ${erasure.reason},
            ${erasure.keepRoll}, ${erasure.toldOn}, 'asked', ${erasure.by}, ${erasure.at}::timestamptz)
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
};

/** The case’s erasure moves on; false where it was no longer where `from` says. */
export const moveErasure = async (
  tx: Transaction,
  organisation: string,
  id: string,
  from: StoredErasure['state'],
  to: { readonly state: StoredErasure['state']; readonly by?: string; readonly why?: string; readonly at: Instant },
): Promise<boolean> => {
  const ended = to.state === 'done' || to.state === 'cancelled';
  const { numAffectedRows } = await sql`
    update waymark.erasure set state = ${to.state}, trouble = null,
           confirmed_by = case when ${to.state} = 'running' then ${to.by ?? null}::uuid else confirmed_by end,
           confirmed_at = case when ${to.state} = 'running' then ${to.at}::timestamptz else confirmed_at end,
           ended_at = case when ${ended} then ${to.at}::timestamptz end, ended_why = ${to.why ?? null}
     where organisation_id = ${organisation} and id = ${id}::uuid and state = ${from}`.execute(tx);
  return numAffectedRows === 1n;
};

/** Why an erasure waits, in words that name nobody; null when it goes on. */
export const noteTrouble = async (tx: Transaction, organisation: string, id: string, trouble: string | null): Promise<void> => {
  await sql`update waymark.erasure set trouble = ${trouble}
             where organisation_id = ${organisation} and id = ${id}::uuid and trouble is distinct from ${trouble}`.execute(tx);
};

/** What stays of the record. */
export const raiseTombstone = async (
  tx: Transaction,
  organisation: string,
  erasure: StoredErasure,
  at: Instant,
  what: object,
): Promise<void> => {
  await sql`
    insert into waymark.tombstone (organisation_id, pupil_id, school_id, erasure_id, case_ref, erased_at, asked_by, confirmed_by, ground, kept_roll, what)
    values (${organisation}, ${erasure.pupil}, ${erasure.school}, ${erasure.id}, ${erasure.caseRef}, ${at}::timestamptz, ${erasure.asker},
            ${erasure.confirmer}, ${erasure.ground}, ${erasure.keepRoll}, ${JSON.stringify(what)}::jsonb)
    on conflict do nothing`.execute(tx);
};

export type StoredTombstone = {
  readonly erasure: string;
  readonly caseRef: string | null;
  readonly erasedAt: Instant;
  readonly ground: ErasureGround;
  readonly askedBy: string | null;
  readonly confirmedBy: string | null;
  readonly keptRoll: boolean;
  readonly back: boolean;
};

/** Tombstones at the actor’s schools, latest first. `back`: a record is there again under the same id, as after a restored backup. */
export const tombstonesAt = async (tx: Transaction, { scope }: Actor): Promise<readonly StoredTombstone[]> => {
  const { rows } = await sql<StoredTombstone>`
    select stone.erasure_id as erasure, stone.case_ref as "caseRef", stone.erased_at as "erasedAt", stone.ground,
           ${named('stone.asked_by')} as "askedBy", ${named('stone.confirmed_by')} as "confirmedBy", stone.kept_roll as "keptRoll",
           exists (select from waymark.pupil p where p.organisation_id = stone.organisation_id and p.id = stone.pupil_id
                      and (not stone.kept_roll or p.case_ref = stone.case_ref)) as back
      from waymark.tombstone stone
     where stone.organisation_id = ${scope.organisation} and stone.school_id = any(${scope.schools}::uuid[])
     order by stone.erased_at desc limit 200`.execute(tx);
  return rows;
};
