import { randomUUID } from 'node:crypto';
import type { ExistingPlan, ExistingPlanSummary, SettleRequest } from '#contract/existing-plans.ts';
import type { Actor } from '#domain/access/actor.ts';
import { type TinyGraph, tinyGraph } from '#tests/api/meetings/tiny-graph.ts';
import { asDocx } from '#tests/builders/existing-plans/as-docx.ts';
import { COUNCIL_PLAN } from '#tests/builders/existing-plans/council-plan.ts';
import type { Sample } from '#tests/builders/existing-plans/sample.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

/** A register with Freya on it, and her council's plan as a Word file. */
export type FreyasPlan = {
  readonly world: World;
  readonly graph: TinyGraph;
  readonly ruth: Actor;
  readonly freya: string;
  readonly bytes: Uint8Array;
  bring(sample?: Sample, name?: string): Promise<ExistingPlanSummary>;
  open(plan: string): Promise<ExistingPlan>;
  /** Decides about lines by their places on the page. */
  decide(plan: string, state: SettleRequest['lines'][number]['state'], ...places: readonly number[]): Promise<void>;
  rows(table: 'need' | 'goal' | 'provision_line' | 'plan' | 'case_event'): Promise<Record<string, unknown>[]>;
};

let cases = 290;

export const freyasPlan = async (): Promise<FreyasPlan> => {
  const graph = tinyGraph();
  const world = await aWorld({ graph });
  const ruth = await world.actorFor('coordinator');
  cases += 1;
  const freya = await world.enrol({
    givenName: 'Freya',
    surname: 'Lindqvist',
    birthday: '2012-05-19',
    caseRef: `WM-0${cases}`,
    yearGroup: 9,
  });
  const bytes = await asDocx(COUNCIL_PLAN);
  const open = (plan: string) => world.casework.openExistingPlan(ruth, { plan });
  return {
    world,
    graph,
    ruth,
    freya,
    bytes,
    bring: async (sample = COUNCIL_PLAN, name = `${sample.file}.docx`) =>
      world.casework.bringPlan(ruth, { name, bytes: await asDocx({ ...sample, title: `${sample.title} ${randomUUID().slice(0, 8)}` }) }),
    open,
    decide: async (plan, state, ...places) => {
      const { lines } = await open(plan);
      const chosen = (places.length > 0 ? places.map((place) => lines[place]) : lines).filter((line) => line !== undefined);
      const typed = chosen.map((line) => ({
        id: line.id,
        version: line.version,
        state,
        ...(line.kind === 'need' && line.values.code === null ? { values: { ...line.values, code: 'SPLD' } } : {}),
      }));
      await world.casework.settleLines(ruth, { plan, lines: typed });
    },
    rows: (table) =>
      world
        .sql<{ row: Record<string, unknown> }>(
          `select to_jsonb(t) as row from waymark.${table} t where organisation_id = $1 and pupil_id = $2`,
          [world.organisation, freya],
        )
        .then((found) => found.map(({ row }) => row)),
  };
};
