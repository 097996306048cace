/** How much of something is given, as far as words say it. Null: not said. */
export type Amount = {
  readonly minutes: number | null;
  readonly timesAWeek: number | null;
  readonly groupSize: number | null;
};

const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  once: 1,
  two: 2,
  twice: 2,
  three: 3,
  thrice: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  'twenty-five': 25,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};

const COUNT = `(\\d+(?:\\.\\d+)?|${Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const count = (text: string): number => WORDS[text.toLowerCase()] ?? Number(text);
const WEEK = '(?:a|per|each|every|/)\\s*(?:school )?(?:week|wk)\\b';

const MINUTES = new RegExp(`(?<![\\p{L}\\d.])${COUNT}[\\s-]*(?:x\\s*)?(?:min(?:ute)?s?)\\b`, 'iu');
const HOURS = new RegExp(`(?<![\\p{L}\\d.])${COUNT}[\\s-]*(hours?|hrs?)\\b(?:\\s*(?:and\\s*)?(\\d+)\\s*min)?`, 'iu');
const HALF_HOUR = /\bhalf an hour\b|\bhalf-hour\b/i;

function minutesIn(text: string): number | null {
  if (HALF_HOUR.test(text)) return 30;
  const minutes = MINUTES.exec(text);
  const hours = HOURS.exec(text);
  if (hours?.[1]) return Math.round(count(hours[1]) * 60) + Number(hours[3] ?? 0);
  return minutes?.[1] ? Math.round(count(minutes[1])) : null;
}

/** Ways to say how often in a week, each with what it comes to. A school week has five days. */
const OFTEN: readonly (readonly [RegExp, (found: RegExpExecArray) => number])[] = [
  [
    new RegExp(`(?<![\\p{L}\\d.])${COUNT}\\s*(?:x|×|times?|sessions?|days?|lessons?|mornings?|afternoons?)?\\s*${WEEK}`, 'iu'),
    (found) => count(found[1] ?? ''),
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\d.])${COUNT}\\s*(?:x|×|times|sessions?( of)?)\\s*(?:of\\s*)?\\d+[\\s-]*(?:min|hour)[^.;]*?(?:${WEEK}|weekly)`,
      'iu',
    ),
    (found) => count(found[1] ?? ''),
  ],
  [new RegExp(`(?<![\\p{L}\\d.])${COUNT}\\s*(?:x|×|times|sessions?)?\\s*weekly\\b`, 'iu'), (found) => count(found[1] ?? '')],
  [/\b(?:twice|two times) (?:a|per|each|every) day\b|\btwice daily\b/i, () => 10],
  [
    /\b(?:daily|every (?:school )?day|each (?:school )?day|once a day|every morning|each morning|every afternoon|a day\b|per day\b)/i,
    () => 5,
  ],
  [/\b(?:fortnightly|every (?:two|other|second) weeks?|once a fortnight|bi-?weekly)\b/i, () => 0.5],
  [/\b(?:weekly|every week|each week|once a week|per week|a week|\/wk|\/week)(?![\p{L}])/iu, () => 1],
];

/** "30 minutes a week" counts minutes, not times: the number before a unit of time is no number of times. */
const timesText = (text: string): string =>
  text.replace(new RegExp(`${COUNT}[\\s-]*(?:min(?:ute)?s?|hours?|hrs?)\\b(?=\\s*${WEEK})`, 'giu'), '');

function timesIn(text: string): number | null {
  const whole = OFTEN[1]?.[0].exec(text);
  if (whole?.[1]) return count(whole[1]);
  const plain = timesText(text);
  for (const [shape, read] of OFTEN) {
    const found = shape.exec(plain);
    if (found) return read(found);
  }
  return null;
}

const WEEKDAY = /\b(mon|tue|wed|thu|fri)(?:s|days?|sdays?|nesdays?|rs?|rsdays?)?\b(?!\s*\d)/giu;

const DURATION = /\d+[\s-]*(?:min(?:ute)?s?|hours?|hrs?)\b/gi;

/** "Mon, Wed, Fri" in a column of how often is three times a week; a weekday with a date behind it is a date. */
function weekdaysIn(text: string): number | null {
  const named = new Set([...text.replace(DURATION, '').matchAll(WEEKDAY)].map(([, day = '']) => day.toLowerCase()));
  return named.size > 0 ? named.size : null;
}

const GROUP = new RegExp(
  `\\b(?:groups?|pairs?) of (?:not more than |no more than |up to |at most |a maximum of |max\\.? |\\d+ ?[-–] ?)?${COUNT}\\b`,
  'i',
);
const GROUP_AFTER = new RegExp(
  `\\bgroup\\b[^.;]{0,30}?\\b(?:not more than|no more than|up to|at most|maximum of|max\\.?) ${COUNT}\\b`,
  'i',
);
const MANY = new RegExp(`^\\s*(?:up to |max\\.? )?${COUNT}(?:\\s*(?:pupils?|students?|children|learners?))?\\s*$`, 'i');

function groupIn(text: string, column: boolean): number | null {
  const found = GROUP.exec(text) ?? GROUP_AFTER.exec(text) ?? (column ? MANY.exec(text) : null);
  if (found?.[1]) return count(found[1]);
  const ratio = /\b1\s*:\s*(\d+)\b/.exec(text);
  if (ratio?.[1]) return Number(ratio[1]);
  return /\bone[- ]to[- ]one\b|\bindividual(?:ly)?\b|\b1-1\b|\b1-to-1\b|\bone-on-one\b/i.test(text)
    ? 1
    : /\bpairs?\b|\bpaired\b/i.test(text)
      ? 2
      : null;
}

const inWeek = (number: number | null): number | null => (number !== null && number > 0 && number <= 50 ? number : null);

/**
 * Minutes, times a week and size of group, read only where they stand: "Twice weekly, 30 mins", "3 x 20 minutes a week", "daily" (five
 * school days), "one to one". "Each half-term" is no number of times a week and is left in the words.
 */
export function amountIn(text: string, columns: { readonly group?: string; readonly long?: string; readonly often?: string } = {}): Amount {
  const often = [columns.often, text].filter(Boolean).join(' · ');
  const minutes = minutesIn([columns.long, columns.often, text].filter(Boolean).join(' · ')) ?? bareMinutes(columns.long);
  return {
    minutes: minutes !== null && minutes > 0 && minutes <= 2400 ? minutes : null,
    timesAWeek: inWeek(timesIn(columns.long ? `${often} · ${columns.long}` : often) ?? weekdaysIn(columns.often ?? '')),
    groupSize: (columns.group ? groupIn(columns.group, true) : null) ?? groupIn(text, false),
  };
}

const bareMinutes = (text: string | undefined): number | null => (text && /^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

/** "30 minutes a week": the minutes of a whole week, which may be given at once or in parts. */
export const isWeeklyTotal = (text: string): boolean =>
  new RegExp(`${COUNT}[\\s-]*(?:min(?:ute)?s?|hours?|hrs?)\\b\\s*${WEEK}`, 'iu').test(text) &&
  !/\btimes\b|\bsessions?\b|\b[x×]\b/i.test(text);
