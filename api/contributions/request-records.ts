import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Given } from '#domain/contributions/answers.ts';
import type { Door } from '#domain/contributions/askable.ts';
import type { Question, RequestPurpose } from '#domain/contributions/purpose.ts';
import type { Transaction } from '../database/connection.ts';

export type AboutKind = 'concern' | 'referral' | 'meeting';

/** A request as it lies in the record, with the names it is shown with. */
export type StoredRequest = {
  readonly id: string;
  readonly pupil: string;
  readonly purpose: RequestPurpose;
  readonly aboutKind: AboutKind | null;
  readonly aboutId: string | null;
  readonly aboutWords: string | null;
  readonly questions: readonly Question[];
  readonly dueOn: Day;
  readonly askedBy: string;
  readonly asker: string;
  readonly askedAt: Instant;
  readonly goesOutAt: Instant;
  readonly state: 'open' | 'closed' | 'withdrawn';
  readonly ender: string | null;
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
  readonly toldAt: Instant | null;
};

const REQUEST = sql`
  select r.id, r.pupil_id as pupil, r.purpose, r.about_kind as "aboutKind", r.about_id as "aboutId", r.questions, r.due_on as "dueOn",
         r.asked_by as "askedBy", asker.given_name || ' ' || asker.surname as asker, r.asked_at as "askedAt", r.goes_out_at as "goesOutAt",
         r.state, ender.given_name || ' ' || ender.surname as ender, r.ended_at as "endedAt", r.end_reason as "endReason", r.told_at as "toldAt",
         case r.about_kind when 'concern' then (select c.words from waymark.concern c where c.organisation_id = r.organisation_id and c.id = r.about_id)
                           when 'referral' then (select c.words from waymark.referral c where c.organisation_id = r.organisation_id and c.id = r.about_id)
         end as "aboutWords"
    from waymark.contribution_request r
    join waymark.person asker on asker.organisation_id = r.organisation_id and asker.id = r.asked_by
    left join waymark.person ender on ender.organisation_id = r.organisation_id and ender.id = r.ended_by`;

/** One request; undefined where there is none. `lock` holds it until the transaction ends. */
export const requestOf = async (tx: Transaction, organisation: string, id: string, lock = false): Promise<StoredRequest | undefined> => {
  const { rows } = await sql<StoredRequest>`
    ${REQUEST} where r.organisation_id = ${organisation} and r.id = ${id}::uuid ${lock ? sql`for update of r` : sql``}`.execute(tx);
  return rows[0];
};

/** Every request about a pupil, the newest first. */
export const requestsAbout = async (tx: Transaction, organisation: string, pupil: string): Promise<readonly StoredRequest[]> => {
  const { rows } = await sql<StoredRequest>`
    ${REQUEST} where r.organisation_id = ${organisation} and r.pupil_id = ${pupil}::uuid order by r.asked_at desc, r.id`.execute(tx);
  return rows;
};

export type RequestToSave = Pick<
  StoredRequest,
  'id' | 'pupil' | 'purpose' | 'aboutKind' | 'aboutId' | 'questions' | 'dueOn' | 'askedBy' | 'askedAt' | 'goesOutAt'
>;

/** Writes a request. False where there is one of this id already. */
export const insertRequest = async (tx: Transaction, organisation: string, request: RequestToSave): Promise<boolean> => {
  const { id, pupil, purpose, aboutKind, aboutId, questions, dueOn, askedBy, askedAt, goesOutAt } = request;
  const { rows } = await sql`
    insert into waymark.contribution_request (organisation_id, id, pupil_id, purpose, about_kind, about_id, questions, due_on, asked_by, asked_at, goes_out_at)
    values (${organisation}, ${id}, ${pupil}, ${purpose}, ${aboutKind}, ${aboutId}, ${JSON.stringify(questions)}::jsonb, ${dueOn}, ${askedBy},
            ${askedAt}::timestamptz, ${goesOutAt}::timestamptz)
    on conflict (organisation_id, id) do nothing returning id`.execute(tx);
  return rows.length > 0;
};

