import { z } from 'zod';
import type { Clients } from './clients.ts';
import type { Gateway } from './gateway.ts';
import { trying } from './troubles.ts';

/** Graph takes so many groups in one question. */
const AT_ONCE = 20;

const reply = z.object({ value: z.array(z.string()) });

/** Which of these groups the person is in, asked as the person: needs no permission beyond signing in. */
export const groups = (clients: Clients): Gateway['groups'] => ({
  among: (actor, ids) =>
    trying('look up your groups', async () => {
      const person = await clients.asPerson(actor);
      if (!person) return [];
      const found: string[] = [];
      for (let at = 0; at < ids.length; at += AT_ONCE)
        found.push(...reply.parse(await person.api('/me/checkMemberGroups').post({ groupIds: ids.slice(at, at + AT_ONCE) })).value);
      return found;
    }),
});
