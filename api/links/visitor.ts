import { readLetterKey } from '#domain/access/letter-key.ts';
import { linkState, opens } from '#domain/access/link.ts';
import { append } from '../audit/audit-records.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { visitsOf } from './code-records.ts';
import { linkOf, linkOfKey, type StoredLink } from './link-records.ts';
import { digestsOf, isDigestOf, readToken, type Token } from './secrets.ts';

/** The organisation of nobody: under it row level security shows nothing. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** Somebody who holds a link: whose it is has been compared, and nothing more. */
export type Visitor = { readonly organisation: string; readonly link: StoredLink };

/** The same words for a token that never was one, one that another letter replaced, and one of another organisation. */
const noSuchLink = (): Refusal =>
  new Refusal('not-found', 'This link does not work. Open the newest letter we sent you, or telephone the school.');

/** Whose link it is: looked up under the wall of its organisation, its secret compared in constant time. Says nothing about whether it still opens. */
export const holderOf = async <T>(parts: Parts, token: string, work: (tx: Transaction, visitor: Visitor) => Promise<T>): Promise<T> => {
  const read = readToken(token) ?? (await ofLetter(parts, token));
  if (!read) throw noSuchLink();
  return parts.database.within({ organisation: read.organisation, schools: [] }, async (tx) => {
    const link = await linkOf(tx, read.organisation, read.link);
    if (!link?.digest || !isDigestOf(link.digest, read.secret)) throw noSuchLink();
    return work(tx, { organisation: read.organisation, link });
  });
};

/** A key copied from a letter says no organisation: it is looked up by its digest, before the wall of any organisation is chosen. */
const ofLetter = async (parts: Parts, typed: string): Promise<Token | undefined> => {
  const secret = readLetterKey(typed);
  const found = secret && (await parts.database.within({ organisation: NOWHERE, schools: [] }, (tx) => linkOfKey(tx, digestsOf(secret))));
  return found ? { ...found, secret } : undefined;
};

/** Whether the link still opens today. */
export const stillOpens = (parts: Parts, link: StoredLink): boolean => opens(linkState(link, parts.clock.today(link.zone)));

/** Refused where the link has ended, been withdrawn or closed by itself. */
export const refuseEnded = (parts: Parts, link: StoredLink): void => {
  if (!stillOpens(parts, link)) throw new Refusal('not-ready', 'This link has ended. Telephone the school if you still need it.');
};

/** Somebody who has typed the code: the visit is known, and the link still opens. Refused in the words of a visit that ran out. */
export const onVisit = <T>(
  parts: Parts,
  { token, visit }: { token: string; visit: string },
  work: (tx: Transaction, visitor: Visitor) => Promise<T>,
): Promise<T> =>
  holderOf(parts, token, async (tx, visitor) => {
    refuseEnded(parts, visitor.link);
    const known = await visitsOf(tx, visitor.organisation, visitor.link.id, parts.clock.now());
    if (!known.some((one) => isDigestOf(one, visit)))
      throw new Refusal('not-allowed', 'Your visit has run out, to keep this page private. Ask for a new code to go on.');
    return work(tx, visitor);
  });

/** Adds to the trail what somebody did through a link: by name, as no person of the record did it. */
export const noteVisitor = (
  tx: Transaction,
  parts: Parts,
  { organisation, link }: Visitor,
  deed: 'visit-link' | 'answer-link',
  details: object = {},
): Promise<void> =>
  append(tx, {
    organisation,
    id: parts.ids.next(),
    at: parts.clock.now(),
    actor: null,
    actorWords: link.nameWords,
    deed,
    about: link.pupil,
    count: 1,
    details: { link: link.id, purpose: link.purpose, ...details },
    door: 'link',
  });
