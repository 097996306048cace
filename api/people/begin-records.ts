import { sql } from 'kysely';
import type { Role } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

type First = {
  readonly organisation: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly timeZone: string;
  readonly school: string;
  readonly from: Day;
  readonly people: readonly {
    readonly id: string;
    readonly account: string;
    readonly givenName: string;
    readonly surname: string;
    readonly email: string;
    readonly jobTitle: string | null;
    readonly role: Role;
  }[];
};

/** The first rows of an organisation; `false` where somebody else wrote them a moment ago. One person may hold several roles. */
export const addFirst = async (
  tx: Transaction,
  { organisation, name, jurisdiction, timeZone, school, from, people }: First,
): Promise<boolean> => {
  const { rows } = await sql`insert into waymark.organisation (organisation_id, name, jurisdiction, time_zone)
    values (${organisation}, ${name}, ${jurisdiction}, ${timeZone}) on conflict do nothing returning organisation_id`.execute(tx);
  if (rows.length === 0) return false;
  await sql`insert into waymark.school (organisation_id, id, name) values (${organisation}, ${school}, ${name})`.execute(tx);
  for (const { id, account, givenName, surname, email, jobTitle, role } of people) {
    await sql`insert into waymark.person (organisation_id, id, entra_id, given_name, surname, email, job_title)
      select ${organisation}, ${id}, ${account}::uuid, ${givenName}, ${surname}, ${email}, ${jobTitle}
       where not exists (select from waymark.person p where p.organisation_id = ${organisation} and p.entra_id = ${account}::uuid)`.execute(
      tx,
    );
    await sql`insert into waymark.role_grant (organisation_id, person_id, school_id, role, from_day)
      select ${organisation}, p.id, ${school}, ${role}, ${from}::date from waymark.person p
       where p.organisation_id = ${organisation} and p.entra_id = ${account}::uuid on conflict do nothing`.execute(tx);
  }
  return true;
};
