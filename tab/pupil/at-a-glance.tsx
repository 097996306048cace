import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { DueDate } from '../kit/due-date.tsx';
import { useReach } from '../kit/reach.ts';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useWidth } from '../kit/use-width.ts';
import { Attending } from './attendance/attending.tsx';

/** Strengths first, in the child's favour; then needs, what works, and the next dates. On a phone the next date leads, on screen and in the page. */
export const AtAGlance = ({ pupil }: { pupil: Pupil }) => {
  const narrow = useWidth() === 'narrow';
  const parts: Record<string, ReactNode> = {
    strengths: <Lines key="strengths" title="Strengths" lines={pupil.strengths} pupil={pupil} />,
    needs: <Lines key="needs" title="Needs" lines={pupil.difficulties} pupil={pupil} />,
    works: <Lines key="works" title={`What works (${pupil.whatWorks.length})`} lines={pupil.whatWorks} pupil={pupil} numbered />,
    clock: <NextClock key="clock" pupil={pupil} />,
  };
  const order = narrow ? ['clock', 'works', 'strengths', 'needs'] : ['strengths', 'needs', 'works', 'clock'];
  return (
    <section className="wm-section pupil-glance" aria-label="At a glance">
      {order.map((name) => parts[name])}
      <Attending pupil={pupil} />
    </section>
  );
};

const Lines = ({ title, lines, pupil, numbered }: { title: string; lines: readonly string[]; pupil: Pupil; numbered?: boolean }) => {
  const List = numbered ? 'ol' : 'ul';
  return (
    <div className="pupil-glance-part">
      <h2>{title}</h2>
      {lines.length ? (
        <List className={numbered ? 'pupil-numbered' : 'pupil-dotted'}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </List>
      ) : (
        <NotAskedYet pupil={pupil} />
      )}
    </div>
  );
};

const NotAskedYet = ({ pupil }: { pupil: Pupil }) => {
  const { log } = useReach();
  return (
    <p className="wm-second">
      Not asked yet · ask the class teacher{' '}
      {pupil.can.includes('log') ? (
        <Button size="small" appearance="transparent" onClick={() => log({ pupil: pupil.id, kind: 'observation' })}>
          Log it
        </Button>
      ) : null}
    </p>
  );
};

const NextClock = ({ pupil }: { pupil: Pupil }) => {
  const [first, ...rest] = pupil.clocks;
  return (
    <div className="pupil-glance-part">
      <h2>Next clock</h2>
      {first ? (
        <>
          <p className="pupil-next">
            <UrgencyMark urgency={first.urgency}>{first.daysWords}:</UrgencyMark> <span>{first.title}</span>{' '}
            <span className="wm-second">
              <DueDate day={first.due} clock={first.clock} />
            </span>
          </p>
          <ul className="pupil-clocks-after">
            {rest.slice(0, 2).map((clock) => (
              <li key={clock.clock}>
                <DueDate day={clock.due} clock={clock.clock} />
                <span>
                  {clock.title}, owed by{' '}
                  {clock.owner.kind === 'you' ? 'you' : clock.owner.words.replace(/^(The|Family)\b/, (word) => word.toLowerCase())}
                </span>
                <UrgencyMark urgency={clock.urgency}>{clock.daysWords}</UrgencyMark>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="wm-second">No clock is running.</p>
      )}
    </div>
  );
};
