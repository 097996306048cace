import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';

/** A pupil as privacy deeds need them: name, case, school, and the days a record’s life is counted from. */
export type Subject = {
  readonly id: string;
  readonly school: string;
  readonly caseRef: string | null;
  readonly name: string;
  readonly givenName: string;
  readonly surname: string;
  readonly knownAs: string | null;
  readonly birthday: Day | null;
  readonly leftOn: Day | null;
  readonly held: boolean;
  readonly keepUntil: Day | null;
  readonly keptReason: string | null;
};

const SUBJECT = sql`
  pupil.id, pupil.school_id as school, pupil.case_ref as "caseRef", coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname as name,
  pupil.given_name as "givenName", pupil.surname, pupil.known_as as "knownAs", pupil.birthday, pupil.left_on as "leftOn",
  exists (select from waymark.legal_hold h where h.organisation_id = pupil.organisation_id and h.pupil_id = pupil.id and h.lifted_at is null) as held,
  decided.keep_until as "keepUntil", decided.reason as "keptReason"`;

const DECIDED = sql`
  left join lateral (select d.keep_until, d.reason from waymark.retention_decision d
     where d.organisation_id = pupil.organisation_id and d.pupil_id = pupil.id order by d.decided_at desc, d.id desc limit 1) decided on true`;

/** One pupil; undefined where there is none of this id. */
export const subjectOf = async (tx: Transaction, organisation: string, pupil: string): Promise<Subject | undefined> => {
  const { rows } = await sql<Subject>`
    select ${SUBJECT} from waymark.pupil pupil ${DECIDED}
     where pupil.organisation_id = ${organisation} and pupil.id = ${pupil}::uuid`.execute(tx);
  return rows[0];
};

/** Everyone the actor may know of who has, or had, a record of support. */
export const subjectsWithRecords = async (tx: Transaction, actor: Actor, today: Day): Promise<readonly Subject[]> => {
  const { rows } = await sql<Subject>`
    select ${SUBJECT} from waymark.pupil pupil ${DECIDED}
     where ${visiblePupils(actor, today)} and (pupil.case_ref is not null or pupil.stage <> 'none')
     order by pupil.surname, pupil.given_name`.execute(tx);
  return rows;
};

/** The nation, and the organisation’s own lengths and waits as set under `privacy`. */
export type PrivacySetting = {
  readonly jurisdiction: string;
  readonly timeZone: string;
  readonly years: Readonly<Record<string, number>>;
  readonly aloneAfterDays: number | null;
};

export const privacySettingOf = async (tx: Transaction, organisation: string): Promise<PrivacySetting> => {
  const { rows } = await sql<PrivacySetting>`
    select jurisdiction, time_zone as "timeZone", coalesce(settings -> 'privacy' -> 'retentionYears', '{}') as years,
           (settings -> 'privacy' ->> 'eraseAloneAfterDays')::int as "aloneAfterDays"
      from waymark.organisation where organisation_id = ${organisation}`.execute(tx);
  return rows[0] ?? { jurisdiction: 'england', timeZone: 'Europe/London', years: {}, aloneAfterDays: null };
};

/** Sets the organisation’s own length for a rule; null goes back to the rule’s own. */
export const setYears = async (tx: Transaction, organisation: string, rule: string, years: number | null): Promise<void> => {
  await sql`
    update waymark.organisation set settings = settings || jsonb_build_object('privacy', coalesce(settings -> 'privacy', '{}') ||
      jsonb_build_object('retentionYears', jsonb_strip_nulls(coalesce(settings -> 'privacy' -> 'retentionYears', '{}') ||
        jsonb_build_object(${rule}::text, ${years}::int))))
     where organisation_id = ${organisation}`.execute(tx);
};

/** Contacts of a pupil, for whoever writes down who asked. */
export const contactsOf = async (tx: Transaction, organisation: string, pupil: string) => {
  const { rows } = await sql<{ id: string; words: string; name: string }>`
    select id, given_name || ' ' || surname || ', ' || relation as words, given_name || ' ' || surname as name from waymark.contact
     where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid order by parental_responsibility desc, surname, given_name`.execute(
    tx,
  );
  return rows;
};

/** What a colleague is called in a list; the command line and colleagues who are not known have words of their own. */
export const named = (column: string) => sql`(select p.given_name || ' ' || p.surname from waymark.person p
  where p.organisation_id = ${sql.ref(column.replace(/\.[^.]*$/, '.organisation_id'))} and p.id = ${sql.ref(column)})`;

/** The school of a pupil and the classes that the pupil is or was in, by id: a family reads their names. */
export const placesOf = async (tx: Transaction, organisation: string, pupil: string): Promise<readonly { id: string; name: string }[]> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select c.id, c.name from waymark.class_pupil m join waymark.class c on c.organisation_id = m.organisation_id and c.id = m.class_id
     where m.organisation_id = ${organisation} and m.pupil_id = ${pupil}::uuid
    union
    select s.id, s.name from waymark.pupil p join waymark.school s on s.organisation_id = p.organisation_id and s.id = p.school_id
     where p.organisation_id = ${organisation} and p.id = ${pupil}::uuid`.execute(tx);
  return rows;
};
