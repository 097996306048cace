import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { registerQuery } from '#api/caseload/caseload-records.ts';
import { casework } from '#api/compose.ts';
import type { Measured } from './bench.ts';
import { aBigCaseload, type BigCaseload, PUPILS, TODAY } from './big-caseload.ts';
import { bare, checked, open } from './openings.ts';
import { round, taken } from './taken.ts';

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

/** The deed's own statement: who is on the caseload, under which editions. */
const asked = ({ world, ruth }: BigCaseload) => world.database.within(ruth.scope, (tx) => registerQuery(ruth, TODAY).execute(tx));

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
