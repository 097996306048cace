import { createHash } from 'node:crypto';
import type { Rejection, RosterReport } from '#contract/roster.ts';
import type { Actor } from '#domain/access/actor.ts';
import { recogniseSet } from '#domain/roster/recognise.ts';
import type { RosterShapeRules } from '#domain/roster/shape.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { waiting } from './match-records.ts';
import { homeless, leftBefore, schoolMeant } from './merge-cases-records.ts';
import type { Merged } from './merge-people-records.ts';
import { mergeSet, refuseUnsound } from './merge-set.ts';
import { readFile, type SetFile, UnusableFile } from './read-set.ts';
import { keepImport, openStage, type StagedRow, stage } from './roster-records.ts';

/** `preview` writes nothing. `withoutRejected` takes the sound rows though others were refused; else one refused row refuses the set. */
export type ImportOptions = {
  readonly preview: boolean;
  readonly withoutRejected: boolean;
  readonly school?: string;
  readonly progress?: (rows: number) => void;
};

type Counts = RosterReport['counts'];

/** Few enough that a lot is done with while it is young: what grows old before it is dropped waits in memory for the rare, whole collection. */
const STAGED_AT_ONCE = 250;
const LISTED = 1_000;
const NONE: Counts = { rows: 0, new: 0, changed: 0, unchanged: 0, closed: 0, rejected: 0 };

/** Ends the transaction without keeping anything; what was found out travels in it. */
class KeepNothing extends Error {
  readonly report: RosterReport;
  constructor(report: RosterReport) {
    super('nothing is kept');
    this.report = report;
  }
}

type Read = { rows: Map<string, number>; rejections: Rejection[]; digest: string };

/** Reads every file of the set onto the stage. */
const readSet = async (
  tx: Transaction,
  shape: RosterShapeRules,
  files: readonly SetFile[],
  parts: Parts,
  actor: Actor,
  options: ImportOptions,
): Promise<Read> => {
  const digest = createHash('sha256');
  const read: Read = { rows: new Map(), rejections: [], digest: '' };
  const today = parts.clock.today(actor.timeZone);
  let waiting: StagedRow[] = [];
  let seen = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await stage(tx, waiting);
    waiting = [];
  };
  for (const rules of shape.files) {
    const source = files.find((one) => one.name.toLowerCase() === rules.name.toLowerCase());
    if (!source) {
      if (rules.required) throw new UnusableFile(`${rules.name} is missing from the set.`);
      continue;
    }
    const count = await readFile(source, rules, today, digest, {
      fact: async (fact, line) => {
        waiting.push({ file: rules.name, line, fact });
        if (waiting.length < STAGED_AT_ONCE) return;
        seen += waiting.length;
        await flush();
        options.progress?.(seen);
      },
      reject: (rejection) => void read.rejections.push(rejection),
    });
    await flush();
    read.rows.set(rules.name, count);
  }
  return { ...read, digest: digest.digest('hex') };
};

/** Counts of one file: what was refused is counted by row, not by fault. */
const countsOf = (file: string, rows: number, merged: readonly Merged[], rejections: readonly Rejection[]): Counts => {
  const own = merged.filter((one) => one.file === file);
  const fresh = own.reduce((sum, one) => sum + one.fresh, 0);
  const rejected = new Set(rejections.filter((one) => one.file === file).map((one) => one.line)).size;
  // A new row may also put its pupil on the register: that is one row, and it is new.
  const changed = Math.min(
    own.reduce((sum, one) => sum + one.changed, 0),
    Math.max(0, rows - fresh - rejected),
  );
  return { rows, new: fresh, changed, unchanged: Math.max(0, rows - fresh - changed - rejected), closed: 0, rejected };
};

const added = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, one) => ({
      rows: sum.rows + one.rows,
      new: sum.new + one.new,
      changed: sum.changed + one.changed,
      unchanged: sum.unchanged + one.unchanged,
      closed: sum.closed + one.closed,
      rejected: sum.rejected + one.rejected,
    }),
    NONE,
  );

const refusedWith = (parts: Parts, reasons: string[], shape: RosterShapeRules | null): RosterReport => ({
  outcome: 'refused',
  shape: shape?.id ?? null,
  reasons,
  counts: NONE,
  perFile: [],
  rejections: [],
  more: false,
  digest: '',
  import: null,
  at: parts.clock.now(),
});

const inOrder = (rejections: readonly Rejection[]): Rejection[] =>
  [...rejections].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || (a.column ?? '').localeCompare(b.column ?? ''));

