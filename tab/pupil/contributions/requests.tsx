import { Button } from '@fluentui/react-components';
import { ChatHelpRegular } from '@fluentui/react-icons/svg/chat-help';
import { lazy, Suspense, useState } from 'react';
import type { ContributionRequest } from '#contract/contributions.ts';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { changeQuery, usePlace } from '../../kit/place.ts';
import { Section } from '../../kit/section.tsx';
import { FailedBar, SkeletonRows } from '../../kit/states.tsx';
import { useAnswer } from '../../kit/use-answer.ts';
import { AskedOfYou } from './asked-of-you.tsx';
import './contributions.css';
import { Request } from './request.tsx';

const AskDialog = lazy(() => import('./ask-dialog.tsx').then((module) => ({ default: module.AskDialog })));
const AnswerDialog = lazy(() => import('./answer-dialog.tsx').then((module) => ({ default: module.AnswerDialog })));

const SHOWN = 3;

/** What was asked about this pupil of several people at once, and what came of it; and what the reader is asked themselves. */
export const Requests = ({ pupil, readOnly }: { pupil: Pupil; readOnly: boolean }) => {
  const { query } = usePlace();
  const { answer, failed, again } = useAnswer('contributions', { pupil: pupil.id });
  const mayAsk = !readOnly && answer?.can.includes('ask') === true;
  const toAnswer = query.get('answer');
  const closed = failed && [403, 404].includes(failed.problem.status);
  return (
    <>
      <AskedOfYou pupil={pupil.id} />
      {closed ? null : (
        <Section
          className="asked"
          title="Asked of several people"
          aside={answer?.requests.length ? answer.requests.length : undefined}
          end={
            mayAsk ? (
              <Button
                size="small"
                icon={<ChatHelpRegular />}
                onClick={() => changeQuery({ ask: pupil.stage === 'plan' ? 'annual-review' : 'concern', about: '' })}
              >
                Ask for contributions
              </Button>
            ) : null
          }
        >
          {failed ? <FailedBar failed={failed} again={again} /> : null}
          {!answer && !failed ? <SkeletonRows rows={2} /> : null}
          {answer && !answer.requests.length ? (
            <p className="pupil-none">
              No joint request yet. One request asks class teachers, assistants, therapists and family, and reminds them by itself.
            </p>
          ) : null}
          {answer?.requests.length ? <List pupil={pupil.id} requests={answer.requests} readOnly={readOnly} /> : null}
        </Section>
      )}
      <Suspense fallback={null}>
        {mayAsk && query.has('ask') ? <AskDialog pupil={pupil} purpose={query.get('ask')} about={query.get('about')} /> : null}
        {toAnswer ? <AnswerDialog key={toAnswer} pupil={pupil.id} contribution={toAnswer} /> : null}
      </Suspense>
    </>
  );
};

type ListProps = { pupil: string; requests: readonly ContributionRequest[]; readOnly: boolean };

/** The newest requests; those that are open stand whole, the others as a line that opens. */
const List = ({ pupil, requests, readOnly }: ListProps) => {
  const [all, setAll] = useState(false);
  const shown = all ? requests : requests.slice(0, SHOWN);
  return (
    <>
      <ul className="wm-list">
        {shown.map((request) => (
          <Request key={request.id} pupil={pupil} request={request} readOnly={readOnly} />
        ))}
      </ul>
      {shown.length < requests.length ? (
        <p className="wm-foot">
          <Button size="small" appearance="transparent" onClick={() => setAll(true)}>
            All {requests.length}
          </Button>
        </p>
      ) : null}
    </>
  );
};
