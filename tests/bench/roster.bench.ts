import { Readable } from 'node:stream';
import { importSet } from '#api/roster/import-set.ts';
import type { SetFile } from '#api/roster/read-set.ts';
import { cloneOf } from '#tests/clone.ts';
import { worldOf } from '#tests/world-of.ts';
import type { Measured } from './bench.ts';

const PUPILS = 100_000;
const A_CLASS = 25;
const LOT = 500;
const MEGABYTE = 1024 * 1024;

/** A file that is made while it is read: a header, then a row for each number. */
const made = (name: string, header: string, count: number, row: (index: number) => string): SetFile => ({
  name,
  open: () =>
    Readable.from(
      (function* () {
        yield Buffer.from(`${header}\n`);
        for (let from = 0; from < count; from += LOT)
          yield Buffer.from(Array.from({ length: Math.min(LOT, count - from) }, (_, at) => `${row(from + at)}\n`).join(''));
      })(),
    ),
});

/** A School Data Sync set of so many pupils in classes of 25, never whole in memory. */
const aNation = (): SetFile[] => [
  made('orgs.csv', 'sourcedId,name,type', 100, (index) => `S${index},School ${index},school`),
  made(
    'users.csv',
    'sourcedId,username,givenName,familyName',
    PUPILS,
    (index) => `P${index},p${index}@school.example,Given${index},Family${index % 977}`,
  ),
  made(
    'roles.csv',
    'userSourcedId,orgSourcedId,role,grade,isPrimary',
    PUPILS,
    (index) => `P${index},S${index % 100},student,${index % 12},TRUE`,
  ),
  made('classes.csv', 'sourcedId,orgSourcedId,title', PUPILS / A_CLASS, (index) => `C${index},S${index % 100},Class ${index}`),
  made('enrollments.csv', 'classSourcedId,userSourcedId,role', PUPILS, (index) => `C${Math.floor(index / A_CLASS)},P${index},student`),
];

/** Imports a hundred thousand pupils, then the same set again: how long, and how far memory grew meanwhile. */
export const benchRoster = async (): Promise<Measured[]> => {
  const clone = await cloneOf(process.env.WAYMARK_TEST_POSTGRES!);
  const world = await worldOf(clone);
  const coordinator = await world.actorFor('coordinator');
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const timed = async (): Promise<number> => {
    const from = performance.now();
    const report = await importSet(world.parts, coordinator, aNation(), { preview: false, withoutRejected: true });
    if (report.outcome === 'refused' || report.counts.rejected > 0) throw new Error(`The set was refused: ${report.reasons.join(' ')}`);
    return (performance.now() - from) / 1000;
  };
  const first = await timed();
  const again = await timed();
  clearInterval(watch);
  await clone.drop();
  const rows = 3 * PUPILS + PUPILS / A_CLASS + 100;
  return [
    { name: `import a roster of ${PUPILS} pupils (${rows} rows)`, value: Number(first.toFixed(1)), unit: 's' },
    { name: 'the same set again: nothing to change', value: Number(again.toFixed(1)), unit: 's' },
    { name: 'memory it grew by meanwhile', value: Math.round((peak - before) / MEGABYTE), unit: 'MB' },
  ];
};
