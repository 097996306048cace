import type { Client } from '@microsoft/microsoft-graph-client';
import type { PermissionTried } from '#contract/settings.ts';
import type { Actor } from '#domain/access/actor.ts';
import { type BatchAnswer, inBatches } from './batch.ts';
import type { Clients } from './clients.ts';
import { type Permission, permissionsOf } from './permissions.ts';
import type { GraphSettings } from './settings.ts';
import { troubleOf } from './troubles.ts';

const LACKING = [401, 403];

/** What a reply to a probe says. A 400 to an empty message shows that the permission was there: only then is the content looked at. */
const judged = (permission: Permission, answer: BatchAnswer): PermissionTried => {
  const { name, kind, forWhat, without, cure } = permission;
  const lacking = LACKING.includes(answer.status);
  const works = answer.status < 400 || (answer.status === 400 && permission.probe.method === 'POST');
  const base = { name, kind, forWhat, without };
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

const tried = async (asked: Promise<Client | null>, permissions: readonly Permission[]): Promise<PermissionTried[]> => {
  const items = permissions.map((one, index) => ({
    id: String(index),
    method: one.probe.method,
    url: one.probe.path,
    body: one.probe.body,
  }));
  try {
    const client = await asked;
    if (!client) return permissions.map((one) => unreached(one, 'It can only be tried for a person who has signed in to Microsoft 365.'));
    const answers = await inBatches(client, items);
    return permissions.map((one, index) => {
      const answer = answers.find((found) => found.id === String(index));
      return answer ? judged(one, answer) : unreached(one, 'Microsoft 365 gave no answer for it.');
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
      ),
      tried(
        clients.asApplication(actor),
        all.filter((one) => one.kind === 'application'),
      ),
    ]);
    return [...person, ...application];
  };
