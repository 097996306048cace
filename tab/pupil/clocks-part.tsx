import { lazy, Suspense } from 'react';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { DueDate } from '../kit/due-date.tsx';
import { OwnerMark } from '../kit/owner-mark.tsx';
import { PressLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { SkeletonRows } from '../kit/states.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';

const CaseClocks = lazy(() => import('./clocks/case-clocks.tsx').then((module) => ({ default: module.CaseClocks })));

/** Every clock that runs: date, days left, who owes it, why; below them the ways of the case and the events that they are counted from. */
export const ClocksPart = ({ pupil, stale }: { pupil: Pupil; stale: boolean }) => {
  const { me, chase } = useReach();
  const mayChase = !stale && pupil.leftOn === null && pupil.can.includes('find-a-date');
  const mayRead = me.roles.some((role) => role === 'coordinator' || role === 'leader') || pupil.can.includes('find-a-date');
  return (
    <div className="wm-stack">
      <Section title="Clocks" aside="Open any date to see the rule and the count.">
        {pupil.clocks.length ? (
          <ul className="wm-list">
            {pupil.clocks.map((clock) => (
              <li key={clock.clock} className="pupil-clock">
                <div>
                  <span className="wm-strong">
                    <DueDate day={clock.due} clock={clock.clock} />
                  </span>
                  <br />
                  <span className="wm-second">
                    <UrgencyMark urgency={clock.urgency}>{clock.daysWords}</UrgencyMark>
                  </span>
                </div>
                <div>
                  <strong>{clock.title}</strong>
                  <p className="wm-second">{clock.why}</p>
                </div>
                <div className="pupil-clock-owner">
                  <OwnerMark owner={clock.owner} reader={me.person.name} />
                  {mayChase && (clock.owner.kind === 'organisation' || clock.owner.kind === 'person') ? (
                    <PressLink onPress={() => chase(clock.clock)}>
                      Chase<span className="wm-hidden"> {clock.title}</span>
                    </PressLink>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <p className="pupil-none">No clock is running.</p>
        )}
      </Section>
      {mayRead ? (
        <Suspense
          fallback={
            <Section title="What happened">
              <SkeletonRows rows={4} />
            </Section>
          }
        >
          <CaseClocks pupil={pupil} readOnly={stale || pupil.leftOn !== null} />
        </Suspense>
      ) : null}
    </div>
  );
};
