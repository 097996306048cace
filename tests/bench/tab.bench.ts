import path from 'node:path';
import { Bench } from '#tests/tab/open.ts';
import type { Measured } from './bench.ts';
import { plainGrid } from './plain-grid.ts';
import { type Scrolled, scrolled, timeToRows } from './tab-rows.ts';
import { emptyTab, packedSize } from './tab-weight.ts';
import { quantile, round } from './taken.ts';

const dist = path.resolve(import.meta.dirname, '../../dist/tab');
/** How many pupils, how often it is measured, and the bar where one was set. */
const OPENED = [
  { pupils: 5000, rounds: 5, bar: '≤ 250 ms, 1/12 of a plain DataGrid' },
  { pupils: 10_000, rounds: 3 },
] as const;

type Opened = { readonly median: number; readonly scrolled: Scrolled };

/** Opens a caseload of so many pupils so many times, and scrolls through the last. */
const openedOf = async (bench: Bench, pupils: number, rounds: number): Promise<Opened> => {
  const times: number[] = [];
  let moved: Scrolled | undefined;
  for (let turn = 1; turn <= rounds; turn += 1) {
    bench.server.mood.pupils = pupils;
    const { took, tab } = await timeToRows(bench);
    times.push(took);
    if (turn === rounds) moved = await scrolled(tab);
    await bench.clear();
  }
  return { median: quantile(times, 0.5), scrolled: moved! };
};

const inWords = (pupils: number): string => pupils.toLocaleString('en-GB');

/** What is measured of one size, beside Fluent's grid with the same rows. */
const linesOf = ({ pupils, ...bar }: (typeof OPENED)[number], { median, scrolled: seen }: Opened, plain: number): Measured[] => [
  {
    name: `caseload of ${inWords(pupils)} pupils, from its answer to rows one can use`,
    value: Math.round(median),
    unit: 'ms',
    ratio: round(median / plain),
    ...('bar' in bar ? { bar: bar.bar } : {}),
  },
  { name: `the same in Fluent’s plain DataGrid, ${inWords(pupils)} rows`, value: Math.round(plain), unit: 'ms' },
  {
    name: `scrolling through ${inWords(pupils)} at half a window a picture: the longest wait for a picture`,
    value: Math.round(seen.longest),
    unit: 'ms',
    bar: 'no second dropped',
  },
  { name: `the same: pictures in the poorest second (${seen.empty} of ${seen.frames} without rows)`, value: seen.fewest, unit: 'a second' },
];

/** What the tab weighs before the caseload is usable, beside an empty tab; how soon thousands of rows can be used, beside a plain grid, and how they scroll. */
export const benchTab = async (): Promise<Measured[]> => {
  const bench = new Bench();
  await bench.start();
  const opened: Opened[] = [];
  try {
    for (const { pupils, rounds } of OPENED) opened.push(await openedOf(bench, pupils, rounds));
  } finally {
    await bench.stop();
  }
  const plain = await plainGrid(OPENED.map(({ pupils }) => pupils));
  const [ours, empty] = [await packedSize(dist, /^caseload-page/), await emptyTab()];
  return [
    {
      name: 'JavaScript before the caseload is usable inside Teams',
      value: Math.round(ours / 100) / 10,
      unit: 'kB gzip',
      bar: '≤ 150 kB',
      ratio: round(ours / empty),
    },
    { name: 'an empty Fluent and teams-js tab, same bundler', value: Math.round(empty / 100) / 10, unit: 'kB gzip' },
    ...OPENED.flatMap((one, place) => linesOf(one, opened[place]!, plain[place]!)),
  ];
};
