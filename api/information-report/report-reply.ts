import type { InformationReport, ReportItemPage } from '#contract/information-report.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDoInHouse } from '#domain/access/deeds.ts';
import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { schoolYearOf, schoolYearStarting } from '#domain/calendar/school-year.ts';
import { daysLeftWords } from '#domain/calendar/wording.ts';
import { missingFromReport } from '#domain/information-report/missing-from-report.ts';
import type { ReportItem } from '#domain/information-report/report-item.ts';
import { reportItems } from '#domain/information-report/report-rules.ts';
import { reportClock } from '#domain/information-report/yearly.ts';
import { type House, openHouse } from '../clocks/recount.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { readingOf } from './how-it-reads.ts';
import { editionsOf, itemsUpTo, type StoredEdition, type StoredItem, schoolNamed, yearsWritten } from './report-records.ts';

export const noSuchReport = (): Refusal => new Refusal('not-found', 'There is no such school, or it is not yours.');

/** Which school a report is of: the one asked for, among those the actor works at, else the first of these. */
export const schoolAsked = ({ scope }: Actor, asked?: string): string => {
  const school = asked ?? scope.schools[0];
  if (!school || !scope.schools.includes(school)) throw noSuchReport();
  return school;
};

/** The year in which the school year of a day began. */
export const yearStarting = (day: Day): number => Number(schoolYearOf(day).from.slice(0, 4));

/** A school’s report for one school year, with what it lacks and when it is due again. */
export const reportOf = async (tx: Transaction, actor: Actor, school: string, year: number, today: Day): Promise<InformationReport> => {
  const { organisation } = actor.scope;
  const [name, house] = [await schoolNamed(tx, organisation, school), await openHouse(tx, organisation)];
  if (!name || !house) throw noSuchReport();
  const stored = new Map((await itemsUpTo(tx, organisation, school, year)).map((one) => [one.item, one]));
  const editions = await editionsOf(tx, organisation, school);
  const items = reportItems(house.jurisdiction).map((item) => itemShown(item, stored.get(item.id), year));
  const current = yearStarting(today);
  const written = items.map(({ id, words, confirmedOn, reading }) => [id, { words, confirmedOn, reading }] as const);
  return {
    school: { id: school, name },
    year: { starting: year, name: schoolYearStarting(year).name, current: year === current },
    years: [...new Set([current, ...(await yearsWritten(tx, organisation, school))])].map(named),
    items,
    gaps: items.length > 0 ? [...missingFromReport(reportItems(house.jurisdiction), new Map(written), today)] : [],
    editions: editions.map(({ id, on, at, by, year: of }) => ({ id, on, at, by, year: schoolYearStarting(of).name })),
    changedSince: year === current ? changedSince(items, editions[0]) : [],
    due: items.length > 0 ? dueAgain(editions, house, school, today) : null,
    may: mayDoInHouse('keep-information-report', actor.roles),
  };
};

const named = (starting: number) => ({ starting, name: schoolYearStarting(starting).name });

const itemShown = (item: ReportItem, stored: StoredItem | undefined, year: number): ReportItemPage => ({
  id: item.id,
  number: item.number,
  title: item.title,
  asks: item.asks,
  citation: item.citation,
  sourceLink: item.sourceLink,
  unverified: item.unverified ?? null,
  words: stored?.words ?? '',
  version: stored?.year === year ? stored.version : 0,
  carriedFrom: stored && stored.year !== year ? schoolYearStarting(stored.year).name : null,
  confirmedOn: stored?.confirmedOn ?? null,
  by: stored?.by ?? null,
  reading: stored?.words ? readingOf(stored.words) : null,
});

const changedSince = (items: readonly ReportItemPage[], edition: StoredEdition | undefined): string[] => {
  if (!edition) return [];
  const printed = new Map(edition.items.map(({ item, words }) => [item, words]));
  return items.filter(({ id, words }) => words !== (printed.get(id) ?? '')).map(({ id }) => id);
};

const dueAgain = (editions: readonly StoredEdition[], house: House, school: string, today: Day): InformationReport['due'] => {
  const clock = reportClock(
    editions.map(({ on }) => on),
    house.setting(school, today),
  );
  if (!clock?.due) return null;
  const { rule, due } = clock;
  return {
    on: due,
    days: daysBetween(today, due),
    words: daysLeftWords(due, today),
    rule: rule.words,
    source: rule.source,
    sourceLink: rule.sourceLink ?? '',
  };
};
