import type { VisitPage } from '#contract/visits.ts';
import type { Words } from './words.ts';

/** What has been settled: the time, that we telephone, that it has arrived. */
export const SentSoFar = ({ page: { time }, words, sent }: { page: VisitPage; words: Words; sent: boolean }) => {
  const chosen = time?.chosen ?? null;
  return (
    <div role="status">
      {sent ? <p className="visit-good">{words.sent}</p> : null}
      {chosen ? (
        <p className="visit-good">
          {words.chosen(`${words.day(chosen.day)}, ${words.times(chosen.from, chosen.to)}`)}{' '}
          {chosen.joinUrl ? (
            <a href={chosen.joinUrl} rel="noreferrer">
              {words.join}
            </a>
          ) : null}
        </p>
      ) : null}
      {time?.phoneAsked && !chosen ? <p className="visit-good">{words.willPhone}</p> : null}
    </div>
  );
};
