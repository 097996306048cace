import type { Logged } from '#contract/pupils.ts';
import { scoreProblem, scoreWords } from '#domain/caseload/score.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { stillHere } from './log.ts';
import { once } from './once-records.ts';
import { addScore, goalToScore } from './score-records.ts';

/** Adds a progress point to a goal, and says at once where it stands and what the rule makes of it. */
export const recordScore =
  (parts: Parts): Casework['recordScore'] =>
  async (actor, ask): Promise<Logged> => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const goal = await goalToScore(tx, organisation, ask.goal);
      if (!goal) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
      await permit(tx, actor, 'record-score', goal.pupil, today);
      return once(tx, organisation, 'record-score', ask.request, async () => {
        await stillHere(tx, organisation, goal.pupil);
        const problem = scoreProblem(goal, ask.on, ask.value, today);
        if (problem) throw new Refusal('not-valid', problem.reason, [problem]);
        const id = parts.ids.next();
        await addScore(tx, organisation, {
          id,
          goal: ask.goal,
          pupil: goal.pupil,
          on: ask.on,
          value: ask.value,
          by: actor.person,
          note: ask.note ?? null,
          at: parts.clock.now(),
        });
        await note(tx, parts, actor, 'record-score', goal.pupil, { goal: ask.goal, measurement: id });
        return { id, ...scoreWords(goal, ask.on, ask.value) };
      });
    });
  };
