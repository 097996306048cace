import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/day.ts';
import type { CaseFacts } from '#domain/caseload/case-facts.ts';
import type { Transaction } from '../database/connection.ts';

/**
 * What the record keeps of one pupil for the caseload: nothing in it depends on the day, nor on who reads. A change of any row that it is
 * made from makes the record forget it (migration 0011).
 */
export type KeptFacts = Omit<CaseFacts, 'booked'> & {
  readonly booked: readonly { readonly at: Instant; readonly purpose: string }[];
  /** When this pupil's clocks were last counted; null where there are none. */
  readonly countedAt: Instant | null;
};

/** Facts and the edition that names them; no edition where they could not be kept because someone is changing the case just now. */
export type Edition = { readonly edition: string | null; readonly facts: KeptFacts };

/** Clocks that stand in lists: somebody has to act, or will have to. */
const OPEN_CLOCK = sql`c.state in ('running','late','excused','expected')`;

const clocks = sql`
  select json_agg(json_build_object('clock', c.rule || '~' || c.trigger_id, 'rule', c.rule, 'due', c.due_on, 'owedBy', c.owed_by, 'state', c.state,
           'on', c.shown ->> 'on', 'about', c.shown ->> 'about', 'because', c.shown ->> 'because', 'owner', c.shown -> 'owner',
           'chased', c.shown -> 'chased') order by c.due_on, c.rule)
    from waymark.clock c where c.organisation_id = mine.organisation_id and c.pupil_id = mine.id and ${OPEN_CLOCK}`;

const need = sql`
  select json_build_object('code', n.code, 'knownAs', n.known_as)
    from waymark.need n where n.organisation_id = mine.organisation_id and n.pupil_id = mine.id and n.to_day is null order by n.rank limit 1`;

const strategies = sql`
  select json_agg(l.words order by l.rank)
    from waymark.profile_line l where l.organisation_id = mine.organisation_id and l.pupil_id = mine.id and l.kind = 'strategy'`;

const lastContact = sql`
  select e.on_day from waymark.log_entry e
   where e.organisation_id = mine.organisation_id and e.pupil_id = mine.id and e.contact_id is not null and e.kind in ('call','message','visit')
   order by e.on_day desc limit 1`;

const goals = sql`
  select json_agg(json_build_object('words', g.words, 'area', g.area, 'baseline', g.baseline, 'baselineOn', g.baseline_on, 'target', g.target,
           'targetOn', g.target_on, 'state', g.state, 'metOn', g.met_on, 'points', (
             select ('[' || coalesce(string_agg('["' || m.on_day || '",' || m.value || ']', ',' order by m.on_day), '') || ']')::json
               from waymark.measurement m where m.organisation_id = g.organisation_id and m.goal_id = g.id and m.pupil_id = g.pupil_id)) order by g.rank)
    from waymark.goal g where g.organisation_id = mine.organisation_id and g.pupil_id = mine.id and g.state <> 'stopped'`;

const provision = sql`
  select json_agg(json_build_object('timesAWeek', l.times_a_week, 'groupSize', l.group_size, 'misses', l.misses, 'from', l.from_day, 'to', l.to_day,
           'lastSession', l.last_session_on, 'leaver', (
             select json_build_object('name', w.given_name || ' ' || w.surname, 'leftOn', w.left_on, 'what', l.what)
               from waymark.person w where w.organisation_id = l.organisation_id and w.id = l.person_id and w.left_on is not null)) order by l.rank)
    from waymark.provision_line l where l.organisation_id = mine.organisation_id and l.pupil_id = mine.id`;

/** The latest day of each event that a flag rests on, and how much advice was asked for and came. */
const events = sql`
  select json_build_object(
           'asked', count(*) filter (where e.kind = 'advice-requested'), 'in', count(*) filter (where e.kind = 'advice-received'),
           'marks', json_build_object(
             'phase-transfer-planned', max(e.on_day) filter (where e.kind = 'phase-transfer-planned'),
             'post16-transfer-planned', max(e.on_day) filter (where e.kind = 'post16-transfer-planned'),
             'exam-arrangements-needed', max(e.on_day) filter (where e.kind = 'exam-arrangements-needed'),
             'exam-request-sent', max(e.on_day) filter (where e.kind = 'exam-request-sent'),
             'cover-trained', max(e.on_day) filter (where e.kind = 'cover-trained')))
    from waymark.case_event e
   where e.organisation_id = mine.organisation_id and e.pupil_id = mine.id and e.withdrawn_at is null
     and e.kind in ('advice-requested','advice-received','phase-transfer-planned','post16-transfer-planned','exam-arrangements-needed','exam-request-sent','cover-trained')`;

