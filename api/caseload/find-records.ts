import { type RawBuilder, sql } from 'kysely';
import type { Found } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';

const MOST = 20;
/** So many are put in order; of a single letter in a great organisation there are more, and nobody reads them. */
const COMPARED = 1_000;
/** Shorter words stand for the beginning of a name, a case or a class; longer ones may stand anywhere in it. */
const ANYWHERE = 3;

/**
 * Pupils whose names, class or case hold each of the words, the closest name first; accents do not matter. Only those whom the actor may
 * see. Where nobody is called so, names that hardly differ are found: `Mallik` finds Malik, but `Amina` never Mina.
 */
export const pupilsFound = async (tx: Transaction, actor: Actor, today: Day, words: readonly string[]): Promise<Found['pupils']> => {
  const said = words.join(' ');
  const exact = await pupilsLike(tx, actor, today, said, sql.join(words.map(holds), sql` and `));
  return exact.length > 0 ? exact : pupilsLike(tx, actor, today, said, sql`waymark.plain(${said}) <% pupil.found_by`);
};

/** The word as PostgreSQL's `like` takes it, none of its signs meaning anything. */
const literally = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`);

const holds = (word: string): RawBuilder<unknown> =>
  [...word].length < ANYWHERE
    ? sql`' ' || pupil.found_by like waymark.plain(${`% ${literally(word)}%`})`
    : sql`pupil.found_by like waymark.plain(${`%${literally(word)}%`})`;

const pupilsLike = async (tx: Transaction, actor: Actor, today: Day, said: string, condition: RawBuilder<unknown>) => {
  const { rows } = await sql<Found['pupils'][number]>`
    select pupil.id, pupil.case_ref as "caseRef", coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname as name, pupil.class_name as "className",
           pupil.year_group as "yearGroup", pupil.stage
      from (select * from waymark.pupil pupil
             where pupil.organisation_id = ${actor.scope.organisation} and pupil.left_on is null and ${visiblePupils(actor, today)} and ${condition}
             limit ${COMPARED}) pupil
     order by word_similarity(waymark.plain(${said}), waymark.plain(pupil.given_name || ' ' || coalesce(pupil.known_as, '') || ' ' || pupil.surname)) desc,
           pupil.stage = 'none', pupil.surname, pupil.given_name, pupil.id
     limit ${MOST}`.execute(tx);
  return rows;
};
