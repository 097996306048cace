import type { ActionOf } from '#contract/card-actions.ts';
import { button } from '../cards/card.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { type ReferTyped, referCard } from '../cards/refer-card.ts';
import type { Answer, Turn } from '../turn.ts';
import { goOn, whichPupil } from './find-pupil.ts';
import { samePress } from './same-press.ts';

/** `refer Amina`, or `refer Amina: cannot follow two steps`: four questions, the first answered already where it was typed. */
export const referByWords = async (turn: Turn, rest: string): Promise<Answer> => {
  const [, name = '', said = ''] = /^([^:]*):?\s*(.*)$/s.exec(rest) ?? [];
  const which = await whichPupil(turn, name.trim(), goOn('refer'));
  return 'ask' in which ? which.ask : askToRefer(turn, which.pupil.id, said ? { words: said } : {});
};

export const askToRefer = async (turn: Turn, pupil: string, typed: ReferTyped = {}, missing?: string): Promise<Answer> => {
  const page = await turn.casework.openPupil(turn.actor, { pupil });
  return {
    kind: 'own',
    card: referCard(page, turn.request(), typed, missing),
    title: page.caseRef ? `Refer ${page.caseRef}` : 'Refer',
    look: { verb: 'refer', pupil },
  };
};

/** Puts what was answered into the record, as a referral to the coordinator or as a concern that is only noted. */
export const saveReferral = async (turn: Turn, press: ActionOf<'save-referral'>): Promise<Answer> => {
  const { pupil, request, words, examples, tried, strengths, as = 'referral' } = press;
  if (!words) return askToRefer(turn, pupil, press, 'Write what worries you.');
  const values = {
    words,
    raisedOn: turn.today,
    raisedBy: turn.actor.person,
    ...(as === 'referral' && { to: 'coordinator' }),
    ...(examples && { examples }),
    ...(tried && { tried }),
    ...(strengths && { strengths }),
  };
  const id = samePress(request, as, words, examples, tried, strengths);
  await turn.casework.recordEntry(turn.actor, { pupil, kind: as, id, values });
  return {
    kind: 'own',
    card: noticeCard(
      as === 'referral' ? 'Referred to the coordinator' : 'Concern noted',
      as === 'referral'
        ? 'It stands on the timeline with your name and today’s date, and waits for the coordinator’s decision.'
        : 'It stands on the timeline with your name and today’s date.',
      button('Refer again', { verb: 'refer', pupil }),
    ),
    title: 'Referred',
    look: { verb: 'refer', pupil },
  };
};
