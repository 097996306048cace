import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { colleaguesOn } from './colleague-records.ts';

/** Names everyone who works here today or comes in from outside, so that a field can name one of them. No address, no telephone number. */
export const openColleagues =
  ({ database, clock }: Parts): Casework['openColleagues'] =>
  async (actor) => {
    permitInHouse(actor, 'open-caseload');
    const found = await database.within(actor.scope, (tx) => colleaguesOn(tx, actor, clock.today(actor.timeZone)));
    return {
      people: found.map(({ id, name, jobTitle, employer }) => ({
        id,
        name,
        words: [jobTitle, employer].filter(Boolean).join(', '),
        staff: employer === null,
      })),
    };
  };
