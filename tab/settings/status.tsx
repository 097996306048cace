import { Button } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { useEffect } from 'react';
import type { StatusPage } from '#contract/status.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { Section } from '../kit/section.tsx';
import { FailedBar, SkeletonRows, StaleBar } from '../kit/states.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useMomentWords } from './moment-words.ts';
import { StatusJobs } from './status-jobs.tsx';

/** So often the page looks again by itself while somebody looks at it. */
const A_LOOK = 10_000;

const useLooking = (again: () => void): void => {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again();
    }, A_LOOK);
    return () => clearInterval(timer);
  }, [again]);
};

/** How the service is doing, in plain words: what each thing means for people and what there is to do. Looks again by itself. */
export const Status = () => {
  const asked = useAnswer('status', undefined, { look: 'true' });
  const { answer, failed, asking, asOf, again } = asked;
  const words = useMomentWords();
  useLooking(again);
  return (
    <>
      <PageHeader
        title="Status"
        aside={answer ? `As of ${words(answer.at)}; looks again by itself` : undefined}
        end={
          <Button size="small" icon={<ArrowSyncRegular />} disabled={asking} onClick={again}>
            Look now
          </Button>
        }
      />
      {failed && answer ? <StaleBar asOf={asOf} again={again} /> : null}
      {answer ? (
        <Shown status={answer} stale={failed !== undefined} />
      ) : (
        <section className="wm-section">{failed ? <FailedBar failed={failed} again={again} /> : <SkeletonRows />}</section>
      )}
    </>
  );
};

const Shown = ({ status, stale }: { status: StatusPage; stale: boolean }) => {
  const words = useMomentWords();
  return (
    <>
      <p role="status">
        <strong>{status.sentence}</strong>
      </p>
      <Section title="How things stand">
        <ul className="status-lines">
          {status.lines.map(({ id, urgency, title, state, meaning, heals }) => (
            <li key={id} className="status-line">
              <div>
                <h3>{title}</h3>
                <UrgencyMark urgency={urgency}>{state}</UrgencyMark>
              </div>
              <div>
                <p>{meaning}</p>
                {urgency === 'good' ? null : <p className="wm-second">What to do: {heals}</p>}
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <StatusJobs status={status} stale={stale} />
      {status.givenUp.length > 0 ? (
        <Section title="Given up">
          <ul className="wm-list">
            {status.givenUp.map(({ id, what, reason, by, at }) => (
              <li key={id}>
                <div>
                  One {what}: {reason}
                </div>
                <p className="wm-second">
                  {by}, {words(at)}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
};
