import type { RegisterChoices, RegisterReport } from '#contract/register.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mapProblems } from '#domain/register/fields.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { eventsKnown } from './event-records.ts';
import { schoolsOf } from './known-records.ts';
import { keepLink } from './link-records.ts';
import { type Plan, planImport } from './plan-import.ts';
import { dropReading, keepColumns, type Reading, readingOf, rowsAfter, takeTime } from './reading-records.ts';
import { digestOf, reportOf } from './report-of.ts';
import { headingsKey, headingsOf } from './show-reading.ts';
import { keepImport, lastCaseNumber, type RowWrite, writeRows } from './write-records.ts';
import { writesOf } from './writes-of.ts';

type Ask = RegisterChoices & { readonly reading: string };

const planOf = async (tx: Transaction, parts: Parts, actor: Actor, ask: Ask): Promise<{ reading: Reading; plan: Plan }> => {
  const problems = ask.sheets.flatMap(({ kind, map }) => mapProblems(kind, map));
  if (problems[0])
    throw new Refusal(
      'not-valid',
      problems[0],
      problems.map((reason) => ({ field: 'sheets', reason })),
    );
  const reading = await readingOf(tx, actor.scope.organisation, ask.reading, actor.person);
  if (!reading) throw new Refusal('not-found', 'This workbook is not at hand any more. Choose it again.');
  await takeTime(tx);
  return { reading, plan: await planImport(tx, actor, reading, ask, parts.clock.today(actor.timeZone)) };
};

/** What importing would do, row by row: new, changed field by field, unchanged, refused with the reason, waiting for a decision. Writes nothing. */
export const previewRegister =
  (parts: Parts): Casework['previewRegister'] =>
  async (actor, ask) => {
    permitInHouse(actor, 'import-register');
    return parts.database.within(actor.scope, async (tx) => {
      const { reading, plan } = await planOf(tx, parts, actor, ask);
      await note(tx, parts, actor, 'preview-register', reading.id);
      return reportOf(plan);
    });
  };

/**
 * Takes the rows into the record in one transaction, all of them or none, exactly as they were shown: where the record has changed since,
 * nothing is imported. Refused and waiting rows are left out and kept in a list for 30 days. The same workbook again changes nothing.
 */
export const importRegister =
  (parts: Parts): Casework['importRegister'] =>
  async (actor, { seen, ...ask }) => {
    permitInHouse(actor, 'import-register');
    return parts.database.within(actor.scope, async (tx) => {
      const { reading, plan } = await planOf(tx, parts, actor, ask);
      if (digestOf(plan) !== seen)
        throw new Refusal('changed-meanwhile', 'The record has changed since you looked. Look at the changes again; nothing was imported.');
      await rememberColumns(tx, parts, actor, ask);
      const report = await take(tx, parts, actor, { ask, reading, plan });
      await dropReading(tx, actor.scope.organisation, reading.id);
      return report;
    });
  };

type Taking = { readonly ask: RegisterChoices; readonly reading: Reading; readonly plan: Plan };

const take = async (tx: Transaction, parts: Parts, actor: Actor, { ask, reading, plan }: Taking): Promise<RegisterReport> => {
  const { organisation } = actor.scope;
  const report = reportOf(plan);
  const [id, now] = [parts.ids.next(), parts.clock.now()];
  const writes = await allWrites(tx, parts, actor, { ask, reading, plan });
  await writeRows(tx, organisation, writes, { by: actor.person, at: now, reason: `Brought in from ${reading.name}` });
  await keepLink(tx, parts, actor, { reading, ask, said: [...writtenFacts(plan, writes)] });
  if (writes.length === 0) return { ...report, outcome: 'unchanged' };
  const { fresh, changed, rejected, waiting } = report.counts;
  await keepImport(
    tx,
    organisation,
    { id, name: reading.name, counts: { fresh, changed, rejected: rejected + waiting }, by: actor.person, at: now },
    writes,
    report.rejected.map(({ sheet, row, faults }) => ({ sheet, row, faults: faults.map(({ heading, why }) => ({ heading, why })) })),
  );
  await note(tx, parts, actor, 'import-register', id, { fresh, changed, rejected: rejected + waiting });
  await enqueue(tx, 'recount-clocks', { organisation }, { key: 'recount-all' });
  return { ...report, outcome: 'imported', import: id };
};

const allWrites = async (tx: Transaction, parts: Parts, actor: Actor, { ask, reading, plan }: Taking): Promise<readonly RowWrite[]> => {
  const { organisation } = actor.scope;
  const todo = plan.taken.filter(({ outcome }) => outcome !== 'unchanged');
  const school = await schoolFor(
    tx,
    actor,
    ask,
    todo.some(({ pupil }) => pupil === null),
  );
  let number = await lastCaseNumber(tx, organisation);
  const writing = {
    ids: parts.ids,
    today: parts.clock.today(actor.timeZone),
    nation: plan.nation,
    school,
    by: actor.person,
    source: `Register “${reading.name.slice(0, 80)}”`,
    caseRef: () => {
      number += 1;
      return `WM-${String(number).padStart(4, '0')}`;
    },
  };
  const writes = todo.flatMap((row) => writesOf(row, writing));
  const known = await eventsKnown(
    tx,
    organisation,
    writes.flatMap(({ table, pupil }) => (table === 'case_event' ? [pupil] : [])),
  );
  return writes.filter(({ table, pupil, after }) => table !== 'case_event' || !known.has(`${pupil} ${after.kind} ${after.on_day}`));
};

/** The school that new pupils go to: the one that was chosen, or the only one there is. */
const schoolFor = async (tx: Transaction, actor: Actor, { school }: RegisterChoices, needed: boolean): Promise<string> => {
  const schools = await schoolsOf(tx, actor);
  const [only, ...others] = school ? schools.filter(({ id }) => id === school) : schools;
  if (!needed) return only?.id ?? '';
  if (!only || others.length > 0)
    throw new Refusal('not-valid', 'Choose the school that the new pupils go to.', [{ field: 'school', reason: 'is needed' }]);
  return only.id;
};

/** What the workbook said of each pupil, those who are new by the ids they have just been given. */
function* writtenFacts(plan: Plan, writes: readonly RowWrite[]): Generator<{ pupil: string; facts: object }> {
  for (const [pupil, facts] of plan.said) yield { pupil, facts };
  const made = writes.filter(({ table, deed }) => table === 'pupil' && deed === 'made');
  const fresh = plan.taken.filter(({ pupil, entry }) => pupil === null && entry.kind === 'register');
  for (const [index, { pupil }] of made.entries()) yield { pupil, facts: fresh[index]?.entry.facts ?? {} };
}

/** A sheet with the same headings is understood the same way next time. */
const rememberColumns = async (tx: Transaction, parts: Parts, actor: Actor, { reading, sheets }: Ask): Promise<void> => {
  const { organisation } = actor.scope;
  for (const { sheet, kind, headerRow, map } of sheets) {
    const [row] = await rowsAfter(tx, organisation, reading, sheet, headerRow - 1, 1);
    if (row?.number !== headerRow) continue;
    await keepColumns(tx, organisation, headingsKey(headingsOf(row)), { kind, map: map as never, by: actor.person, at: parts.clock.now() });
  }
};
