import type { Client } from '@microsoft/microsoft-graph-client';
import type { PermissionTried } from '#contract/settings.ts';
import type { Actor } from '#domain/access/actor.ts';
import { type BatchAnswer, inBatches } from './batch.ts';
import type { Clients } from './clients.ts';
import { type Permission, permissionsOf } from './permissions.ts';
import type { GraphSettings } from './settings.ts';
import { troubleOf } from './troubles.ts';

const LACKING = [401, 403];
/** How Microsoft 365 answers a person who has nothing there of their own. */
const NOT_YOURS = [403, 404];

/** Consent is one thing, the person's own share another: a refusal for want of the second is no missing permission. */
const refusedToYou = ({ name, kind, forWhat, without, ofOnesOwn }: Permission): PermissionTried => ({
  name,
  kind,
  forWhat,
  without,
  outcome: 'refused-as-it-should',
  detail: `Agreed to. You have no ${ofOnesOwn} yourself, so Microsoft 365 did not let you in.`,
  cure: null,
});

const isEmpty = (body: unknown): boolean => {
  const { value } = (body ?? {}) as { value?: unknown };
  return Array.isArray(value) && value.length === 0;
};

/** What a reply to a probe says. A 400 to an empty message shows that the permission was there: only then is the content looked at. */
const judged = (permission: Permission, answer: BatchAnswer, granted: readonly string[]): PermissionTried => {
  if (permission.ofOnesOwn && NOT_YOURS.includes(answer.status) && granted.includes(permission.name)) return refusedToYou(permission);
  const { name, kind, forWhat, without, cure } = permission;
  const lacking = LACKING.includes(answer.status);
  const works = answer.status < 400 || (answer.status === 400 && permission.probe.method === 'POST');
  const base = { name, kind, forWhat, without };
  if (works && permission.ifEmpty && isEmpty(answer.body)) return { ...base, outcome: 'off', detail: permission.ifEmpty, cure: null };
  if (works) return { ...base, outcome: 'works', detail: 'Tried just now: it works.', cure: null };
  if (lacking) return { ...base, outcome: 'missing', detail: `Microsoft 365 refused it (${answer.status}).`, cure };
  if (answer.status === 404)
    return { ...base, outcome: 'missing', detail: 'Microsoft 365 does not find it, or does not show it to Waymark.', cure };
  return {
    ...base,
    outcome: 'not-reached',
    detail: `Microsoft 365 answered ${answer.status}; nothing can be said about it now.`,
    cure: null,
  };
};

const unreached = (permission: Permission, detail: string): PermissionTried => ({
  name: permission.name,
  kind: permission.kind,
  forWhat: permission.forWhat,
  without: permission.without,
  outcome: 'not-reached',
  detail,
  cure: null,
});

const tried = async (
  asked: Promise<Client | null>,
  permissions: readonly Permission[],
  askGranted: () => Promise<readonly string[]>,
): Promise<PermissionTried[]> => {
  const items = permissions.map((one, index) => ({
    id: String(index),
    method: one.probe.method,
    url: one.probe.path,
    body: one.probe.body,
  }));
  try {
    const client = await asked;
    if (!client) return permissions.map((one) => unreached(one, 'It can only be tried for a person who has signed in to Microsoft 365.'));
    const [answers, granted] = await Promise.all([inBatches(client, items), askGranted()]);
    return permissions.map((one, index) => {
      const answer = answers.find((found) => found.id === String(index));
      return answer ? judged(one, answer, granted) : unreached(one, 'Microsoft 365 gave no answer for it.');
    });
  } catch (error) {
    const words = troubleOf(error, 'try it').message;
    return permissions.map((one) => unreached(one, words));
  }
};

/** Tries each permission live: two batches, one as the person and one as the application. */
export const preflight =
  (settings: GraphSettings, clients: Clients) =>
  async (actor: Actor): Promise<readonly PermissionTried[]> => {
    const all = permissionsOf(settings.sendMailbox, settings.sendSite, Date.now());
    const [person, application] = await Promise.all([
      tried(
        clients.asPerson(actor),
        all.filter((one) => one.kind === 'delegated'),
        () => clients.grantedTo(actor),
      ),
      tried(
        clients.asApplication(actor),
        all.filter((one) => one.kind === 'application'),
        async () => [],
      ),
    ]);
    return [...person, ...application];
  };
