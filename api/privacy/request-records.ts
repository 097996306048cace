import { sql } from 'kysely';
import type { Finding } from '#contract/privacy.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';

/** A request to see the record, as it lies in it. */
export type StoredRequest = {
  readonly id: string;
  readonly pupil: string;
  readonly name: string;
  readonly caseRef: string | null;
  readonly askedBy: string;
  readonly askedAs: 'parent' | 'pupil' | 'representative';
  readonly contact: string | null;
  readonly receivedOn: Day;
  readonly due: Day;
  readonly rule: string;
  readonly state: 'gathering' | 'to-decide' | 'building' | 'ready' | 'answered' | 'withdrawn';
  readonly done: number;
  readonly total: number;
  readonly trouble: string | null;
  readonly expiresAt: Instant | null;
  readonly bytes: number | null;
  readonly pieces: number;
  readonly answeredOn: Day | null;
  readonly answeredHow: string | null;
  readonly version: number;
};

const REQUEST = sql`
  request.id, request.pupil_id as pupil, coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname as name, pupil.case_ref as "caseRef",
  request.asked_by as "askedBy", request.asked_as as "askedAs", request.contact_id as contact, request.received_on as "receivedOn",
  request.due_on as due, request.rule, request.state, request.done, request.total, request.trouble, request.expires_at as "expiresAt",
  request.bytes, (select count(*) from waymark.records_piece p where p.organisation_id = request.organisation_id and p.request_id = request.id) as pieces,
  request.answered_on as "answeredOn", request.answered_how as "answeredHow", request.version`;
const FROM = sql`waymark.records_request request
  join waymark.pupil pupil on pupil.organisation_id = request.organisation_id and pupil.id = request.pupil_id`;

export const requestNamed = async (tx: Transaction, organisation: string, id: string): Promise<StoredRequest | undefined> => {
  const { rows } = await sql<StoredRequest>`select ${REQUEST} from ${FROM}
     where request.organisation_id = ${organisation} and request.id = ${id}::uuid`.execute(tx);
  return rows[0];
};

export const requestsOf = async (tx: Transaction, organisation: string, pupil: string): Promise<readonly StoredRequest[]> => {
  const { rows } = await sql<StoredRequest>`select ${REQUEST} from ${FROM}
     where request.organisation_id = ${organisation} and request.pupil_id = ${pupil}::uuid order by request.received_on desc, request.made_at desc`.execute(
    tx,
  );
  return rows;
};

/** Requests that wait for an answer, the one due first at the top. */
export const openRequests = async (tx: Transaction, actor: Actor, today: Day): Promise<readonly StoredRequest[]> => {
  const { rows } = await sql<StoredRequest>`select ${REQUEST} from ${FROM}
     where ${visiblePupils(actor, today)} and request.state not in ('answered', 'withdrawn') order by request.due_on`.execute(tx);
  return rows;
};

/** False where this request was written down before. */
export const insertRequest = async (
  tx: Transaction,
  organisation: string,
  request: Pick<StoredRequest, 'id' | 'pupil' | 'askedBy' | 'askedAs' | 'contact' | 'receivedOn' | 'due' | 'rule'> & {
    by: string;
    at: Instant;
  },
): Promise<boolean> => {
  const { id, pupil, askedBy, askedAs, contact, receivedOn, due, rule, by, at } = request;
  const { numAffectedRows } = await sql`
    insert into waymark.records_request (organisation_id, id, pupil_id, asked_by, asked_as, contact_id, received_on, due_on, rule, state, made_by, made_at)
    values (${organisation}, ${id}, ${pupil}, ${askedBy}, ${askedAs}, ${contact}, ${receivedOn}, ${due}, ${rule}, 'gathering', ${by}, ${at}::timestamptz)
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
};

/** A request moves on; false where it was no longer in one of the states it moves from. */
export const moveRequest = async (
  tx: Transaction,
  organisation: string,
  id: string,
  from: readonly StoredRequest['state'][],
  to: StoredRequest['state'],
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update waymark.records_request set state = ${to}, trouble = null, done = 0, total = 0, version = version + 1
     where organisation_id = ${organisation} and id = ${id}::uuid and state = any(${[...from]}::text[])`.execute(tx);
  return numAffectedRows === 1n;
};

/** How far the work is, and why it waits if it does. */
export const noteProgress = async (
  tx: Transaction,
  organisation: string,
  id: string,
  progress: { readonly done?: number; readonly total?: number; readonly trouble?: string | null },
): Promise<void> => {
  await sql`
    update waymark.records_request set done = coalesce(${progress.done ?? null}::int, done), total = coalesce(${progress.total ?? null}::int, total),
           trouble = ${progress.trouble ?? null}
     where organisation_id = ${organisation} and id = ${id}::uuid`.execute(tx);
};

/** The archive is whole; it goes at `expiresAt`. */
export const archiveMade = async (tx: Transaction, organisation: string, id: string, bytes: number, expiresAt: Instant): Promise<void> => {
  await sql`update waymark.records_request set bytes = ${bytes}, expires_at = ${expiresAt}::timestamptz
             where organisation_id = ${organisation} and id = ${id}::uuid`.execute(tx);
};

/** How and when a request ended. */
export const endRequest = async (tx: Transaction, organisation: string, id: string, on: Day, how: string): Promise<void> => {
  await sql`update waymark.records_request set answered_on = ${on}, answered_how = ${how}
             where organisation_id = ${organisation} and id = ${id}::uuid`.execute(tx);
};

