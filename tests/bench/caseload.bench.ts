import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { visiblePupils } from '#api/access/access-records.ts';
import { registerQuery } from '#api/caseload/caseload-records.ts';
import { casework } from '#api/compose.ts';
import type { Measured } from './bench.ts';
import { aBigCaseload, type BigCaseload, PUPILS, TODAY } from './big-caseload.ts';
import { addNation, NATION } from './nation.ts';

const WARM = 30;
const ROUNDS = 100;

/**
 * Opens a caseload of 400 pupils through the HTTP door, sign-in, permissions and audit included, from another process; beside one bare
 * statement that reads the same pupils' kept facts under the same walls.
 */
export const benchCaseload = async (): Promise<Measured[]> => {
  const here = await aBigCaseload();
  const { world, ruth, clone } = here;
  await checked(here);
  const alone = await taken(WARM, ROUNDS, [() => open(here), () => bare(here), () => asked(here)]);
  const afresh = await taken(5, 30, [() => casework(world.parts).openCaseload(ruth), () => bare(here)]);
  const unkept = await taken(2, 8, [
    async () => void (await clone.sql('update waymark.case_facts set edition = default, facts = null')),
    () => world.casework.openCaseload(ruth),
  ]);
  const one = await called(here, 1);
  const eight = await called(here, 8);
  await here.close();
  const [door = 0, statement = 0, own = 0] = alone;
  return [
    {
      name: `open a caseload of ${PUPILS}, through the door`,
      value: round(door),
      unit: 'ms',
      ratio: round(door / statement),
      bar: '≤ 1.5 × bare; ≤ 5.3 ms',
    },
    { name: 'the same pupils and their kept facts, one bare statement', value: round(statement), unit: 'ms' },
    { name: 'what the deed asks of the record when it remembers the facts, bare', value: round(own), unit: 'ms', ratio: round(door / own) },
    { name: 'the deed in a process that remembers nothing', value: round(afresh[0]), unit: 'ms', ratio: round(afresh[0]! / afresh[1]!) },
    { name: 'the deed where every fact has to be put together', value: round(unkept[1]), unit: 'ms' },
    { name: 'the server’s own work for one opening, one at a time', value: round(one.work), unit: 'ms of a core' },
    {
      name: 'caseloads a second, 8 at once, caller in another process',
      value: Math.round(eight.perSecond),
      unit: 'a second',
      bar: '≥ 354',
    },
    { name: 'the server’s own work for one opening, 8 at once', value: round(eight.work), unit: 'ms of a core' },
  ];
};

/** The same school with a nation's records around it, beside itself alone; a tenth of the size that is asked for, unless told otherwise. */
export const benchNation = async (): Promise<Measured[]> => {
  const [alone, among] = [await aBigCaseload(), await aBigCaseload()];
  await checked(among);
  await addNation(among.clone, among.ruth.scope.organisation);
  for (const one of [alone, among]) await checked(one);
  const [small = 0, large = 0] = await taken(WARM, ROUNDS, [() => open(alone), () => open(among)]);
  const [bareSmall = 0, bareLarge = 0] = await taken(WARM, ROUNDS, [() => bare(alone), () => bare(among)]);
  await alone.close();
  await among.close();
  const { pupils, schools, organisations, ours } = NATION;
  const size = `${pupils} pupils, ${schools} schools, ${organisations} organisations, ${ours} in ours`;
  return [
    {
      name: `a caseload of ${PUPILS} among ${size}`,
      value: round(large),
      unit: 'ms',
      ratio: round(large / small),
      bar: '≤ 1.3 × one school alone',
    },
    { name: 'the same school alone', value: round(small), unit: 'ms' },
    { name: 'the bare statement among them', value: round(bareLarge), unit: 'ms', ratio: round(bareLarge / bareSmall) },
  ];
};

/** The whole caseload is there, and the second opening finds its facts kept. */
const checked = async (big: BigCaseload): Promise<void> => {
  const { rows } = (await (await fetch(big.address, { headers: { authorization: big.authorization } })).json()) as { rows: unknown[] };
  if (rows.length !== PUPILS) throw new Error(`The caseload holds ${rows.length} pupils, not ${PUPILS}.`);
};

const open = async ({ address, authorization }: BigCaseload): Promise<void> => {
  const reply = await fetch(address, { headers: { authorization } });
  if (!reply.ok) throw new Error(`The caseload answered ${reply.status}.`);
  await reply.arrayBuffer();
};

const bare = ({ world, ruth }: BigCaseload) =>
  world.database.within(ruth.scope, (tx) =>
    sql`select pupil.id, pupil.school_id, f.facts
          from waymark.pupil pupil
          join waymark.case_facts f on f.organisation_id = pupil.organisation_id and f.pupil_id = pupil.id
         where pupil.organisation_id = ${ruth.scope.organisation} and pupil.stage <> 'none' and pupil.left_on is null
           and ${visiblePupils(ruth, TODAY)}`.execute(tx),
  );

/** The deed's own statement: who is on the caseload, under which editions. */
const asked = ({ world, ruth }: BigCaseload) => world.database.within(ruth.scope, (tx) => registerQuery(ruth, TODAY).execute(tx));

/** Medians of several works, taken in turns so that the machine's moods fall on all alike. */
const taken = async (warm: number, rounds: number, works: readonly (() => Promise<unknown>)[]): Promise<number[]> => {
  const times: number[][] = works.map(() => []);
  for (let turn = 0; turn < warm + rounds; turn += 1)
    for (const [place, work] of works.entries()) {
      const from = performance.now();
      await work();
      if (turn >= warm) times[place]!.push(performance.now() - from);
    }
  return times.map(median);
};

const SECONDS = 8;
const caller = fileURLToPath(new URL('./caller.ts', import.meta.url));

/** What a caller in another process measures, and how much work this process had with each call. */
const called = async ({ address, authorization }: BigCaseload, people: number) => {
  const before = process.cpuUsage();
  const child = spawn(process.execPath, ['--import', 'tsx', caller, address, authorization, String(people), String(SECONDS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const found = JSON.parse(await text(child.stdout)) as { perSecond: number; median: number; calls: number };
  const { user, system } = process.cpuUsage(before);
  return { ...found, work: (user + system) / 1000 / found.calls };
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value = 0): number => Math.round(value * 100) / 100;
