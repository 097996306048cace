import { type Day, dayOf } from '#domain/calendar/day.ts';

/** The times of the year at which public exams are held in England. */
export const SEASON_PARTS = ['january', 'summer', 'autumn'] as const;
export type SeasonPart = (typeof SEASON_PARTS)[number];

/** A season as `2027-summer`, by the year in which its papers are written. */
export type SeasonId = `${number}-${SeasonPart}`;

/** A day of a season that has to be kept, with where it comes from. */
export type SeasonDate = {
  readonly id: DateId;
  readonly title: string;
  readonly on: Day;
  /** What the day rests on, and whether anybody read it there. */
  readonly source: string;
  readonly verified: boolean;
};

const DATE_TITLES = {
  'modified-papers': 'Last day to order modified papers',
  applications: 'Last day to apply for access arrangements',
  'first-paper': 'First exam',
} as const;
export type DateId = keyof typeof DATE_TITLES;
export const DATE_IDS = Object.keys(DATE_TITLES) as readonly DateId[];

/**
 * Month and day of each date of each season, as schools know them. They were not read in this year's regulations: each is shown as not
 * verified until somebody at the school has copied it and said from where.
 */
const USUAL: Readonly<Record<SeasonPart, Readonly<Record<DateId, readonly [years: number, month: number, day: number]>>>> = {
  january: { 'modified-papers': [-1, 9, 20], applications: [-1, 10, 21], 'first-paper': [0, 1, 6] },
  summer: { 'modified-papers': [0, 1, 31], applications: [0, 3, 21], 'first-paper': [0, 5, 6] },
  autumn: { 'modified-papers': [0, 9, 20], applications: [0, 11, 1], 'first-paper': [0, 11, 2] },
};

const UNREAD = 'The usual day. Not verified: copy it from this year’s regulations.';

/** What a school has copied about a date of a season. */
export type KeptDate = { readonly season: SeasonId; readonly date: DateId; readonly on: Day; readonly source: string | null };

const partsOf = (season: SeasonId): readonly [number, SeasonPart] => {
  const [year, part] = season.split('-') as [string, SeasonPart];
  return [Number(year), part];
};

/** The dates of a season: the school's own where it has copied them, else the usual ones, marked as not verified. */
export const datesOf = (season: SeasonId, kept: readonly KeptDate[]): readonly SeasonDate[] => {
  const [year, part] = partsOf(season);
  return DATE_IDS.map((id) => {
    const own = kept.find((one) => one.season === season && one.date === id);
    const [years, month, day] = USUAL[part][id];
    return own
      ? {
          id,
          title: DATE_TITLES[id],
          on: own.on,
          source: own.source ?? 'Set by the school, without a source',
          verified: own.source !== null,
        }
      : { id, title: DATE_TITLES[id], on: dayOf(year + years, month, day), source: UNREAD, verified: false };
  });
};

/** The four seasons whose first papers are still to come, the next one first. */
export const seasonsAhead = (today: Day, kept: readonly KeptDate[]): readonly SeasonId[] => {
  const year = Number(today.slice(0, 4));
  const around = [year, year + 1, year + 2].flatMap((each) => SEASON_PARTS.map((part): SeasonId => `${each}-${part}`));
  return around.filter((season) => firstPaper(season, kept) >= today).slice(0, 4);
};

/** The day on which a season's first papers are written. */
export const firstPaper = (season: SeasonId, kept: readonly KeptDate[]): Day =>
  datesOf(season, kept).find(({ id }) => id === 'first-paper')!.on;

/** The season that most schools plan for: the next summer. */
export const nextSummer = (seasons: readonly SeasonId[]): SeasonId => seasons.find((season) => season.endsWith('summer')) ?? seasons[0]!;

const PART_WORDS: Readonly<Record<SeasonPart, string>> = { january: 'January', summer: 'Summer', autumn: 'November' };

/** `Summer 2027`. */
export const seasonWords = (season: SeasonId): string => {
  const [year, part] = partsOf(season);
  return `${PART_WORDS[part]} ${year}`;
};

/** Why a date of a season cannot be what was typed; undefined where it can. */
export const seasonDateFault = (season: SeasonId, date: DateId, on: Day, kept: readonly KeptDate[]): string | undefined => {
  const [year] = partsOf(season);
  if (Math.abs(Number(on.slice(0, 4)) - year) > 1) return `is not near ${seasonWords(season)}`;
  const first = firstPaper(season, kept);
  return date !== 'first-paper' && on > first ? 'comes after the first papers' : undefined;
};
