import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { GuidanceKindName } from '#domain/guidance/kinds.ts';
import type { Values } from '#domain/record/kind.ts';
import type { Transaction } from '../database/connection.ts';

/** Something a school keeps, as it stands. */
export type StoredGuidance = {
  readonly id: string;
  readonly kind: GuidanceKindName;
  readonly class: { readonly id: string; readonly name: string } | null;
  readonly values: Values;
  readonly version: number;
  readonly madeBy: string;
  readonly maker: string;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly retired: boolean;
};

const nameOf = (column: string) => sql`(select w.given_name || ' ' || w.surname from waymark.person w
  where w.organisation_id = g.organisation_id and w.id = ${sql.ref(`g.${column}`)})`;

const stored = sql`g.id, g.kind, g.words as values, g.version, g.made_by as "madeBy", ${nameOf('made_by')} as maker,
  ${nameOf('changed_by')} as "changedBy", to_char(g.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "changedAt", g.retired,
  (select json_build_object('id', c.id, 'name', c.name) from waymark.class c where c.organisation_id = g.organisation_id and c.id = g.class_id) as class`;

/** Everything of the house, what is retired included; what was changed last stands first. */
export const guidanceOf = async (tx: Transaction, organisation: string): Promise<readonly StoredGuidance[]> =>
  (
    await sql<StoredGuidance>`
      select ${stored} from waymark.guidance_entry g where g.organisation_id = ${organisation} order by g.retired, g.changed_at desc, g.id`.execute(
      tx,
    )
  ).rows;

/** One of them, held until the transaction ends; undefined where there is none. */
export const guidanceToChange = async (tx: Transaction, organisation: string, id: string): Promise<StoredGuidance | undefined> =>
  (
    await sql<StoredGuidance>`
      select ${stored} from waymark.guidance_entry g where g.organisation_id = ${organisation} and g.id = ${id}::uuid for update of g`.execute(
      tx,
    )
  ).rows[0];

export type GuidanceToKeep = {
  readonly id: string;
  readonly kind: GuidanceKindName;
  readonly class: string | null;
  readonly values: Values;
  readonly version: number;
  readonly retired: boolean;
  readonly deed: 'made' | 'changed' | 'undone' | 'retired' | 'restored';
  readonly by: string;
  readonly at: Instant;
};

/** Writes an edition: a first one, or over the one before, which stays among the editions. False where the id stands already and this is a first one. */
export const keepEdition = async (tx: Transaction, organisation: string, entry: GuidanceToKeep): Promise<boolean> => {
  const words = JSON.stringify(entry.values);
  const { rows } = await sql`
    insert into waymark.guidance_entry as g (organisation_id, id, kind, class_id, words, version, made_by, made_at, changed_by, changed_at, deed, retired)
    values (${organisation}, ${entry.id}::uuid, ${entry.kind}, ${entry.class}::uuid, ${words}::jsonb, ${entry.version}, ${entry.by}::uuid, ${entry.at}::timestamptz,
            ${entry.by}::uuid, ${entry.at}::timestamptz, ${entry.deed}, ${entry.retired})
    on conflict (organisation_id, id) do update
      set class_id = excluded.class_id, words = excluded.words, version = excluded.version, changed_by = excluded.changed_by,
          changed_at = excluded.changed_at, deed = excluded.deed, retired = excluded.retired
      where g.version = excluded.version - 1
    returning g.id`.execute(tx);
  if (rows.length === 0) return false;
  await sql`
    insert into waymark.guidance_edition (organisation_id, entry_id, version, words, class_id, retired, deed, by_id, at)
    values (${organisation}, ${entry.id}::uuid, ${entry.version}, ${words}::jsonb, ${entry.class}::uuid, ${entry.retired}, ${entry.deed}, ${entry.by}::uuid, ${entry.at}::timestamptz)`.execute(
    tx,
  );
  return true;
};

/** One edition, with who made it. */
export type Edition = {
  readonly version: number;
  readonly values: Values;
  readonly class: string | null;
  readonly className: string | null;
  readonly retired: boolean;
  readonly deed: GuidanceToKeep['deed'];
  readonly by: string;
  readonly at: Instant;
};

/** Every edition of an entry, the newest first. */
export const editionsOf = async (tx: Transaction, organisation: string, id: string): Promise<readonly Edition[]> =>
  (
    await sql<Edition>`
      select e.version, e.words as values, e.class_id as class, c.name as "className", e.retired, e.deed, w.given_name || ' ' || w.surname as by,
             to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
        from waymark.guidance_edition e
        join waymark.person w on w.organisation_id = e.organisation_id and w.id = e.by_id
        left join waymark.class c on c.organisation_id = e.organisation_id and c.id = e.class_id
       where e.organisation_id = ${organisation} and e.entry_id = ${id}::uuid order by e.version desc`.execute(tx)
  ).rows;

/** Classes of these schools that go on, by name. */
export const classesNamed = async (
  tx: Transaction,
  organisation: string,
  schools: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  (
    await sql<{ id: string; name: string }>`
      select id, name from waymark.class where organisation_id = ${organisation} and school_id = any(${schools}::uuid[]) and ended_on is null order by name`.execute(
      tx,
    )
  ).rows;

/** What an idea for a pupil is tied to. */
export type IdeaFacts = {
  readonly name: string;
  readonly caseRef: string | null;
  readonly needCodes: readonly string[];
  readonly strategies: readonly string[];
  readonly named: readonly { readonly barrier: string; readonly because: string }[];
};

/** Needs, strategies and barriers of a pupil as the record names them today; undefined where there is no such pupil. */
export const ideaFacts = async (tx: Transaction, organisation: string, pupil: string, today: Day): Promise<IdeaFacts | undefined> =>
  (
    await sql<IdeaFacts>`
      select coalesce(p.known_as, p.given_name) || ' ' || p.surname as name, p.case_ref as "caseRef",
        array(select n.code from waymark.need n where n.organisation_id = p.organisation_id and n.pupil_id = p.id and n.code is not null
               and (n.to_day is null or n.to_day >= ${today}::date) order by n.rank) as "needCodes",
        array(select l.words from waymark.profile_line l where l.organisation_id = p.organisation_id and l.pupil_id = p.id and l.kind = 'strategy' order by l.rank)
          as strategies,
        coalesce((select json_agg(json_build_object('barrier', b.barrier, 'because', b.because) order by b.place) from (
          select 1 as place, l.barrier, 'named among strengths and strategies' as because from waymark.profile_line l
           where l.organisation_id = p.organisation_id and l.pupil_id = p.id and l.barrier is not null
          union all
          select 2, a.barrier, 'named with an accommodation' from waymark.accommodation a
           where a.organisation_id = p.organisation_id and a.pupil_id = p.id and a.barrier is not null and (a.to_day is null or a.to_day >= ${today}::date)
          union all
          select 3, o.barrier, 'seen in a lesson observation' from waymark.lesson_observation o
           where o.organisation_id = p.organisation_id and o.pupil_id = p.id and o.barrier is not null) b), '[]') as named
      from waymark.pupil p where p.organisation_id = ${organisation} and p.id = ${pupil}::uuid`.execute(tx)
  ).rows[0];
