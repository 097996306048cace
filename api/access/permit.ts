import type { Actor } from '#domain/access/actor.ts';
import { type HouseDeed, mayDo, mayDoInHouse, type PupilDeed } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { standingTo } from './access-records.ts';

/** What someone is told who may read the record but not do this with it. */
const NOT_YOURS: Record<PupilDeed, string> = {
  'open-pupil': 'You cannot open this record.',
  'explain-clock': 'Statutory dates are explained to the coordinator, the leader and the case manager.',
  log: 'Only the coordinator and people who work with this pupil can add to the log.',
  'record-score': 'Only the coordinator and people who work with this pupil can record progress.',
  'read-casework': 'This part of the record is for the school’s own staff.',
  'read-contacts': 'How to reach a family is for the coordinator, the leader and the case manager.',
  'read-restricted': 'Restricted notes are for the school’s own staff.',
  'raise-concern': 'Only the coordinator and people who work with this pupil can raise a concern.',
  'record-assessment': 'Only the coordinator, the case manager and advising specialists can record an assessment.',
  'record-session': 'Only the coordinator and people who work with this pupil can record a session.',
  'keep-record': 'Only the coordinator or the case manager can change this part of the record.',
  'keep-contacts': 'Only the coordinator or the case manager can change contacts and consents.',
  'restrict-contact': 'Only a coordinator can say that somebody must not be contacted, or lift that.',
  'write-restricted': 'Only a coordinator or a leader can write a restricted note.',
  'draft-plan': 'Only the coordinator or the case manager can draft a plan.',
  'schedule-review': 'Only the coordinator or the case manager can arrange a review.',
  'record-meeting': 'Only the coordinator or the case manager can record this meeting.',
  'do-action': 'Only the coordinator and people who work with this pupil can close this action.',
};

const NOT_IN_HOUSE: Record<HouseDeed, string> = {
  'open-caseload': 'The caseload is for school staff and specialists.',
  'import-roster': 'Only the coordinator or an administrator can import a roster.',
  preflight: 'Only an administrator can check permissions.',
  'verify-audit': 'Only an administrator or an auditor can check the audit trail.',
};

/**
 * Refuses a deed on a pupil's record that is not this actor's to do. `not-found` where the actor may not even know of the pupil,
 * in the same words as for a pupil who does not exist; `not-allowed`, with the reason, where the record is open to them but the deed is not.
 */
export const permit = async (tx: Transaction, actor: Actor, deed: PupilDeed, pupil: string, today: Day): Promise<void> => {
  const standing = await standingTo(tx, actor, pupil, today);
  if (!standing || !mayDo('open-pupil', standing.roles, standing.relations))
    throw new Refusal('not-found', 'There is no such case, or it is not yours.');
  if (!mayDo(deed, standing.roles, standing.relations)) throw new Refusal('not-allowed', NOT_YOURS[deed]);
};

/** Refuses a deed of the house that none of the actor's roles may do. */
export const permitInHouse = (actor: Actor, deed: HouseDeed): void => {
  if (!mayDoInHouse(deed, actor.roles)) throw new Refusal('not-allowed', NOT_IN_HOUSE[deed]);
};
