import { noSuchCase, permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { markPromiseKept, promiseOf } from './today-records.ts';

/** Notes that what was promised to a family is done. Who may write into the log may say so; the same again changes nothing. */
export const keepPromise =
  (parts: Parts): Casework['keepPromise'] =>
  (actor, { entry }) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const promise = await promiseOf(tx, actor.scope.organisation, entry);
      if (!promise) throw noSuchCase();
      await permit(tx, actor, 'log', promise.pupil, today);
      await markPromiseKept(tx, actor, entry, promise.pupil, today);
      await note(tx, parts, actor, 'keep-promise', promise.pupil, { entry });
      return { kept: entry };
    });
  };
