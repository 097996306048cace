import type { Actor } from '#domain/access/actor.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { organisationOf } from './organisation-records.ts';

/** No person: what the command line does is in the audit trail as done by whoever had the machine. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * The actor of the command line: whoever may run commands on the server's machine, with the rights of an administrator who also
 * coordinates. Everything done is in the audit trail under the door `command-line`.
 */
export const commandLineActor = async (parts: Pick<Parts, 'database'>, organisation: string): Promise<Actor> => {
  const found = await parts.database.within({ organisation, schools: [] }, (tx) => organisationOf(tx, organisation));
  if (!found) throw new Refusal('not-found', 'This tenant has no record yet. Begin one: npm run -s waymark -- begin --help.');
  return {
    person: NOBODY,
    name: 'Command line',
    roles: ['administrator', 'coordinator'],
    scope: { organisation, schools: found.schools },
    door: 'command-line',
    timeZone: found.timeZone,
  };
};
