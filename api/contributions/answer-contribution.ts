import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { askedOfActor, endedWords, formReply } from './form-reply.ts';
import { receiveAnswers } from './receive-answers.ts';

/**
 * Takes the answer of the person who was asked. Late is taken and stands as late; after the request was closed or withdrawn it is refused,
 * and the words say whom to tell.
 */
export const answerContribution =
  (parts: Parts): Casework['answerContribution'] =>
  (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const found = await askedOfActor(tx, actor, ask.contribution, today, true);
      const setting = { zone: actor.timeZone, today };
      const ended = endedWords(found, setting);
      if (ended) throw new Refusal('not-ready', ended);
      await receiveAnswers(tx, parts, actor.scope.organisation, found, ask.answers, today);
      await note(tx, parts, actor, 'answer-contribution', found.pupil.id, {
        contribution: ask.contribution,
        request: found.request.id,
      });
      return formReply(await askedOfActor(tx, actor, ask.contribution, today), setting);
    });
  };
