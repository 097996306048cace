import { sql } from 'kysely';
import type { LinkFacts, LinkPurpose, LinkWay } from '#domain/access/link.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { Transaction } from '../database/connection.ts';

/** A link as it lies in the record, with whom it was made for and about. */
export type StoredLink = LinkFacts & {
  readonly id: string;
  readonly pupil: string;
  readonly contact: string | null;
  readonly person: string | null;
  readonly purpose: LinkPurpose;
  readonly about: string | null;
  readonly aboutWords: string;
  readonly digest: Buffer | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  /** Whether its letter reminds of one that went before. */
  readonly reminds: boolean;
  readonly wrongCodes: number;
  /** `Saima Malik`, `Saima`, and `Saima Malik, mother`. */
  readonly name: string;
  readonly givenName: string;
  readonly nameWords: string;
  readonly email: string | null;
  /** Why the link is blocked, where it is. */
  readonly why: 'restricted' | 'left' | 'pupil-left' | null;
  /** The number on the record, for a code that is read out. */
  readonly phone: string | null;
  readonly language: string | null;
  readonly jurisdiction: string;
  readonly interpreter: boolean;
  readonly child: string;
  readonly caseRef: string | null;
  readonly school: string;
  readonly schoolId: string;
  readonly telephone: string | null;
  readonly maker: string;
  readonly zone: string;
};

const LINK = sql`
  select l.id, l.pupil_id as pupil, l.contact_id as contact, l.person_id as person, l.purpose, l.way, l.about, l.about_words as "aboutWords", l.digest,
         l.made_by as "madeBy", l.made_at as "madeAt", l.reminds, l.sent_at as "sentAt", l.ends_on as "endsOn", l.answered_at as "answeredAt",
         l.withdrawn_at as "withdrawnAt", l.locked_at as "lockedAt", l.wrong_codes as "wrongCodes",
         (c.restriction is not null or w.left_on is not null or pupil.left_on is not null) as blocked,
         case when c.restriction is not null then 'restricted' when w.left_on is not null then 'left' when pupil.left_on is not null then 'pupil-left' end as why,
         coalesce(c.given_name || ' ' || c.surname, w.given_name || ' ' || w.surname) as name, coalesce(c.given_name, w.given_name) as "givenName",
         coalesce(c.given_name || ' ' || c.surname || ', ' || c.relation, w.given_name || ' ' || w.surname || coalesce(', ' || w.employer, '')) as "nameWords",
         coalesce(c.email, w.email) as email, c.phone, c.language, coalesce(c.needs_interpreter, false) as interpreter,
         coalesce(pupil.known_as, pupil.given_name) as child, pupil.case_ref as "caseRef", school.name as school, school.id as "schoolId", school.telephone,
         maker.given_name || ' ' || maker.surname as maker, house.time_zone as zone, house.jurisdiction
    from waymark.link l
    join waymark.pupil pupil on pupil.organisation_id = l.organisation_id and pupil.id = l.pupil_id
    join waymark.school school on school.organisation_id = pupil.organisation_id and school.id = pupil.school_id
    join waymark.organisation house on house.organisation_id = l.organisation_id
    join waymark.person maker on maker.organisation_id = l.organisation_id and maker.id = l.made_by
    left join waymark.contact c on c.organisation_id = l.organisation_id and c.id = l.contact_id
    left join waymark.person w on w.organisation_id = l.organisation_id and w.id = l.person_id`;

/** One link; undefined where there is none. `lock` holds it until the transaction ends. */
export const linkOf = async (tx: Transaction, organisation: string, id: string, lock = false): Promise<StoredLink | undefined> => {
  const { rows } =
    await sql<StoredLink>`${LINK} where l.organisation_id = ${organisation} and l.id = ${id} ${lock ? sql`for update of l` : sql``}`.execute(
      tx,
    );
  return rows[0];
};

/** Every link about a pupil, newest first. */
export const linksAbout = async (tx: Transaction, organisation: string, pupil: string): Promise<readonly StoredLink[]> => {
  const { rows } =
    await sql<StoredLink>`${LINK} where l.organisation_id = ${organisation} and l.pupil_id = ${pupil} order by l.made_at desc, l.id`.execute(
      tx,
    );
  return rows;
};

