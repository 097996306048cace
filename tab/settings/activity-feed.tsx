import { Switch } from '@fluentui/react-components';
import { useState } from 'react';
import type { ActivityFeed as Feed } from '#contract/activity-feed.ts';
import type { CallFailed } from '#contract/calls.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';

/** Which notices come into one's own activity feed; each is kept as it is switched. */
export const ActivityFeed = () => {
  const { answers, announce } = useReach();
  const { answer, failed, again } = useAnswer('activityFeed');
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);

  const turn = async ({ kind, words }: Feed['notices'][number], wanted: boolean) => {
    if (!answer) return;
    setTrouble('');
    setBusy(true);
    try {
      const on = answer.notices.filter((one) => (one.kind === kind ? wanted : one.on)).map((one) => one.kind);
      answers.put('activityFeed', {}, await answers.change('chooseNotices', { body: { on } }));
      announce(`${words}: ${wanted ? 'on' : 'off'}.`);
    } catch (fault) {
      setTrouble((fault as CallFailed).message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <PageHeader title="Notices in Teams" aside="For you alone" />
      {failed ? <FailedBar failed={failed} again={again} /> : null}
      <Section title="In the activity feed">
        <p className="settings-note">
          A notice names the case, never the child. What it announces comes as a card or an e-mail either way.
        </p>
        {answer ? (
          <div className="settings-switch">
            {answer.notices.map((notice) => (
              <Switch
                key={notice.kind}
                label={notice.words}
                checked={notice.on}
                disabled={busy}
                onChange={(_, { checked }) => void turn(notice, checked)}
              />
            ))}
          </div>
        ) : failed ? null : (
          <SkeletonRows rows={4} />
        )}
        {trouble ? <p role="alert">{trouble}</p> : null}
      </Section>
    </>
  );
};