/** Moments and not days: which day it is depends on where it is read. */
const booked = sql`
  select json_agg(json_build_object('at', m.starts_at, 'purpose', m.purpose) order by m.starts_at)
    from waymark.meeting m
   where m.organisation_id = mine.organisation_id and m.pupil_id = mine.id and m.state in ('being-booked','booked','running') and m.starts_at is not null`;

const differences = sql`
  select count(*) from waymark.plan p
    join waymark.plan_difference d on d.organisation_id = p.organisation_id and d.plan_id = p.id and d.settled_at is null
   where p.organisation_id = mine.organisation_id and p.pupil_id = mine.id`;

/** The facts of the pupils in `mine`, each reached through the indexes that lead with organisation and pupil. */
const facts = sql`json_build_object(
  'id', mine.id, 'caseRef', mine.case_ref, 'givenName', coalesce(mine.known_as, mine.given_name), 'surname', mine.surname,
  'yearGroup', mine.year_group, 'className', mine.class_name, 'stage', mine.stage, 'homeLanguage', mine.home_language,
  'attendance', mine.attendance_percent, 'reviewMonth', mine.review_month, 'need', (${need}), 'keyWorker', (
    select json_build_object('id', w.id, 'name', w.given_name || ' ' || w.surname, 'leftOn', w.left_on)
      from waymark.person w where w.organisation_id = mine.organisation_id and w.id = mine.key_worker_id),
  'clocks', coalesce((${clocks}), '[]'), 'strategies', coalesce((${strategies}), '[]'), 'lastContact', (${lastContact}),
  'goals', coalesce((${goals}), '[]'), 'provision', coalesce((${provision}), '[]'), 'events', (${events}),
  'booked', coalesce((${booked}), '[]'), 'differences', (${differences}), 'countedAt', (
    select max(c.counted_at) from waymark.clock c where c.organisation_id = mine.organisation_id and c.pupil_id = mine.id))`;

/** The statement that puts together the facts of some pupils and keeps them; exported so that a test finds every table it reads. */
export const makeFactsQuery = (organisation: string, pupils: readonly string[]) => sql<Edition>`
  with mine as materialized (
    select pupil.*, f.edition
      from waymark.pupil pupil
      join waymark.case_facts f on f.organisation_id = pupil.organisation_id and f.pupil_id = pupil.id
     where pupil.organisation_id = ${organisation} and pupil.id = any(${pupils}::uuid[])
  ), made as materialized (
    select mine.organisation_id, mine.id, mine.edition, ${facts} as facts from mine
  ), free as (
    select made.* from waymark.case_facts f
      join made on f.organisation_id = made.organisation_id and f.pupil_id = made.id and f.edition = made.edition
       for no key update of f skip locked
  ), kept as (
    update waymark.case_facts f set facts = free.facts, edition = gen_random_uuid() from free
     where f.organisation_id = free.organisation_id and f.pupil_id = free.id returning f.pupil_id, f.edition
  ), settled as (
    delete from waymark.case_change c using free
     where c.organisation_id = free.organisation_id and c.pupil_id = free.id
  )
  select kept.edition, made.facts from made left join kept on kept.pupil_id = made.id`;

/**
 * Puts together the facts of these pupils and keeps them for the next reader. One statement, so that facts, editions and the notes that it
 * takes away are of one moment; where somebody is changing a case, its facts are answered but not kept, and nobody waits for anybody.
 */
export const makeFacts = async (tx: Transaction, organisation: string, pupils: readonly string[]): Promise<readonly Edition[]> =>
  (await makeFactsQuery(organisation, pupils).execute(tx)).rows;

/** The facts that these pupils' rows keep under these editions; none for a row that has another by now. */
export const keptFacts = async (
  tx: Transaction,
  organisation: string,
  pupils: readonly string[],
  editions: readonly string[],
): Promise<readonly Edition[]> => {
  const { rows } = await sql<Edition>`
    select f.edition, f.facts from waymark.case_facts f
     where f.organisation_id = ${organisation} and f.pupil_id = any(${pupils}::uuid[]) and f.edition = any(${editions}::uuid[])
       and f.facts is not null`.execute(tx);
  return rows;
};
