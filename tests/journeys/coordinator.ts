import { type Call, connect } from '#contract/client.ts';
import type { Suite } from './suite.ts';

/** The API as a person of the made-up school calls it, with the token that Teams would hand to their tab. */
export const callsOf = ({ address, rooms }: Pick<Suite, 'address' | 'rooms'>, person = 'ruth.okafor'): Call =>
  connect(new URL(address).origin, async () => {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`${rooms}/rooms/token`, { method: 'POST', headers, body: JSON.stringify({ person }) });
    return ((await reply.json()) as { token: string }).token;
  });

/** The id of a pupil on the caller's caseload, by name. */
export const pupilNamed = async (call: Call, name: string): Promise<string> => {
  const { rows } = await call('caseload');
  const found = rows.find((row) => `${row.givenName} ${row.surname}` === name);
  if (!found) throw new Error(`${name} is not on the caseload`);
  return found.id;
};
