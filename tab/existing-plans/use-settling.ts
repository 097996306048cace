import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { ExistingPlan, ExistingPlanSummary, NewLineRequest, PlanLine, SettledLines } from '#contract/existing-plans.ts';
import { freshId } from '../kit/fresh-id.ts';
import { clockTime } from '../kit/moment.ts';
import { useReach } from '../kit/reach.ts';

type State = PlanLine['state'];
type Decision = { readonly line: PlanLine; readonly state: State; readonly values?: PlanLine['values'] };

const SAID: Readonly<Record<State, string>> = { confirmed: 'Confirmed', 'left-out': 'Left out', found: 'Taken back' };

/** Decisions about lines, each sent as it is made; the page shows what the service answered, and what failed stays as it was. */
export const useSettling = (plan: ExistingPlan, again: () => void) => {
  const { answers, announce, me } = useReach();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const [saved, setSaved] = useState<string | null>(null);

  const attempt = async (work: () => Promise<string>): Promise<boolean> => {
    setBusy(true);
    setFailed(null);
    try {
      announce(await work());
      setSaved(clockTime(new Date().toISOString() as never, me.organisation.timeZone));
      return true;
    } catch (fault) {
      setFailed(fault as CallFailed);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const ask = { path: { plan: plan.id } };
  /** The list of plans, where it was seen, says the same: from it one goes on to the next plan, not to this one again. */
  const listed = (summary: ExistingPlanSummary) => {
    const { answer: list } = answers.peek('existingPlans');
    if (list)
      answers.put('existingPlans', {}, { ...list, plans: list.plans.map((one) => (one.id === summary.id ? { ...one, ...summary } : one)) });
  };
  const put = ({ plan: summary, lines }: SettledLines) => {
    const now = new Map(lines.map((line) => [line.id, line]));
    answers.put('existingPlan', ask, { ...plan, ...summary, lines: plan.lines.map((line) => now.get(line.id) ?? line) });
    listed(summary);
  };
  const putSummary = (summary: ExistingPlanSummary) => {
    answers.put('existingPlan', ask, { ...plan, ...summary });
    listed(summary);
  };

  return {
    busy,
    failed,
    saved,
    settle: (decisions: readonly Decision[]) =>
      attempt(async () => {
        const lines = decisions.map(({ line, state, values }) => ({
          id: line.id,
          version: line.version,
          state,
          ...(values ? { values } : {}),
        }));
        put(await answers.change('settleLines', { ...ask, body: { lines } }));
        return decisions.length === 1
          ? SAID[decisions[0]?.state ?? 'found']
          : `${decisions.length} lines ${SAID[decisions[0]?.state ?? 'found'].toLowerCase()}`;
      }),
    make: (words: Omit<NewLineRequest, 'id'>) =>
      attempt(async () => {
        await answers.change('makeLine', { ...ask, body: { ...words, id: freshId() } });
        again();
        return 'Made a line of it';
      }),
    give: (pupil: string) =>
      attempt(async () => {
        putSummary(await answers.change('givePlanToPupil', { ...ask, body: { pupil } }));
        again();
        return 'Chosen';
      }),
    intoForce: (body: { kind: NonNullable<ExistingPlan['kind']>; dated: string; until: string | null }) =>
      attempt(async () => {
        putSummary(await answers.change('bringIntoForce', { ...ask, body }));
        return 'The plan is in force';
      }),
    takeAway: () =>
      attempt(async () => {
        await answers.change('takePlanAway', ask);
        await answers.ask('existingPlans');
        return 'Taken off the list';
      }),
  };
};

export type Settling = ReturnType<typeof useSettling>;
