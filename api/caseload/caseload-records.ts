import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { CaseFacts } from '#domain/caseload/case-facts.ts';
import { visiblePupils } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';

/** The register as one reader may see it, with each school's calendar. */
export type Register = {
  readonly cases: readonly (CaseFacts & { readonly school: string })[];
  readonly calendars: readonly { readonly school: string; readonly facts: unknown }[];
  readonly countedAt: Instant | null;
};

/** Clocks that stand in lists: somebody has to act, or will have to. */
const OPEN_CLOCK = sql`state in ('running','late','excused','expected')`;

/**
 * Everyone on the support register whom the actor may see today, with the facts that flags and order are made of. One statement: the
 * pupils are chosen once, and each pupil's facts are reached through the indexes that lead with organisation and pupil, so that its cost
 * follows the caseload and neither the size of the school nor what the planner happens to know of it.
 */
export const registerOf = async (tx: Transaction, actor: Actor, today: Day): Promise<Register> => {
  const { rows } = await sql<{ register: Register }>`${registerQuery(actor, today)}`.execute(tx);
  return rows[0]!.register;
};

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
               from waymark.measurement m where m.organisation_id = g.organisation_id and m.goal_id = g.id)) order by g.rank)
    from waymark.goal g where g.organisation_id = mine.organisation_id and g.pupil_id = mine.id and g.state <> 'stopped'`;

const provision = sql`
  select json_agg(json_build_object('timesAWeek', l.times_a_week, 'groupSize', l.group_size, 'misses', l.misses, 'from', l.from_day, 'to', l.to_day,
           'lastSession', l.last_session_on))
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

const booked = (timeZone: string) => sql`
  select json_agg(json_build_object('on', (m.starts_at at time zone ${timeZone})::date, 'purpose', m.purpose) order by m.starts_at)
    from waymark.meeting m
   where m.organisation_id = mine.organisation_id and m.pupil_id = mine.id and m.state in ('being-booked','booked','running') and m.starts_at is not null`;

const differences = sql`
  select count(*) from waymark.plan p
    join waymark.plan_difference d on d.organisation_id = p.organisation_id and d.plan_id = p.id and d.settled_at is null
   where p.organisation_id = mine.organisation_id and p.pupil_id = mine.id`;

/** The statement itself; the benchmark runs it bare beside the deed. */
export const registerQuery = (actor: Actor, today: Day) => {
  const organisation = actor.scope.organisation;
  return sql`
  with mine as materialized (
    select pupil.* from waymark.pupil pupil
     where pupil.organisation_id = ${organisation} and pupil.stage <> 'none' and pupil.left_on is null and ${visiblePupils(actor, today)}
  )
  select json_build_object(
    'cases', coalesce((select json_agg(json_build_object(
        'id', mine.id, 'school', mine.school_id, 'caseRef', mine.case_ref, 'givenName', coalesce(mine.known_as, mine.given_name), 'surname', mine.surname,
        'yearGroup', mine.year_group, 'className', mine.class_name, 'stage', mine.stage, 'homeLanguage', mine.home_language,
        'attendance', mine.attendance_percent, 'need', (${need}), 'keyWorker', (
          select json_build_object('id', w.id, 'name', w.given_name || ' ' || w.surname)
            from waymark.person w where w.organisation_id = mine.organisation_id and w.id = mine.key_worker_id),
        'clocks', coalesce((${clocks}), '[]'), 'strategies', coalesce((${strategies}), '[]'), 'lastContact', (${lastContact}),
        'goals', coalesce((${goals}), '[]'), 'provision', coalesce((${provision}), '[]'), 'events', (${events}),
        'booked', coalesce((${booked(actor.timeZone)}), '[]'), 'differences', (${differences})))
      from mine), '[]'),
    'calendars', (select json_agg(json_build_object('school', s.id, 'facts', s.calendar)) from waymark.school s
                   where s.organisation_id = ${organisation} and s.id = any(${actor.scope.schools}::uuid[])),
    'countedAt', (select max(c.counted_at) from waymark.clock c where c.organisation_id = ${organisation} and c.pupil_id in (select id from mine))
  ) as register`;
};
