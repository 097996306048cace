import { createHash } from 'node:crypto';
import type { ExistingPlanSummary } from '#contract/existing-plans.ts';
import type { Actor } from '#domain/access/actor.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import type { FoundLine } from '#domain/existing-plans/found-line.ts';
import { matchPupil, type PupilMatch } from '#domain/existing-plans/match-pupil.ts';
import { permit, permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { refuseInfected } from '../scanning.ts';
import {
  broughtBefore,
  keepLines,
  keepPlan,
  type LineToKeep,
  nationOf,
  type PlanToKeep,
  planRow,
  pupilsToMatch,
} from './existing-plan-records.ts';
import { summaries } from './plan-reply.ts';
import type { ReadFile } from './reading/file-to-read.ts';
import { readFile } from './reading/read-file.ts';

/** A file to bring in; `file` where it lies in the library already, `pupil` where its folder says whose it is. */
type Brought = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly file?: { readonly driveId: string; readonly itemId: string; readonly webUrl: string };
  readonly pupil?: string;
};

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function refuseAgain(tx: Transaction, actor: Actor, digest: string): Promise<void> {
  const at = await broughtBefore(tx, actor.scope.organisation, digest);
  if (at) throw new Refusal('not-valid', `This plan was already brought in on ${dayWordsWithYear(dayIn(actor.timeZone, at))}.`);
}

/** A link between two lines is kept by the other line's id, for places move when a person adds a line. */
const saidOf = (line: FoundLine, ids: readonly string[]): Readonly<Record<string, unknown>> => {
  if (line.kind !== 'provision') return { ...line.values };
  const { forNeed, forGoal } = line.values;
  return { ...line.values, forNeed: forNeed === null ? null : ids[forNeed], forGoal: forGoal === null ? null : ids[forGoal] };
};

const linesToKeep = (parts: Parts, { plan }: ReadFile): readonly LineToKeep[] => {
  const ids = plan.lines.map(() => parts.ids.next());
  return plan.lines.map((line, index) => ({
    id: ids[index] ?? '',
    rank: index,
    kind: line.kind,
    letter: line.letter,
    section: line.section,
    passages: line.passages,
    fromTable: line.fromTable,
    suggested: line.suggested,
    said: saidOf(line, ids),
  }));
};

const ownerOf = (match: PupilMatch): Pick<PlanToKeep, 'pupil' | 'whyPupil' | 'candidates'> =>
  match.how === 'sure'
    ? { pupil: match.pupil, whyPupil: match.why, candidates: [] }
    : { pupil: null, whyPupil: null, candidates: match.how === 'doubtful' ? match.candidates : [] };

/**
 * Brings one file in: reads it, says whose it is where the file says so beyond doubt, and keeps its lines as found. Nothing of it counts
 * until a person confirms it.
 */
export async function bring(parts: Parts, actor: Actor, { name, bytes, file, pupil }: Brought): Promise<ExistingPlanSummary> {
  const { organisation, schools } = actor.scope;
  const digest = digestOf(bytes);
  const { nation, pupils } = await parts.database.within(actor.scope, async (tx) => {
    await refuseAgain(tx, actor, digest);
    return { nation: await nationOf(tx, organisation), pupils: await pupilsToMatch(tx, organisation, schools) };
  });
  const read = await readFile({ bytes, name, nation });
  if (!read.ok) throw new Refusal('not-valid', read.words);
  const { facts } = read.plan;
  const owner = ownerOf(matchPupil(facts, pupil ? pupils.filter(({ id }) => id === pupil) : pupils));
  return parts.database.within(actor.scope, async (tx) => {
    if (owner.pupil) await permit(tx, actor, 'keep-record', owner.pupil, parts.clock.today(actor.timeZone));
    const id = parts.ids.next();
    const kept: PlanToKeep = {
      id,
      broughtBy: actor.person,
      broughtAt: parts.clock.now(),
      name,
      digest,
      bytes: file ? null : bytes,
      file: file ?? null,
      pages: read.pages,
      ...owner,
      nameInPlan: facts.name,
      kind: facts.kind,
      dated: facts.dated,
      until: facts.until,
    };
    if (!(await keepPlan(tx, organisation, kept))) await refuseAgain(tx, actor, digest);
    await keepLines(tx, organisation, id, linesToKeep(parts, read));
    await note(tx, parts, actor, 'bring-plan', owner.pupil ?? undefined, {
      plan: id,
      lines: read.plan.lines.length,
      form: read.pages.form,
    });
    const row = await planRow(tx, organisation, id);
    const [summary] = row ? await summaries(tx, organisation, [row]) : [];
    if (!summary) throw new Error('the plan that was kept is not there');
    return summary;
  });
}

/** Brings in a plan that a person uploads. */
export const bringPlan =
  (parts: Parts): Casework['bringPlan'] =>
  async (actor, { name, bytes }) => {
    permitInHouse(actor, 'bring-in-plans');
    await refuseInfected(parts, actor, bytes);
    return bring(parts, actor, { name: name.split(/[\\/]/).pop() ?? name, bytes });
  };
