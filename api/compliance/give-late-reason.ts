import type { LateReason } from '#contract/compliance.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { caseOfTrigger } from '../clocks/clock-records.ts';
import { openHouse } from '../clocks/recount.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { keepReason } from './compliance-records.ts';

/** Says why a clock was not kept. The date and its lateness stay; the reason stands beside them (duty 9 A3). */
export const giveLateReason =
  (parts: Parts): Casework['giveLateReason'] =>
  async (actor, { clock, words }): Promise<LateReason> => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    const [rule = '', trigger = ''] = clock.split('~');
    return parts.database.within(actor.scope, async (tx) => {
      const about = await caseOfTrigger(tx, organisation, trigger);
      const house = await openHouse(tx, organisation);
      if (!about || !house?.titles.has(rule)) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
      await permit(tx, actor, 'give-late-reason', about.id, today);
      await keepReason(tx, organisation, { pupil: about.id, rule, trigger, words, by: actor.person, at: parts.clock.now() });
      await note(tx, parts, actor, 'give-late-reason', about.id, { rule });
      return { clock, words };
    });
  };
