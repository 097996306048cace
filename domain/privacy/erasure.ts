import type { Role } from '#domain/access/actor.ts';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';

/** Why a record is erased. */
export type ErasureGround = 'retention' | 'asked' | 'mistake';

export const GROUND_WORDS: Readonly<Record<ErasureGround, string>> = {
  retention: 'Its time has run out',
  asked: 'The family asked, and nothing requires it to be kept',
  mistake: 'It was opened by mistake',
};

/** Days after which the person who asked may confirm alone, where nobody else could. */
export const ALONE_AFTER_DAYS = 7;

type Asked = { readonly by: string; readonly on: Day };
type Confirming = { readonly person: string; readonly roles: readonly Role[]; readonly today: Day };

/**
 * Why this person cannot confirm an erasure yet; null where they can. Two people stand behind every erasure: one asks, another who
 * coordinates or leads confirms. Where nobody else comes, the same person may after some days, so that a small school is not stuck.
 */
export const cannotConfirm = (asked: Asked, { person, roles, today }: Confirming, aloneAfter: number): string | null => {
  if (!roles.includes('coordinator') && !roles.includes('leader')) return 'An erasure is confirmed by a coordinator or a leader.';
  const alone = addDays(asked.on, aloneAfter);
  if (person !== asked.by || today >= alone) return null;
  return `Another coordinator or a leader confirms what you asked for. If nobody does, you can confirm it yourself from ${dayWordsWithYear(alone)}.`;
};

/** What stands in the way of erasing a record at all; null where nothing does. */
export const cannotErase = (record: {
  readonly held: boolean;
  readonly openRequest: boolean;
  readonly ground: ErasureGround;
}): string | null => {
  if (record.held) return 'This record is under a hold. Nothing of it is erased until the hold is lifted.';
  if (record.openRequest) return 'Somebody has asked to see this record and has not been answered. Answer them first.';
  return null;
};

/** What is said of a copy that Waymark cannot reach. */
export const BEYOND_REACH = {
  attendees: 'Invitations in the calendars of those invited stay there: only they can remove them. They carry the case and no name.',
  mail: 'Letters already delivered cannot be called back. Waymark has no right to delete mail: search the sent items of the shared mailbox for the case and delete them there.',
  downloads: 'Archives that were downloaded are with whoever downloaded them.',
  backups:
    'Backups of the database hold the record until they run out. If one is restored, erase the record again: the list of erased records says which.',
  recycleBin:
    'Files that somebody deleted in SharePoint may lie in the recycle bin of the site for up to 93 days. Graph shows no recycle bin of a site to Waymark: an owner of the site empties it.',
  audit: 'The audit trail keeps that things were done, by id and without a name, and stays sealed.',
} as const;
