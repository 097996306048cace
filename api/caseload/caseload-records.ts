import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';

/** A pupil of the caseload, with the edition of their kept facts; null where they have to be put together first. */
export type OnRegister = readonly [pupil: string, school: string, edition: string | null];

/**
 * Who is on the caseload, and what each school of the reader has published of its calendar: both as JSON text, which is compared unread;
 * and when all clocks were last counted, as PostgreSQL writes a moment into JSON.
 */
export type Register = {
  readonly pupils: string;
  readonly calendars: string;
  readonly countedAt: string | null;
  /** Whose law and words hold in the organisation. */
  readonly jurisdiction: string;
};

/** The texts of a register, read. */
export const pupilsIn = ({ pupils }: Register): readonly OnRegister[] => JSON.parse(pupils);
export const calendarsIn = ({ calendars }: Register): readonly { readonly school: string; readonly published: string }[] =>
  JSON.parse(calendars);

/** Everyone on the support register whom the actor may see today. */
export const registerOf = async (tx: Transaction, actor: Actor, today: Day): Promise<Register> =>
  (await registerQuery(actor, today).execute(tx)).rows[0]!;

/** The statement behind it. Facts count only where no change is noted beside them. */
export const registerQuery = (actor: Actor, today: Day) => {
  const { organisation, schools } = actor.scope;
  return sql<Register>`/* prepared */
    select coalesce((
      select json_agg(json_build_array(pupil.id, pupil.school_id, case when f.facts is not null and not exists (
               select 1 from waymark.case_change c where c.organisation_id = f.organisation_id and c.pupil_id = f.pupil_id) then f.edition end))
        from waymark.pupil pupil
        join waymark.case_facts f on f.organisation_id = pupil.organisation_id and f.pupil_id = pupil.id
       where pupil.organisation_id = ${organisation} and pupil.stage <> 'none' and pupil.left_on is null and ${visiblePupils(actor, today)}), '[]')::text as pupils,
    coalesce((
      select json_agg(json_build_object('school', s.id, 'published', s.calendar::text))
        from waymark.school s where s.organisation_id = ${organisation} and s.id = any(${schools}::uuid[])), '[]')::text as calendars,
    (select to_json(o.clocks_counted_at) #>> '{}' from waymark.organisation o where o.organisation_id = ${organisation}) as "countedAt",
    (select o.jurisdiction from waymark.organisation o where o.organisation_id = ${organisation}) as jurisdiction`;
};
