import { Button } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { useEffect, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { PeopleSync } from '#contract/people-sync.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime, dayAt } from '../kit/moment.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { useReach } from '../kit/reach.ts';
import { Bar, Empty, FailedBar, SkeletonRows, StaleBar } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { PeopleChanges } from './people-changes.tsx';
import { PeopleDoubts } from './people-doubts.tsx';

const LOOK_AGAIN_MS = 2_000;

/** `Mon 23 Nov 02:14`: a moment by the school's clock. */
const useMoment = () => {
  const { me } = useReach();
  const zone = me.organisation.timeZone;
  return (at: NonNullable<PeopleSync['readAt']>) => `${dayWords(dayAt(at, zone), me.today)} ${clockTime(at, zone)}`;
};

/** People and classes from Microsoft 365: when they were read, what that changed, who waits to be told apart, and what went wrong. */
export const PeopleSyncPart = () => {
  const { answers, announce } = useReach();
  const { answer, failed, asOf, asking, again } = useAnswer('peopleSync');
  const [refused, setRefused] = useState<CallFailed | null>(null);
  const running = answer?.last?.state === 'running';
  const moment = useMoment();

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(again, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [running, again]);

  const read = async (closeMany: boolean) => {
    setRefused(null);
    try {
      answers.put('peopleSync', {}, await answers.change('syncPeople', { body: { closeMany } }));
      announce('Reading people from Microsoft 365');
    } catch (fault) {
      setRefused(fault as CallFailed);
    }
  };

  return (
    <>
      <PageHeader
        title="People from Microsoft 365"
        aside={answer ? asideOf(answer, moment) : undefined}
        end={
          <Button size="small" icon={<ArrowSyncRegular />} disabled={running || !answer} onClick={() => read(false)}>
            {running ? 'Reading' : 'Read now'}
          </Button>
        }
      />
      {refused ? (
        <section className="wm-section" aria-label="Not read">
          <FailedBar failed={refused} />
        </section>
      ) : null}
      {failed ? (
        <section className="wm-section" aria-label="Not shown anew">
          {answer ? <StaleBar asOf={asOf} again={again} /> : <FailedBar failed={failed} again={again} />}
        </section>
      ) : null}
      {answer ? <Told answer={answer} moment={moment} onClose={() => read(true)} /> : failed || !asking ? null : <Waiting />}
    </>
  );
};

const Waiting = () => (
  <section className="wm-section">
    <SkeletonRows />
  </section>
);

const asideOf = ({ last, readAt, nextAt }: PeopleSync, moment: ReturnType<typeof useMoment>): string => {
  if (last?.state === 'running') return 'Reading now';
  return `${readAt ? `Last read ${moment(readAt)}` : 'Never read'} · next automatic read ${moment(nextAt)}`;
};

type ToldProps = { answer: PeopleSync; moment: ReturnType<typeof useMoment>; onClose: () => void };

const Told = ({ answer, moment, onClose }: ToldProps) => (
  <>
    <Trouble answer={answer} moment={moment} onClose={onClose} />
    <PeopleDoubts answer={answer} />
    {answer.last ? <PeopleChanges answer={answer} moment={moment} /> : <NeverRead />}
    <p className="wm-second">
      Waymark only reads. It changes nothing in Microsoft 365. Somebody who has left is closed here and never deleted; what you put right
      stays until Microsoft 365 says something new about it.
    </p>
  </>
);

const NeverRead = () => (
  <section className="wm-section">
    <Empty title="No one has been read in yet">
      They are read each night. Read them now to bring pupils, staff, classes and families in from School Data Sync.
    </Empty>
  </section>
);

/** What stopped the last reading and what happens next; what else should be known of it. */
const Trouble = ({ answer: { last }, moment, onClose }: ToldProps) => {
  if (!last || (last.problem === null && last.notes.length === 0)) return null;
  return (
    <section className="wm-section" aria-label="What to know">
      {last.problem ? (
        <Bar
          urgency={last.state === 'failed' ? 'late' : 'near'}
          end={
            last.state === 'held' ? (
              <Button size="small" onClick={onClose}>
                Close them
              </Button>
            ) : null
          }
        >
          {last.problem}
          {last.tryAgainAt ? ` It is tried again by itself ${moment(last.tryAgainAt)}.` : ''}
        </Bar>
      ) : null}
      {last.notes.map((note) => (
        <Bar urgency="info" key={note}>
          {note}
        </Bar>
      ))}
    </section>
  );
};
