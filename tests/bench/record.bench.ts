import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { casework } from '#api/compose.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Measured } from './bench.ts';
import { aBigCaseload, type BigCaseload } from './big-caseload.ts';

const PEOPLE = 50;
const EDITS = 10;

const round = (value: number): number => Math.round(value * 100) / 100;
const ofSorted = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** The tables that a pupil's page is made of. */
const TABLES = [
  'need',
  'profile_line',
  'goal',
  'measurement',
  'provision_line',
  'plan',
  'meeting',
  'contact',
  'document',
  'team_member',
  'clock',
  'log_entry',
  'case_event',
  'contribution',
  'consent',
];

/** One bare statement that reads the same rows of a pupil under the same walls. */
const bare = ({ world, ruth }: BigCaseload, pupil: string) =>
  world.database.within(ruth.scope, (tx) =>
    sql`select ${sql.join(
      TABLES.map(
        (table) =>
          sql`(select json_agg(t) from ${sql.table(`waymark.${table}`)} t where t.organisation_id = ${ruth.scope.organisation} and t.pupil_id = ${pupil}::uuid)`,
      ),
    )}`.execute(tx),
  );

/** Opens the whole record of one pupil, permissions and audit included, beside one bare statement that reads the same rows. */
export const benchRecord = async (): Promise<Measured[]> => {
  const here = await aBigCaseload();
  const deeds = casework(here.world.parts);
  const { pupils } = await deeds.findPupil(here.ruth, { words: 'Callum Reid' });
  const pupil = pupils[0]!.id;
  const [deed, statement]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 130; turn += 1) {
    const took = [await timed(() => deeds.openPupil(here.ruth, { pupil })), await timed(() => bare(here, pupil))] as const;
    if (turn < 30) continue;
    deed.push(took[0]);
    statement.push(took[1]);
  }
  const edits = await editedByMany(here, deeds, pupil);
  await here.close();
  return [
    {
      name: 'open a pupil’s whole record',
      value: round(ofSorted(deed, 0.5)),
      unit: 'ms',
      ratio: round(ofSorted(deed, 0.5) / ofSorted(statement, 0.5)),
    },
    { name: 'the same rows, one bare statement', value: round(ofSorted(statement, 0.5)), unit: 'ms' },
    ...edits,
  ];
};

type Deeds = ReturnType<typeof casework>;

/** Fifty people change fields of the same ten needs at once, each trying again with what the refusal shows until the edit is in. */
const editedByMany = async (here: BigCaseload, deeds: Deeds, pupil: string): Promise<Measured[]> => {
  const needs: string[] = [];
  for (let count = 0; count < EDITS; count += 1) {
    const id = randomUUID();
    const values = { code: 'SLCN', words: 'Made up', rank: count + 5 };
    await deeds.recordEntry(here.ruth, { pupil, kind: 'need', id, values });
    needs.push(id);
  }
  const times: number[] = [];
  let again = 0;
  const edit = async (actor: Actor, need: string, words: string): Promise<void> => {
    for (;;) {
      const { entries } = await deeds.openEntries(actor, { pupil, kind: 'need' });
      const now = entries.find(({ id }) => id === need)!;
      const longer = `${now.values.words}\n${words}`;
      try {
        await deeds.changeEntry(actor, {
          pupil,
          kind: 'need',
          entry: need,
          version: now.version,
          values: { ...now.values, words: longer },
        });
        return;
      } catch {
        again += 1;
      }
    }
  };
  const from = performance.now();
  await Promise.all(
    Array.from({ length: PEOPLE }, async (_, person) => {
      for (const need of needs) times.push(await timed(() => edit(here.ruth, need, `by ${person}`)));
    }),
  );
  const seconds = (performance.now() - from) / 1000;
  const { entries } = await deeds.openEntries(here.ruth, { pupil, kind: 'need' });
  const kept = entries.reduce((sum, { values }) => sum + (String(values.words).match(/by \d+/g)?.length ?? 0), 0);
  if (kept !== PEOPLE * EDITS) throw new Error(`${PEOPLE * EDITS} edits were made and ${kept} are kept.`);
  return [
    { name: `${PEOPLE} people editing the same ${EDITS} entries at once: edits kept, of ${PEOPLE * EDITS}`, value: kept, unit: 'edits' },
    { name: 'an edit until it is kept, p95', value: Math.round(ofSorted(times, 0.95)), unit: 'ms' },
    { name: 'edits that met a newer version and went again', value: again, unit: 'times' },
    { name: 'edits a second', value: Math.round((PEOPLE * EDITS) / seconds), unit: 'a second' },
  ];
};
