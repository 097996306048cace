import { Button } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import type { BookedReview } from '#contract/meetings.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';

/** What was booked, for whom it is in the calendar, and what comes afterwards. */
export const Booked = ({ booked }: { booked: BookedReview }) => {
  const { openOutside } = useReach();
  const { joinUrl } = booked;
  const facts = [
    ['When', booked.when],
    ['Where', booked.where],
    ['Coming', booked.coming],
    ['Papers', booked.papers],
    ['Then', booked.afterwards],
  ].filter(([, words]) => words);
  return (
    <div className="wm-page">
      <PageHeader
        title={booked.state === 'booked' ? 'Review booked' : 'Review is being booked'}
        path={
          <>
            <PageLink to={`/tab/pupil/${booked.pupil.id}`}>{booked.pupil.name}</PageLink> / {booked.caseRef}
          </>
        }
        beside={<CheckmarkCircleFilled aria-hidden className="wm-mark-icon wm-mark-icon-good" />}
      />
      <section className="wm-section meetings-booked">
        <h2>{booked.title}</h2>
        <dl>
          {facts.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <div className="wm-empty-end">
          <Button size="small" appearance="primary" onClick={() => go(`/tab/meetings/${booked.meeting}`)}>
            Open the meeting
          </Button>
          {joinUrl ? (
            <Button size="small" onClick={() => openOutside(joinUrl)}>
              Join link
            </Button>
          ) : null}
        </div>
      </section>
    </div>
  );
};
