import type { StrategiesAnswered, StrategyAnswers } from '#contract/strategies.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { editionOf, shownStrategies, standingMark } from '#domain/classes/strategies.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { hasStrategies, helpedPupil } from './helped-pupil.ts';
import { addMark, addReading, factsOf, type StrategyFacts, taughtBefore } from './strategy-records.ts';

/**
 * Keeps what a colleague says of a pupil's strategies, and that they read them as they stand (duty 4 A3). Answers to lines whose words
 * changed meanwhile are not kept, nor is an older edition counted as read; the others are, and the reply says so. The same again adds nothing.
 */
export const answerStrategies =
  (parts: Parts): Casework['answerStrategies'] =>
  (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx): Promise<StrategiesAnswered> => {
      await permitTeacher(tx, actor, ask.pupil, today);
      const before = await found(tx, actor, ask.pupil);
      const lines = shownStrategies(before.lines);
      const edition = editionOf(before.plan, lines);
      const at = parts.clock.now();
      const planVersion = before.plan?.version ?? null;
      let kept = 0;
      for (const { line, mark, said } of newAnswers(before, ask)) {
        await addMark(tx, actor, { id: parts.ids.next(), pupil: ask.pupil, line, mark, said, planVersion, at });
        kept += 1;
      }
      const reads = ask.read && ask.edition === edition;
      if (reads) await addReading(tx, actor, { pupil: ask.pupil, edition, planVersion, at });
      await note(tx, parts, actor, 'answer-strategies', ask.pupil, { answers: kept, read: reads });
      const { day, time } = localTimeOf(at, actor.timeZone);
      return {
        pupil: helpedPupil(await found(tx, actor, ask.pupil), { today, timeZone: actor.timeZone }),
        savedWords: `${reads ? 'Read' : 'Saved'}, ${dayWords(day, today)} ${time}`,
        moved:
          ask.edition === edition
            ? null
            : 'The strategies changed while this was open. Answers to lines that read as before are kept; read the new ones once more.',
      };
    });
  };

/** Somebody who taught the pupil until lately hears so, in words that say what became of the answer. */
const permitTeacher = async (tx: Transaction, actor: Actor, pupil: string, today: Day): Promise<void> => {
  try {
    await permit(tx, actor, 'mark-strategy', pupil, today);
  } catch (refused) {
    if (refused instanceof Refusal && (await taughtBefore(tx, actor.scope.organisation, actor.person, pupil)))
      throw new Refusal('not-found', 'You no longer teach this class, so nothing was recorded. Tell the coordinator what you saw.');
    throw refused;
  }
};

const found = async (tx: Transaction, actor: Actor, pupil: string): Promise<StrategyFacts> => {
  const facts = await factsOf(tx, actor.scope.organisation, actor.person, pupil);
  if (!facts || !hasStrategies(facts)) throw new Refusal('not-ready', 'No strategy is written down for this pupil any more.');
  return facts;
};

/** Answers to lines as they read now that say something else than the reader said last. */
const newAnswers = (facts: StrategyFacts, { answers }: StrategyAnswers) =>
  answers.flatMap(({ line: id, version, mark, said }) => {
    const line = shownStrategies(facts.lines).find((one) => one.id === id && one.version === version);
    if (!line) return [];
    const standing = standingMark(line, facts.marks);
    const words = mark && said ? said : null;
    return mark === (standing?.mark ?? null) && words === (standing?.said ?? null) ? [] : [{ line, mark, said: words }];
  });
