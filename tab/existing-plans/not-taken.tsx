import { Button } from '@fluentui/react-components';
import type { ExistingPlan } from '#contract/existing-plans.ts';
import { Empty } from '../kit/states.tsx';
import type { Settling } from './use-settling.ts';

const kinds = [
  ['need', 'A need'],
  ['goal', 'An outcome'],
  ['provision', 'Provision'],
] as const;

/** Every sentence that no line was made from, so that nothing is lost unseen; any of them can be made a line. */
export const NotTaken = ({
  plan,
  settling,
  shut,
  onLook,
}: {
  plan: ExistingPlan;
  settling: Settling;
  shut: boolean;
  onLook: (page: number) => void;
}) => {
  if (plan.notTaken.length === 0) return <Empty title="Every sentence of the plan became a line" />;
  return (
    <ol className="wm-list">
      {plan.notTaken.map((passage) => {
        const block = plan.blocks[passage.block];
        return (
          <li key={`${passage.block}-${passage.from}`} className="plan-not-taken">
            <p>{block?.text.slice(passage.from, passage.to)}</p>
            <span className="plan-deciding">
              {plan.form === 'pdf' ? (
                <Button size="small" appearance="transparent" onClick={() => onLook(block?.page ?? 1)}>
                  Page {block?.page}
                </Button>
              ) : null}
              {shut
                ? null
                : kinds.map(([kind, words]) => (
                    <Button key={kind} size="small" disabled={settling.busy} onClick={() => void settling.make({ kind, ...passage })}>
                      {words}
                    </Button>
                  ))}
            </span>
          </li>
        );
      })}
    </ol>
  );
};
