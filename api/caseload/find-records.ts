import { sql } from 'kysely';
import type { Found } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';

const MOST = 20;

/**
 * Pupils whose names, class or case hold each of the words, the closest name first; accents do not matter. Only those whom the actor may
 * see. Where nobody is called so, names that hardly differ are found: `Mallik` finds Malik, but `Amina` never Mina.
 */
export const pupilsFound = async (tx: Transaction, actor: Actor, today: Day, words: readonly string[]): Promise<Found['pupils']> => {
  const exact = await pupilsLike(tx, actor, today, words, 'each word');
  return exact.length > 0 ? exact : pupilsLike(tx, actor, today, words, 'much the same');
};

const pupilsLike = async (tx: Transaction, actor: Actor, today: Day, words: readonly string[], how: 'each word' | 'much the same') => {
  const plain = sql`lower(unaccent(pupil.given_name || ' ' || coalesce(pupil.known_as, '') || ' ' || pupil.surname))`;
  const whole = sql`${plain} || ' ' || lower(coalesce(pupil.case_ref, '')) || ' ' || lower(replace(coalesce(pupil.class_name, ''), ' ', ''))`;
  const said = words.join(' ');
  const each = sql`(select bool_and(strpos(${whole}, lower(unaccent(word))) > 0) from unnest(${words}::text[]) word)`;
  const alike = sql`word_similarity(lower(unaccent(${said})), ${plain}) > 0.6`;
  const { rows } = await sql<Found['pupils'][number]>`
    select pupil.id, pupil.case_ref as "caseRef", coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname as name, pupil.class_name as "className",
           pupil.year_group as "yearGroup", pupil.stage
      from waymark.pupil pupil
     where pupil.organisation_id = ${actor.scope.organisation} and pupil.left_on is null and ${visiblePupils(actor, today)}
       and ${how === 'each word' ? each : alike}
     order by word_similarity(lower(unaccent(${said})), ${plain}) desc, pupil.stage = 'none', pupil.surname, pupil.given_name, pupil.id
     limit ${MOST}`.execute(tx);
  return rows;
};
