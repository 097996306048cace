import type { Urgency } from '#contract/fields.ts';
import type { Goal, PupilPage as Pupil } from '#contract/pupils.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { Sparkline } from './sparkline.tsx';

const marks: Readonly<Record<Goal['state'], Urgency>> = {
  'on-track': 'good',
  'needs-a-decision': 'near',
  'not-enough-data': 'later',
  met: 'good',
  stopped: 'later',
};

const SHORT = 5;

/** A goal in two lines: what, then state, now, from, by when. Under six points there is no state and no colour. */
export const GoalLine = ({ goal, pupil }: { goal: Goal; pupil: Pupil }) => {
  const { me } = useReach();
  const last = goal.points.at(-1);
  const facts = [
    last ? `${last.value} now${goal.baseline === null ? '' : `, from ${goal.baseline}`}` : null,
    goal.targetOn ? `by ${dayWords(goal.targetOn, me.today)}` : null,
  ].filter(Boolean);
  return (
    <>
      <div className="pupil-goal-words">
        <PageLink to={`/tab/pupil/${pupil.id}?tab=plan&goal=${goal.id}`} className="pupil-goal-name">
          {goal.words}
        </PageLink>
        <p className="wm-second">
          <UrgencyMark urgency={marks[goal.state]}>{goal.stateWords}</UrgencyMark>
          {facts.length ? ` · ${facts.join(' · ')}` : ''}
        </p>
        {goal.gaps.length ? <p className="wm-second">Not ready: {goal.gaps.join(', ')}</p> : null}
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
