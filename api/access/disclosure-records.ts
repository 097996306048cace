import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** A row of the audit trail about one pupil, with who it was and what tied them to the pupil on that day. */
export type SeenRow = {
  readonly at: Instant;
  readonly deed: string;
  /** The kind of entries it was done with, where it was. */
  readonly kind: string | null;
  readonly name: string | null;
  readonly jobTitle: string | null;
  readonly employer: string | null;
  readonly door: string;
  readonly role: string | null;
  readonly tie: string | null;
};

/** Something that left the school about the pupil. */
export type SentRow = {
  readonly at: Instant;
  readonly to: string;
  readonly employer: string | null;
  readonly family: boolean;
  readonly what: string;
  readonly by: string | null;
};

/** What the trail says of one pupil, newest first. Visits by link are told by the link, so that each is one line. */
export const seenOf = async (
  tx: Transaction,
  organisation: string,
  pupil: string,
  zone: string,
  most: number,
): Promise<readonly SeenRow[]> => {
  const { rows } = await sql<SeenRow>`
    select entry.at, entry.deed, entry.details ->> 'kind' as kind, coalesce(entry.actor_words, person.given_name || ' ' || person.surname) as name, person.job_title as "jobTitle", person.employer, entry.door,
      (select g.role from waymark.role_grant g where g.organisation_id = entry.organisation_id and g.person_id = entry.actor
          and g.role in ('coordinator','leader') and g.from_day <= day.on and (g.to_day is null or g.to_day >= day.on) order by g.role limit 1) as role,
      coalesce(
        (select coalesce(m.role_words, m.relation) from waymark.team_member m where m.organisation_id = entry.organisation_id and m.pupil_id = ${pupil}
            and m.person_id = entry.actor and m.from_day <= day.on and (m.to_day is null or m.to_day >= day.on) limit 1),
        (select 'teaches ' || c.name from waymark.class_pupil cp join waymark.class c on c.organisation_id = cp.organisation_id and c.id = cp.class_id
            join waymark.class_teacher t on t.organisation_id = c.organisation_id and t.class_id = c.id and t.person_id = entry.actor
           where cp.organisation_id = entry.organisation_id and cp.pupil_id = ${pupil} and t.from_day <= day.on and (t.to_day is null or t.to_day >= day.on) limit 1)) as tie
    from waymark.audit_entry entry
    cross join lateral (select (entry.at at time zone ${zone})::date as on) day
    left join waymark.person person on person.organisation_id = entry.organisation_id and person.id = entry.actor
    where entry.organisation_id = ${organisation} and entry.about = ${pupil}
    order by entry.at desc, entry.id limit ${most}`.execute(tx);
  return rows;
};

/** How many rows the trail holds of one pupil, and the day of the first. */
export const seenSpan = async (
  tx: Transaction,
  organisation: string,
  pupil: string,
  zone: string,
): Promise<{ readonly count: number; readonly since: Day | null }> => {
  const { rows } = await sql<{ count: number; since: Day | null }>`
    select count(*)::int as count, (min(at) at time zone ${zone})::date as since from waymark.audit_entry
     where organisation_id = ${organisation} and about = ${pupil}`.execute(tx);
  return rows[0] ?? { count: 0, since: null };
};

/** Links, invitations and documents that went to somebody, newest first. */
export const sentOf = async (tx: Transaction, organisation: string, pupil: string): Promise<readonly SentRow[]> => {
  const { rows } = await sql<SentRow>`
    select sent.at, sent."to", sent.employer, sent.family, sent.what, sent.by from (
      select l.sent_at as at, coalesce(c.given_name || ' ' || c.surname || ', ' || c.relation, p.given_name || ' ' || p.surname) as "to", p.employer, c.id is not null as family,
             'Link: ' || l.about_words as what, maker.given_name || ' ' || maker.surname as by
        from waymark.link l
        left join waymark.contact c on c.organisation_id = l.organisation_id and c.id = l.contact_id
        left join waymark.person p on p.organisation_id = l.organisation_id and p.id = l.person_id
        left join waymark.person maker on maker.organisation_id = l.organisation_id and maker.id = l.made_by
       where l.organisation_id = ${organisation} and l.pupil_id = ${pupil} and l.sent_at is not null
      union all
      select letter.sent_at, a.name, p.employer, a.contact_id is not null,
             case when letter.key like 'minutes/%' then 'Minutes of a meeting' else 'Invitation to a meeting' end, null
        from waymark.meeting m
        join waymark.meeting_person a on a.organisation_id = m.organisation_id and a.meeting_id = m.id
        join waymark.letter_sent letter on letter.organisation_id = m.organisation_id and (letter.key like 'invitation/' || m.id || '/' || a.id || '/%' or letter.key = 'minutes/' || m.id || '/' || a.id)
        left join waymark.person p on p.organisation_id = a.organisation_id and p.id = a.person_id
       where m.organisation_id = ${organisation} and m.pupil_id = ${pupil}
      union all
      select s.shared_at, p.given_name || ' ' || p.surname, p.employer, false, 'Document: ' || d.name, maker.given_name || ' ' || maker.surname
        from waymark.shared_document s
        join waymark.person p on p.organisation_id = s.organisation_id and p.id = s.person_id
        join waymark.document d on d.organisation_id = s.organisation_id and d.id = s.document_id
        left join waymark.person maker on maker.organisation_id = s.organisation_id and maker.id = s.shared_by
       where s.organisation_id = ${organisation} and s.pupil_id = ${pupil}
      union all
      select (t.given_on + time '12:00')::timestamptz, t.addressee, null, t.reader = 'family', 'Letter: ' || coalesce(t.letter ->> 'title', t.kind),
             giver.given_name || ' ' || giver.surname
        from waymark.letter t
        left join waymark.person giver on giver.organisation_id = t.organisation_id and giver.id = t.given_by
       where t.organisation_id = ${organisation} and t.pupil_id = ${pupil} and t.given_how in ('post','hand')
    ) sent order by sent.at desc`.execute(tx);
  return rows;
};

/** How often a list of many pupils was opened since that day: such a row holds a digest of the pupils, not their ids. */
export const listsOpenedSince = async (tx: Transaction, organisation: string, since: Day): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from waymark.audit_entry
     where organisation_id = ${organisation} and about like 'sha256:%' and at >= ${since}::date`.execute(tx);
  return rows[0]?.count ?? 0;
};
