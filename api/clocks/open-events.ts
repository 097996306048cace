import type { CaseEvents } from '#contract/case-events.ts';
import { mayDo } from '#domain/access/deeds.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import type { ClockSetting } from '#domain/timelines/compute-clocks.ts';
import { eventWords } from '#domain/timelines/explanation.ts';
import { firstEventMissing } from '#domain/timelines/first-events.ts';
import { stepsFor } from '#domain/timelines/step.ts';
import { standingTo } from '../access/access-records.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { openCase } from './case-counted.ts';
import { chainsShown } from './chains-shown.ts';
import type { StoredEvent } from './clock-records.ts';
import { keptEvents, stageOf } from './event-records.ts';
import { eventsShown, groupsShown } from './events-shown.ts';

/** What happened in a case, the ways it is on, and, for those who answer for it, what can be recorded. */
export const openEvents =
  (parts: Parts): Casework['openEvents'] =>
  async (actor, { pupil }): Promise<CaseEvents> => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'explain-clock', pupil, today);
      const { events, setting } = await openCase(tx, organisation, pupil, today);
      const kept = await keptEvents(tx, organisation, pupil);
      const standing = await standingTo(tx, actor, pupil, today);
      const about = await stageOf(tx, organisation, pupil);
      const records = !about.left && standing !== undefined && mayDo('record-event', standing.roles, standing.relations);
      await note(tx, parts, actor, 'open-events', pupil);
      return {
        events: eventsShown(kept, setting.rules),
        chains: chainsShown(events, setting, actor),
        steps: stepsShown(events, setting),
        unknown:
          (records &&
            firstEventMissing(
              setting.rules.jurisdiction === 'england' ? 'england' : 'us',
              about.stage,
              events.map(({ kind }) => kind),
            )) ||
          null,
        groups: records ? groupsShown(setting.rules, about.stage) : [],
      };
    });
  };

const stepsShown = (events: readonly StoredEvent[], setting: ClockSetting): CaseEvents['steps'] =>
  stepsFor(events, setting.rules, setting.today).map((one) => ({
    title: one.step.title,
    words: one.step.words,
    called: `${eventWords(one.trigger.kind, setting)}, ${dayWordsWithYear(one.trigger.on)}`,
    taken: one.state === 'taken' ? `${eventWords(one.takenBy.kind, setting)}, ${dayWordsWithYear(one.takenOn)}` : null,
    citation: one.step.source,
    unverified: one.step.unverified ?? null,
  }));
