import type { Readings } from '#contract/strategies.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { compareClasses } from '#domain/classes/class-list.ts';
import { countsWords, readersWords } from '#domain/classes/gathered.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { classesOf, schoolsWhere } from './class-records.ts';
import { readersOf } from './gathered-reply.ts';
import { hasStrategies } from './helped-pupil.ts';
import { noSuchClass } from './no-such-class.ts';
import { hereOf } from './open-strategy-marks.ts';
import { gatheredFor } from './strategy-records.ts';

/**
 * Who has read what helps each pupil, those with somebody missing first. Nobody is reminded from here: whoever has not read it is asked
 * by their own card, and the page says when (duty 4 A3).
 */
export const openReadings =
  (parts: Parts): Casework['openReadings'] =>
  async (actor, ask) => {
    permitInHouse(actor, 'see-readings');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx): Promise<Readings> => {
      const classes = await classesOf(tx, actor, today, await schoolsWhere(tx, actor, ['coordinator', 'leader'], today));
      if (ask.class && !classes.some(({ id }) => id === ask.class)) throw noSuchClass();
      const facts = (await gatheredFor(tx, actor, today, { class: ask.class ?? null })).filter(hasStrategies);
      const here = await hereOf(tx, actor, today, facts);
      await note(
        tx,
        parts,
        actor,
        'open-readings',
        facts.map(({ id }) => id),
      );
      const rows = facts.map((one) => {
        const readers = readersOf(one, here);
        return {
          pupil: { id: one.id, name: one.name, caseRef: one.caseRef },
          className: one.className,
          counts: `${readersWords(readers.filter(({ state }) => state === 'read').length, readers.length)} · ${countsWords(one.gathered.map(({ mark }) => mark))}`,
          readers,
          missing: readers.filter(({ state }) => state !== 'read').length,
        };
      });
      const open = rows.filter(({ missing }) => missing > 0).length;
      return {
        sentence:
          rows.length === 0
            ? 'No pupil has a strategy written down yet.'
            : open === 0
              ? `All that teach the ${countWords(rows.length, 'pupil')} have read what helps.`
              : `${countWords(open, 'pupil')} of ${rows.length} with somebody who has not read what helps. Each is asked by a card of their own.`,
        classes: classes.toSorted(compareClasses).map(({ id, name }) => ({ id, name })),
        rows: [...rows].sort((a, b) => Number(b.missing > 0) - Number(a.missing > 0)).map(({ missing: _, ...row }) => row),
      };
    });
  };
