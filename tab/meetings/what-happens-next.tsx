import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { BookedReview, Proposal, Slot } from '#contract/meetings.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar } from '../kit/states.tsx';

type Props = {
  proposal: Proposal;
  slot: Slot | undefined;
  stale: boolean;
  again: () => void;
  onBooked: (booked: BookedReview) => void;
};

const paperSigns = { in: CheckmarkRegular, asked: InfoRegular, missing: WarningFilled } as const;

const OFFER = ['', 'Offer this time to the family', 'Offer these two to the family', 'Offer these three to the family'] as const;

/** What booking starts, the one button that books, and the papers. */
export const WhatHappensNext = ({ proposal, slot, stale, again, onBooked }: Props) => {
  const { answers, me, announce } = useReach();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const [asked, setAsked] = useState('');
  const book = async () => {
    if (!slot) return;
    setBusy(true);
    setFailed(null);
    try {
      const booked = await answers.change('book', {
        path: { meeting: proposal.meeting },
        body: { slot: slot.id, version: proposal.version, agreed: 'phone' },
      });
      announce(`${booked.title} booked: ${booked.when}`);
      onBooked(booked);
    } catch (fault) {
      setFailed(fault as CallFailed);
      setBusy(false);
      again();
    }
  };
  const offer = async () => {
    setBusy(true);
    setFailed(null);
    try {
      const { words } = await answers.change('askFamily', { path: { meeting: proposal.meeting }, body: { version: proposal.version } });
      announce(words);
      setAsked(words);
    } catch (fault) {
      setFailed(fault as CallFailed);
      again();
    }
    setBusy(false);
  };
  const papersIn = proposal.papers.filter((paper) => paper.state === 'in').length;
  return (
    <div className="wm-stack">
      <Section title="What happens next">
        {failed ? <FailedBar failed={failed} /> : null}
        <ol className="meetings-next">
          {proposal.next.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ol>
        {slot ? (
          <div className="meetings-book">
            {asked ? (
              <p className="wm-second">{asked}</p>
            ) : (
              <Button appearance="primary" disabled={busy || stale} onClick={offer}>
                {OFFER[proposal.slots.length] ?? 'Offer these times to the family'}
              </Button>
            )}
            <Button disabled={busy || stale} onClick={book}>
              {busy ? 'Booking' : `Book ${dayWords(slot.day, me.today)}: agreed by phone`}
            </Button>
          </div>
        ) : null}
      </Section>
      {proposal.papers.length ? (
        <Section
          title="Papers"
          aside={`${papersIn} of ${proposal.papers.length} in`}
          end={<PageLink to={askAddress(proposal)}>Ask for contributions</PageLink>}
        >
          <ul className="meetings-papers">
            {proposal.papers.map((paper) => {
              const Sign = paperSigns[paper.state];
              return (
                <li key={paper.words}>
                  <Sign aria-hidden className={paper.state === 'missing' ? 'wm-mark-icon wm-mark-icon-near' : 'meetings-tick'} />
                  <span>{paper.words}</span>
                  <span className="wm-second">{paper.detail}</span>
                </li>
              );
            })}
          </ul>
        </Section>
      ) : (
        <Section title="Papers" end={<PageLink to={askAddress(proposal)}>Ask for contributions</PageLink>}>
          <p className="meetings-none wm-second">Nothing was asked for yet.</p>
        </Section>
      )}
    </div>
  );
};

/** The pupil's page with the dialog that asks for this meeting's papers. */
const askAddress = ({ pupil, purpose, meeting }: Proposal): string =>
  `/tab/pupil/${pupil.id}?tab=assessments&ask=${purpose === 'annual-review' ? 'annual-review' : 'support-review'}&about=meeting%2F${meeting}`;
