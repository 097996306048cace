import { Button } from '@fluentui/react-components';
import type { ExistingPlan } from '#contract/existing-plans.ts';
import { FindPupil } from '../kit/find-pupil.tsx';
import { Section } from '../kit/section.tsx';
import type { Settling } from './use-settling.ts';

/** Asks whose plan it is, where the plan itself leaves that in doubt. Nothing is chosen beforehand. */
export const WhosePlan = ({ plan, settling }: { plan: ExistingPlan; settling: Settling }) => (
  <Section title="Whose plan is it?" aside={plan.nameInPlan ? `The plan names ${plan.nameInPlan}` : 'The plan names nobody'}>
    {plan.candidates.length > 0 ? (
      <ul className="wm-list">
        {plan.candidates.map(({ pupil, name, caseRef, why }) => (
          <li key={pupil} className="plans-row">
            <div className="plans-row-words">
              <span className="wm-strong">{[name, caseRef].filter(Boolean).join(' · ')}</span>
              <span className="wm-second">{why}</span>
            </div>
            <Button size="small" disabled={settling.busy} onClick={() => void settling.give(pupil)}>
              It is {name.split(' ')[0]}’s
            </Button>
          </li>
        ))}
      </ul>
    ) : null}
    <div className="plan-find">
      <FindPupil label="Find another pupil" onChoose={({ id }) => void settling.give(id)} />
      <span className="wm-second">Lines can be read before, and confirmed once this is said.</span>
    </div>
  </Section>
);
