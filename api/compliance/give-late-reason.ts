import type { LateReason } from '#contract/compliance.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { keepReason, pupilOfClock } from './compliance-records.ts';

/** Says why a clock was not kept. The date and its lateness stay; the reason stands beside them (duty 9 A3). */
export const giveLateReason =
  (parts: Parts): Casework['giveLateReason'] =>
  async (actor, { clock, words }): Promise<LateReason> => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    const [rule = '', trigger = ''] = clock.split('~');
    return parts.database.within(actor.scope, async (tx) => {
      const pupil = await pupilOfClock(tx, organisation, rule, trigger);
      if (!pupil) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
      await permit(tx, actor, 'give-late-reason', pupil, today);
      await keepReason(tx, organisation, { pupil, rule, trigger, words, by: actor.person, at: parts.clock.now() });
      await note(tx, parts, actor, 'give-late-reason', pupil, { rule });
      return { clock, words };
    });
  };
