import { casework } from '#api/compose.ts';
import type { Measured } from './bench.ts';
import { aBigCaseload } from './big-caseload.ts';

const PUPILS = 100_000;

/** Nobody is called so, and a hundred thousand nearly are. */
const NEARLY_EVERYBODY = ['givem famly', 'famley gven', 'igven amily', 'famil given giv'];

const round = (value: number): number => Math.round(value * 100) / 100;
const ofSorted = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

/** Finds pupils as somebody types their names, among a hundred thousand of one organisation. */
export const benchFind = async (): Promise<Measured[]> => {
  const here = await aBigCaseload();
  const { organisation, schools } = here.ruth.scope;
  await here.clone.sql(
    `insert into waymark.pupil (organisation_id, id, school_id, given_name, surname, year_group, class_name)
       select $1, gen_random_uuid(), $2, 'Given' || chr(97 + n % 26) || n % 977, 'Family' || chr(97 + n % 23) || n % 9973, n % 12, n % 12 || ' ' || chr(65 + n % 5) from generate_series(1, $3::int) n`,
    [organisation, schools[0], PUPILS],
  );
  await here.clone.sql('vacuum analyze waymark.pupil');
  const deeds = casework(here.world.parts);
  const typed = ['callum reid', 'mei-lin zhao', 'WM-0412', 'givenc12 familyb44', 'zieliński', 'Mallik'].flatMap((words) =>
    Array.from({ length: words.length }, (_, index) => words.slice(0, index + 1)),
  );
  for (const words of typed) await deeds.findPupil(here.ruth, { words });
  const taken: { readonly words: string; readonly took: number }[] = [];
  for (let turn = 0; turn < 3; turn += 1)
    for (const words of typed) taken.push({ words, took: await timed(() => deeds.findPupil(here.ruth, { words })) });
  const times = taken.map(({ took }) => took);
  const slowest = taken.reduce((slow, one) => (one.took > slow.took ? one : slow));
  const nearly: number[] = [];
  for (const words of NEARLY_EVERYBODY) nearly.push(await timed(() => deeds.findPupil(here.ruth, { words })));
  await here.close();
  return [
    {
      name: `find as one types, among ${PUPILS} pupils, median of ${typed.length} beginnings`,
      value: round(ofSorted(times, 0.5)),
      unit: 'ms',
    },
    { name: 'the same, p95', value: round(ofSorted(times, 0.95)), unit: 'ms', bar: '≤ 100 ms' },
    { name: `the slowest, “${slowest.words}”`, value: round(slowest.took), unit: 'ms' },
    {
      name: 'words that hardly differ from nearly everybody’s name, the slowest',
      value: round(Math.max(...nearly)),
      unit: 'ms',
      bar: '≤ 400 ms',
    },
  ];
};
