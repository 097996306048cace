import { mayDo } from '#domain/access/deeds.ts';
import { actionsCard } from '../cards/actions-card.ts';
import { caseloadCard } from '../cards/caseload-card.ts';
import { dueCard } from '../cards/due-card.ts';
import { type Answer, type Turn, Unclear, wordsForDay } from '../turn.ts';

/** `my caseload`: the pupils to look at first. */
export const showCaseload = async (turn: Turn): Promise<Answer> => {
  const caseload = await turn.casework.openCaseload(turn.actor);
  const card = caseloadCard(
    caseload,
    wordsForDay(turn),
    turn.tabLink({ page: 'caseload' }),
    mayDo('schedule-review', turn.actor.roles, []),
  );
  return { kind: 'own', card, title: 'My caseload', look: { verb: 'caseload' } };
};

/** `due`: dates with who owes them and why. */
export const showDue = async (turn: Turn): Promise<Answer> => {
  const today = await turn.casework.openToday(turn.actor);
  return { kind: 'own', card: dueCard(today, wordsForDay(turn), turn.tabLink), title: 'Due', look: { verb: 'due' } };
};

/** `actions`: what I have promised to do. */
export const showActions = async (turn: Turn, notice?: string): Promise<Answer> => {
  const actions = await turn.casework.openActions(turn.actor, {});
  const card = actionsCard(actions, wordsForDay(turn), turn.tabLink({ page: 'today' }), notice);
  return { kind: 'own', card, title: 'My actions', look: { verb: 'actions' } };
};

/** `done 3`, or the button beside an action. */
export const markDone = async (turn: Turn, which: { action: string } | { number: number }): Promise<Answer> => {
  await turn.casework.markActionDone(turn.actor, which);
  return showActions(turn, 'number' in which ? `Action ${which.number} is done` : 'Done');
};

/** The number in `done 3`. */
export const doneByWords = (turn: Turn, rest: string): Promise<Answer> => {
  const number = /^(?:number |no\.? |#)?(\d{1,9})$/.exec(rest)?.[1];
  if (!number) throw new Unclear('Say the number of the action, as in “done 3”. Type actions to see the numbers.');
  return markDone(turn, { number: Number(number) });
};
