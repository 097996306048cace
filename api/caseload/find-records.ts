import { sql } from 'kysely';
import type { Found } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { reachOf, visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';

const MOST = 20;
/** So many are put in order; of a single letter in a great organisation there are more, and nobody reads them. */
const COMPARED = 1_000;
/** Shorter words stand for the beginning of a name, a case or a class; longer ones may stand anywhere in it. */
const ANYWHERE = 3;
/** So long names that hardly differ are looked for. */
const NEARLY_MS = 250;
/** So few letters say little about whose name is closest: those on the register, for whom one mostly looks, come first. */
const FEW = 4;

/**
 * Pupils whose names, class or case hold each of the words, the closest name first; accents do not matter. Only those whom the actor may
 * see. Where nobody is called so, names that hardly differ are found: `Mallik` finds Malik, but `Amina` never Mina.
 */
export const pupilsFound = async (tx: Transaction, actor: Actor, today: Day, words: readonly string[]): Promise<Found['pupils']> => {
  const said = words.join(' ');
  const exact = await pupilsCalled(tx, actor, today, said, words.map(pattern));
  return exact.length > 0 ? exact : orNobody(tx, () => pupilsCalled(tx, actor, today, said, null));
};

const OVERDUE = '57014';

/**
 * What is found in the time there is; nobody where it takes longer. Words that hardly differ from nearly everybody's name make PostgreSQL
 * compare all of them, and whoever typed them looks for none of these people.
 */
const orNobody = async <T>(tx: Transaction, look: () => Promise<readonly T[]>): Promise<T[]> => {
  await sql`savepoint nearly`.execute(tx);
  await sql`select set_config('statement_timeout', ${String(NEARLY_MS)}, true)`.execute(tx);
  try {
    const found = await look();
    await sql`set local statement_timeout to default`.execute(tx);
    return [...found];
  } catch (fault) {
    if ((fault as { code?: unknown }).code !== OVERDUE) throw fault;
    await sql`rollback to savepoint nearly`.execute(tx);
    return [];
  }
};

/** The word as PostgreSQL's `like` takes it, none of its signs meaning anything. */
const literally = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`);

const pattern = (word: string): string => ([...word].length < ANYWHERE ? `% ${literally(word)}%` : `%${literally(word)}%`);

/** Pupils who match the patterns; without patterns, those whose names are nearly what was said. */
const pupilsCalled = async (tx: Transaction, actor: Actor, today: Day, said: string, patterns: readonly string[] | null) => {
  const { schools, pupils } = reachOf(actor, today);
  const few = [...said].length <= FEW;
  const { rows } = await sql<Found['pupils'][number]>`
    select pupil.id, pupil.case_ref as "caseRef", coalesce(pupil.known_as, pupil.given_name) || ' ' || pupil.surname as name, pupil.class_name as "className",
           pupil.year_group as "yearGroup", pupil.stage
      from waymark.pupil pupil
     where pupil.organisation_id = ${actor.scope.organisation} and ${visiblePupils(actor, today)}
       and pupil.id = any(array(select waymark.pupils_called(${patterns}::text[], ${said}, ${schools}, ${pupils}, ${COMPARED})))
     order by ${few} and pupil.stage = 'none', word_similarity(waymark.plain(${said}), pupil.called) desc,
           pupil.stage = 'none', pupil.surname, pupil.given_name, pupil.id
     limit ${MOST}`.execute(tx);
  return rows;
};
