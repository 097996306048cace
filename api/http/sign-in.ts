import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { role } from '#contract/people.ts';
import type { Actor, Door, Role } from '#domain/access/actor.ts';
import { actorOfAccount } from '../people/actor-of-account.ts';
import type { SignInParts } from '../people/groups-of-account.ts';
import { Refusal, Unwell } from '../refusal.ts';
import { NotSignedIn } from './not-signed-in.ts';

/** What a token must say to be let in. */
export type SignInSettings = {
  readonly tenantId: string;
  /** `https://login.microsoftonline.com/TENANT/v2.0`, or the local issuer. */
  readonly issuer: string;
  /** The application's client id and its `api://` name: Entra writes either, by how the token was asked for. */
  readonly audiences: readonly string[];
  /** Where the issuer's keys come from; see {@link issuerKeys}. */
  readonly keys: JWTVerifyGetKey;
};

/** Turns the `Authorization` header into the person who is asking. */
export type SignIn = (authorization: string | undefined, door: Door) => Promise<Actor>;

const SCOPE = 'access_as_user';
/** Clocks differ; so much is forgiven at both ends of a token's life. */
const LEEWAY_SECONDS = 30;

/** Application roles as an administrator assigns them in Entra: `Waymark.Coordinator`, or simply `coordinator`. */
const roleOfClaim = (value: string): Role | undefined => role.safeParse(value.replace(/^waymark\./i, '').toLowerCase()).data;

const claims = z.object({
  oid: z.guid(),
  tid: z.guid(),
  scp: z.string().default(''),
  roles: z.array(z.string()).default([]),
  groups: z.array(z.string()).default([]),
  /** Entra's sign that the groups were too many for the token. */
  hasgroups: z.union([z.boolean(), z.string()]).optional(),
  _claim_names: z.object({ groups: z.string().optional() }).optional(),
});
type Claims = z.infer<typeof claims>;

/** The groups a token names, or that they were too many for it (*overage*): then Graph is asked for those that matter here. */
const groupsIn = ({ groups, hasgroups, _claim_names }: Claims): readonly string[] | 'ask' =>
  _claim_names?.groups || hasgroups ? 'ask' : groups;

/** Why a token does not hold. A key set that cannot be fetched says nothing about the token, and is not the person's fault. */
const refusalOf = (fault: unknown): Error => {
  if (fault instanceof errors.JWTExpired) return new NotSignedIn('expired', 'Your sign-in has run out. Sign in again to go on.');
  if (fault instanceof errors.JWTClaimValidationFailed) return new NotSignedIn(fault.claim);
  if (
    fault instanceof errors.JWKSTimeout ||
    fault instanceof errors.JWKSInvalid ||
    !(fault instanceof errors.JOSEError) ||
    fault.code === 'ERR_JOSE_GENERIC'
  )
    return new Unwell('sign-in-away', 'Microsoft sign-in cannot be reached just now. Try again in a minute.');
  return new NotSignedIn(fault.code);
};

const checked = async (token: string, { issuer, audiences, keys, tenantId }: SignInSettings): Promise<Claims> => {
  const verified = await jwtVerify<JWTPayload>(token, keys, {
    issuer,
    audience: [...audiences],
    algorithms: ['RS256'],
    clockTolerance: LEEWAY_SECONDS,
    requiredClaims: ['exp', 'iat', 'oid', 'tid'],
  }).catch((fault: unknown) => {
    throw refusalOf(fault);
  });
  const read = claims.safeParse(verified.payload);
  if (!read.success) throw new NotSignedIn('claims');
  if (read.data.tid !== tenantId) throw new NotSignedIn('tid');
  if (!read.data.scp.split(' ').includes(SCOPE)) throw new NotSignedIn('scp');
  return read.data;
};

/**
 * Checks an Entra v2 access token (signature, issuer, audience, tenant, life, scope) and looks up whose it is. Throws
 * {@link NotSignedIn} where the token does not hold, and a Refusal `not-allowed` where it holds but Waymark does not know the person.
 */
export const signIn =
  (settings: SignInSettings, parts: SignInParts): SignIn =>
  async (authorization, door) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new NotSignedIn('no token');
    const found = await checked(token, settings);
    const { oid, roles, tid } = found;
    const claimed = roles.flatMap((value) => roleOfClaim(value) ?? []);
    const actor = await actorOfAccount(parts)({ tenantId: tid, entraId: oid, door, claimed, assertion: token, groups: groupsIn(found) });
    if (!actor)
      throw new Refusal('not-allowed', 'Waymark does not know you yet. Ask your SEND coordinator or IT administrator to add you.');
    if (actor.roles.length === 0)
      throw new Refusal('not-allowed', 'You have no role in Waymark yet. Ask your SEND coordinator to give you one.');
    return actor;
  };
