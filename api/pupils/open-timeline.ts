import { mayDo } from '#domain/access/deeds.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import { standingTo } from '../access/access-records.ts';
import { permit } from '../access/permit.ts';
import { sharedEntries } from '../access/shared-only.ts';
import { sharedWith } from '../access/shared-records.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { openHouse } from '../clocks/recount.ts';
import type { Parts } from '../parts.ts';
import { recordTimeline } from '../record/record-timeline.ts';
import { Refusal } from '../refusal.ts';
import { absenceEntries } from './absence-of.ts';
import { caseOf } from './pupil-records.ts';
import { timelineOf } from './timeline-of.ts';

/** All of a pupil's timeline, the newest first, for a reader who narrows or prints it. */
export const openTimeline =
  (parts: Parts): Casework['openTimeline'] =>
  async (actor, { pupil }) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'open-pupil', pupil, today);
      const stored = await caseOf(tx, actor, pupil, today);
      if (!stored) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
      const house = await openHouse(tx, actor.scope.organisation);
      await note(tx, parts, actor, 'open-timeline', pupil);
      const standing = (await standingTo(tx, actor, pupil, today)) ?? { roles: [], relations: [] };
      const record = await recordTimeline(tx, actor, pupil, standing, today);
      const absence = absenceEntries(stored.absence, nationOf(house?.jurisdiction ?? 'england'), today);
      const whole = timelineOf(stored, today, house?.setting(stored.school, today).rules.events ?? {}, [...record, ...absence]);
      const staff = mayDo('read-casework', standing.roles, standing.relations);
      return { entries: staff ? whole : sharedEntries(whole, await sharedWith(tx, actor, pupil)) };
    });
  };
