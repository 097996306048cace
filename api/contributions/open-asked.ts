import type { AskedOfMe } from '#contract/contributions.ts';
import { mayDo } from '#domain/access/deeds.ts';
import { daysLeftWords } from '#domain/calendar/wording.ts';
import { QUESTION_SETS } from '#domain/contributions/purpose.ts';
import { standingTo } from '../access/access-records.ts';
import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { pupilsAskedAbout } from './asked-records.ts';
import { openFor, requestOf } from './request-records.ts';

/** What is asked of this person and not answered yet, the next due first; of pupils they do not work with any more nothing. */
export const openAsked =
  (parts: Parts): Casework['openAsked'] =>
  (actor) => {
    permitInHouse(actor, 'open-caseload');
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx): Promise<AskedOfMe> => {
      const waiting = await openFor(tx, organisation, actor.person);
      const pupils = await pupilsAskedAbout(tx, organisation, [...new Set(waiting.map(({ pupil }) => pupil))]);
      const asked: AskedOfMe['asked'] = [];
      for (const one of waiting) {
        const [pupil, request] = [pupils.get(one.pupil), await requestOf(tx, organisation, one.request)];
        const standing = await standingTo(tx, actor, one.pupil, today);
        if (!pupil || !request || pupil.leftOn !== null) continue;
        if (!standing || !mayDo('answer-contribution', standing.roles, standing.relations)) continue;
        asked.push({
          contribution: one.contribution,
          pupil: { id: pupil.id, name: pupil.name, caseRef: pupil.caseRef ?? '', className: pupil.className },
          title: QUESTION_SETS[request.purpose].title,
          askedBy: request.asker,
          dueOn: request.dueOn,
          dueWords: daysLeftWords(request.dueOn, today),
          urgency: request.dueOn < today ? 'late' : request.dueOn === today ? 'near' : 'soon',
        });
      }
      return { asked };
    });
  };
