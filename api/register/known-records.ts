import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { type Nation, nationOf } from '#domain/pupils/nation.ts';
import type { Facts } from '#domain/register/entry.ts';
import type { KnownIdentity } from '#domain/register/match.ts';
import type { StaffMember } from '#domain/register/staff.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';

/** What every pupil of the organisation is known by. `mine`: the pupil is of a school whose register the actor keeps. */
export const identitiesOf = async (
  tx: Transaction,
  actor: Actor,
  today: Day,
): Promise<readonly (KnownIdentity & { mine: boolean; className: string | null })[]> => {
  const { rows } = await sql<KnownIdentity & { mine: boolean; className: string | null }>`
    select pupil.id, pupil.pupil_number as "pupilNumber", pupil.external_id as "externalId", pupil.case_ref as "caseRef",
           pupil.given_name as "givenName", pupil.surname, pupil.known_as as "knownAs", pupil.birthday, pupil.class_name as "className",
           ${visiblePupils(actor, today)} as mine
      from waymark.pupil where pupil.organisation_id = ${actor.scope.organisation}`.execute(tx);
  return rows;
};

export const staffOf = async (tx: Transaction, organisation: string): Promise<readonly StaffMember[]> => {
  const { rows } = await sql<StaffMember>`
    select id, given_name as "givenName", surname, email from waymark.person
     where organisation_id = ${organisation} and left_on is null and employer is null order by surname, given_name`.execute(tx);
  return rows;
};