/** Something to decide, as a reading of the record finds it. */
export type FoundPassage = Pick<Finding, 'id' | 'kind' | 'source' | 'sourceWords' | 'whom' | 'passages' | 'mentions'> & {
  readonly key: string;
};
/** The same with what was decided about it. */
export type StoredFinding = FoundPassage & Pick<Finding, 'choice' | 'ground'>;

export const findingsOf = async (tx: Transaction, organisation: string, request: string): Promise<readonly StoredFinding[]> => {
  const { rows } = await sql<StoredFinding>`
    select id, key, kind, source, source_words as "sourceWords", whom, passages, mentions, choice, ground from waymark.records_finding
     where organisation_id = ${organisation} and request_id = ${request}::uuid order by kind, whom, source_words`.execute(tx);
  return rows;
};

/** Keeps what a reading found. A decision stands where the same was found no more often than before; what is gone is forgotten. */
export const keepFindings = async (
  tx: Transaction,
  organisation: string,
  request: string,
  found: readonly FoundPassage[],
): Promise<void> => {
  await sql`
    with found as (
      select * from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
        as f(id uuid, key text, kind text, source text, "sourceWords" text, whom text, passages jsonb, mentions int)
    ), gone as (
      delete from waymark.records_finding f where f.organisation_id = ${organisation} and f.request_id = ${request}::uuid
         and f.key not in (select key from found)
    )
    insert into waymark.records_finding as f (organisation_id, id, request_id, key, kind, source, source_words, whom, passages, mentions)
    select ${organisation}, n.id, ${request}, n.key, n.kind, n.source, n."sourceWords", n.whom, n.passages, n.mentions from found n
    on conflict (organisation_id, request_id, key) do update
      set passages = excluded.passages, mentions = excluded.mentions, source_words = excluded.source_words, whom = excluded.whom,
          choice = case when excluded.mentions > f.mentions then null else f.choice end`.execute(tx);
};

/** Writes decisions; answers how many findings of the request they met. */
export const writeDecisions = async (
  tx: Transaction,
  organisation: string,
  request: string,
  decisions: readonly { readonly finding: string; readonly choice: string; readonly ground: string | null }[],
  by: string,
  at: Instant,
): Promise<number> => {
  const { numAffectedRows } = await sql`
    update waymark.records_finding f set choice = d.choice, ground = d.ground, decided_by = ${by}, decided_at = ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) as d(finding uuid, choice text, ground text)
     where f.organisation_id = ${organisation} and f.request_id = ${request}::uuid and f.id = d.finding`.execute(tx);
  return Number(numAffectedRows ?? 0n);
};

export const dropPieces = async (tx: Transaction, organisation: string, request: string): Promise<void> => {
  await sql`delete from waymark.records_piece where organisation_id = ${organisation} and request_id = ${request}::uuid`.execute(tx);
};

export const addPiece = async (
  tx: Transaction,
  organisation: string,
  request: string,
  number: number,
  bytes: Uint8Array,
): Promise<void> => {
  await sql`insert into waymark.records_piece (organisation_id, request_id, number, bytes)
            values (${organisation}, ${request}, ${number}, ${Buffer.from(bytes)})`.execute(tx);
};

export const pieceOf = async (tx: Transaction, organisation: string, request: string, number: number): Promise<Buffer | undefined> => {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from waymark.records_piece
     where organisation_id = ${organisation} and request_id = ${request}::uuid and number = ${number}`.execute(tx);
  return rows[0]?.bytes;
};

/** Archives whose time has run out go; a request that was not answered yet can be built again. */
export const expireArchives = async (tx: Transaction, organisation: string, now: Instant): Promise<number> => {
  const { numAffectedRows } = await sql`
    delete from waymark.records_piece p using waymark.records_request r
     where p.organisation_id = ${organisation} and r.organisation_id = p.organisation_id and r.id = p.request_id and r.expires_at <= ${now}::timestamptz`.execute(
    tx,
  );
  await sql`
    update waymark.records_request set state = case when state = 'ready' then 'to-decide' else state end, expires_at = null, version = version + 1
     where organisation_id = ${organisation} and expires_at <= ${now}::timestamptz`.execute(tx);
  return Number(numAffectedRows ?? 0n);
};

/** The next meeting of a pupil that is in the calendar; the record is shown before it (34 CFR 300.613(a)). */
export const nextMeetingOf = async (tx: Transaction, organisation: string, pupil: string, from: Day, zone: string): Promise<Day | null> => {
  const { rows } = await sql<{ on: Day }>`
    select (starts_at at time zone ${zone})::date as "on" from waymark.meeting
     where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid and state in ('being-booked', 'booked')
       and (starts_at at time zone ${zone})::date >= ${from}::date order by starts_at limit 1`.execute(tx);
  return rows[0]?.on ?? null;
};

/** Takes the event of asking back, where a request was withdrawn: its clock ends with it. */
export const withdrawEvent = async (tx: Transaction, organisation: string, pupil: string, about: string, at: Instant): Promise<void> => {
  await sql`
    update waymark.case_event set withdrawn_at = ${at}::timestamptz
     where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid and kind = 'records-requested' and details ->> 'about' = ${about}`.execute(
    tx,
  );
};