/** Ends a request that is open. */
export const endRequest = async (
  tx: Transaction,
  organisation: string,
  id: string,
  end: { as: 'closed' | 'withdrawn'; by: string; at: Instant; reason: string | null },
): Promise<void> => {
  await sql`
    update waymark.contribution_request set state = ${end.as}, ended_by = ${end.by}, ended_at = ${end.at}::timestamptz, end_reason = ${end.reason}
     where organisation_id = ${organisation} and id = ${id}::uuid and state = 'open'`.execute(tx);
};

/** Notes that the asker was told how it went; false where they have been told before. */
export const noteTold = async (tx: Transaction, organisation: string, id: string, at: Instant): Promise<boolean> => {
  const { rows } = await sql`
    update waymark.contribution_request set told_at = ${at}::timestamptz
     where organisation_id = ${organisation} and id = ${id}::uuid and state = 'open' and told_at is null returning id`.execute(tx);
  return rows.length > 0;
};

/** Whether a concern, a referral or a meeting is this pupil's. */
export const isOfPupil = async (tx: Transaction, organisation: string, pupil: string, kind: AboutKind, id: string): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from ${sql.table(`waymark.${kind}`)} t
     where t.organisation_id = ${organisation} and t.pupil_id = ${pupil}::uuid and t.id = ${id}::uuid`.execute(tx);
  return rows.length > 0;
};

/** Somebody who was asked, with what they answered and the entry of the record as it stands. */
export type StoredAsked = {
  readonly contribution: string;
  readonly request: string;
  readonly pupil: string;
  readonly person: string | null;
  readonly contact: string | null;
  readonly name: string;
  readonly words: string;
  readonly door: Door;
  readonly answers: readonly Given[] | null;
  readonly answersVersion: number | null;
  readonly answeredAt: Instant | null;
  readonly remindedAt: readonly Instant[];
  readonly steps: readonly string[];
  /** False where the entry was taken out of the record. */
  readonly standing: boolean;
  readonly version: number | null;
  readonly said: string | null;
  readonly receivedOn: Day | null;
  readonly restricted: boolean;
  readonly leftOn: Day | null;
  readonly email: string | null;
  /** The link that goes by letter and still opens. */
  readonly letter: { readonly link: string; readonly printed: boolean } | null;
};

const ASKED = sql`
  select a.contribution_id as contribution, a.request_id as request, a.pupil_id as pupil, a.person_id as person, a.contact_id as contact,
         coalesce(w.given_name || ' ' || w.surname, f.given_name || ' ' || f.surname) as name, a.words, a.door, a.answers,
         a.answers_version as "answersVersion", a.answered_at as "answeredAt", to_json(a.reminded_at) as "remindedAt", a.steps,
         c.id is not null as standing, c.version, c.words as said, c.received_on as "receivedOn",
         coalesce(f.restriction is not null, false) as restricted, w.left_on as "leftOn", coalesce(w.email, f.email) as email,
         (select json_build_object('link', l.id, 'printed', l.sent_at is not null) from waymark.link l
           where l.organisation_id = a.organisation_id and l.about = a.contribution_id and l.way = 'letter' and l.withdrawn_at is null
             and l.locked_at is null order by l.made_at desc, l.id limit 1) as letter
    from waymark.contribution_asked a
    left join waymark.contribution c on c.organisation_id = a.organisation_id and c.id = a.contribution_id
    left join waymark.person w on w.organisation_id = a.organisation_id and w.id = a.person_id
    left join waymark.contact f on f.organisation_id = a.organisation_id and f.id = a.contact_id`;

/** Everybody whom these requests asked, in the order in which they were asked. */
export const askedOf = async (tx: Transaction, organisation: string, requests: readonly string[]): Promise<readonly StoredAsked[]> => {
  const { rows } = await sql<StoredAsked>`
    ${ASKED} where a.organisation_id = ${organisation} and a.request_id = any(${requests}::uuid[]) order by a.request_id, a.rank`.execute(
    tx,
  );
  return rows;
};

/** One asking, by its contribution; undefined where this contribution was not asked for by a request. `lock` holds it. */
export const askedFor = async (
  tx: Transaction,
  organisation: string,
  contribution: string,
  lock = false,
): Promise<StoredAsked | undefined> => {
  const { rows } = await sql<StoredAsked>`
    ${ASKED} where a.organisation_id = ${organisation} and a.contribution_id = ${contribution}::uuid ${lock ? sql`for update of a` : sql``}`.execute(
    tx,
  );
  return rows[0];
};

/** What is asked of a person and not answered, in requests that are open; the next due first. */
export const openFor = async (tx: Transaction, organisation: string, person: string): Promise<readonly StoredAsked[]> => {
  const { rows } = await sql<StoredAsked>`
    ${ASKED} join waymark.contribution_request r on r.organisation_id = a.organisation_id and r.id = a.request_id and r.state = 'open'
     where a.organisation_id = ${organisation} and a.person_id = ${person}::uuid and a.answered_at is null and c.id is not null
     order by r.due_on, r.asked_at, a.contribution_id`.execute(tx);
  return rows;
};

export type AskedToSave = Pick<StoredAsked, 'contribution' | 'request' | 'pupil' | 'person' | 'contact' | 'name' | 'words' | 'door'> & {
  readonly rank: number;
  readonly sort: 'teacher-view' | 'advice' | 'parent-view';
  readonly forWhat: string;
  readonly by: string;
  readonly at: Instant;
  readonly on: Day;
  readonly dueOn: Day;
};

/** Writes the contribution that is asked for as an entry of the record, and beside it who is asked by which way. */
export const insertAsked = async (tx: Transaction, organisation: string, asked: AskedToSave): Promise<void> => {
  const askedOfWords = [asked.name, asked.words].filter(Boolean).join(', ').slice(0, 200);
  await sql`
    insert into waymark.contribution (organisation_id, id, pupil_id, asked_of, contact_id, person_id, kind, for_what, asked_on, due_on,
                                      made_at, made_by, changed_at, changed_by)
    values (${organisation}, ${asked.contribution}, ${asked.pupil}, ${askedOfWords}, ${asked.contact}, ${asked.person}, ${asked.sort},
            ${asked.forWhat}, ${asked.on}, ${asked.dueOn}, ${asked.at}::timestamptz, ${asked.by}, ${asked.at}::timestamptz, ${asked.by})`.execute(
    tx,
  );
  await sql`
    insert into waymark.contribution_asked (organisation_id, contribution_id, request_id, pupil_id, person_id, contact_id, rank, words, door)
    values (${organisation}, ${asked.contribution}, ${asked.request}, ${asked.pupil}, ${asked.person}, ${asked.contact}, ${asked.rank},
            ${asked.words}, ${asked.door})`.execute(tx);
};

/** Keeps what was answered, question by question, and which edition of the entry it is. */
export const keepAnswers = async (
  tx: Transaction,
  organisation: string,
  contribution: string,
  answers: readonly Given[],
  at: Instant,
): Promise<void> => {
  await sql`
    update waymark.contribution_asked a set answers = ${JSON.stringify(answers)}::jsonb, answered_at = ${at}::timestamptz, answers_version = c.version
      from waymark.contribution c
     where a.organisation_id = ${organisation} and a.contribution_id = ${contribution}::uuid
       and c.organisation_id = a.organisation_id and c.id = a.contribution_id`.execute(tx);
};

/** Notes a reminder, and which step of the chase it was where it went by itself. */
export const noteReminded = async (
  tx: Transaction,
  organisation: string,
  contribution: string,
  at: Instant,
  step: string | null,
): Promise<void> => {
  await sql`
    update waymark.contribution_asked
       set reminded_at = reminded_at || ${at}::timestamptz, steps = case when ${step}::text is null then steps else steps || ${step}::text end
     where organisation_id = ${organisation} and contribution_id = ${contribution}::uuid`.execute(tx);
};

/** The card could not be brought: this person is asked by link from now on. */
export const askByLink = async (tx: Transaction, organisation: string, contribution: string): Promise<void> => {
  await sql`
    update waymark.contribution_asked set door = 'link' where organisation_id = ${organisation} and contribution_id = ${contribution}::uuid`.execute(
    tx,
  );
};

/** The pupil whom a request is about; undefined where there is no such request. */
export const pupilOfRequest = async (tx: Transaction, organisation: string, request: string): Promise<string | undefined> =>
  (await requestOf(tx, organisation, request))?.pupil;
