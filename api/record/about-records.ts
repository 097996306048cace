import { sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import { type Nation, nationOf } from '#domain/pupils/nation.ts';
import type { FieldType } from '#domain/record/kind.ts';
import type { Transaction } from '../database/connection.ts';

/** What an entry is judged and read against. */
export type AboutPupil = {
  readonly name: string;
  readonly school: string;
  readonly nation: Nation;
  readonly born: Day | null;
  readonly leftOn: Day | null;
  readonly homeLanguage: string | null;
  readonly englishSince: Day | null;
  readonly attendance: number | null;
};

/** The pupil an entry is about; undefined where there is none. */
export const aboutPupil = async (tx: Transaction, organisation: string, pupil: string): Promise<AboutPupil | undefined> => {
  const { rows } = await sql<AboutPupil & { jurisdiction: string }>`
    select coalesce(p.known_as, p.given_name) || ' ' || p.surname as name, p.school_id as school, o.jurisdiction, p.birthday as born, p.left_on as "leftOn",
           p.home_language as "homeLanguage", p.english_since as "englishSince", p.attendance_percent as attendance
      from waymark.pupil p join waymark.organisation o on o.organisation_id = p.organisation_id
     where p.organisation_id = ${organisation} and p.id = ${pupil}::uuid`.execute(tx);
  const [found] = rows;
  return found && { ...found, nation: nationOf(found.jurisdiction) };
};

/** Something that an entry names: what it is called, and whether it can be chosen, or why not. */
export type Named = { readonly id: string; readonly name: string; readonly closed: 'restricted' | 'left' | null };

type NamingType = Extract<
  FieldType,
  'person' | 'people' | 'contact' | 'goal' | 'need' | 'provision-line' | 'document' | 'agency' | 'intervention'
>;

/** Where each sort of named thing stands, what it is called, and what speaks against choosing it. All but people belong to one pupil. */
const NAMED: Readonly<
  Record<Exclude<NamingType, 'person' | 'people'>, { readonly table: string; readonly name: string; readonly closed?: string }>
> = {
  contact: {
    table: 'contact',
    name: "given_name || ' ' || surname || ', ' || relation",
    closed: "case when restriction is not null then 'restricted' end",
  },
  goal: { table: 'goal', name: 'words' },
  need: { table: 'need', name: 'coalesce(known_as, description)' },
  'provision-line': { table: 'provision_line', name: 'what' },
  document: { table: 'document', name: 'name' },
  agency: { table: 'agency', name: "concat_ws(', ', professional, name)" },
  intervention: { table: 'intervention', name: 'name' },
};

const isPeople = (type: NamingType): type is 'person' | 'people' => type === 'person' || type === 'people';

/** What these ids are called; those that are not there, or another pupil's, are missing from the answer. */
export const namedThings = async (
  tx: Transaction,
  organisation: string,
  pupil: string,
  type: NamingType,
  ids: readonly string[],
  today: Day,
): Promise<readonly Named[]> => {
  if (isPeople(type)) return namedPeople(tx, organisation, ids, today);
  const { table, name, closed = 'null' } = NAMED[type];
  const { rows } = await sql<Named>`
    select id, left(${sql.raw(name)}, 120) as name, ${sql.raw(closed)} as closed from ${sql.table(`waymark.${table}`)}
     where organisation_id = ${organisation} and pupil_id = ${pupil}::uuid and id = any(${ids}::uuid[])`.execute(tx);
  return rows;
};

const namedPeople = async (tx: Transaction, organisation: string, ids: readonly string[], today: Day): Promise<readonly Named[]> => {
  const { rows } = await sql<Named>`
    select id, given_name || ' ' || surname as name, case when left_on is not null and left_on <= ${today}::date then 'left' end as closed
      from waymark.person where organisation_id = ${organisation} and id = any(${ids}::uuid[])`.execute(tx);
  return rows;
};
