import { sql } from 'kysely';
import type { Relation, Role } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** One reason why somebody may see something of a pupil today. */
export type Tie = {
  readonly role: Role | null;
  readonly relation: Relation | null;
  readonly words: string;
  readonly until: Day | null;
};

/** Somebody with at least one tie to the pupil. */
export type TiedPerson = {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly employer: string | null;
  readonly ties: readonly Tie[];
};

const held = (row: string, today: Day) =>
  sql`${sql.ref(`${row}.from_day`)} <= ${today}::date and (${sql.ref(`${row}.to_day`)} is null or ${sql.ref(`${row}.to_day`)} >= ${today}::date)`;

/** Everyone whom role, team, class, key work or cover ties to the pupil today. Who has left is tied by nothing. */
export const tiedTo = async (tx: Transaction, organisation: string, pupil: string, today: Day): Promise<readonly TiedPerson[]> => {
  const { rows } = await sql<TiedPerson>`
    with pupil as (select * from waymark.pupil where organisation_id = ${organisation} and id = ${pupil}),
    tie as (
      select g.person_id, g.role, null as relation, g.role || ' of the school' as words, g.to_day as until, case g.role when 'coordinator' then 0 else 1 end as rank
        from waymark.role_grant g join pupil on g.organisation_id = pupil.organisation_id and g.school_id = pupil.school_id
       where g.role in ('coordinator','leader') and ${held('g', today)}
      union all
      select m.person_id, null, m.relation, coalesce(m.role_words, ''), m.to_day, 2
        from waymark.team_member m where m.organisation_id = ${organisation} and m.pupil_id = ${pupil} and ${held('m', today)}
      union all
      select pupil.key_worker_id, null, 'supports', 'key worker', null, 3 from pupil where pupil.key_worker_id is not null
      union all
      select t.person_id, null, 'teaches', 'teaches ' || c.name, t.to_day, 4
        from waymark.class_pupil cp
        join waymark.class c on c.organisation_id = cp.organisation_id and c.id = cp.class_id
        join waymark.class_teacher t on t.organisation_id = c.organisation_id and t.class_id = c.id and ${held('t', today)}
       where cp.organisation_id = ${organisation} and cp.pupil_id = ${pupil} and ${held('cp', today)}
      union all
      select v.person_id, null, 'covers', 'covers ' || c.name, v.on_day, 5
        from waymark.cover v
        join waymark.class c on c.organisation_id = v.organisation_id and c.id = v.class_id
        join waymark.class_pupil cp on cp.organisation_id = c.organisation_id and cp.class_id = c.id and cp.pupil_id = ${pupil} and ${held('cp', today)}
       where v.organisation_id = ${organisation} and v.on_day = ${today}::date and v.withdrawn_at is null
    )
    select person.id, person.given_name || ' ' || person.surname as name, person.job_title as "jobTitle", person.employer,
           json_agg(json_build_object('role', tie.role, 'relation', tie.relation, 'words', tie.words, 'until', tie.until) order by tie.rank, tie.words) as ties
      from tie join waymark.person person on person.organisation_id = ${organisation} and person.id = tie.person_id
     where person.left_on is null or person.left_on > ${today}::date
     group by person.id, person.given_name, person.surname, person.job_title, person.employer
     order by min(tie.rank), person.employer nulls first, person.surname`.execute(tx);
  return rows;
};

/** What the page needs of the pupil beside the people. */
export type AccessPupil = {
  readonly name: string;
  readonly givenName: string;
  readonly caseRef: string | null;
  readonly school: string;
  readonly family: readonly {
    readonly id: string;
    readonly name: string;
    readonly relation: string;
    readonly email: string | null;
    readonly restriction: string | null;
  }[];
  readonly documents: readonly { readonly id: string; readonly name: string }[];
  readonly notes: readonly { readonly by: string | null; readonly on: Day; readonly openTo: readonly string[] }[];
};

/** The pupil with family, documents and the restricted notes that exist; never what a note says. */
export const accessPupil = async (tx: Transaction, organisation: string, pupil: string): Promise<AccessPupil | undefined> => {
  const { rows } = await sql<AccessPupil>`
    select coalesce(p.known_as, p.given_name) || ' ' || p.surname as name, coalesce(p.known_as, p.given_name) as "givenName", p.case_ref as "caseRef", s.name as school,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.given_name || ' ' || c.surname, 'relation', c.relation, 'email', c.email, 'restriction', c.restriction)
                  order by c.parental_responsibility desc, c.surname, c.given_name)
                  from waymark.contact c where c.organisation_id = p.organisation_id and c.pupil_id = p.id), '[]') as family,
      coalesce((select json_agg(json_build_object('id', d.id, 'name', d.name) order by d.filed_on desc nulls last, d.name)
                  from waymark.document d where d.organisation_id = p.organisation_id and d.pupil_id = p.id), '[]') as documents,
      coalesce((select json_agg(json_build_object('by', coalesce(e.by_words, w.given_name || ' ' || w.surname), 'on', e.on_day, 'openTo', coalesce(e.open_to, '{}')) order by e.on_day desc)
                  from waymark.log_entry e left join waymark.person w on w.organisation_id = e.organisation_id and w.id = e.by_person
                 where e.organisation_id = p.organisation_id and e.pupil_id = p.id and e.kind = 'restricted-note'), '[]') as notes
    from waymark.pupil p join waymark.school s on s.organisation_id = p.organisation_id and s.id = p.school_id
    where p.organisation_id = ${organisation} and p.id = ${pupil}`.execute(tx);
  return rows[0];
};
