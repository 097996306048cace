import type { GatheredContributions } from '#contract/contributions.ts';
import { mayDo } from '#domain/access/deeds.ts';
import { standingTo } from '../access/access-records.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { pupilAskedAbout } from './asked-records.ts';
import { requestReply } from './contributions-reply.ts';
import { askedOf, requestOf } from './request-records.ts';

/** One request with what has come of it, and the pupil it is about. */
export const openContributionRequest =
  (parts: Parts): Casework['openContributionRequest'] =>
  (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx): Promise<GatheredContributions> => {
      const request = await requestOf(tx, organisation, ask.request);
      if (!request) throw noSuchCase();
      await permit(tx, actor, 'read-casework', request.pupil, today);
      const standing = await standingTo(tx, actor, request.pupil, today);
      const pupil = await pupilAskedAbout(tx, organisation, request.pupil);
      if (!pupil) throw noSuchCase();
      await note(tx, parts, actor, 'open-contributions', request.pupil, { request: request.id });
      const { id, name, className } = pupil;
      const may = mayDo('ask-contributions', standing?.roles ?? [], standing?.relations ?? []);
      return {
        pupil: { id, name, caseRef: pupil.caseRef ?? '', className },
        request: requestReply(request, await askedOf(tx, organisation, [request.id]), { today, zone: actor.timeZone, may }),
      };
    });
  };
