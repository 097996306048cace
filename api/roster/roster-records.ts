import { sql } from 'kysely';
import type { Rejection } from '#contract/roster.ts';
import type { StagedFact } from '#domain/roster/staged.ts';
import type { Transaction } from '../database/connection.ts';

/** A fact with the file and line it came from, as it is staged. */
export type StagedRow = { readonly file: string; readonly line: number; readonly fact: StagedFact };

/** Facts are staged in a table that vanishes with the transaction: the set may be larger than memory. */
export const openStage = async (tx: Transaction): Promise<void> => {
  await sql`set local statement_timeout = '10min'`.execute(tx);
  await sql`set local idle_in_transaction_session_timeout = '10min'`.execute(tx);
  await sql`create temporary table staged (
    n bigserial primary key, file text not null, line integer not null, kind text not null, key text not null, fact jsonb not null
  ) on commit drop`.execute(tx);
};

/** Stages a lot of facts in one statement. */
export const stage = async (tx: Transaction, rows: readonly StagedRow[]): Promise<void> => {
  const flat = rows.map(({ file, line, fact }) => ({ file, line, kind: fact.kind, key: fact.key, fact }));
  await sql`insert into staged (file, line, kind, key, fact)
    select file, line, kind, key, fact from jsonb_to_recordset(${JSON.stringify(flat)}::jsonb)
      as one(file text, line integer, kind text, key text, fact jsonb)`.execute(tx);
};

/** Called once all facts are staged, before they are compared with one another. */
export const indexStage = async (tx: Transaction): Promise<void> => {
  await sql`create index on staged (kind, key)`.execute(tx);
  await sql`analyze staged`.execute(tx);
};

/** A set that names its people in every row: the first row about each stays, and one that calls them otherwise is told. */
const takeRepeats = async (tx: Transaction): Promise<Rejection[]> => {
  const { rows } = await sql<Rejection>`
    with ranked as (
      select n, file, line, kind, key, fact, first_value(fact) over same as first_fact, first_value(line) over same as first_line,
             first_value(file) over same as first_file, row_number() over same as place
        from staged window same as (partition by kind, key order by n)
    ), doubled as (select * from ranked where place > 1),
    gone as (delete from staged using doubled where staged.n = doubled.n)
    select file, line, null as "column", key as value,
           'calls this person otherwise than line ' || first_line || case when first_file = file then '' else ' of ' || first_file end as reason
      from doubled where kind = 'person' and (lower(fact->>'givenName'), lower(fact->>'surname')) is distinct from (lower(first_fact->>'givenName'), lower(first_fact->>'surname'))
     order by file, line`.execute(tx);
  return rows;
};

/** Takes facts off the stage that say the same thing twice; the first stays. */
export const takeDoubles = async (tx: Transaction, saysTwice = false): Promise<Rejection[]> => {
  if (saysTwice) return takeRepeats(tx);
  const { rows } = await sql<Rejection>`
    with ranked as (
      select n, file, line, key, first_value(line) over same as first_line, first_value(file) over same as first_file,
             row_number() over same as place
        from staged where not (kind = 'person' and file = 'special-education-associations.csv')
        window same as (partition by kind, key order by n)
    ), doubled as (select * from ranked where place > 1),
    gone as (delete from staged using doubled where staged.n = doubled.n)
    select file, line, null as "column", key as value,
           'says the same as line ' || first_line || case when first_file = file then '' else ' of ' || first_file end as reason
      from doubled order by file, line`.execute(tx);
  return rows;
};