/** Schools of the actor's, by name. */
export const schoolsOf = async (tx: Transaction, actor: Actor): Promise<readonly { id: string; name: string }[]> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from waymark.school where organisation_id = ${actor.scope.organisation} and id = any(${actor.scope.schools as string[]}::uuid[]) order by name`.execute(
    tx,
  );
  return rows;
};

/** Events that say when a plan was issued and when it was last reviewed, by nation. */
export const EVENTS = {
  england: { issued: 'plan-final', reviewed: 'review-meeting-held', supportReviewed: 'support-review-held' },
  idea: { issued: 'iep-in-effect', reviewed: 'iep-meeting-held', supportReviewed: 'support-review-held' },
} as const;

const latest = (kinds: readonly string[]): RawBuilder<unknown> => sql`
  (select max(e.on_day) from waymark.case_event e
    where e.organisation_id = pupil.organisation_id and e.pupil_id = pupil.id and e.kind = any(${kinds as string[]}::text[]) and e.withdrawn_at is null)`;
const lines = (kind: string): RawBuilder<unknown> => sql`
  (select json_agg(l.words order by l.rank) from waymark.profile_line l
    where l.organisation_id = pupil.organisation_id and l.pupil_id = pupil.id and l.kind = ${kind})`;
const need = (rank: number): RawBuilder<unknown> => sql`
  lateral (select n.id, n.code, coalesce(nullif(n.description, n.code), null) as words from waymark.need n
    where n.organisation_id = pupil.organisation_id and n.pupil_id = pupil.id and n.rank = ${rank} and n.to_day is null order by n.from_day desc nulls last limit 1)`;

/** What the record holds of these pupils, as a register would say it; with the ids of the needs it says it of. */
export type KnownFacts = {
  readonly id: string;
  readonly school: string;
  readonly facts: Facts;
  readonly needs: { readonly primary: string | null; readonly secondary: string | null };
};

/** Facts of pupils, `pupils` chosen by a condition on `waymark.pupil`. */
export const factsWhere = async (
  tx: Transaction,
  organisation: string,
  nation: string,
  chosen: RawBuilder<unknown>,
): Promise<readonly KnownFacts[]> => {
  const events = EVENTS[nation === 'idea' ? 'idea' : 'england'];
  const { rows } = await sql<KnownFacts>`
    select pupil.id, pupil.school_id as school, json_build_object('primary', first.id, 'secondary', second.id) as needs, json_build_object(
      'pupilNumber', coalesce(pupil.pupil_number, substring(pupil.external_id from '^[A-Z][0-9]{11}[0-9A-Z]$')), 'externalId', pupil.external_id, 'caseRef', pupil.case_ref, 'surname', pupil.surname, 'givenName', pupil.given_name,
      'knownAs', pupil.known_as, 'birthday', pupil.birthday, 'sex', pupil.sex, 'yearGroup', pupil.year_group, 'className', pupil.class_name,
      'homeLanguage', pupil.home_language, 'stage', pupil.stage, 'stageSince', pupil.stage_since, 'primaryNeed', first.code, 'primaryWords', first.words,
      'secondaryNeed', second.code, 'keyWorker', pupil.key_worker_id, 'strengths', ${lines('strength')}, 'difficulties', ${lines('difficulty')},
      'strategies', ${lines('strategy')}, 'attendance', pupil.attendance_percent, 'attendanceAsOf', pupil.attendance_as_of,
      'planIssued', ${latest([events.issued])}, 'lastReview', ${latest([events.reviewed, events.supportReviewed])}) as facts
      from waymark.pupil left join ${need(1)} first on true left join ${need(2)} second on true
     where pupil.organisation_id = ${organisation} and ${chosen}
     order by pupil.surname, pupil.given_name, pupil.id`.execute(tx);
  return rows;
};

export const factsOf = (tx: Transaction, organisation: string, nation: string, pupils: readonly string[]): Promise<readonly KnownFacts[]> =>
  factsWhere(tx, organisation, nation, sql`pupil.id = any(${pupils as string[]}::uuid[])`);

/** Facts of the whole register that the actor may see, in the order of surnames; for an export. */
export const factsOfRegister = (tx: Transaction, actor: Actor, today: Day, nation: string): Promise<readonly KnownFacts[]> =>
  factsWhere(tx, actor.scope.organisation, nation, sql`pupil.stage <> 'none' and pupil.left_on is null and ${visiblePupils(actor, today)}`);

export type KnownRemoval = {
  readonly id: string;
  readonly pupil: string;
  readonly kind: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly days: number | null;
  readonly reason: string | null;
};

export const removalsOf = async (tx: Transaction, organisation: string, pupils: readonly string[]): Promise<readonly KnownRemoval[]> => {
  const { rows } = await sql<KnownRemoval>`
    select id, pupil_id as pupil, kind, from_day as "from", to_day as "to", days, why as reason from waymark.removal
     where organisation_id = ${organisation} and pupil_id = any(${pupils as string[]}::uuid[]) order by from_day desc`.execute(tx);
  return rows;
};

export type KnownPartTime = {
  readonly id: string;
  readonly pupil: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly hoursAWeek: number | null;
  readonly reviewOn: Day | null;
  readonly reason: string | null;
};

export const partTimeOf = async (tx: Transaction, organisation: string, pupils: readonly string[]): Promise<readonly KnownPartTime[]> => {
  const { rows } = await sql<KnownPartTime>`
    select id, pupil_id as pupil, from_day as "from", to_day as "to", hours_a_week as "hoursAWeek", review_on as "reviewOn", why as reason from waymark.part_time
     where organisation_id = ${organisation} and pupil_id = any(${pupils as string[]}::uuid[]) order by from_day desc`.execute(tx);
  return rows;
};

/** The nation whose lists and words hold. */
export const nationWhere = async (tx: Transaction, organisation: string): Promise<Nation> => {
  const { rows } = await sql<{ jurisdiction: string }>`
    select jurisdiction from waymark.organisation where organisation_id = ${organisation}`.execute(tx);
  return nationOf(rows[0]?.jurisdiction ?? 'england');
};

/** What a linked workbook said of pupils when it was last imported. */
export const factsSaid = async (tx: Transaction, organisation: string, link: string): Promise<ReadonlyMap<string, Facts>> => {
  const { rows } = await sql<{ pupil: string; facts: Facts }>`
    select pupil_id as pupil, facts from waymark.register_link_fact where organisation_id = ${organisation} and link_id = ${link}`.execute(
    tx,
  );
  return new Map(rows.map(({ pupil, facts }) => [pupil, facts]));
};
