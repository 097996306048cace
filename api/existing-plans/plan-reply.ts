import type { ExistingPlanSummary, PlanLine } from '#contract/existing-plans.ts';
import { goalSaid, needSaid, provisionSaid } from '#contract/existing-plans.ts';
import type { PageBlock } from '#domain/existing-plans/page-block.ts';
import { wordsOf } from '#domain/existing-plans/page-block.ts';
import { goalCautions } from '#domain/existing-plans/read-goals.ts';
import { provisionCautions } from '#domain/existing-plans/read-provision.ts';
import { sectionWords } from '#domain/existing-plans/sections.ts';
import type { Transaction } from '../database/connection.ts';
import { type LineRow, namesOf, type PlanRow } from './existing-plan-records.ts';

type Names = Awaited<ReturnType<typeof namesOf>>;

const summaryOf = (row: PlanRow, names: Names): ExistingPlanSummary => ({
  id: row.id,
  name: row.name,
  form: row.form,
  pupil: row.pupil === null ? null : { id: row.pupil, name: row.pupilName ?? '', caseRef: row.caseRef },
  whyPupil: row.whyPupil,
  candidates: row.candidates.flatMap(({ pupil, why }) => {
    const known = names.get(pupil);
    return known ? [{ pupil, name: known.name, caseRef: known.caseRef, why }] : [];
  }),
  nameInPlan: row.nameInPlan,
  kind: row.kind,
  dated: row.dated,
  until: row.until,
  state: row.state,
  counts: { found: row.found, confirmed: row.confirmed, leftOut: row.leftOut, toDo: row.found - row.confirmed - row.leftOut },
  broughtAt: row.broughtAt,
  version: row.version,
});

/** Plans as lists show them, with the names of those they could belong to. */
export async function summaries(tx: Transaction, organisation: string, rows: readonly PlanRow[]): Promise<readonly ExistingPlanSummary[]> {
  const asked = [...new Set(rows.flatMap((row) => row.candidates.map(({ pupil }) => pupil)))];
  const names = asked.length > 0 ? await namesOf(tx, organisation, asked) : new Map();
  return rows.map((row) => summaryOf(row, names));
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What the record holds already, for telling a reader that a line repeats it. */
export type Held = readonly { readonly kind: string; readonly words: string }[];

/** A line as a page shows it; its cautions are said of its values as they stand now. */
export function lineReply(row: LineRow, blocks: readonly PageBlock[], held: Held): PlanLine {
  const said = row.passages.map((passage) => wordsOf(blocks, passage)).join(' · ');
  const repeated = held.some(({ kind, words }) => kind === row.kind && plain(words) === plain(String(row.said.text ?? '')));
  const again = repeated ? ['The record holds this already.'] : [];
  const own = {
    id: row.id,
    place: row.letter ? `section ${row.letter}` : sectionWords[row.section],
    page: blocks[row.passages[0]?.block ?? 0]?.page ?? 1,
    state: row.state,
    passages: [...row.passages],
    fromTable: row.fromTable,
    suggested: [...row.suggested],
    version: row.version,
  };
  if (row.kind === 'need') return { ...own, kind: 'need', cautions: again, values: needSaid.parse(row.said) };
  if (row.kind === 'goal') {
    const values = goalSaid.parse(row.said);
    return { ...own, kind: 'goal', cautions: [...goalCautions(values), ...again], values };
  }
  const values = provisionSaid.parse(row.said);
  const cautions = provisionCautions({ ...values, forNeed: null, forGoal: null }, said);
  return { ...own, kind: 'provision', cautions: [...cautions, ...again], values };
}