/** Where one fact names another by its id: the field, the kind it must lead to, and the column of the file. */
const LINKS = [
  { kind: 'role', field: 'person', to: 'person', columns: { 'roles.csv': 'userSourcedId' } },
  { kind: 'role', field: 'school', to: 'school', columns: { 'roles.csv': 'orgSourcedId' } },
  { kind: 'person', field: 'school', to: 'school', columns: { 'users.csv': 'orgSourcedIds' } },
  { kind: 'class', field: 'school', to: 'school', columns: { 'classes.csv': 'orgSourcedId' } },
  { kind: 'class', field: 'course', to: 'course', columns: { 'classes.csv': 'courseSourcedId' } },
  { kind: 'enrolment', field: 'class', to: 'class', columns: { 'enrollments.csv': 'classSourcedId' } },
  { kind: 'enrolment', field: 'person', to: 'person', columns: { 'enrollments.csv': 'userSourcedId' } },
  { kind: 'guardian', field: 'pupil', to: 'person', columns: { 'relationships.csv': 'userSourcedId', 'users.csv': 'agentSourcedIds' } },
  { kind: 'guardian', field: 'guardian', to: 'person', columns: { 'relationships.csv': 'relationshipUserSourcedId' } },
  { kind: 'details', field: 'key', to: 'person', columns: { 'demographics.csv': 'userSourcedId' } },
  { kind: 'flag', field: 'person', to: 'person', columns: { 'userFlags.csv': 'userSourcedId' } },
] as const;

/** Takes facts off the stage whose ids lead nowhere, in an order that lets what hangs on a fallen fact fall too. */
export const takeDangling = async (tx: Transaction): Promise<Rejection[]> => {
  const fallen: Rejection[] = [];
  for (const { kind, field, to, columns } of LINKS) {
    const named = JSON.stringify(columns);
    const { rows } = await sql<Rejection>`
      with lost as (
        delete from staged s
         where s.kind = ${kind} and s.fact->>${field} is not null
           and not exists (select 1 from staged t where t.kind = ${to} and t.key = s.fact->>${field})
        returning s.file, s.line, s.fact
      )
      select file, line, ${named}::jsonb->>file as "column", fact->>${field} as value,
             'leads to no ' || ${to}::text || ' of this set' as reason
        from lost order by file, line`.execute(tx);
    fallen.push(...rows);
  }
  return fallen;
};

/** Takes enrolments off the stage that put a person into a class as something the person is not. */
export const takeContradictions = async (tx: Transaction): Promise<Rejection[]> => {
  const { rows } = await sql<Rejection>`
    with lost as (
      delete from staged e using staged p
       where e.kind = 'enrolment' and p.kind = 'person' and p.key = e.fact->>'person'
         and p.fact->>'role' is not null and (p.fact->>'role' = 'pupil') <> (e.fact->>'role' = 'pupil')
      returning e.file, e.line, e.fact->>'role' as enrolled, p.fact->>'role' as is_a
    )
    select file, line, 'role' as "column", enrolled as value,
           'enrols as ' || enrolled || ' a person who is ' || case when is_a = 'pupil' then 'a pupil' else 'a ' || is_a end || ' in users.csv' as reason
      from lost order by file, line`.execute(tx);
  return rows;
};

/** Facts on the stage by file, for the counts of what was read. */
export const stagedByFile = async (tx: Transaction): Promise<Map<string, number>> => {
  const { rows } = await sql<{ file: string; lines: number }>`
    select file, count(distinct line)::int as lines from staged group by file`.execute(tx);
  return new Map(rows.map((row) => [row.file, row.lines]));
};

/** Keeps a run and what it refused. */
export const keepImport = async (
  tx: Transaction,
  run: { organisation: string; id: string; digest: string; shape: string; counts: object; by: string | null },
  rejections: readonly Rejection[],
): Promise<void> => {
  await sql`insert into waymark.roster_import (organisation_id, id, digest, shape, counts, imported_by)
    values (${run.organisation}, ${run.id}, ${run.digest}, ${run.shape}, ${JSON.stringify(run.counts)}::jsonb, ${run.by})`.execute(tx);
  const flat = rejections.map((one, index) => ({ number: index + 1, ...one }));
  await sql`insert into waymark.roster_rejection (organisation_id, import_id, number, file, line, column_name, value, reason)
    select ${run.organisation}, ${run.id}, number, file, line, "column", value, reason
      from jsonb_to_recordset(${JSON.stringify(flat)}::jsonb)
        as one(number integer, file text, line integer, "column" text, value text, reason text)`.execute(tx);
};
