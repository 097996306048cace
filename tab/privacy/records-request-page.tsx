import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { RecordsRequest } from '#contract/privacy.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { dayAt } from '../kit/moment.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { Bar, FailedBar } from '../kit/states.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useDeed } from '../kit/use-deed.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { fetchArchive } from './fetch-archive.ts';
import { Findings } from './findings.tsx';
import { useUntilDone } from './use-until-done.ts';
import './privacy.css';

/** A request to see the record, from asking to handing over: gather, decide, build, fetch, say that it was handed over. */
export const RecordsRequestPage = ({ id }: { id: string }) => {
  const asked = useAnswer('recordsRequest', { request: id });
  const { answers } = useReach();
  const state = asked.answer?.state;
  useUntilDone(state === 'gathering' || state === 'building', asked.again);
  const changed = (request: RecordsRequest) => answers.put('recordsRequest', { path: { request: id } }, request);
  return (
    <WholePage title="Request for the record" asked={asked}>
      {(request, stale) => (
        <div className="wm-page wm-stack">
          <PageHeader
            title={`Record of ${request.name}`}
            windowTitle={`Request, ${request.caseRef ?? 'record'}`}
            path={<PageLink to={`/tab/pupil/${request.pupil}/privacy`}>{`${request.name}, privacy`}</PageLink>}
            aside={request.words}
            below={`Asked for by ${request.askedBy}, received ${dayWordsWithYear(request.receivedOn)}, due ${dayWordsWithYear(request.due)}`}
          />
          <p className="wm-second">
            {request.limitWords} {request.limitSource}
          </p>
          {request.unverified ? <UrgencyMark urgency="info">Not verified: {request.unverified}</UrgencyMark> : null}
          {request.trouble ? <Bar urgency="near">{request.trouble}</Bar> : null}
          <Step request={request} stale={stale} onChanged={changed} />
          {request.findings.length ? <Findings request={request} stale={stale} onChanged={changed} /> : null}
        </div>
      )}
    </WholePage>
  );
};

type Props = { request: RecordsRequest; stale: boolean; onChanged: (request: RecordsRequest) => void };

/** The one true next step. */
const Step = (props: Props) => {
  const { request } = props;
  switch (request.state) {
    case 'gathering':
    case 'building':
      return <UnderWay request={request} />;
    case 'to-decide':
      return <ToDecide {...props} />;
    case 'ready':
      return <Ready {...props} />;
    default:
      return (
        <Section title={request.state === 'answered' ? 'Answered' : 'Withdrawn'}>
          <p className="privacy-none">
            {request.answeredOn ? `${dayWordsWithYear(request.answeredOn)}: ` : ''}
            {request.answeredHow}
          </p>
          {request.archive ? <FetchRow request={request} /> : null}
        </Section>
      );
  }
};

const UnderWay = ({ request: { state, progress } }: { request: RecordsRequest }) => {
  const words = state === 'gathering' ? 'The record and its documents are being read.' : 'The archive is being built.';
  return (
    <Section title={words}>
      <div className="privacy-form">
        <progress max={Math.max(progress.total, 1)} value={progress.done} aria-label={words} />
        <p className="wm-second" role="status">
          {progress.total ? `${progress.done} of ${progress.total} done. You can leave this page.` : 'You can leave this page.'}
        </p>
      </div>
    </Section>
  );
};

const ToDecide = ({ request, stale, onChanged }: Props) => {
  const { busy, failed, run } = useDeed();
  const build = async () => {
    const changed = await run('buildRecords', { path: { request: request.id } }, 'The archive is being built');
    if (changed) onChanged(changed);
  };
  return (
    <Section title={request.undecided ? `${request.undecided} to decide` : 'Everything is decided'}>
      <div className="privacy-form">
        {failed ? <FailedBar failed={failed} /> : null}
        <p>
          {request.undecided
            ? 'Each passage about somebody else is kept, taken out or withheld. What is taken out is taken out of every file.'
            : 'The archive holds the record as a Word document and a PDF, the same for machines, and the documents of the case folder.'}
        </p>
        <div>
          <Button appearance="primary" disabled={busy || stale || request.undecided > 0} onClick={build}>
            Build the archive
          </Button>
        </div>
      </div>
      <End request={request} stale={stale} onChanged={onChanged} outcome="withdrawn" />
    </Section>
  );
};

const Ready = (props: Props) => (
  <Section title="The archive is ready">
    <FetchRow request={props.request} primary />
    <End {...props} outcome="answered" />
  </Section>
);

const megabytes = (bytes: number): string => `${Math.max(0.1, bytes / 1_048_576).toFixed(1)} MB`;

const FetchRow = ({ request, primary = false }: { request: RecordsRequest; primary?: boolean }) => {
  const { answers, announce, me } = useReach();
  const [got, setGot] = useState<readonly [number, number] | null>(null);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const { archive } = request;
  if (!archive) return null;
  const fetchIt = async () => {
    setFailed(null);
    try {
      await fetchArchive(answers, request, (done, of) => setGot([done, of]));
      announce('The archive is in your downloads');
    } catch (fault) {
      setFailed(fault as CallFailed);
    }
    setGot(null);
  };
  return (
    <div className="privacy-form">
      {failed ? <FailedBar failed={failed} again={fetchIt} /> : null}
      <p>
        {archive.fileName}, {megabytes(archive.bytes)}. It can be fetched until{' '}
        {dayWordsWithYear(dayAt(archive.expiresAt, me.organisation.timeZone))}; then it is deleted and can be built again.
      </p>
      <div>
        <Button {...(primary ? { appearance: 'primary' as const } : {})} disabled={got !== null} onClick={fetchIt}>
          {got ? `Fetching ${got[0]} of ${got[1]}` : 'Fetch the archive'}
        </Button>
      </div>
    </div>
  );
};

const End = ({ request, stale, onChanged, outcome }: Props & { outcome: 'answered' | 'withdrawn' }) => {
  const { me } = useReach();
  const { busy, failed, run } = useDeed();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState<string>(me.today);
  const [how, setHow] = useState('');
  const [tried, setTried] = useState(false);
  const words = outcome === 'answered' ? 'It was handed over' : 'The request was withdrawn';
  const send = async () => {
    setTried(true);
    if (!how.trim()) return;
    const changed = await run('closeRecords', { path: { request: request.id }, body: { outcome, on, how: how.trim() } }, words);
    if (changed) onChanged(changed);
  };
  if (!open)
    return (
      <div className="privacy-foot">
        <Button size="small" disabled={stale} onClick={() => setOpen(true)}>
          {words}
        </Button>
      </div>
    );
  return (
    <form
      className="privacy-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {failed ? <FailedBar failed={failed} /> : null}
      <Field label="On">
        <Input type="date" value={on} max={me.today} onChange={(_, { value }) => setOn(value)} />
      </Field>
      <Field label="How" required {...(tried && !how.trim() ? { validationMessage: 'Say how, in a few words.' } : {})}>
        <Input value={how} maxLength={500} onChange={(_, { value }) => setHow(value)} />
      </Field>
      <div>
        <Button type="submit" disabled={busy}>
          Save
        </Button>
      </div>
    </form>
  );
};
