import type { Entered } from '#contract/visits.ts';
import { LINK_LIMITS } from '#domain/access/link.ts';
import { addMinutes } from '#domain/calendar/wall-clock.ts';
import { countWords } from '#domain/calendar/wording.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { countWrong, newestCode, type StoredCode, saveVisit, spendCode } from './code-records.ts';
import { codeDigest, digestOf, newSecret, sameDigest } from './secrets.ts';
import { pageOfVisit } from './visit-page.ts';
import { holderOf, noteVisitor, refuseEnded, type Visitor } from './visitor.ts';
import type { Visits } from './visits.ts';

/** A right code, or why not. A wrong try is written down, so the refusal is thrown only after the transaction. */
type Tried = { readonly entered: Entered } | { readonly why: string };

/** Lets the holder of a link in who types the code that was sent: five tries a code, fifteen a link, each code once. */
export const enterVisit =
  (parts: Parts): Visits['enter'] =>
  async ({ token, code }) => {
    const tried = await holderOf(parts, token, (tx, visitor) => tryCode(tx, parts, visitor, code));
    if ('why' in tried) throw new Refusal('not-allowed', tried.why, [{ field: 'code', reason: 'is not the code' }]);
    return tried.entered;
  };

const tryCode = async (tx: Transaction, parts: Parts, visitor: Visitor, typed: string): Promise<Tried> => {
  const { organisation, link } = visitor;
  refuseEnded(parts, link);
  const now = parts.clock.now();
  const code = await newestCode(tx, organisation, link.id);
  if (!code?.digest || !code.salt || code.usedAt || code.endsAt <= now || code.wrong >= LINK_LIMITS.triesPerCode)
    return { why: 'That code no longer works. Ask for a new one.' };
  if (!sameDigest(code.digest, await codeDigest(typed, code.salt))) return wrong(tx, parts, visitor, code);
  await spendCode(tx, organisation, code.id, now);
  const [visit, endsAt] = [newSecret(), addMinutes(now, LINK_LIMITS.visitMinutes)];
  await saveVisit(tx, organisation, { id: parts.ids.next(), link: link.id, digest: digestOf(visit), at: now, endsAt });
  await noteVisitor(tx, parts, visitor, 'visit-link');
  return { entered: { visit, ends: endsAt, page: await pageOfVisit(tx, parts, visitor) } };
};

const wrong = async (tx: Transaction, parts: Parts, { organisation, link }: Visitor, code: StoredCode): Promise<Tried> => {
  await countWrong(tx, organisation, link.id, code.id, parts.clock.now(), LINK_LIMITS.triesPerLink);
  const left = LINK_LIMITS.triesPerCode - code.wrong - 1;
  return { why: left > 0 ? `That is not the code. ${countWords(left, 'try', 'tries')} left.` : 'That is not the code. Ask for a new one.' };
};
