import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** A code that was asked for; salt and digest are null until it has been sent. */
export type StoredCode = {
  readonly id: string;
  readonly salt: Buffer | null;
  readonly digest: Buffer | null;
  readonly askedAt: Instant;
  readonly endsAt: Instant;
  readonly wrong: number;
  readonly usedAt: Instant | null;
};

/** When the codes of a link were asked for since then, oldest first. */
export const codesSince = async (tx: Transaction, organisation: string, link: string, since: Instant): Promise<readonly Instant[]> => {
  const { rows } = await sql<{ at: Instant }>`
    select asked_at as at from waymark.link_code
     where organisation_id = ${organisation} and link_id = ${link} and asked_at > ${since}::timestamptz order by asked_at`.execute(tx);
  return rows.map(({ at }) => at);
};

/** When codes were asked for since then that go to this e-mail address, of whatever link, oldest first. */
export const codesToAddressSince = async (
  tx: Transaction,
  organisation: string,
  email: string,
  since: Instant,
): Promise<readonly Instant[]> => {
  const { rows } = await sql<{ at: Instant }>`
    select k.asked_at as at
      from waymark.link_code k
      join waymark.link l on l.organisation_id = k.organisation_id and l.id = k.link_id
      left join waymark.contact c on c.organisation_id = l.organisation_id and c.id = l.contact_id
      left join waymark.person w on w.organisation_id = l.organisation_id and w.id = l.person_id
     where k.organisation_id = ${organisation} and k.asked_at > ${since}::timestamptz and l.way = 'email'
       and lower(coalesce(c.email, w.email)) = lower(${email}) order by k.asked_at`.execute(tx);
  return rows.map(({ at }) => at);
};

/** Writes that a code was asked for; one asked for earlier is worth nothing from then on. */
export const askForCode = async (
  tx: Transaction,
  organisation: string,
  link: string,
  code: { id: string; at: Instant; endsAt: Instant },
): Promise<void> => {
  await sql`update waymark.link_code set ends_at = ${code.at}::timestamptz
             where organisation_id = ${organisation} and link_id = ${link} and ends_at > ${code.at}::timestamptz`.execute(tx);
  await sql`insert into waymark.link_code (organisation_id, id, link_id, asked_at, ends_at)
            values (${organisation}, ${code.id}, ${link}, ${code.at}::timestamptz, ${code.endsAt}::timestamptz)`.execute(tx);
};

/** Keeps the digest of a code that a person was given on paper or aloud; every code before it is worth nothing from then on. */
export const giveCode = async (
  tx: Transaction,
  organisation: string,
  link: string,
  code: { id: string; at: Instant; endsAt: Instant; salt: Buffer; digest: Buffer },
): Promise<void> => {
  await askForCode(tx, organisation, link, code);
  await setCodeDigest(tx, organisation, code.id, code.salt, code.digest);
};

/** A code by its id, with the link it is of. */
export const codeOf = async (
  tx: Transaction,
  organisation: string,
  id: string,
): Promise<(StoredCode & { readonly link: string }) | undefined> => {
  const { rows } = await sql<StoredCode & { link: string }>`
    select id, link_id as link, salt, digest, asked_at as "askedAt", ends_at as "endsAt", wrong, used_at as "usedAt" from waymark.link_code
     where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  return rows[0];
};

/** Keeps the digest of a code that is about to leave. */
export const setCodeDigest = async (tx: Transaction, organisation: string, id: string, salt: Buffer, digest: Buffer): Promise<void> => {
  await sql`update waymark.link_code set salt = ${salt}, digest = ${digest} where organisation_id = ${organisation} and id = ${id}`.execute(
    tx,
  );
};

/** The newest code of a link, held until the transaction ends, so that guesses count one after another. */
export const newestCode = async (tx: Transaction, organisation: string, link: string): Promise<StoredCode | undefined> => {
  const { rows } = await sql<StoredCode>`
    select id, salt, digest, asked_at as "askedAt", ends_at as "endsAt", wrong, used_at as "usedAt" from waymark.link_code
     where organisation_id = ${organisation} and link_id = ${link} order by asked_at desc, ends_at desc limit 1 for update`.execute(tx);
  return rows[0];
};

/** One wrong try more, of the code and of its link; the link closes when they are too many. */
export const countWrong = async (
  tx: Transaction,
  organisation: string,
  link: string,
  code: string,
  at: Instant,
  most: number,
): Promise<void> => {
  await sql`update waymark.link_code set wrong = wrong + 1 where organisation_id = ${organisation} and id = ${code}`.execute(tx);
  await sql`update waymark.link set wrong_codes = wrong_codes + 1,
                   locked_at = case when wrong_codes + 1 >= ${most} then coalesce(locked_at, ${at}::timestamptz) else locked_at end
             where organisation_id = ${organisation} and id = ${link}`.execute(tx);
};

/** A code is good once. */
export const spendCode = async (tx: Transaction, organisation: string, id: string, at: Instant): Promise<void> => {
  await sql`update waymark.link_code set used_at = ${at}::timestamptz where organisation_id = ${organisation} and id = ${id}`.execute(tx);
};

/** Opens a visit. */
export const saveVisit = async (
  tx: Transaction,
  organisation: string,
  visit: { id: string; link: string; digest: Buffer; at: Instant; endsAt: Instant },
): Promise<void> => {
  await sql`insert into waymark.link_visit (organisation_id, id, link_id, digest, begun_at, ends_at)
            values (${organisation}, ${visit.id}, ${visit.link}, ${visit.digest}, ${visit.at}::timestamptz, ${visit.endsAt}::timestamptz)`.execute(
    tx,
  );
};

/** Digests of the visits of a link that have not ended. */
export const visitsOf = async (tx: Transaction, organisation: string, link: string, now: Instant): Promise<readonly Buffer[]> => {
  const { rows } = await sql<{ digest: Buffer }>`
    select digest from waymark.link_visit where organisation_id = ${organisation} and link_id = ${link} and ends_at > ${now}::timestamptz`.execute(
    tx,
  );
  return rows.map(({ digest }) => digest);
};
