import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stopReading } from '#api/existing-plans/reading/read-file.ts';
import { openWorkbook } from '#api/register/workbook/open-workbook.ts';
import type { ExistingPlan, ExistingPlanSummary } from '#contract/existing-plans.ts';
import type { Exported } from '#contract/exports.ts';
import type { RegisterReading, RegisterReport } from '#contract/register.ts';
import type { Cell } from '#domain/register/cell.ts';
import { tinyGraph } from '#tests/api/meetings/tiny-graph.ts';
import { asDocx } from '#tests/builders/existing-plans/as-docx.ts';
import type { Sample } from '#tests/builders/existing-plans/sample.ts';
import { aDoor, type HttpDoor } from '#tests/builders/http-door.ts';
import { aRegister, aRegisterWorkbook, type RegisterPupil } from '#tests/builders/register.ts';
import { aWorld } from '#tests/world.ts';

const MINUTES = 60_000;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let door: HttpDoor;
let headers: Record<string, string>;
beforeAll(async () => {
  const world = await aWorld({ graph: tinyGraph() });
  door = await aDoor(world, await world.actorFor('coordinator'));
  headers = await door.headers();
}, MINUTES);
afterAll(async () => {
  await door.close();
  await stopReading();
});

/** One request at the real door; whatever is not well is said with its words. */
const ask = async <T>(method: 'GET' | 'POST', url: string, body?: object | Uint8Array, type = 'application/json'): Promise<T> => {
  const payload = body instanceof Uint8Array ? Buffer.from(body) : body && JSON.stringify(body);
  const reply = await door.server.inject({
    method,
    url,
    headers: { ...headers, ...(payload ? { 'content-type': type } : {}) },
    ...(payload ? { payload } : {}),
  });
  if (reply.statusCode !== 200) throw new Error(`${method} ${url} answered ${reply.statusCode}: ${reply.body.slice(0, 400)}`);
  return reply.json() as T;
};

/** Rows of a workbook that was handed out, its headings first. */
const rowsOf = async ({ content }: Exported): Promise<readonly (readonly Cell[])[]> => {
  const rows = [];
  for await (const { cells } of (await openWorkbook(Buffer.from(content, 'base64'))).sheets[0]!.rows()) rows.push(cells);
  return rows;
};
const columnsOf = (rows: readonly (readonly Cell[])[], ...titles: readonly string[]) =>
  rows.slice(1).map((row) => titles.map((title) => row[rows[0]!.indexOf(title)] ?? null));

/** The support plan that a school wrote for a pupil, each with targets and provision of its own. */
const planOf = (
  { forename, surname, born }: RegisterPupil,
  index: number,
): Sample & { readonly goals: string[]; readonly provision: string[] } => {
  const [year, month, day] = born.split('-');
  const goals = [
    `${forename} will read the first ${40 + index} key words.`,
    `${forename} will write ${3 + index} sentences without stopping.`,
  ];
  const provision = [`Precision teaching of ${6 + index} words at a time`, `Timed writing with planner ${index + 1}`];
  return {
    file: `Support plan ${index + 1}`,
    title: 'SEN Support Plan: assess, plan, do, review',
    nation: 'england',
    goals,
    provision,
    parts: [
      {
        table: [
          [`Name: ${forename} ${surname}`, `DOB: ${day}.${month}.${year}`, 'Year: 4'],
          ['Start date: 08/09/2026', 'Review date: 11/12/2026', 'Stage: SEN Support'],
        ],
      },
      { heading: 'Areas of need', level: 2 },
      { items: [`${forename} reads ${12 + index} of the first key words.`] },
      { heading: 'Targets', level: 2 },
      {
        header: true,
        widths: [26, 26, 16, 14, 18],
        table: [
          ['Target', 'Strategies and provision', 'Who', 'How often', 'Success criteria'],
          [goals[0]!, provision[0]!, 'Mrs Patel (TA)', 'Daily, 10 minutes', `${40 + index} words read on three days running`],
          [goals[1]!, provision[1]!, 'Class teacher', '2 x 15 mins weekly', `${3 + index} sentences, checked on Fridays`],
        ],
      },
    ],
    expected: { kind: 'senSupport', name: '', birthday: born, dated: null, until: null, needs: [], goals: [], provision: [], left: [] },
  };
};

