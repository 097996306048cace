import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { FollowedAction, FollowedClock } from '#domain/compliance/followed-dates.ts';
import { visiblePupils } from '../access/access-records.ts';
import { clockShown } from '../caseload/shown-clock-records.ts';
import type { Transaction } from '../database/connection.ts';

/** Open clocks of the pupils whom the actor may see today. */
export const openClocksOf = async (tx: Transaction, actor: Actor, today: Day): Promise<Omit<FollowedClock, 'ruleTitle'>[]> => {
  const { rows } = await sql<Omit<FollowedClock, 'ruleTitle'>>`
    select ${clockShown} as clock, pupil.case_ref as "caseRef", pupil.id as pupil
      from waymark.clock c join waymark.pupil pupil on pupil.organisation_id = c.organisation_id and pupil.id = c.pupil_id
     where c.organisation_id = ${actor.scope.organisation} and c.state in ('running', 'late', 'excused') and pupil.left_on is null
       and ${visiblePupils(actor, today)}
     order by c.due_on, c.rule, pupil.id`.execute(tx);
  return rows;
};

/** The actor's own open actions that have a date. */
export const ownActionsOf = async (tx: Transaction, actor: Actor): Promise<FollowedAction[]> => {
  const { rows } = await sql<FollowedAction>`
    select a.id, a.number, a.due_on as due, p.case_ref as "caseRef", p.id as pupil
      from waymark.action a left join waymark.pupil p on p.organisation_id = a.organisation_id and p.id = a.pupil_id
     where a.organisation_id = ${actor.scope.organisation} and a.owner_id = ${actor.person} and a.done_on is null and a.due_on is not null
       and p.left_on is null
     order by a.due_on, a.number`.execute(tx);
  return rows;
};

/** The mailbox of a person, also of one who has left: what was placed there must still be taken out. */
export const mailboxOf = async (tx: Transaction, organisation: string, person: string): Promise<string | null> => {
  const { rows } = await sql<{ email: string | null }>`
    select email from waymark.person where organisation_id = ${organisation} and id = ${person}::uuid`.execute(tx);
  return rows[0]?.email ?? null;
};

/** The account of a person who has not left; undefined for anybody else. */
export const accountOfPerson = async (tx: Transaction, organisation: string, person: string) => {
  const { rows } = await sql<{ entraId: string | null }>`
    select entra_id as "entraId" from waymark.person where organisation_id = ${organisation} and id = ${person}::uuid and left_on is null`.execute(
    tx,
  );
  return rows[0];
};

export type StoredFeed = {
  readonly digest: Uint8Array;
  readonly whose: 'all' | 'mine';
  readonly madeAt: Instant;
  readonly readAt: Instant | null;
  readonly hourFrom: Instant | null;
  readonly readsInHour: number;
};

/** A person's feed; locked while it is being read, so that readings are counted. */
export const feedOf = async (tx: Transaction, organisation: string, person: string, lock = false): Promise<StoredFeed | undefined> => {
  const { rows } = await sql<StoredFeed>`
    select digest, whose, made_at as "madeAt", read_at as "readAt", hour_from as "hourFrom", reads_in_hour as "readsInHour"
      from waymark.date_feed where organisation_id = ${organisation} and person_id = ${person}::uuid ${lock ? sql`for update` : sql``}`.execute(
    tx,
  );
  return rows[0];
};

/** Keeps a new feed in the place of the old one, whose address opens nothing from then on. */
export const saveFeed = async (
  tx: Transaction,
  organisation: string,
  person: string,
  feed: { readonly digest: Uint8Array; readonly whose: 'all' | 'mine'; readonly at: Instant },
): Promise<void> => {
  await sql`
    insert into waymark.date_feed (organisation_id, person_id, digest, whose, made_at)
    values (${organisation}, ${person}, ${Buffer.from(feed.digest)}, ${feed.whose}, ${feed.at}::timestamptz)
    on conflict (organisation_id, person_id) do update set digest = excluded.digest, whose = excluded.whose, made_at = excluded.made_at,
      read_at = null, hour_from = null, reads_in_hour = 0`.execute(tx);
};

export const dropFeed = async (tx: Transaction, organisation: string, person: string): Promise<void> => {
  await sql`delete from waymark.date_feed where organisation_id = ${organisation} and person_id = ${person}::uuid`.execute(tx);
};

/** Counts a reading within the hour that began at `hourFrom`. */
export const countReading = async (
  tx: Transaction,
  organisation: string,
  person: string,
  reading: { readonly at: Instant; readonly hourFrom: Instant; readonly count: number },
): Promise<void> => {
  await sql`
    update waymark.date_feed set read_at = ${reading.at}::timestamptz, hour_from = ${reading.hourFrom}::timestamptz, reads_in_hour = ${reading.count}
     where organisation_id = ${organisation} and person_id = ${person}::uuid`.execute(tx);
};
