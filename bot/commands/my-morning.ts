import { morningCard } from '../cards/morning-card.ts';
import { refusalOf } from '../refusals.ts';
import { type Answer, type Turn, wordsForDay } from '../turn.ts';

/** `today`: the day on one card, as it also comes of a morning; asked for by hand, it counts as a look at what changed. */
export const showToday = async (turn: Turn, notice?: string): Promise<Answer> => {
  const today = await turn.casework.openToday(turn.actor);
  return { kind: 'own', card: await cardOf(turn, today, notice), title: 'Today', look: { verb: 'today' } };
};

/** The card that comes by itself: what changed stays new until the person looks. */
export const morningOf = async (turn: Turn) => cardOf(turn, await turn.casework.openMorning(turn.actor));

const cardOf = async (turn: Turn, today: Parameters<typeof morningCard>[0], notice?: string) => {
  const { asked } = await turn.casework.openAsked(turn.actor);
  const { morning } = await turn.casework.openMornings(turn.actor);
  return morningCard(today, {
    asked: asked.length,
    dayWords: wordsForDay(turn),
    timeZone: turn.actor.timeZone,
    tabLink: turn.tabLink,
    comes: morning.on ? morning.at : null,
    at: morning.at,
    notice,
  });
};

/** *Send me this each morning*, and *Stop it*; the rest of the choice stays as it was. */
export const chooseMorningCard = async (turn: Turn, on: boolean): Promise<Answer> => {
  const { morning, strategies } = await turn.casework.openMornings(turn.actor);
  const chosen = await turn.casework.setMornings(turn.actor, { morning: { ...morning, on }, strategies });
  return showToday(turn, on ? `This card comes by itself. ${chosen.next.morning}` : 'This card comes no more by itself.');
};

/** *Mark kept* beside a promise to a family. */
export const keepPromise = async (turn: Turn, entry: string): Promise<Answer> => {
  await turn.casework.keepPromise(turn.actor, { entry });
  return showToday(turn, 'Promise kept');
};

/** *Chase* beside a request for contributions: whoever has not answered is reminded, or the card says why nobody is. */
export const chaseRequest = async (turn: Turn, request: string): Promise<Answer> => {
  try {
    await turn.casework.remindContributions(turn.actor, { request });
    return await showToday(turn, 'Those who have not answered are reminded.');
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal?.kind !== 'not-ready') throw thrown;
    return showToday(turn, refusal.message);
  }
};
