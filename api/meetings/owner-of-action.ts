import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { peopleOf } from './meeting-records.ts';

/** Who an action is given to: somebody asked to this meeting, by their id at the meeting or their own. The family owns by name alone. */
export async function ownerOfAction(tx: Transaction, organisation: string, meeting: string, owner: string) {
  const found = (await peopleOf(tx, organisation, meeting)).find(
    (one) => one.id === owner || one.person === owner || one.contact === owner,
  );
  if (!found)
    throw new Refusal('not-valid', 'An action goes to somebody who was asked to the meeting.', [
      { field: 'owner', reason: 'not at this meeting' },
    ]);
  return { id: found.person, name: found.name };
}
