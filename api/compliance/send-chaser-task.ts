import { z } from 'zod';
import type { Parts } from '../parts.ts';
import type { Task } from '../tasks.ts';
import { chaserBy, markChaserSent, mustNotBeWrittenTo } from './chaser-records.ts';

const payload = z.object({ organisation: z.guid(), chaser: z.guid() });

/** Sends a chaser by e-mail, once, word for word as it was seen. A restriction that was made since holds: nothing is sent then. */
export const sendChaserTask: Task = (parts: Parts) => async (given) => {
  const { organisation, chaser: id } = payload.parse(given);
  const scope = { organisation, schools: [] };
  const chaser = await parts.database.within(scope, async (tx) => {
    const found = await chaserBy(tx, organisation, id);
    if (!found || found.sentAt || (await mustNotBeWrittenTo(tx, organisation, found.pupil, found))) return null;
    return found;
  });
  if (!chaser?.email) return;
  const { name, email, subject, words } = chaser;
  await parts.graph.mail.send({ to: [{ name, email }], subject, text: words });
  await parts.database.within(scope, (tx) => markChaserSent(tx, organisation, id, parts.clock.now()));
};
