/** Times of several works, taken in turns so that the machine's moods fall on all alike. */
export const timesOf = async (warm: number, rounds: number, works: readonly (() => Promise<unknown>)[]): Promise<number[][]> => {
  const times: number[][] = works.map(() => []);
  for (let turn = 0; turn < warm + rounds; turn += 1)
    for (const [place, work] of works.entries()) {
      const from = performance.now();
      await work();
      if (turn >= warm) times[place]!.push(performance.now() - from);
    }
  return times;
};

/** The time that a part of all stays under: a half for the median. */
export const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;

/** Medians of several works. */
export const taken = async (warm: number, rounds: number, works: readonly (() => Promise<unknown>)[]): Promise<number[]> =>
  (await timesOf(warm, rounds, works)).map((values) => quantile(values, 0.5));

export const round = (value = 0): number => Math.round(value * 100) / 100;
