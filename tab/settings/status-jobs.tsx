import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { StatusJob, StatusPage } from '#contract/status.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar } from '../kit/states.tsx';
import { useDeed } from '../kit/use-deed.ts';
import { useMomentWords } from './moment-words.ts';

const LOOKED = { query: { look: 'true' } } as const;

/** Work that waits or failed, each with what it met; whoever may tries it again or gives it up. */
export const StatusJobs = ({ status, stale }: { status: StatusPage; stale: boolean }) => {
  const [giving, setGiving] = useState<StatusJob | null>(null);
  if (status.jobs.length === 0) return null;
  return (
    <Section title="Work that waits" aside={status.more ? `the first ${status.jobs.length}` : status.jobs.length}>
      <ul className="status-lines">
        {status.jobs.map((job) => (
          <Job key={job.id} job={job} may={status.maySettle && !stale && job.tried > 0} onGiveUp={() => setGiving(job)} />
        ))}
      </ul>
      {giving ? <GiveUp job={giving} onClose={() => setGiving(null)} /> : null}
    </Section>
  );
};

const nameOf = ({ what, caseRef }: StatusJob): string => (caseRef ? `${what} ${caseRef}` : what);

const Job = ({ job, may, onGiveUp }: { job: StatusJob; may: boolean; onGiveUp: () => void }) => {
  const { answers } = useReach();
  const { busy, failed, run } = useDeed();
  const words = useMomentWords();
  const again = async () => {
    const answer = await run('tryJobAgain', { path: { job: job.id }, body: {} }, `${nameOf(job)} is tried again`);
    if (answer) answers.put('status', LOOKED, answer);
  };
  const when =
    job.state === 'failed'
      ? `Could not be done in ${job.tried} tries`
      : job.state === 'runs'
        ? 'Is being tried'
        : job.nextTry && job.tried > 0
          ? `Tried ${job.tried === 1 ? 'once' : `${job.tried} times`}; next at ${words(job.nextTry)}`
          : 'Waits for its turn';
  return (
    <li className="status-line">
      <div>
        <h3>{nameOf(job)}</h3>
        <p className="wm-second">Since {words(job.since)}</p>
      </div>
      <div>
        {failed ? <FailedBar failed={failed} /> : null}
        <p>{job.trouble}</p>
        <p className="wm-second">{when}</p>
        {may && job.state !== 'runs' ? (
          <div className="settings-buttons">
            <Button size="small" disabled={busy} aria-label={`Try again: ${nameOf(job)}`} onClick={() => void again()}>
              Try again
            </Button>
            <Button size="small" disabled={busy} aria-label={`Give up: ${nameOf(job)}`} onClick={onGiveUp}>
              Give up
            </Button>
          </div>
        ) : null}
      </div>
    </li>
  );
};

const GiveUp = ({ job, onClose }: { job: StatusJob; onClose: () => void }) => {
  const { answers } = useReach();
  const { busy, failed, run } = useDeed();
  const [reason, setReason] = useState('');
  const save = async () => {
    const answer = await run('giveUpJob', { path: { job: job.id }, body: { reason: reason.trim() } }, `${nameOf(job)} is given up`);
    if (answer) answers.put('status', LOOKED, answer);
    return answer !== null;
  };
  return (
    <FormDialog
      title={`Give up: ${nameOf(job)}`}
      save="Give up"
      ready={reason.trim() !== ''}
      saving={{ busy, failed }}
      onSave={save}
      onClose={onClose}
    >
      <p>It is not tried any more. To be done by hand: {job.byHand}</p>
      <Field label="Why" required hint="Stands on this page; leave names out.">
        <Textarea value={reason} maxLength={4000} resize="vertical" onChange={(_, { value }) => setReason(value)} />
      </Field>
    </FormDialog>
  );
};
