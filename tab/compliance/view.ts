import type { Compliance, Mark, Side, WatchedClock } from '#contract/compliance.ts';
import { addDays, type Day, isWithin } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import type { Place } from '../kit/place.ts';

export type Column = Compliance['period']['columns'][number];

/** What the reader looks at: a side, a column of the chart, and what narrows the table. All but what was typed stands in the address. */
export type View = {
  readonly side: Side | null;
  readonly column: Column | null;
  readonly rule: string;
  readonly stage: string;
  readonly mark: string;
  readonly words: string;
  readonly all: boolean;
};

/** So many days ahead are shown until somebody asks for more. */
const AHEAD = 11;

const SIDES: readonly Side[] = ['ours', 'authority', 'agencies', 'families'];

/** The view that a query names, and what was typed beside it; what it does not know is left out. */
export const viewOf = ({ query, typed }: Pick<Place, 'query' | 'typed'>, { period }: Compliance): View => ({
  side: SIDES.find((side) => side === query.get('side')) ?? null,
  column: period.columns.find(({ from }) => from === query.get('week')) ?? null,
  rule: query.get('rule') ?? '',
  stage: query.get('stage') ?? '',
  mark: query.get('state') ?? '',
  words: typed ?? '',
  all: query.get('all') === '1',
});

const titles: Readonly<Record<Side, string>> = { ours: 'Ours', authority: 'Authority', agencies: 'Agencies', families: 'Families' };

/** The short name of a side; in England the authority is the council. */
export const sideTitle = (side: Side, jurisdiction: string): string =>
  side === 'authority' && jurisdiction === 'england' ? 'Council' : titles[side];

/** Clocks of the chosen side; the tabs' numbers are their open ones. */
export const ofSide = (clocks: readonly WatchedClock[], side: Side | null): readonly WatchedClock[] =>
  side ? clocks.filter((clock) => clock.side === side) : clocks;

const isOpen = ({ mark }: WatchedClock): boolean => mark === 'late' || mark === 'due';

const fits = (clock: WatchedClock, { rule, stage, mark, words }: View): boolean => {
  const typed = words.trim().toLowerCase();
  const text = [clock.title, clock.pupil.name, clock.pupil.caseRef, clock.owner.words].join(' ').toLowerCase();
  return (
    (!rule || clock.rule === rule) && (!stage || clock.pupil.stage === stage) && (!mark || clock.mark === mark) && text.includes(typed)
  );
};

const narrowed = ({ rule, stage, mark, words }: View): boolean => Boolean(rule || stage || mark || words.trim());

/** The rows of the table: a column's clocks where one is chosen, all that fit where something narrows, else what is late or due soon. */
export const rowsOf = (compliance: Compliance, view: View): readonly WatchedClock[] => {
  const { column } = view;
  const own = ofSide(compliance.clocks, view.side).filter((clock) => fits(clock, view));
  if (column) return own.filter(({ due }) => isWithin(due, column));
  if (view.all || narrowed(view)) return own;
  const until = addDays(compliance.today, AHEAD);
  return own.filter((clock) => isOpen(clock) && clock.due <= until);
};

/** What the rows are, as their heading says it. */
export const rowsTitle = ({ today, period }: Compliance, view: View): string => {
  if (view.column) return period.kind === 'year' ? view.column.title : `Week of ${view.column.title}`;
  if (narrowed(view)) return 'What fits';
  return view.all ? 'Every clock' : `Late and due by ${dayWords(addDays(today, AHEAD), today)}`;
};

/** Clocks of one side in one column, the kept ones first, so that they lie at the bottom of the stack. */
export const inCell = (clocks: readonly WatchedClock[], column: Column): readonly WatchedClock[] =>
  clocks.filter(({ due }) => isWithin(due, column)).sort((one, other) => ORDER.indexOf(one.mark) - ORDER.indexOf(other.mark));

const ORDER: readonly Mark[] = ['met', 'met-late', 'late', 'due', 'forecast'];

export const markWords: Readonly<Record<Mark, string>> = {
  met: 'met on time',
  'met-late': 'met late',
  late: 'late, still open',
  due: 'due',
  forecast: 'forecast',
};

/** `13 due`, `2 met on time, 1 late, still open`: what stands in a cell, for a screen reader. */
export const cellWords = (clocks: readonly WatchedClock[], usual: number): string => {
  const counts = ORDER.map(
    (mark) => [mark, clocks.filter((clock) => clock.mark === mark).length + (mark === 'forecast' ? usual : 0)] as const,
  );
  const said = counts.filter(([, count]) => count > 0).map(([mark, count]) => `${count} ${markWords[mark]}`);
  return said.join(', ') || 'nothing';
};

/** Days of the usual number that fall in a column. */
export const usualIn = (days: readonly Day[], column: Column): number => days.filter((day) => isWithin(day, column)).length;
