import type { Readings } from '#contract/strategies.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { compareClasses } from '#domain/classes/class-list.ts';
import { countsWords, readersWords } from '#domain/classes/gathered.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { classesOf, schoolsWhere } from './class-records.ts';
import { readersOf } from './gathered-reply.ts';
import { hasStrategies } from './helped-pupil.ts';
import { noSuchClass } from './no-such-class.ts';
import { hereOf } from './open-strategy-marks.ts';
import { gatheredFor, pupilsWithStrategies } from './strategy-records.ts';

/** So many pupils are read and shown at once; a school with more turns pages, or looks at one class. */
const A_PAGE = 50;

/**
 * Who has read what helps each pupil, on each page those with somebody missing first. Nobody is reminded from here: whoever has not read it
 * is asked by their own card, and the page says when (duty 4 A3).
 */
export const openReadings =
  (parts: Parts): Casework['openReadings'] =>
  async (actor, ask) => {
    permitInHouse(actor, 'see-readings');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx): Promise<Readings> => {
      const classes = await classesOf(tx, actor, today, await schoolsWhere(tx, actor, ['coordinator', 'leader'], today));
      if (ask.class && !classes.some(({ id }) => id === ask.class)) throw noSuchClass();
      const all = (await pupilsWithStrategies(tx, actor, today, ask.class ?? null)).filter(hasStrategies);
      const pages = Math.max(1, Math.ceil(all.length / A_PAGE));
      const page = Math.min(ask.page ?? 1, pages);
      const shown = all.slice((page - 1) * A_PAGE, page * A_PAGE).map(({ id }) => id);
      const rows = await rowsOf(tx, parts, actor, today, shown);
      await note(tx, parts, actor, 'open-readings', shown);
      return {
        page,
        pages,
        pupils: all.length,
        sentence: sentenceOf(rows, { page, pages, pupils: all.length }),
        classes: classes.toSorted(compareClasses).map(({ id, name }) => ({ id, name })),
        rows: rows.map(({ missing: _, ...row }) => row),
      };
    });
  };

/** `Abbott, Bronte`: as the list is ordered. */
const inLists = ({ name, surname }: { readonly name: string; readonly surname: string }): string =>
  `${surname}, ${name.slice(0, name.length - surname.length).trim()}`;

type Row = Readings['rows'][number] & { readonly missing: number };

const rowsOf = async (tx: Transaction, parts: Parts, actor: Actor, today: Day, pupils: readonly string[]): Promise<readonly Row[]> => {
  const facts = await gatheredFor(tx, actor, today, pupils);
  const here = await hereOf(tx, parts, actor, facts);
  return facts
    .map((one) => {
      const readers = readersOf(one, here);
      const read = readers.filter(({ state }) => state === 'read').length;
      return {
        pupil: { id: one.id, name: inLists(one), caseRef: one.caseRef },
        className: one.className,
        counts: `${readersWords(read, readers.length)} · ${countsWords(one.gathered.map(({ mark }) => mark))}`,
        readers,
        missing: readers.length - read,
      };
    })
    .sort((a, b) => Number(b.missing > 0) - Number(a.missing > 0));
};

const sentenceOf = (rows: readonly Row[], { page, pages, pupils }: Pick<Readings, 'page' | 'pages' | 'pupils'>): string => {
  if (rows.length === 0) return 'No pupil has a strategy written down yet.';
  const open = rows.filter(({ missing }) => missing > 0).length;
  const first = (page - 1) * A_PAGE + 1;
  const which = pages === 1 ? '' : `${first} to ${first + rows.length - 1} of ${pupils} by surname. `;
  if (open === 0) return `${which}All that teach the ${countWords(rows.length, 'pupil')} have read what helps.`;
  return `${which}${countWords(open, 'pupil')} of ${rows.length} with somebody who has not read what helps. Each is asked by a card of their own.`;
};
