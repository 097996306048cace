import { sql } from 'kysely';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { LetterLanguage } from '#domain/letters/language.ts';
import type { Letter, LetterKind } from '#domain/letters/letter.ts';
import type { Transaction } from '../database/connection.ts';

export type LetterRow = {
  readonly id: string;
  readonly pupil: string;
  readonly kind: LetterKind;
  readonly reader: 'family' | 'learner' | 'authority';
  readonly contact: string | null;
  readonly addressee: string;
  readonly language: LetterLanguage;
  readonly about: string | null;
  readonly interpreter: boolean | null;
  readonly own: Readonly<Record<string, string>>;
  readonly letter: Letter | null;
  readonly name: string;
  readonly dated: Day;
  readonly by: string;
  readonly madeAt: Instant;
  readonly givenOn: Day | null;
  readonly givenHow: 'link' | 'post' | 'hand' | null;
  readonly version: number;
  readonly email: string | null;
  readonly restricted: boolean;
  readonly driveId: string | null;
  readonly itemId: string | null;
  readonly eTag: string | null;
  readonly webUrl: string | null;
};

const SELECT = sql`
  select l.id, l.pupil_id as pupil, l.kind, l.reader, l.contact_id as contact, l.addressee, l.language, l.about, l.interpreter, l.own, l.letter, l.name,
         l.dated, coalesce(w.given_name || ' ' || w.surname, '') as by, l.made_at as "madeAt", l.given_on as "givenOn", l.given_how as "givenHow", l.version,
         c.email, coalesce(c.restriction is not null, false) as restricted,
         d.drive_id as "driveId", d.item_id as "itemId", d.etag as "eTag", d.web_url as "webUrl"
    from waymark.letter l
    left join waymark.person w on w.organisation_id = l.organisation_id and w.id = coalesce(l.changed_by, l.made_by)
    left join waymark.contact c on c.organisation_id = l.organisation_id and c.id = l.contact_id
    left join waymark.document d on d.organisation_id = l.organisation_id and d.id = l.document_id`;

/** One letter; undefined where there is none. `lock` holds it until the transaction ends. */
export const letterRow = async (tx: Transaction, organisation: string, id: string, lock = false): Promise<LetterRow | undefined> => {
  const { rows } = await sql<LetterRow>`
    ${SELECT} where l.organisation_id = ${organisation} and l.id = ${id}::uuid ${lock ? sql`for update of l` : sql``}`.execute(tx);
  return rows[0];
};

/** Letters of a pupil that were filed, the newest first. */
export const lettersOf = async (tx: Transaction, organisation: string, pupil: string): Promise<readonly LetterRow[]> => {
  const { rows } = await sql<LetterRow>`
    ${SELECT} where l.organisation_id = ${organisation} and l.pupil_id = ${pupil}::uuid and l.letter is not null order by l.made_at desc, l.id`.execute(
    tx,
  );
  return rows;
};

export type LetterToReserve = Pick<
  LetterRow,
  'id' | 'pupil' | 'kind' | 'reader' | 'contact' | 'addressee' | 'language' | 'about' | 'interpreter' | 'own' | 'dated' | 'madeAt'
> & { readonly by: string; readonly stem: string };

/**
 * Keeps a place for a letter before its document is written, so that a request that comes again files the same one. A second letter of one
 * kind on one day has a number behind its name. Answers the name.
 */
