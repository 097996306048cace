import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { clockTask } from '#domain/caseload/clock-words.ts';
import { openHouse } from '../clocks/recount.ts';
import { casesTold, type OwedFromOutside, owedFromOutside } from '../compliance/told-records.ts';
import type { Transaction } from '../database/connection.ts';

type Mail = { readonly subject: string; readonly body: string };

/**
 * The day's dates of one person by e-mail. A colleague is told the cases and where to look. Somebody outside has no list to look at: they are
 * told what is owed by when, by case reference as in a chaser, and whom to answer. Null where all of it was done meanwhile.
 */
export const datesMail = async (
  tx: Transaction,
  organisation: string,
  { to, day, today, isOutside, open }: { to: string; day: Day; today: Day; isOutside: boolean; open: string },
): Promise<Mail | null> => {
  if (!isOutside) return colleaguesMail(await casesTold(tx, organisation, to, day), open);
  const owed = await owedFromOutside(tx, organisation, to, day);
  if (owed.length === 0) return null;
  const titles = (await openHouse(tx, organisation))?.titles;
  const lines = owed.map(
    (one) =>
      `- ${one.caseRef}: ${one.clock ? clockTask(one.clock, titles?.get(one.clock.rule)) : 'an action you took on'}, ${dueWords(one.due, today)}`,
  );
  const schools = [...new Set(owed.map(({ school }) => school))].join(' and ');
  return {
    subject: `${[...new Set(owed.map(({ caseRef }) => caseRef))].join(', ')}: dates that are yours`,
    body: `${schools} is waiting for this from you:\n\n${lines.join('\n')}\n\nIf it is on its way, or cannot come by then, tell the school: ${reachedBy(owed)}\n`,
  };
};

const colleaguesMail = (cases: readonly string[], open: string): Mail => ({
  subject: 'Dates that are yours',
  body: `Dates or actions of yours are coming up, or have passed${cases.length > 0 ? `, in ${cases.join(', ')}` : ''}.\n\n${open}\n`,
});

const dueWords = (due: Day, today: Day): string => `${daysBetween(today, due) < 0 ? 'was due on' : 'due on'} ${dayWordsWithYear(due)}`;

const reachedBy = (owed: readonly OwedFromOutside[]): string => {
  const numbers = [...new Set(owed.flatMap(({ telephone }) => telephone ?? []))];
  return numbers.length > 0 ? `answer this e-mail, or call ${numbers.join(' or ')}.` : 'answer this e-mail.';
};
