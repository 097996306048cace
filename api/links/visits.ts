import type { VisitAddress, VisitAnswer, VisitRequest } from '#contract/visits.ts';
import type { Parts } from '../parts.ts';
import { answerVisit } from './answer-visit.ts';
import { askCode } from './ask-code.ts';
import { enterVisit } from './enter-visit.ts';
import { openVisit } from './open-visit.ts';
import { openVisitPage } from './visit-page.ts';

/** What somebody without an account can do, having come by a link; each is one address. Nobody is signed in here: the link is the right. */
export type Visits = { readonly [A in VisitAddress]: (ask: VisitRequest<A>) => Promise<VisitAnswer<A>> };

/** The deeds of a visit, given their parts. */
export const visits = (parts: Parts): Visits => ({
  open: openVisit(parts),
  code: askCode(parts),
  enter: enterVisit(parts),
  page: openVisitPage(parts),
  answer: answerVisit(parts),
});
