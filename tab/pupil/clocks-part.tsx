import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { DueDate } from '../kit/due-date.tsx';
import { OwnerMark } from '../kit/owner-mark.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';

/** Every clock that runs: date, days left, who owes it, why. */
export const ClocksPart = ({ pupil }: { pupil: Pupil }) => {
  const { me } = useReach();
  return (
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
              <OwnerMark owner={clock.owner} reader={me.person.name} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="pupil-none">No clock is running.</p>
      )}
    </Section>
  );
};