const leftWords = (left: number): string => `${left} of these pupils had left before today; they are on no list of present pupils.`;

const doubtWords = (waits: number): string =>
  waits === 1
    ? 'One person has the name of somebody who is here already and nothing else in common. They wait in Settings, People from Microsoft 365, until you say whether they are the same.'
    : `${waits} people have the names of people who are here already and nothing else in common. They wait in Settings, People from Microsoft 365, until you say who is the same.`;

/** Everything between opening the stage and deciding what is kept. */
const work = async (
  tx: Transaction,
  parts: Parts,
  actor: Actor,
  shape: RosterShapeRules,
  files: readonly SetFile[],
  options: ImportOptions,
): Promise<RosterReport> => {
  const { organisation } = actor.scope;
  await openStage(tx);
  const read = await readSet(tx, shape, files, parts, actor, options);
  const rejections = inOrder([...read.rejections, ...(await refuseUnsound(tx, 'csv', shape.saysTwice))]);
  const merge = {
    organisation,
    today: parts.clock.today(actor.timeZone),
    now: parts.clock.now(),
    source: 'csv' as const,
    defaultSchool: await schoolMeant(tx, organisation, options.school),
  };
  const nowhere = merge.defaultSchool === null ? await homeless(tx) : 0;
  if (nowhere > 0)
    throw new KeepNothing(
      refusedWith(
        parts,
        [`${nowhere} pupils are in no school of this set, and Waymark cannot tell which of yours is meant. Name it (--school).`],
        shape,
      ),
    );
  const merged = await mergeSet(tx, merge);
  const left = await leftBefore(tx, merge);
  const doubtful = await waiting(tx);
  const perFile = [...read.rows].map(([file, rows]) => ({ file, counts: countsOf(file, rows, merged, rejections) }));
  const counts = added(perFile.map((one) => one.counts));
  const report: RosterReport = {
    outcome: counts.new + counts.changed === 0 ? 'unchanged' : 'imported',
    shape: shape.id,
    reasons: [...(left > 0 ? [leftWords(left)] : []), ...(doubtful > 0 ? [doubtWords(doubtful)] : [])],
    counts,
    perFile,
    rejections: rejections.slice(0, LISTED),
    more: rejections.length > LISTED,
    digest: read.digest,
    import: null,
    at: parts.clock.now(),
  };
  if (options.preview) throw new KeepNothing({ ...report, outcome: 'preview' });
  if (rejections.length > 0 && !options.withoutRejected)
    throw new KeepNothing({
      ...report,
      outcome: 'refused',
      reasons: [`${counts.rejected} rows were refused, so nothing of the set was imported.`],
    });
  if (counts.rows > 0 && counts.rejected === counts.rows)
    throw new KeepNothing({ ...report, outcome: 'refused', reasons: ['Every row was refused, so there is nothing to import.'] });
  return keep(tx, parts, actor, report, rejections);
};

const keep = async (
  tx: Transaction,
  parts: Parts,
  actor: Actor,
  report: RosterReport,
  rejections: readonly Rejection[],
): Promise<RosterReport> => {
  const { organisation } = actor.scope;
  const id = parts.ids.next();
  await keepImport(
    tx,
    { organisation, id, digest: report.digest, shape: report.shape ?? '', counts: report.counts, by: actor.person },
    rejections.slice(0, LISTED),
  );
  await note(tx, parts, actor, 'import-roster', id, { shape: report.shape, counts: report.counts });
  if (report.outcome === 'imported') await enqueue(tx, 'recount-clocks', { organisation }, { key: 'recount-all' });
  return { ...report, import: id };
};

/**
 * Imports a set of files in one transaction: all of it that is sound, or nothing. Streams, so that a set may be larger than memory.
 * The same set again changes nothing. Rests on permission `import-roster`.
 */
export const importSet = async (parts: Parts, actor: Actor, files: readonly SetFile[], options: ImportOptions): Promise<RosterReport> => {
  permitInHouse(actor, 'import-roster');
  const found = recogniseSet(files.map((file) => file.name));
  if ('reason' in found) return refusedWith(parts, [found.reason], null);
  try {
    return await parts.database.within(actor.scope, (tx) => work(tx, parts, actor, found.shape, files, options));
  } catch (error) {
    if (error instanceof KeepNothing) return error.report;
    if (error instanceof UnusableFile) return refusedWith(parts, [error.message], found.shape);
    throw error;
  }
};
