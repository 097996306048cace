import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Goal, PupilPage as Pupil } from '#contract/pupils.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { enough } from '#domain/progress/decision-rules.ts';
import { DocumentLink } from '../kit/document-link.tsx';
import { usePageKeys } from '../kit/keys.ts';
import { PressLink } from '../kit/page-link.tsx';
import { changeQuery, usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { counted } from '../kit/stage-words.ts';
import { Waiting } from '../kit/together.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { aimOf, standingOn, standingWords } from './goal/goal-aim.ts';
import { GoalChart } from './goal/goal-chart.tsx';
import { phasesOf } from './goal/phases.ts';

const PlanContent = lazy(() => import('./plan-content.tsx').then((module) => ({ default: module.PlanContent })));
const PlanVersions = lazy(() => import('./versions/plan-versions.tsx').then((module) => ({ default: module.PlanVersions })));

/** Every goal, plans with what waits in Word, and the chart of the goal that is chosen. */
export const PlanPart = ({ pupil, mayScore, goals }: { pupil: Pupil; mayScore: boolean; goals: ReactNode }) => {
  const { query } = usePlace();
  const chosen = pupil.goals.find((goal) => goal.id === query.get('goal')) ?? pupil.goals[0];
  const plan = pupil.plans.find(({ id }) => id === query.get('plan'));
  return (
    <div className="wm-stack">
      <div className="pupil-plan">
        {goals}
        <Plans pupil={pupil} />
      </div>
      {plan ? (
        <Suspense fallback={<Waiting />}>
          <PlanVersions plan={plan.id} />
        </Suspense>
      ) : null}
      <Suspense fallback={<Waiting />}>
        <PlanContent pupil={pupil.id} />
      </Suspense>
      {chosen ? <ChosenGoal goal={chosen} pupil={pupil} mayScore={mayScore} /> : null}
    </div>
  );
};

const Plans = ({ pupil }: { pupil: Pupil }) => {
  const { me } = useReach();
  return (
    <Section title="Plans" aside={pupil.plans.length ? counted(pupil.plans.length, 'plan') : undefined}>
      {pupil.plans.length ? (
        <ul className="wm-list">
          {pupil.plans.map((plan) => (
            <li key={plan.id} className="pupil-line">
              <div>
                <DocumentLink name={`${plan.title}, version ${plan.version}`} webUrl={plan.webUrl} />
                <p className="wm-second">
                  {plan.state.replace(/-/g, ' ')} · {dayWords(plan.madeOn, me.today)}
                </p>
              </div>
              <div className="pupil-line-end">
                {plan.differences ? <UrgencyMark urgency="near">{counted(plan.differences, 'difference')}</UrgencyMark> : null}
                {pupil.can.includes('draft-plan') ? (
                  <p className="wm-second">
                    <PressLink onPress={() => changeQuery({ plan: plan.id, version: '', against: '' })}>
                      {plan.version === 1 ? 'Open version 1 as it was made' : `All ${plan.version} versions`}
                    </PressLink>
                  </p>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p className="pupil-none">No plan has been drafted yet.</p>
      )}
    </Section>
  );
};

const ChosenGoal = ({ goal, pupil, mayScore }: { goal: Goal; pupil: Pupil; mayScore: boolean }) => {
  const { log } = useReach();
  const aim = aimOf(goal);
  const provision = useAnswer('entries', { pupil: pupil.id, kind: 'provision-line' }).answer?.entries ?? [];
  const interventions = useAnswer('entries', { pupil: pupil.id, kind: 'intervention' }).answer?.entries ?? [];
  const addScore = () => log({ pupil: pupil.id, kind: 'score', goal: goal.id });
  usePageKeys(mayScore ? { s: addScore } : {});
  return (
    <div className="wm-two">
      <Section
        title={goal.words}
        aside={goal.improves === 'up' ? 'higher is better' : 'lower is better'}
        end={
          mayScore ? (
            <Button size="small" icon={<AddRegular />} onClick={addScore}>
              Add a score
            </Button>
          ) : null
        }
      >
        {aim ? (
          <GoalChart goal={goal} aim={aim} phases={phasesOf(goal, aim, pupil, provision, interventions)} />
        ) : (
          <p className="pupil-none">No chart yet: {goal.gaps.join(', ') || 'the goal has no baseline, target or dates'}.</p>
        )}
        <p className="wm-foot">
          {goal.points.length < enough.points
            ? `Not enough data: ${counted(goal.points.length, 'point')}, ${enough.points} needed before a trend or a state is given.`
            : `${counted(goal.points.length, 'point')}. Dotted: straight line of least squares through all of them.`}
          {goal.measure ? ` Measure: ${goal.measure}.` : ''}
        </p>
      </Section>
      <Numbers goal={goal} />
    </div>
  );
};

const Numbers = ({ goal }: { goal: Goal }) => {
  const { me } = useReach();
  const aim = aimOf(goal);
  return (
    <Section title="The numbers" aside={goal.unit ?? undefined}>
      {goal.points.length ? (
        <table className="pupil-numbers">
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Score</th>
              <th scope="col">Aim</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {[...goal.points].reverse().map((point) => {
              const stands = aim ? standingOn(aim, point.on, point.value) : null;
              return (
                <tr key={point.on}>
                  <th scope="row">{dayWords(point.on, me.today)}</th>
                  <td className="wm-strong">{point.value}</td>
                  <td>{stands?.aim ?? '–'}</td>
                  <td>{stands ? standingWords(stands) : '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : (
        <p className="pupil-none">No scores yet</p>
      )}
    </Section>
  );
};