export type LinkToSave = {
  readonly id: string;
  readonly pupil: string;
  readonly contact: string | null;
  readonly person: string | null;
  readonly purpose: LinkPurpose;
  readonly about: string | null;
  readonly aboutWords: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly endsOn: Day;
  readonly reminds?: boolean;
  /** By e-mail where nothing is said. */
  readonly way?: LinkWay;
};

/** Writes a link that is about to be sent. False where it was written before: a request that came twice. */
export const saveLink = async (tx: Transaction, organisation: string, link: LinkToSave): Promise<boolean> => {
  const { rows } = await sql`
    insert into waymark.link (organisation_id, id, pupil_id, contact_id, person_id, purpose, about, about_words, made_by, made_at, ends_on, reminds, way)
    values (${organisation}, ${link.id}, ${link.pupil}, ${link.contact}, ${link.person}, ${link.purpose}, ${link.about}, ${link.aboutWords},
            ${link.madeBy}, ${link.madeAt}::timestamptz, ${link.endsOn}, ${link.reminds ?? false}, ${link.way ?? 'email'})
    on conflict (organisation_id, id) do nothing returning id`.execute(tx);
  return rows.length > 0;
};

/** Gives a link the digest of its secret; an earlier secret of the same link opens nothing from then on. */
export const setDigest = async (tx: Transaction, organisation: string, id: string, digest: Buffer): Promise<void> => {
  await sql`update waymark.link set digest = ${digest} where organisation_id = ${organisation} and id = ${id}`.execute(tx);
};

/** Which link a key on paper is of, in whatever organisation; undefined where it is of none. */
export const linkOfKey = async (
  tx: Transaction,
  digests: readonly Buffer[],
): Promise<{ readonly organisation: string; readonly link: string } | undefined> => {
  const { rows } = await sql<{ organisation: string; link: string }>`
    select found.organisation, found.link from unnest(${[...digests]}::bytea[]) key, waymark.letter_link(key) found limit 1`.execute(tx);
  return rows[0];
};

/** The letter has left. */
export const markLinkSent = async (tx: Transaction, organisation: string, id: string, at: Instant): Promise<void> => {
  await sql`update waymark.link set sent_at = coalesce(sent_at, ${at}::timestamptz) where organisation_id = ${organisation} and id = ${id}`.execute(
    tx,
  );
};

/** Something was answered through the link. */
export const markAnswered = async (tx: Transaction, organisation: string, id: string, at: Instant): Promise<void> => {
  await sql`update waymark.link set answered_at = ${at}::timestamptz where organisation_id = ${organisation} and id = ${id}`.execute(tx);
};

/** The link opens nothing any more, nor do visits that have begun. */
export const withdraw = async (tx: Transaction, organisation: string, id: string, by: string, at: Instant): Promise<void> => {
  await sql`update waymark.link set withdrawn_at = ${at}::timestamptz, withdrawn_by = ${by}
             where organisation_id = ${organisation} and id = ${id} and withdrawn_at is null`.execute(tx);
  await sql`delete from waymark.link_visit where organisation_id = ${organisation} and link_id = ${id}`.execute(tx);
};

/** Links of one meeting or contribution to one contact that still could open: a new one takes their place. */
export const withdrawEarlier = async (
  tx: Transaction,
  organisation: string,
  link: Pick<LinkToSave, 'about' | 'contact' | 'person' | 'purpose' | 'madeBy' | 'madeAt' | 'id'>,
): Promise<void> => {
  await sql`
    update waymark.link set withdrawn_at = ${link.madeAt}::timestamptz, withdrawn_by = ${link.madeBy}
     where organisation_id = ${organisation} and purpose = ${link.purpose} and about = ${link.about} and id <> ${link.id}
       and contact_id is not distinct from ${link.contact} and person_id is not distinct from ${link.person}
       and withdrawn_at is null and answered_at is null`.execute(tx);
};

/** Every link about one thing that still could open opens nothing any more, nor do visits that have begun. */
export const withdrawLinksAbout = async (tx: Transaction, organisation: string, about: string, by: string, at: Instant): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    select id from waymark.link where organisation_id = ${organisation} and about = ${about}::uuid and withdrawn_at is null`.execute(tx);
  for (const { id } of rows) await withdraw(tx, organisation, id, by, at);
};
