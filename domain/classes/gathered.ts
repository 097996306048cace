import type { Day } from '#domain/calendar/day.ts';
import { countWords, dayWords } from '#domain/calendar/wording.ts';
import { type Mark, markWords } from '#domain/classes/strategies.ts';

const ORDER: readonly Mark[] = ['works', 'does-not', 'not-tried'];

/** `Works for 2, does not for 1`; `No answer yet` where nobody has said anything. */
export const countsWords = (marks: readonly Mark[]): string => {
  const say: Readonly<Record<Mark, (count: number) => string>> = {
    works: (count) => `works for ${count}`,
    'does-not': (count) => `does not for ${count}`,
    'not-tried': (count) => `not tried by ${count}`,
  };
  const parts = ORDER.flatMap((mark) => {
    const count = marks.filter((one) => one === mark).length;
    return count > 0 ? [say[mark](count)] : [];
  });
  const words = parts.join(', ');
  return words === '' ? 'No answer yet' : `${words[0]?.toUpperCase()}${words.slice(1)}`;
};

/** So many are named for each answer; more are counted. */
const NAMED = 2;

/** What colleagues say of a strategy in one line: `Works: Anna Devlin, Mon 9 Nov. Not tried: Priya Nair, Mon 16 Nov`; null without an answer. */
export const standingWords = (
  marks: readonly { readonly mark: Mark; readonly by: string; readonly day: Day }[],
  today: Day,
): string | null => {
  const parts = ORDER.flatMap((mark) => {
    const own = marks.filter((one) => one.mark === mark);
    const named = own.slice(0, NAMED).map(({ by, day }) => `${by}, ${dayWords(day, today)}`);
    const more = own.length > NAMED ? [`${own.length - NAMED} more`] : [];
    return own.length > 0 ? [`${markWords(mark)}: ${[...named, ...more].join('; ')}`] : [];
  });
  return parts.length > 0 ? parts.join('. ') : null;
};

/** One answer as papers quote it: `Does not work, says Anna Devlin, Mon 23 Nov: “He loses the card after PE”`. */
export const quotedMark = (
  { mark, by, said }: { readonly mark: Mark; readonly by: string; readonly said: string | null },
  onWords: string,
): string => `${markWords(mark)}, says ${by}, ${onWords}${said ? `: “${said}”` : ''}`;

/** What the papers of a review say of the answers: `Strategies: 4 answers, 1 does not work`; null without any. */
export const papersLine = (marks: readonly Mark[]): string | null => {
  if (marks.length === 0) return null;
  const not = marks.filter((mark) => mark === 'does-not').length;
  return `${countWords(marks.length, 'answer')}${not > 0 ? `, ${not === 1 ? '1 says it does not work' : `${not} say it does not work`}` : ''}`;
};

/** `5 of 6 have read it`, `0 of 1 has read it`, counting those who teach the pupil today. */
export const readersWords = (read: number, all: number): string =>
  all === 0
    ? 'Nobody teaches this pupil yet'
    : read === all
      ? all === 1
        ? 'The 1 who teaches this pupil has read it'
        : `All ${all} have read it`
      : `${read} of ${all} ${all === 1 ? 'has' : 'have'} read it`;

/** `Read Mon 9 Nov`, `Read before it changed, Mon 9 Nov`, `Not read yet`, with when the next card comes to whoever has not. */
export const readerWords = (
  state: 'read' | 'changed' | 'new',
  readOn: string | null,
  next: { readonly day: Day; readonly words: string } | null,
): string => {
  const asked = next ? `; card comes ${next.words}` : '; wants no card, so ask in person';
  if (state === 'read') return `Read ${readOn ?? ''}`.trim();
  if (state === 'changed') return `Read before it changed, ${readOn ?? ''}${asked}`;
  return `Not read yet${asked}`;
};
