import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** Somebody to whom a link can be sent: one of the family, or a person on the pupil's team. */
export type Receiver = {
  readonly contact: string | null;
  readonly person: string | null;
  readonly name: string;
  readonly nameWords: string;
  readonly email: string | null;
  readonly restricted: boolean;
};

/** The receiver, if they belong to this pupil today: a contact of the pupil, or a person who is or was just on the team. Undefined for all others. */
export const receiverOf = async (
  tx: Transaction,
  organisation: string,
  { pupil, contact, person }: { pupil: string; contact: string | null; person: string | null },
  today: Day,
): Promise<Receiver | undefined> => {
  const { rows } = await sql<Receiver>`
    select id as contact, null as person, given_name || ' ' || surname as name, given_name || ' ' || surname || ', ' || relation as "nameWords",
           email, restriction is not null as restricted
      from waymark.contact where organisation_id = ${organisation} and pupil_id = ${pupil} and id = ${contact}::uuid
    union all
    select null, w.id, w.given_name || ' ' || w.surname, w.given_name || ' ' || w.surname || coalesce(', ' || coalesce(w.employer, w.job_title), ''), w.email, false
      from waymark.person w
     where w.organisation_id = ${organisation} and w.id = ${person}::uuid and (w.left_on is null or w.left_on > ${today}::date)
       and (exists (select 1 from waymark.team_member m where m.organisation_id = w.organisation_id and m.person_id = w.id and m.pupil_id = ${pupil}
                     and m.from_day <= ${today}::date and (m.to_day is null or m.to_day >= ${today}::date))
            or exists (select 1 from waymark.cover v join waymark.class_pupil cp on cp.organisation_id = v.organisation_id and cp.class_id = v.class_id and cp.pupil_id = ${pupil}
                        where v.organisation_id = w.organisation_id and v.person_id = w.id and v.on_day = ${today}::date and v.withdrawn_at is null))`.execute(
    tx,
  );
  return rows[0];
};
