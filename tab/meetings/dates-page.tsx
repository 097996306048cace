import { useState } from 'react';
import type { BookedReview, Proposal } from '#contract/meetings.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink, PressLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { Booked } from './booked.tsx';
import './meetings.css';
import { Places } from './places.tsx';
import { SlotCards } from './slot-cards.tsx';
import { WhatHappensNext } from './what-happens-next.tsx';
import { WhoCanCome } from './who-can-come.tsx';

/** Three dates that can work, why, and who cannot. */
export const DatesPage = ({ id }: { id: string }) => {
  const asked = useAnswer('proposal', { meeting: id });
  const [booked, setBooked] = useState<BookedReview | null>(null);
  if (booked) return <Booked booked={booked} />;
  return (
    <WholePage title="Find a date" asked={asked}>
      {(proposal, stale) => <Shown proposal={proposal} stale={stale} again={asked.again} onBooked={setBooked} />}
    </WholePage>
  );
};

type ShownProps = { proposal: Proposal; stale: boolean; again: () => void; onBooked: (booked: BookedReview) => void };

const Shown = ({ proposal, stale, again, onBooked }: ShownProps) => {
  const { me } = useReach();
  const [whyOpen, setWhyOpen] = useState(false);
  const [chosen, setChosen] = useState(() => (proposal.slots.find((slot) => slot.best) ?? proposal.slots[0])?.id ?? '');
  const slot = proposal.slots.find((each) => each.id === chosen) ?? proposal.slots[0];
  const { window } = proposal;
  return (
    <div className="wm-page">
      <PageHeader
        title={proposal.title}
        windowTitle={`Find a date, ${proposal.pupil.caseRef}`}
        path={
          <>
            <PageLink to={`/tab/pupil/${proposal.pupil.id}`}>{proposal.pupil.name}</PageLink> / {proposal.pupil.caseRef}
          </>
        }
        below={
          <>
            Between {dayWords(window.from, me.today)} and {dayWords(window.to, me.today)} ·{' '}
            <PressLink className="wm-link-lined" onPress={() => setWhyOpen(!whyOpen)}>
              why this window
            </PressLink>
          </>
        }
      />
      {whyOpen ? (
        <section className="wm-section meetings-why" aria-label="Why this window">
          <p>{window.words}</p>
          <ul>
            {window.why.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className="wm-two">
        <div className="wm-stack">
          <SlotCards slots={proposal.slots} chosen={slot?.id ?? ''} onChoose={setChosen} />
          <WhoCanCome proposal={proposal} chosen={slot?.id ?? ''} />
          <Places places={proposal.places} />
          <p className="wm-aside">{proposal.otherSlots}</p>
        </div>
        <WhatHappensNext proposal={proposal} slot={slot} stale={stale} again={again} onBooked={onBooked} />
      </div>
    </div>
  );
};
