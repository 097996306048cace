import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { AroundPupil } from '#domain/contributions/askable.ts';
import type { Transaction } from '../database/connection.ts';

/** The pupil a request is about, with what the school publishes of its days. */
export type AskedPupil = {
  readonly id: string;
  readonly givenName: string;
  readonly name: string;
  readonly caseRef: string | null;
  readonly leftOn: Day | null;
  readonly calendar: unknown;
};

/** The pupil, whatever the school; undefined where there is none. */
export const askedPupil = async (tx: Transaction, organisation: string, pupil: string): Promise<AskedPupil | undefined> => {
  const { rows } = await sql<AskedPupil>`
    select p.id, coalesce(p.known_as, p.given_name) as "givenName", coalesce(p.known_as, p.given_name) || ' ' || p.surname as name,
           p.case_ref as "caseRef", p.left_on as "leftOn", s.calendar
      from waymark.pupil p join waymark.school s on s.organisation_id = p.organisation_id and s.id = p.school_id
     where p.organisation_id = ${organisation} and p.id = ${pupil}::uuid`.execute(tx);
  return rows[0];
};

const now = (row: string, today: Day) =>
  sql`${sql.ref(`${row}.from_day`)} <= ${today}::date and (${sql.ref(`${row}.to_day`)} is null or ${sql.ref(`${row}.to_day`)} >= ${today}::date)`;

/**
 * Everybody around a pupil on a day: who teaches the pupil's classes, by class and by timetable, with the lessons of a week; the team, the
 * key worker, whoever gives provision, the professionals of the list of agencies, the family; each in the words of what they are first of all. Those who have left are among them, so that a page can say why they cannot be asked.
 * `hasChat` only where the person may also open the record: a card is answered as oneself, a link as somebody from outside.
 */
export const aroundPupil = async (
  tx: Transaction,
  organisation: string,
  { pupil, without }: { pupil: string; without: string },
  today: Day,
): Promise<readonly AroundPupil[]> => {
  const { rows } = await sql<AroundPupil>`
    with taught as (
      select c.id, c.name from waymark.class_pupil cp
        join waymark.class c on c.organisation_id = cp.organisation_id and c.id = cp.class_id and c.ended_on is null
       where cp.organisation_id = ${organisation} and cp.pupil_id = ${pupil}::uuid and ${now('cp', today)}
    ), teaching as (
      select t.person_id, c.id, c.name, true as opens from taught c
        join waymark.class_teacher t on t.organisation_id = ${organisation} and t.class_id = c.id and ${now('t', today)}
      union
      select l.person_id, c.id, c.name, false from taught c
        join waymark.lesson l on l.organisation_id = ${organisation} and l.class_id = c.id
       where not exists (select from waymark.class_teacher t where t.organisation_id = l.organisation_id and t.class_id = l.class_id
                          and t.person_id = l.person_id and ${now('t', today)})
    ), around as (
      select person_id, 'teaches' as relation, opens, 1 as rank,
             name || coalesce((select ', ' || count(*) || case count(*) when 1 then ' lesson a week' else ' lessons a week' end
                                 from waymark.lesson l where l.organisation_id = ${organisation} and l.class_id = teaching.id
                                  and l.person_id = teaching.person_id having count(*) > 0), '') as words
        from teaching
      union all
      select m.person_id, m.relation, true, 2, coalesce(m.role_words, '') from waymark.team_member m
       where m.organisation_id = ${organisation} and m.pupil_id = ${pupil}::uuid and ${now('m', today)}
      union all
      select key_worker_id, 'supports', true, 3, 'key worker' from waymark.pupil
       where organisation_id = ${organisation} and id = ${pupil}::uuid and key_worker_id is not null
      union all
      select l.person_id, 'gives-provision', false, 4, 'gives ' || l.what from waymark.provision_line l
       where l.organisation_id = ${organisation} and l.pupil_id = ${pupil}::uuid and l.person_id is not null
         and (l.from_day is null or l.from_day <= ${today}::date) and (l.to_day is null or l.to_day >= ${today}::date)
      union all
      select g.person_id, 'advises', false, 5, coalesce(g.role, '') from waymark.agency g
       where g.organisation_id = ${organisation} and g.pupil_id = ${pupil}::uuid and g.person_id is not null
         and (g.to_day is null or g.to_day >= ${today}::date)
    ), people as (
      select person_id, (array_agg(relation order by rank))[1] as relation, bool_or(opens) as opens, min(rank) as rank,
             string_agg(distinct words, ' · ') filter (where words <> '' and rank = best) as words
        from (select a.*, min(rank) filter (where words <> '') over (partition by person_id) as best from around a) a group by person_id
    )
    select w.id as person, null::uuid as contact, null::uuid as agency, w.given_name || ' ' || w.surname as name,
           concat_ws(', ', coalesce(p.words, lower(w.job_title)), w.employer) as words, p.relation, w.job_title as "jobTitle", w.employer,
           w.left_on as "leftOn", false as restricted, w.email is not null as "hasEmail",
           p.opens and w.entra_id is not null and exists (
             select from waymark.conversation v where v.organisation_id = w.organisation_id and v.person_id = w.id and v.kind = 'personal'
                and v.closed_at is null) as "hasChat", p.rank, w.surname as by_name
      from people p join waymark.person w on w.organisation_id = ${organisation} and w.id = p.person_id and w.id <> ${without}::uuid
    union all
    select null, null, g.id, g.professional, concat_ws(', ', lower(g.role), g.name), 'advises', g.role, g.name, null, false, g.email is not null, false, 5, g.professional
      from waymark.agency g
     where g.organisation_id = ${organisation} and g.pupil_id = ${pupil}::uuid and g.person_id is null and g.professional is not null
       and (g.to_day is null or g.to_day >= ${today}::date)
       and not exists (select from people p join waymark.person w on w.organisation_id = ${organisation} and w.id = p.person_id where lower(w.email) = lower(g.email))
    union all
    select null, c.id, null, c.given_name || ' ' || c.surname, c.relation, 'family', null, null, null, c.restriction is not null, c.email is not null, false,
           case when c.parental_responsibility then 6 else 7 end, c.surname
      from waymark.contact c where c.organisation_id = ${organisation} and c.pupil_id = ${pupil}::uuid
     order by rank, by_name, name`.execute(tx);
  return rows;
};

/** Since when open requests wait for somebody, by `person/<id>` or `contact/<id>`; the oldest where there are several. */
export const waitingFor = async (tx: Transaction, organisation: string, pupil: string): Promise<ReadonlyMap<string, Day>> => {
  const { rows } = await sql<{ key: string; since: Day }>`
    select coalesce('person/' || a.person_id, 'contact/' || a.contact_id) as key, min(c.asked_on) as since
      from waymark.contribution_asked a
      join waymark.contribution_request r on r.organisation_id = a.organisation_id and r.id = a.request_id and r.state = 'open'
      join waymark.contribution c on c.organisation_id = a.organisation_id and c.id = a.contribution_id
     where a.organisation_id = ${organisation} and a.pupil_id = ${pupil}::uuid and a.answered_at is null group by 1`.execute(tx);
  return new Map(rows.map(({ key, since }) => [key, since]));
};
