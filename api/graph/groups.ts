import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import type { Clients } from './clients.ts';
import type { Gateway } from './gateway.ts';
import { statusOf, trying } from './troubles.ts';

/** Graph takes so many groups in one question. */
const AT_ONCE = 20;

const reply = z.object({ value: z.array(z.string()) });

/** None where Microsoft 365 does not let Waymark ask (`User.Read`): whoever has a role in Settings signs in all the same. */
const askedOf = async (person: Client, groupIds: readonly string[]): Promise<readonly string[]> => {
  try {
    return reply.parse(await person.api('/me/checkMemberGroups').post({ groupIds })).value;
  } catch (error) {
    if (statusOf(error) === 403) return [];
    throw error;
  }
};

/** Which of these groups the person is in, asked as the person. */
export const groups = (clients: Clients): Gateway['groups'] => ({
  among: (actor, ids) =>
    trying('look up your groups', async () => {
      const person = await clients.asPerson(actor);
      if (!person) return [];
      const found: string[] = [];
      for (let at = 0; at < ids.length; at += AT_ONCE) found.push(...(await askedOf(person, ids.slice(at, at + AT_ONCE))));
      return found;
    }),
});
