import { verifyAudit } from './audit/verify-audit.ts';
import type { Casework } from './casework.ts';
import { bookReview } from './meetings/book-review.ts';
import { openProposal } from './meetings/open-proposal.ts';
import { proposeReview } from './meetings/propose-review.ts';
import type { Parts } from './parts.ts';
import { whoAmI } from './people/who-am-i.ts';
import { Refusal } from './refusal.ts';

/** Every deed that stands, given its parts; one line a deed, in the order of api/casework.ts. */
const deeds = (parts: Parts) =>
  ({
    whoAmI: whoAmI(parts),
    proposeReview: proposeReview(parts),
    openProposal: openProposal(parts),
    bookReview: bookReview(parts),
    verifyAudit: verifyAudit(parts),
  }) satisfies Partial<Casework>;

const notYet = async (): Promise<never> => {
  throw new Refusal('not-ready', 'Waymark cannot do this yet.');
};

/** The whole service, composed: what the doors are given. */
export const casework = (parts: Parts): Casework =>
  new Proxy(deeds(parts) as unknown as Casework, { get: (made, deed) => Reflect.get(made, deed) ?? notYet });
