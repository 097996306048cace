import type { Problem } from '#contract/problem.ts';
import { codeOfProblem, faultAddress } from '#domain/faults/all-faults.ts';
import { codeOf } from '#domain/faults/faults.ts';
import { Outdated } from '../record/outdated.ts';
import { OneMoreStep, Overtaken, Refusal, type RefusalKind, TooOften } from '../refusal.ts';
import { NotSignedIn } from './not-signed-in.ts';
import { VersionNeeded } from './version-needed.ts';

/** How this door says each kind of refusal. */
const MANNERS: Record<RefusalKind, { readonly status: number; readonly title: string }> = {
  'not-found': { status: 404, title: 'Not found' },
  'not-allowed': { status: 403, title: 'Not allowed' },
  'not-ready': { status: 409, title: 'Not ready' },
  'changed-meanwhile': { status: 409, title: 'Changed meanwhile' },
  'not-valid': { status: 422, title: 'Not valid' },
  'elsewhere-unwell': { status: 503, title: 'Waymark is waiting for something it needs' },
};

/** The version that `If-Match` named is no longer the last. */
const OVERTAKEN = { status: 412, title: 'Changed meanwhile' } as const;

/** What Fastify itself turns away, by its code, in our words. */
const TURNED_AWAY: Record<string, { readonly status: number; readonly detail: string }> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, detail: 'Waymark does not read this kind of content here.' },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    detail: 'That is larger than Waymark takes in one piece. The command line streams large sets.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, detail: 'What was sent is not JSON.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, detail: 'What was sent is not JSON: it is empty.' },
  WAYMARK_LATE: { status: 408, detail: 'The request took too long to arrive. Nothing was changed.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, detail: 'What was sent is not as long as it says.' },
};

/** The page that explains a problem: of the known fault behind it, else of its kind. */
const typeOf = (kind: string, fault?: string): string => faultAddress(fault ?? codeOfProblem(kind));

/** PostgreSQL keeps no U+0000 and no half of a character; nobody types them, but programs send them. */
const isUnkeepable = ({ code = '', detail = '' }: { code?: string; detail?: string }): boolean =>
  code === '22021' || code === '22P05' || (code === '22P02' && /surrogate/i.test(detail));

const UNKEEPABLE = {
  status: 422,
  detail: 'What was sent holds a character that no text can hold (U+0000, or half of one). Nothing was changed.',
};

/**
 * The problem document (RFC 9457) for anything thrown, or undefined where it is a fault of ours: the caller logs that and answers with
 * {@link faultProblem}.
 */
export const problemOf = (thrown: unknown, reference: string): Problem | undefined => {
  if (thrown instanceof Outdated) {
    const { message: detail, conflict } = thrown;
    return { type: typeOf('changed-meanwhile'), title: 'Changed meanwhile', status: 412, detail, reference, conflict };
  }
  if (thrown instanceof TooOften) return { type: typeOf('too-often'), title: 'Too often', status: 429, detail: thrown.message, reference };
  if (thrown instanceof Refusal) {
    const { status, title } = thrown instanceof Overtaken ? OVERTAKEN : MANNERS[thrown.kind];
    const fault: { fault?: string } = thrown.fault ? { fault: codeOf(thrown.fault) } : {};
    const fields = thrown.fields.length > 0 ? { fields: thrown.fields.map((field) => ({ ...field })) } : {};
    const claims = thrown instanceof OneMoreStep ? { claims: thrown.claims } : {};
    return { type: typeOf(thrown.kind, fault.fault), title, status, detail: thrown.message, reference, ...fault, ...fields, ...claims };
  }
  if (thrown instanceof NotSignedIn)
    return { type: typeOf('not-signed-in'), title: 'Not signed in', status: 401, detail: thrown.message, reference };
  if (thrown instanceof VersionNeeded)
    return { type: typeOf('version-needed'), title: 'Version needed', status: 428, detail: thrown.message, reference };
  const away =
    TURNED_AWAY[(thrown as { code?: string }).code ?? ''] ??
    (isUnkeepable(thrown as { code?: string; detail?: string }) ? UNKEEPABLE : undefined) ??
    (thrown instanceof SyntaxError ? TURNED_AWAY.FST_ERR_CTP_INVALID_JSON_BODY : undefined);
  return away && { type: typeOf('not-valid'), title: 'Not valid', status: away.status, detail: away.detail, reference };
};

/** What a person sees of a fault: a reference to quote, and nothing else. */
export const faultProblem = (reference: string): Problem => ({
  type: typeOf('fault'),
  title: 'Something went wrong in Waymark',
  status: 500,
  detail: `Something went wrong in Waymark, and it has been noted. Quote ${reference} when you ask about it.`,
  reference,
  fault: codeOf('unknown'),
});
