import type { Urgency } from '#contract/fields.ts';
import type { Goal, PupilPage as Pupil } from '#contract/pupils.ts';
import { PageLink } from '../kit/page-link.tsx';
import { Section } from '../kit/section.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { Sparkline } from './goal/sparkline.tsx';

const marks: Readonly<Record<Goal['state'], Urgency>> = {
  'on-track': 'good',
  'needs-a-decision': 'near',
  'not-enough-data': 'later',
  met: 'good',
  stopped: 'later',
};

/** A state has a name only where there are points enough to give one. */
const stateNames: Readonly<Record<Goal['state'], string | null>> = {
  'on-track': 'On track',
  'needs-a-decision': 'Needs a decision',
  'not-enough-data': null,
  met: 'Met',
  stopped: 'Stopped',
};

const SHORT = 5;

/** A goal in two lines: what, then state, now, from, by when. Under six points there is no state and no colour. */
export const GoalLine = ({ goal, pupil, withGaps = true }: { goal: Goal; pupil: Pupil; withGaps?: boolean }) => {
  const state = stateNames[goal.state];
  return (
    <>
      <div className="pupil-goal-words">
        <PageLink to={`/tab/pupil/${pupil.id}?tab=plan&goal=${goal.id}`} className="pupil-goal-name">
          {goal.words}
        </PageLink>
        <p className="wm-second">
          {state ? <UrgencyMark urgency={marks[goal.state]}>{state}</UrgencyMark> : null}
          {state ? ' · ' : ''}
          {goal.stateWords}
        </p>
        {withGaps && goal.gaps.length ? (
          <p className="wm-second">
            <UrgencyMark urgency="near">Not ready: {goal.gaps.join(', ')}</UrgencyMark>
          </p>
        ) : null}
      </div>
      <Sparkline goal={goal} />
    </>
  );
};

/** The goals of the overview, with where each stands. */
export const GoalsInShort = ({ pupil }: { pupil: Pupil }) => (
  <Section title="Goals" end={pupil.goals.length ? <PageLink to={`/tab/pupil/${pupil.id}?tab=plan`}>Charts</PageLink> : null}>
    {pupil.goals.length ? (
      <ul className="wm-list">
        {pupil.goals.slice(0, SHORT).map((goal) => (
          <li key={goal.id} className="pupil-goal">
            <GoalLine goal={goal} pupil={pupil} />
          </li>
        ))}
        {pupil.goals.length > SHORT ? (
          <li>
            <PageLink to={`/tab/pupil/${pupil.id}?tab=plan`}>All {pupil.goals.length}</PageLink>
          </li>
        ) : null}
      </ul>
    ) : (
      <p className="pupil-none">No goals yet</p>
    )}
  </Section>
);
