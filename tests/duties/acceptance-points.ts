/** One acceptance point of a duty: `duty 3 A2`, and what it asks for. */
export type AcceptancePoint = { readonly duty: number; readonly point: number; readonly title: string; readonly words: string };

export const nameOf = ({ duty, point }: Pick<AcceptancePoint, 'duty' | 'point'>): string => `duty ${duty} A${point}`;

/** The points of one duty: each begins with its number, the next one's number ends it. Other numbers in a sentence are only words. */
const numbered = (text: string, from = 1): string[] => {
  const [mine, next] = [`${from}. `, `${from + 1}. `];
  if (!text.startsWith(mine)) return [];
  const end = text.search(new RegExp(`(?<=\\s)${next.replace('.', '\\.')}`));
  const words = text.slice(mine.length, end < 0 ? undefined : end).trim();
  return [words, ...(end < 0 ? [] : numbered(text.slice(end), from + 1))];
};

/** Points stand under a line `A`, or behind an `A` that begins a line; a duty ends where the next heading begins. */
export const acceptancePoints = (page: string): AcceptancePoint[] =>
  page.split(/^## /m).flatMap((part) => {
    const [, duty, title = ''] = /^(\d+)\. (.+)$/.exec(part.split('\n', 1)[0] ?? '') ?? [];
    if (duty === undefined) return [];
    const text = /^A\s+(1\. [\s\S]*)$/m.exec(part)?.[1] ?? '';
    return numbered(text).map((words, index) => ({ duty: Number(duty), point: index + 1, title, words }));
  });

/** Points that tests are named for, as `duty 3 A2: …` in the name of a test; one name may stand for several: `duty 3 A2, A4: …`. */
export const namedIn = (source: string): string[] =>
  [...source.matchAll(/\b(?:it|test|describe)(?:\.each\([^)]*\))?\(\s*(['"`])duty (\d+) (A\d+(?:,? (?:and )?A\d+)*):/g)].flatMap(
    ([, , duty, points = '']) => points.match(/A\d+/g)?.map((point) => `duty ${duty} ${point}`) ?? [],
  );
