import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { ProfileFacts } from '#domain/pupils/one-page-profile.ts';
import type { Transaction } from '../database/connection.ts';

/** What a one-page profile is made from, and how the pupil is called on it. */
export type StoredProfile = ProfileFacts & {
  readonly name: string;
  readonly caseRef: string | null;
  readonly yearGroup: number | null;
  readonly className: string | null;
  readonly school: string;
  /** Who answers for the school's support, for whoever has a question. */
  readonly coordinator: string | null;
};

/** One pupil's lines in their order, and the latest of the pupil's own words. */
export const profileOf = async (tx: Transaction, organisation: string, pupil: string, today: Day): Promise<StoredProfile | undefined> => {
  const lines = (kind: string) =>
    sql`array(select l.words from waymark.profile_line l where l.organisation_id = p.organisation_id and l.pupil_id = p.id and l.kind = ${kind} order by l.rank, l.id)`;
  const { rows } = await sql<StoredProfile>`
    select coalesce(p.known_as, p.given_name) || ' ' || p.surname as name, p.case_ref as "caseRef", p.year_group as "yearGroup", p.class_name as "className",
           ${lines('liked')} as liked, ${lines('strength')} as strengths, ${lines('important')} as important, ${lines('strategy')} as strategies,
           ${lines('if-wrong')} as "ifWrong",
           (select c.words from waymark.contribution c where c.organisation_id = p.organisation_id and c.pupil_id = p.id and c.kind = 'pupil-view'
               and c.received_on is not null and c.words is not null order by c.received_on desc, c.id limit 1) as view,
           s.name as school,
           (select w.given_name || ' ' || w.surname from waymark.role_grant g join waymark.person w on w.organisation_id = g.organisation_id and w.id = g.person_id
             where g.organisation_id = p.organisation_id and g.school_id = p.school_id and g.role = 'coordinator'
               and g.from_day <= ${today}::date and (g.to_day is null or g.to_day >= ${today}::date) order by g.from_day, w.surname limit 1) as coordinator
      from waymark.pupil p join waymark.school s on s.organisation_id = p.organisation_id and s.id = p.school_id
     where p.organisation_id = ${organisation} and p.id = ${pupil}`.execute(tx);
  return rows[0];
};