export const reserveLetter = async (tx: Transaction, organisation: string, letter: LetterToReserve): Promise<string> => {
  const { rows: before } = await sql<{ name: string }>`
    select name from waymark.letter where organisation_id = ${organisation} and id = ${letter.id}::uuid`.execute(tx);
  if (before[0]) return before[0].name;
  await sql`select 1 from waymark.pupil where organisation_id = ${organisation} and id = ${letter.pupil}::uuid for update`.execute(tx);
  const { rows } = await sql<{ name: string }>`
    insert into waymark.letter (organisation_id, id, pupil_id, kind, reader, contact_id, addressee, language, about, interpreter, own, dated, made_by, made_at, name)
    select ${organisation}, ${letter.id}, ${letter.pupil}, ${letter.kind}, ${letter.reader}, ${letter.contact}, ${letter.addressee}, ${letter.language},
           ${letter.about}, ${letter.interpreter}, ${JSON.stringify(letter.own)}::jsonb, ${letter.dated}, ${letter.by}, ${letter.madeAt}::timestamptz,
           ${letter.stem} || case when count(*) = 0 then '' else ' ' || (count(*) + 1) end || '.docx'
      from waymark.letter l
     where l.organisation_id = ${organisation} and l.pupil_id = ${letter.pupil} and l.kind = ${letter.kind} and l.dated = ${letter.dated}
    returning name`.execute(tx);
  return rows[0]?.name ?? `${letter.stem}.docx`;
};

/** Writes down what was printed, and where it lies. */
export const fileReserved = async (tx: Transaction, organisation: string, id: string, letter: Letter, document: string): Promise<void> => {
  await sql`
    update waymark.letter set letter = ${JSON.stringify(letter)}::jsonb, document_id = ${document}
     where organisation_id = ${organisation} and id = ${id} and letter is null`.execute(tx);
};

type Rewritten = Pick<LetterRow, 'id' | 'own' | 'interpreter'> & { readonly letter: Letter; readonly by: string; readonly at: Instant };

/** Puts other words into a filed letter. */
export const rewriteLetter = async (
  tx: Transaction,
  organisation: string,
  { id, own, interpreter, letter, by, at }: Rewritten,
): Promise<void> => {
  await sql`
    update waymark.letter set own = ${JSON.stringify(own)}::jsonb, interpreter = ${interpreter}, letter = ${JSON.stringify(letter)}::jsonb,
           changed_by = ${by}, changed_at = ${at}::timestamptz, version = version + 1
     where organisation_id = ${organisation} and id = ${id}`.execute(tx);
};

/** Notes that a letter has gone. False where that was noted before. */
export const markGiven = async (
  tx: Transaction,
  organisation: string,
  { id, how, on, by }: { id: string; how: 'link' | 'post' | 'hand'; on: Day; by: string },
): Promise<boolean> => {
  const { rows } = await sql`
    update waymark.letter set given_on = ${on}, given_how = ${how}, given_by = ${by}, version = version + 1
     where organisation_id = ${organisation} and id = ${id} and (given_on is null or given_how is distinct from ${how} or given_on <> ${on}) returning id`.execute(
    tx,
  );
  return rows.length > 0;
};

export type LanguageReview = { readonly language: LetterLanguage; readonly by: string; readonly on: Day; readonly phrases: string };

/** The languages whose phrases were checked, and what was checked. */
export const languageReviews = async (tx: Transaction, organisation: string): Promise<readonly LanguageReview[]> => {
  const { rows } = await sql<LanguageReview>`
    select language, reviewed_by as by, reviewed_on as "on", phrases from waymark.language_review where organisation_id = ${organisation}`.execute(
    tx,
  );
  return rows;
};

/** Writes down who checked the phrases of a language. */
export const saveReview = async (
  tx: Transaction,
  organisation: string,
  review: LanguageReview & { recordedBy: string; at: Instant },
): Promise<void> => {
  await sql`
    insert into waymark.language_review (organisation_id, language, reviewed_by, reviewed_on, phrases, recorded_by, recorded_at)
    values (${organisation}, ${review.language}, ${review.by}, ${review.on}, ${review.phrases}, ${review.recordedBy}, ${review.at}::timestamptz)
    on conflict (organisation_id, language) do update set reviewed_by = excluded.reviewed_by, reviewed_on = excluded.reviewed_on,
      phrases = excluded.phrases, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`.execute(tx);
};

/** Takes such a mark back. */
export const forgetReview = async (tx: Transaction, organisation: string, language: string): Promise<void> => {
  await sql`delete from waymark.language_review where organisation_id = ${organisation} and language = ${language}`.execute(tx);
};
