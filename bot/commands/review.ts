import type { ActionOf } from '#contract/card-actions.ts';
import type { Proposal } from '#contract/meetings.ts';
import { button } from '../cards/card.ts';
import { chooseSlotCard } from '../cards/choose-slot-card.ts';
import { reviewBookedCard, reviewBookedForAllCard } from '../cards/review-booked-card.ts';
import { refusalOf } from '../refusals.ts';
import { type Answer, type Turn, wordsForDay } from '../turn.ts';
import { wantedDays } from './days-in-words.ts';
import { whichPupil } from './find-pupil.ts';

/** `review Amina before half term`: who must come, the window the law allows, and three dates that can work. */
export const reviewByWords = async (turn: Turn, rest: string): Promise<Answer> => {
  const { left, ...days } = wantedDays(rest, turn.today, await turn.termDates());
  const name = left.replace(/^(?:a |the )?(?:review )?(?:for|of) /i, '');
  const which = await whichPupil(turn, name, (pupil) => button('Choose', { verb: 'review', pupil, ...days }));
  return 'ask' in which ? which.ask : proposeReview(turn, { verb: 'review', pupil: which.pupil.id, ...days });
};

/** Reads the calendars and offers dates. */
export const proposeReview = async (turn: Turn, { pupil, notBefore, notAfter }: ActionOf<'review'>): Promise<Answer> =>
  offer(turn, await turn.casework.proposeReview(turn.actor, { pupil, ...(notBefore && { notBefore }), ...(notAfter && { notAfter }) }));

/** The dates that were offered, without reading calendars again. */
export const showSlots = async (turn: Turn, { meeting }: ActionOf<'slots'>): Promise<Answer> =>
  offer(turn, await turn.casework.openProposal(turn.actor, { meeting }));

/** Books the date. A date that went meanwhile is answered with the dates as they are now, and why. */
export const chooseSlot = async (turn: Turn, { meeting, version, slot }: ActionOf<'choose-slot'>): Promise<Answer> => {
  try {
    const booked = await turn.casework.bookReview(turn.actor, { meeting, version, slot, agreed: 'phone' });
    return {
      kind: 'shared',
      card: reviewBookedCard(booked, turn.tabLink({ meeting })),
      everyone: () => reviewBookedForAllCard(booked),
    };
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal?.kind !== 'changed-meanwhile') throw fault;
    return offer(turn, await turn.casework.openProposal(turn.actor, { meeting }), refusal.message);
  }
};

const offer = (turn: Turn, proposal: Proposal, notice?: string): Answer => ({
  kind: 'own',
  card: chooseSlotCard(proposal, wordsForDay(turn), turn.tabLink({ meeting: proposal.meeting }), notice),
  title: `Review ${proposal.pupil.caseRef}`,
  look: { verb: 'slots', meeting: proposal.meeting },
});
