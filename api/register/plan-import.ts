import type { RegisterChoices } from '#contract/register.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { cellText, type SheetRow } from '#domain/register/cell.ts';
import { changesOf, type FactChange, questionsOf } from '#domain/register/compare.ts';
import type { Entry, Facts, Fault, RefusedRow } from '#domain/register/entry.ts';
import { judgeRow, ordersOf, type SheetReading } from '#domain/register/judge-row.ts';
import { Identities, type Match } from '#domain/register/match.ts';
import type { StaffMember } from '#domain/register/staff.ts';
import type { Transaction } from '../database/connection.ts';
import { factsOf, factsSaid, identitiesOf, type KnownFacts, nationWhere, staffOf } from './known-records.ts';
import { planAbsences } from './plan-absences.ts';
import { type Reading, rowsAfter } from './reading-records.ts';
import type { RowWrite } from './write-records.ts';

/** Where a row leads. `writes` are those of an absence; what a register row writes is made when it is imported. */
export type PlannedRow = {
  readonly entry: Entry;
  readonly pupil: string | null;
  readonly caseRef: string | null;
  readonly known: KnownFacts | null;
  readonly changes: readonly FactChange[];
  readonly questions: readonly string[];
  readonly writes: readonly RowWrite[];
  readonly outcome: 'fresh' | 'changed' | 'unchanged';
};

export type WaitingRow = { readonly entry: Entry; readonly alike: readonly Identity[] };
export type Identity = Awaited<ReturnType<typeof identitiesOf>>[number];

/** What importing a reading would do, row by row. */
export type Plan = {
  readonly nation: string;
  readonly staff: readonly StaffMember[];
  readonly headings: readonly (readonly string[])[];
  readonly rows: number;
  readonly taken: readonly PlannedRow[];
  readonly rejected: readonly RefusedRow[];
  readonly waiting: readonly WaitingRow[];
  /** What the sheet said of each pupil, for a link to remember. */
  readonly said: ReadonlyMap<string, Facts>;
};

const AT_ONCE = 2_000;

/** Every row of a sheet below its headings, page by page. */
async function* rowsBelow(tx: Transaction, organisation: string, reading: string, sheet: number, header: number): AsyncGenerator<SheetRow> {
  for (let after = header; ; ) {
    const rows = await rowsAfter(tx, organisation, reading, sheet, after, AT_ONCE);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.number;
  }
}

/** Judges every chosen row, finds out whom it means, and compares it with the record. Writes nothing. */
export const planImport = async (tx: Transaction, actor: Actor, reading: Reading, ask: RegisterChoices, today: Day): Promise<Plan> => {
  const { organisation } = actor.scope;
  const [nation, staff, identities] = [
    await nationWhere(tx, organisation),
    await staffOf(tx, organisation),
    await identitiesOf(tx, actor, today),
  ];
  const headings: (readonly string[])[] = [];
  const judged: (Entry | RefusedRow)[] = [];
  for (const { sheet, kind, headerRow, map } of ask.sheets) {
    const rows: SheetRow[] = [];
    for await (const row of rowsBelow(tx, organisation, reading.id, sheet, headerRow)) if (holdsMapped(row, map)) rows.push(row);
    const repairs = ask.repairs.filter((one) => one.sheet === sheet);
    const how: SheetReading = { sheet, kind, map, nation, today, staff, repairs, orders: ordersOf(map, nation, rows) };
    headings[sheet] = await headingsAt(tx, organisation, reading.id, sheet, headerRow);
    for (const row of rows) judged.push(judgeRow(row, how));
  }
  const matched = matchRows(judged, identities, ask);
  const said = reading.link ? await factsSaid(tx, organisation, reading.link) : new Map<string, Facts>();
  const taken = await compareRows(tx, organisation, nation, matched.taken, said);
  return {
    nation,
    staff,
    headings,
    rows: judged.length,
    ...matched,
    taken,
    said: new Map(matched.taken.flatMap(({ entry, pupil }) => (pupil && entry.kind === 'register' ? [[pupil, entry.facts]] : []))),
  };
};

const holdsMapped = ({ cells }: SheetRow, map: RegisterChoices['sheets'][number]['map']): boolean =>
  Object.values(map).some((column) => column !== undefined && cellText(cells[column]).trim() !== '');

const headingsAt = async (
  tx: Transaction,
  organisation: string,
  reading: string,
  sheet: number,
  header: number,
): Promise<readonly string[]> => {
  const [row] = await rowsAfter(tx, organisation, reading, sheet, header - 1, 1);
  return row?.number === header ? row.cells.map((cell) => cellText(cell)) : [];
};

type Meant = { readonly entry: Entry; readonly pupil: string | null; readonly caseRef: string | null };
type Matched = { readonly taken: readonly Meant[]; readonly rejected: readonly RefusedRow[]; readonly waiting: readonly WaitingRow[] };

