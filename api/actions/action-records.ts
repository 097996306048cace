import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';

export type NewAction = {
  readonly id: string;
  readonly pupil: string;
  readonly meeting: string | null;
  readonly item: number | null;
  readonly words: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly due: Day | null;
  readonly at: Instant;
};

/** The next number of the organisation's actions, for *done 3*; numbers are never used twice. */
async function nextNumber(tx: Transaction, organisation: string): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    insert into waymark.counter (organisation_id, name, value)
    values (${organisation}, 'action', 1 + (select coalesce(max(number), 0) from waymark.action where organisation_id = ${organisation}))
    on conflict (organisation_id, name) do update set value = greatest(waymark.counter.value + 1, excluded.value)
    returning value`.execute(tx);
  return Number(rows[0]?.value);
}

/** Adds an action under its own id; the same id again adds nothing. */
export async function addAction(tx: Transaction, organisation: string, action: NewAction): Promise<void> {
  const { rows } = await sql`select 1 from waymark.action where organisation_id = ${organisation} and id = ${action.id}`.execute(tx);
  if (rows.length > 0) return;
  const number = await nextNumber(tx, organisation);
  await sql`
    insert into waymark.action (organisation_id, id, number, pupil_id, meeting_id, meeting_item, words, owner_id, owner_name, due_on, created_at)
    values (${organisation}, ${action.id}, ${number}, ${action.pupil}, ${action.meeting}, ${action.item}, ${action.words},
            ${action.ownerId}, ${action.ownerName}, ${action.due}, ${action.at}::timestamptz)
    on conflict (organisation_id, id) do nothing`.execute(tx);
}

export type ListedAction = {
  readonly id: string;
  readonly number: number;
  readonly words: string;
  readonly pupil: string | null;
  readonly pupilName: string;
  readonly caseRef: string | null;
  readonly owner: string | null;
  readonly ownerId: string | null;
  readonly due: Day | null;
  readonly doneOn: Day | null;
};

/** The columns of a list, and the condition that leaves actions the reader owns or whose pupil the reader may see. */
const LISTED = sql`
  a.id, a.number, a.words, a.pupil_id as pupil, coalesce(coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname, '') as "pupilName",
  pupil.case_ref as "caseRef", a.owner_name as owner, a.owner_id as "ownerId", a.due_on as due, a.done_on as "doneOn"
    from waymark.action a
    left join waymark.pupil pupil on pupil.organisation_id = a.organisation_id and pupil.id = a.pupil_id`;

const mine = (actor: Actor) => sql<boolean>`a.owner_id = ${actor.person}`;
const seen = (actor: Actor, today: Day) => sql<boolean>`(${mine(actor)} or ${visiblePupils(actor, today)})`;

/** Actions that are not done, the longest overdue first: one's own, or everyone's for the pupils one may see. */
export async function openActionsOf(tx: Transaction, actor: Actor, today: Day, everyone: boolean): Promise<ListedAction[]> {
  const { rows } = await sql<ListedAction>`
    select ${LISTED}
     where a.organisation_id = ${actor.scope.organisation} and a.done_on is null and ${everyone ? seen(actor, today) : mine(actor)}
     order by a.due_on nulls last, a.number`.execute(tx);
  return rows;
}

/** One action by id or number, if the reader owns it or may see its pupil. */
export async function actionBy(tx: Transaction, actor: Actor, today: Day, ask: { action: string } | { number: number }) {
  const which = 'number' in ask ? sql`a.number = ${ask.number}` : sql`a.id = ${ask.action}`;
  const { rows } = await sql<ListedAction>`
    select ${LISTED} where a.organisation_id = ${actor.scope.organisation} and ${which} and ${seen(actor, today)} for update of a`.execute(
    tx,
  );
  return rows[0];
}

/** Writes the day an action was done; the first day stands. */
export async function saveDone(tx: Transaction, actor: Actor, action: string, today: Day): Promise<void> {
  await sql`
    update waymark.action set done_on = ${today}, done_by = ${actor.person}, version = version + 1
     where organisation_id = ${actor.scope.organisation} and id = ${action} and done_on is null`.execute(tx);
}

/** Colleagues to whom a meeting gave something to do that is not done yet. */
export async function ownersOfMeeting(tx: Transaction, organisation: string, meeting: string): Promise<string[]> {
  const { rows } = await sql<{ owner: string }>`
    select distinct a.owner_id as owner from waymark.action a
      join waymark.person p on p.organisation_id = a.organisation_id and p.id = a.owner_id
     where a.organisation_id = ${organisation} and a.meeting_id = ${meeting} and a.done_on is null`.execute(tx);
  return rows.map(({ owner }) => owner);
}
