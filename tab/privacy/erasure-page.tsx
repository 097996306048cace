import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Erasure } from '#contract/privacy.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { dayAt } from '../kit/moment.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { Bar, FailedBar } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useDeed } from '../kit/use-deed.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { CopiesList } from './copies-list.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useUntilDone } from './use-until-done.ts';
import './privacy.css';

/** An erasure: who asked, who confirmed, and what became of every copy. It stays when the record is gone. */
export const ErasurePage = ({ id }: { id: string }) => {
  const asked = useAnswer('erasure', { erasure: id });
  useUntilDone(asked.answer?.state === 'running', asked.again);
  return (
    <WholePage title="Erasure" asked={asked}>
      {(erasure, stale) => <Shown erasure={erasure} stale={stale} again={asked.again} />}
    </WholePage>
  );
};

const Shown = ({ erasure, stale, again }: { erasure: Erasure; stale: boolean; again: () => void }) => {
  const zone = useReach().me.organisation.timeZone;
  const day = (at: Erasure['askedAt']) => dayWordsWithYear(dayAt(at, zone));
  const facts = [
    erasure.groundWords,
    `asked by ${erasure.askedBy ?? 'the command line'} on ${day(erasure.askedAt)}`,
    erasure.confirmedAt ? `confirmed by ${erasure.confirmedBy ?? 'the command line'} on ${day(erasure.confirmedAt)}` : null,
    erasure.endedAt ? `${erasure.state === 'done' ? 'done' : 'withdrawn'} on ${day(erasure.endedAt)}` : null,
  ];
  return (
    <div className="wm-page wm-stack">
      <PageHeader
        title={`Erasure of ${erasure.name ?? erasure.caseRef ?? 'a record'}`}
        windowTitle={`Erasure, ${erasure.caseRef ?? 'record'}`}
        path={<PageLink to="/tab/privacy">Privacy</PageLink>}
        aside={erasure.words}
        below={facts.filter(Boolean).join(' · ')}
      />
      {erasure.trouble ? <Bar urgency="near">{erasure.trouble}</Bar> : null}
      <Section title="Why">
        <div className="privacy-rule">
          <p>{erasure.reason}</p>
          <p className="wm-second">
            {erasure.keepRoll
              ? 'The entry on the roll is kept: name, class, year and dates.'
              : 'Nothing but this page and the audit trail is kept.'}
            {erasure.toldOn ? ` The parent was told on ${dayWordsWithYear(erasure.toldOn)}.` : ''}
            {erasure.endedWhy ? ` Withdrawn: ${erasure.endedWhy}` : ''}
          </p>
        </div>
      </Section>
      {erasure.state === 'asked' ? <Confirm erasure={erasure} stale={stale} again={again} /> : null}
      {erasure.steps.length ? (
        <Section title="Every copy" aside={progressOf(erasure)}>
          <CopiesList copies={erasure.steps} />
        </Section>
      ) : null}
    </div>
  );
};

const progressOf = ({ steps }: Erasure): string => {
  const count = (outcome: Erasure['steps'][number]['outcome']) => steps.filter((step) => step.outcome === outcome).length;
  return [
    `${count('done')} done`,
    count('not-possible') ? `${count('not-possible')} not possible` : null,
    `${count('told')} beyond reach`,
    count(null) ? `${count(null)} to do` : null,
  ]
    .filter(Boolean)
    .join(' · ');
};

const Confirm = ({ erasure, stale, again }: { erasure: Erasure; stale: boolean; again: () => void }) => {
  const { busy, failed, run } = useDeed();
  const withdrawing = useDeed();
  const [open, setOpen] = useState(false);
  const path = { erasure: erasure.id };
  const confirm = async () => {
    if (await run('confirmErasure', { path }, 'Confirmed. The erasure begins.')) again();
  };
  const withdraw = async (reason: string) => {
    if (await withdrawing.run('cancelErasure', { path, body: { reason } }, 'Withdrawn')) again();
  };
  return (
    <Section title="The second person" aside="Two people stand behind every erasure.">
      <div className="privacy-form">
        {failed ? <FailedBar failed={failed} /> : null}
        {erasure.cannotConfirm ? (
          <p>{erasure.cannotConfirm}</p>
        ) : (
          <>
            <p>What is erased cannot be brought back.</p>
            <div>
              <Button appearance="primary" disabled={busy || stale} onClick={confirm}>
                Confirm and erase
              </Button>
            </div>
          </>
        )}
        {open ? null : (
          <div>
            <Button size="small" disabled={busy || stale} onClick={() => setOpen(true)}>
              Withdraw
            </Button>
          </div>
        )}
      </div>
      {open ? (
        <ReasonForm label="Why it is withdrawn" button="Withdraw" busy={withdrawing.busy} failed={withdrawing.failed} onSend={withdraw} />
      ) : null}
    </Section>
  );
};
