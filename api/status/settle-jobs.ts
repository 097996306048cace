import type { Actor } from '#domain/access/actor.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { insertGivenUp, settleJob } from './job-records.ts';
import { statusFor } from './open-status.ts';

/** Settles one job; refuses where it has done itself meanwhile or is at work just now. Answers its task. */
const settled = async (tx: Transaction, job: string, how: 'again' | 'give-up'): Promise<string> => {
  const task = await settleJob(tx, job, how);
  if (task === null) throw new Refusal('not-found', 'This work is not waiting any more: it was done, or somebody gave it up.');
  if (task === 'running') throw new Refusal('not-ready', 'This work is being tried right now. Look again in a minute.');
  return task;
};

const permitted = (actor: Actor): void => permitInHouse(actor, 'settle-jobs');

/** Has work that met trouble tried again at once, with all its tries before it. */
export const tryJobAgain =
  (parts: Parts): Casework['tryJobAgain'] =>
  async (actor, { job }) => {
    permitted(actor);
    return parts.database.within(actor.scope, async (tx) => {
      const task = await settled(tx, job, 'again');
      await note(tx, parts, actor, 'try-job-again', undefined, { job, task });
      return statusFor(tx, parts, actor);
    });
  };

/** Takes work out of the queue for good, with a reason. What it was for stays as it is; the page says what is to be done by hand. */
export const giveUpJob =
  (parts: Parts): Casework['giveUpJob'] =>
  async (actor, { job, reason }) => {
    permitted(actor);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const task = await settled(tx, job, 'give-up');
      const id = parts.ids.next();
      await insertGivenUp(tx, organisation, { id, task, reason, by: actor.person, at: parts.clock.now() });
      await note(tx, parts, actor, 'give-up-job', undefined, { job, task, given: id });
      return statusFor(tx, parts, actor);
    });
  };