describe('moving in: a register of 250 pupils and forty existing plans', () => {
  const register = aRegister();
  const chosen = register.filter(({ code }) => code === 'K').slice(0, 40);

  it(
    'the register comes in at the door and goes out again equal, row by row',
    async () => {
      const content = Buffer.from(await aRegisterWorkbook(register)).toString('base64');
      const reading = await ask<RegisterReading>('POST', '/api/register/readings', { name: 'SEN register.xlsx', content });
      const sheets = reading.sheets
        .filter(({ take }) => take)
        .map(({ index, kind, headerRow, columns }) => ({
          sheet: index,
          kind,
          headerRow,
          map: Object.fromEntries(columns.flatMap(({ field, index: at }) => (field ? [[field, at]] : []))),
        }));
      const path = `/api/register/readings/${reading.reading}`;
      const preview = await ask<RegisterReport>('POST', `${path}/preview`, { sheets });
      expect(preview.counts).toMatchObject({ rows: 250, fresh: 250, rejected: 0, waiting: 0 });
      await ask<RegisterReport>('POST', `${path}/import`, { sheets, seen: preview.digest });
      const rows = await rowsOf(await ask<Exported>('POST', '/api/exports', { what: 'register', format: 'xlsx' }));
      const out = columnsOf(rows, 'UPN or state student number', 'Surname', 'Given name', 'Date of birth', 'Primary need', 'Attendance %');
      expect(rows).toHaveLength(251);
      const sorted = (list: readonly (readonly unknown[])[]) => [...list].map((row) => JSON.stringify(row)).sort();
      expect(sorted(out)).toEqual(
        sorted(
          register.map(({ upn, surname, forename, born, need, attendance }) => [upn, surname, forename, { day: born }, need, attendance]),
        ),
      );
    },
    5 * MINUTES,
  );

  it(
    'forty plans come in, are confirmed line by line and come into force; goals and provision go out as the files had them',
    async () => {
      const plans = chosen.map(planOf);
      for (const plan of plans) {
        const name = encodeURIComponent(`${plan.file}.docx`);
        const brought = await ask<ExistingPlanSummary>('POST', `/api/existing-plans?name=${name}`, await asDocx(plan), DOCX);
        expect(brought.pupil).not.toBeNull();
        const { lines } = await ask<ExistingPlan>('GET', `/api/existing-plans/${brought.id}`);
        await ask('POST', `/api/existing-plans/${brought.id}/lines`, {
          lines: lines.map((line) => ({
            id: line.id,
            version: line.version,
            state: 'confirmed',
            ...(line.kind === 'need' && line.values.code === null ? { values: { ...line.values, code: 'SPLD' } } : {}),
          })),
        });
        await ask('POST', `/api/existing-plans/${brought.id}/in-force`, { kind: 'senSupport', dated: '2026-09-08', until: '2026-12-11' });
        const part = async (of: string, ...titles: string[]) =>
          columnsOf(
            await rowsOf(await ask<Exported>('POST', `/api/pupils/${brought.pupil?.id}/exports`, { part: of, format: 'xlsx' })),
            ...titles,
          );
        expect((await part('goals', 'Goal')).flat()).toEqual(plan.goals);
        expect(await part('provision', 'What', 'Who', 'Minutes', 'Times a week')).toEqual([
          [plan.provision[0], 'Mrs Patel (TA)', 10, 5],
          [plan.provision[1], 'Class teacher', 15, 2],
        ]);
      }
      const { plans: kept } = await ask<{ plans: ExistingPlanSummary[] }>('GET', '/api/existing-plans');
      expect(kept.filter(({ state }) => state === 'in-force')).toHaveLength(40);
    },
    10 * MINUTES,
  );
});
