import { Refusal } from '#api/refusal.ts';
import { Plain } from './plain.ts';

/** What stands in the way of the record, by the code that PostgreSQL, Node or TLS gives. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ECONNRESET)$/, 'it cannot be reached'],
  [/^28(P01|000)$/, 'it does not take this login'],
  [/^3D000$/, 'it has no database of that name'],
  [/^42501$/, 'this login may not create what Waymark needs: it must own the database and be allowed to create a role'],
  [/^0A000$|^58P01$/, 'it lacks an extension that Waymark needs: pg_trgm, unaccent and btree_gin'],
  [/CERT|ERR_TLS|UNABLE_TO_(GET|VERIFY)/, 'its certificate does not hold: name its authority with sslrootcert in the address'],
  [/^53100$/, 'its disk is full'],
];

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'in DATABASE_URL');

/** A record that cannot be opened at the start, in one plain sentence without the password; any other fault as it is. */
export const databaseTrouble = (fault: unknown, url: string): unknown => {
  if (fault instanceof Refusal) return new Plain(fault.message);
  const { code = '', message = '' } = fault as { code?: string; message?: string };
  const lost = /timeout|terminated unexpectedly/i.test(message) ? 'it does not answer' : undefined;
  const open = /does not support SSL/i.test(message) ? 'it does not speak TLS' : undefined;
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? open ?? lost;
  return reason ? new Plain(`The record at ${hostOf(url)} cannot be opened: ${reason}. Check DATABASE_URL and start again.`) : fault;
};