const matchRows = (judged: readonly (Entry | RefusedRow)[], known: readonly Identity[], ask: RegisterChoices): Matched => {
  const identities = new Identities(known);
  const byId = new Map(known.map((one) => [one.id, one]));
  const decided = new Map(ask.decisions.map((one) => [`${one.sheet}:${one.row}`, one.pupil]));
  const seen = new Map<string, number>();
  const found = { taken: [] as Meant[], rejected: [] as RefusedRow[], waiting: [] as WaitingRow[] };
  for (const entry of judged) {
    if ('faults' in entry) {
      found.rejected.push(entry);
      continue;
    }
    const match = decidedMatch(identities.match(entry), decided.get(`${entry.sheet}:${entry.row}`));
    const pupil = match.how === 'same' ? (byId.get(match.pupil) ?? null) : null;
    const why = refusalOf(entry, match, pupil, seen);
    if (why) found.rejected.push({ sheet: entry.sheet, row: entry.row, name: entry.name, faults: [why] });
    else if (match.how === 'doubtful')
      found.waiting.push({ entry, alike: match.pupils.flatMap((id) => byId.get(id) ?? []).filter(({ mine }) => mine) });
    else found.taken.push({ entry, pupil: pupil?.id ?? null, caseRef: pupil?.caseRef ?? null });
  }
  return found;
};

type Decided = Match | { readonly how: 'nobody' };

const decidedMatch = (match: Match, decision: string | undefined): Decided => {
  if (match.how !== 'doubtful' || decision === undefined) return match;
  if (decision === 'new' || decision === 'nobody') return { how: decision };
  return match.pupils.includes(decision) ? { how: 'same', pupil: decision } : match;
};

/** Why a sound row cannot be taken all the same; remembers on which row of the register a pupil was met. */
const refusalOf = (entry: Entry, match: Decided, pupil: Identity | null, seen: Map<string, number>): Fault | null => {
  const fault = (why: string, field: Fault['field'] = null): Fault => ({ column: null, field, says: numberOf(entry), why });
  if (match.how === 'nobody') return fault('Left out');
  if (match.how === 'contradiction') return fault(match.why, 'pupilNumber');
  if (pupil && !pupil.mine) return fault('This number is in use elsewhere in your organisation', 'pupilNumber');
  if (match.how === 'new' && entry.kind !== 'register')
    return fault('Cannot be matched: no pupil of the record has this number', 'pupilNumber');
  if (match.how === 'new' && !(entry.facts.surname && entry.facts.givenName)) return fault('A pupil needs a name', 'surname');
  if (entry.kind !== 'register') return null;
  const keys = [
    pupil?.id,
    ...(['pupilNumber', 'externalId'] as const).flatMap((name) => (entry.facts[name] ? [`${name} ${entry.facts[name]}`] : [])),
  ];
  const before = keys.map((key) => (key ? seen.get(key) : undefined)).find((row) => row !== undefined);
  if (before !== undefined) return fault(`Same pupil as row ${before}`, 'pupilNumber');
  for (const key of keys) if (key) seen.set(key, entry.row);
  return null;
};

const numberOf = ({ facts }: Entry): string => String(facts.pupilNumber ?? facts.externalId ?? facts.caseRef ?? '');

const compareRows = async (
  tx: Transaction,
  organisation: string,
  nation: string,
  meant: readonly Meant[],
  said: ReadonlyMap<string, Facts>,
) => {
  const planned: PlannedRow[] = [];
  for (let at = 0; at < meant.length; at += AT_ONCE) {
    const lot = meant.slice(at, at + AT_ONCE);
    const known = new Map(
      (
        await factsOf(
          tx,
          organisation,
          nation,
          lot.flatMap(({ pupil }) => pupil ?? []),
        )
      ).map((one) => [one.id, one]),
    );
    planned.push(
      ...lot.filter(({ entry }) => entry.kind === 'register').map((one) => compareRow(one, known.get(one.pupil ?? '') ?? null, said)),
    );
    planned.push(
      ...(await planAbsences(
        tx,
        organisation,
        lot.filter(({ entry }) => entry.kind !== 'register'),
      )),
    );
  }
  return planned;
};

const compareRow = ({ entry, pupil, caseRef }: Meant, known: KnownFacts | null, said: ReadonlyMap<string, Facts>): PlannedRow => {
  const fresh = pupil ? sinceSaid(entry, said.get(pupil)) : entry;
  const changes = changesOf(fresh, known?.facts ?? {});
  const outcome = !pupil ? 'fresh' : changes.length > 0 ? 'changed' : 'unchanged';
  const questions = outcome === 'unchanged' ? [] : [...entry.questions, ...(pupil ? questionsOf(changes) : [])];
  return { entry, pupil, caseRef, known, changes, questions, writes: [], outcome };
};

/** What a linked workbook says otherwise than when it was last imported: what stayed the same there may since have been changed here. */
const sinceSaid = (entry: Entry, before: Facts | undefined): Entry => {
  if (!before) return entry;
  const facts = Object.entries(entry.facts).filter(
    ([field, fact]) => JSON.stringify(fact) !== JSON.stringify(before[field as keyof Facts]),
  );
  return { ...entry, facts: Object.fromEntries(facts) };
};
