import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { permittedPlan } from './open-plan.ts';
import { planPane } from './plan-pane.ts';
import { acceptWords } from './plan-records.ts';

/** A person has read these composed passages and accepts them, in the words of the version they saw. Accepted twice is accepted once. */
export const acceptPassages =
  (parts: Parts): Casework['acceptPassages'] =>
  (actor, { plan: id, version, tags }) =>
    parts.database.within(actor.scope, async (tx) => {
      const today = parts.clock.today(actor.timeZone);
      const plan = await permittedPlan(tx, actor, id, today, true);
      if (plan.version !== version) throw new Refusal('changed-meanwhile', `This plan is at version ${plan.version} now. Read it again.`);
      const composed = plan.blocks.filter((block) => block.composed && tags.includes(block.tag));
      const words = Object.fromEntries(composed.map((block) => [block.tag, plan.fields[block.tag] ?? block.text]));
      await acceptWords(tx, actor.scope.organisation, id, actor.person, words, parts.clock.now());
      await note(tx, parts, actor, 'accept-passages', plan.pupil, { plan: id, version, tags: Object.keys(words) });
      return planPane(tx, parts, actor, id, today);
    });
