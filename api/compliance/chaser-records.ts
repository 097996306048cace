import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** Somebody outside the family who can be written to about a case. */
export type ChaserRecipient = {
  readonly id: string;
  readonly name: string;
  readonly work: string | null;
  readonly employer: string | null;
  readonly email: string | null;
};

/**
 * Whom a chaser may go to: the person of whom it is expected, then professionals from outside on the pupil's team, then those of the same
 * employer as the owner is called by, then others from outside. Nobody who has left, and nobody whose address is that of somebody the
 * school must not contact.
 */
export const recipientsOf = async (
  tx: Transaction,
  organisation: string,
  about: { readonly pupil: string; readonly owner: string | null; readonly ownerWords: string | null; readonly today: Day },
): Promise<ChaserRecipient[]> => {
  const { pupil, owner, ownerWords, today } = about;
  const { rows } = await sql<ChaserRecipient>`
    select person.id, person.given_name || ' ' || person.surname as name, person.job_title as work, person.employer, person.email
      from waymark.person person
      left join lateral (select true as on_team from waymark.team_member m where m.organisation_id = person.organisation_id and m.person_id = person.id
             and m.pupil_id = ${pupil} and m.from_day <= ${today}::date and (m.to_day is null or m.to_day >= ${today}::date) limit 1) team on true
     where person.organisation_id = ${organisation} and (person.left_on is null or person.left_on > ${today}::date)
       and (person.employer is not null or person.id = ${owner}::uuid)
       and not exists (select from waymark.contact c where c.organisation_id = person.organisation_id and c.pupil_id = ${pupil} and c.restriction is not null
             and (lower(c.email) = lower(person.email) or lower(c.given_name || ' ' || c.surname) = lower(person.given_name || ' ' || person.surname)))
     order by person.id = ${owner}::uuid desc nulls last, person.employer = ${ownerWords} desc nulls last, team.on_team nulls last,
              person.surname, person.given_name, person.id`.execute(tx);
  return rows;
};

/** Whether an address, or a name, is that of somebody the school must not contact about this pupil. */
export const mustNotBeWrittenTo = async (
  tx: Transaction,
  organisation: string,
  pupil: string,
  { name, email }: { readonly name: string; readonly email: string | null },
): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from waymark.contact where organisation_id = ${organisation} and pupil_id = ${pupil} and restriction is not null
       and (lower(email) = lower(${email}::text) or lower(given_name || ' ' || surname) = lower(${name}))`.execute(tx);
  return rows.length > 0;
};

/** How the pupil and the school are called in a letter, who writes it, and of whom the clock is expected. */
export const letterFacts = async (tx: Transaction, organisation: string, pupil: string, writer: string, rule: string, trigger: string) => {
  const { rows } = await sql<{
    child: string;
    caseRef: string | null;
    leftOn: Day | null;
    school: string;
    telephone: string | null;
    writerWork: string | null;
    owner: string | null;
    ownerWords: string | null;
  }>`
    select p.given_name || ' ' || p.surname as child, p.case_ref as "caseRef", p.left_on as "leftOn", s.name as school, s.telephone,
           (select job_title from waymark.person w where w.organisation_id = p.organisation_id and w.id = ${writer}::uuid) as "writerWork",
           c.shown -> 'owner' ->> 'person' as owner, c.owner_words as "ownerWords"
      from waymark.pupil p
      join waymark.school s on s.organisation_id = p.organisation_id and s.id = p.school_id
      left join waymark.clock c on c.organisation_id = p.organisation_id and c.pupil_id = p.id and c.rule = ${rule} and c.trigger_id = ${trigger}
     where p.organisation_id = ${organisation} and p.id = ${pupil}`.execute(tx);
  return rows[0];
};

/** Days on which a clock was chased. */
export const daysChased = async (
  tx: Transaction,
  organisation: string,
  pupil: string,
  clock: string,
  about: string | null,
): Promise<Day[]> => {
  const { rows } = await sql<{ on: Day }>`
    select distinct on_day as on from waymark.case_event
     where organisation_id = ${organisation} and pupil_id = ${pupil} and kind = 'chased' and withdrawn_at is null
       and (details ->> 'clock' = ${clock} or (details ->> 'clock' is null and details ->> 'about' = ${about})) order by 1`.execute(tx);
  return rows.map(({ on }) => on);
};

/** What a clock's trigger is about, where a case has several of a kind. */
export const matterOf = async (tx: Transaction, organisation: string, trigger: string): Promise<string | null> => {
  const { rows } = await sql<{ about: string | null }>`
    select details ->> 'about' as about from waymark.case_event where organisation_id = ${organisation} and id = ${trigger}::uuid`.execute(
    tx,
  );
  return rows[0]?.about ?? null;
};

export type StoredChaser = {
  readonly id: string;
  readonly pupil: string;
  readonly rule: string;
  readonly trigger: string;
  readonly way: 'email' | 'letter';
  readonly name: string;
  readonly email: string | null;
  readonly subject: string;
  readonly words: string;
};

/** Keeps a chaser word for word, and says on the case's timeline that it went, in one step; the same id again changes nothing. */
export const keepChaser = async (
  tx: Transaction,
  organisation: string,
  chaser: StoredChaser,
  { by, at, on, about, said }: { by: string; at: Instant; on: Day; about: string | null; said: string },
): Promise<void> => {
  const { id, pupil, rule, trigger, way, name, email, subject, words } = chaser;
  await sql`
    insert into waymark.chaser (organisation_id, id, pupil_id, rule, trigger_id, way, to_name, to_email, subject, words, written_by, written_at)
    values (${organisation}, ${id}, ${pupil}, ${rule}, ${trigger}, ${way}, ${name}, ${email}, ${subject}, ${words}, ${by}, ${at}::timestamptz)
    on conflict do nothing`.execute(tx);
  const details = { clock: `${rule}~${trigger}`, said, ...(about ? { about } : {}) };
  await sql`
    insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, details, recorded_by, recorded_at)
    values (${organisation}, ${id}, ${pupil}, 'chased', ${on}, ${JSON.stringify(details)}::jsonb, ${by}, ${at}::timestamptz)
    on conflict do nothing`.execute(tx);
};

export const chaserBy = async (tx: Transaction, organisation: string, id: string) => {
  const { rows } = await sql<StoredChaser & { sentAt: Instant | null }>`
    select id, pupil_id as pupil, rule, trigger_id as trigger, way, to_name as name, to_email as email, subject, words, sent_at as "sentAt"
      from waymark.chaser where organisation_id = ${organisation} and id = ${id} for update`.execute(tx);
  return rows[0];
};

export const markChaserSent = async (tx: Transaction, organisation: string, id: string, at: Instant): Promise<void> => {
  await sql`update waymark.chaser set sent_at = ${at}::timestamptz where organisation_id = ${organisation} and id = ${id}`.execute(tx);
};
