import type { ProvisionLine, PupilPage as Pupil } from '#contract/pupils.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';

const amountOf = (line: ProvisionLine): string =>
  [
    line.minutes === null ? null : `${line.minutes} min`,
    line.timesAWeek === null ? null : line.timesAWeek === 1 ? 'once a week' : `${line.timesAWeek} times a week`,
    line.groupSize === null ? null : line.groupSize === 1 ? 'alone' : `group of ${line.groupSize}`,
    line.place,
  ]
    .filter(Boolean)
    .join(', ');

const minutesAWeek = (lines: readonly ProvisionLine[]): string => {
  const sum = lines.reduce((all, line) => all + (line.minutes ?? 0) * (line.timesAWeek ?? 0), 0);
  const open = lines.some((line) => line.minutes === null || line.timesAWeek === null);
  return `${sum} minutes a week${open ? ' so far' : ''}`;
};

/** What the pupil gets: who, how long, how often, until when, and when it last took place. */
export const ProvisionPart = ({ pupil }: { pupil: Pupil }) => {
  const { me } = useReach();
  return (
    <Section title="Provision" aside={pupil.provision.length ? minutesAWeek(pupil.provision) : undefined}>
      {pupil.provision.length ? (
        <ul className="wm-list">
          {pupil.provision.map((line) => (
            <li key={line.id} className="pupil-line">
              <div>
                <strong>{line.what}</strong>
                <p>{[line.who, amountOf(line)].filter(Boolean).join(' · ')}</p>
                {line.gaps.length ? (
                  <p className="wm-second">
                    <UrgencyMark urgency="near">Not ready: {line.gaps.join(', ')}</UrgencyMark>
                  </p>
                ) : null}
              </div>
              <span className="wm-second pupil-line-end">
                {line.lastSession ? `Last session ${dayWords(line.lastSession, me.today)}` : 'No session logged yet'}
                {line.to ? (
                  <>
                    <br />
                    until {dayWords(line.to, me.today)}
                  </>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="pupil-none">No provision is recorded yet.</p>
      )}
    </Section>
  );
};
