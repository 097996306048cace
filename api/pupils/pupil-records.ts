import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { ClockFact, GoalFact } from '#domain/caseload/case-facts.ts';
import type { RequestPurpose } from '#domain/contributions/purpose.ts';
import type { Stage } from '#domain/pupils/stage-words.ts';
import type { LogFact } from '#domain/pupils/timeline.ts';
import type { ProfileSort } from '#domain/record/kinds/profile-line.ts';
import type { Transaction } from '../database/connection.ts';
import { absenceJson, type StoredAbsence } from './absence-records.ts';

/** A case as it lies in the record, whole; days as text, moments as PostgreSQL writes them in JSON. */
export type StoredCase = {
  readonly id: string;
  readonly school: string;
  readonly caseRef: string | null;
  readonly givenName: string;
  readonly surname: string;
  readonly yearGroup: number | null;
  readonly className: string | null;
  readonly birthday: Day | null;
  readonly stage: Stage;
  readonly stageSince: Day | null;
  readonly leftOn: Day | null;
  readonly keyWorker: string | null;
  readonly profile: readonly { readonly kind: ProfileSort; readonly words: string }[];
  readonly needs: readonly {
    readonly id: string;
    readonly rank: number;
    readonly code: string;
    readonly knownAs: string | null;
    readonly area: string | null;
    readonly words: string;
    readonly source: string | null;
  }[];
  readonly clocks: readonly ClockFact[];
  readonly goals: readonly (GoalFact & {
    readonly id: string;
    readonly measure: string | null;
    readonly unit: string | null;
    readonly criterion: string | null;
    readonly improves: 'up' | 'down';
    readonly version: number;
    readonly lastBy: string | null;
  })[];
  readonly provision: readonly {
    readonly id: string;
    readonly what: string;
    readonly who: string | null;
    readonly minutes: number | null;
    readonly timesAWeek: number | null;
    readonly groupSize: number | null;
    readonly place: string | null;
    readonly from: Day | null;
    readonly to: Day | null;
    readonly lastSession: Day | null;
  }[];
  readonly plans: readonly {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly version: number;
    readonly madeOn: Day;
    readonly webUrl: string | null;
    readonly differences: number;
    readonly documentId: string | null;
  }[];
  readonly meetings: readonly { readonly id: string; readonly purpose: string; readonly state: string; readonly startsAt: string | null }[];
  /** Days on which the case says that parents were met, whether or not the meeting was booked here. */
  readonly metOn: readonly Day[];
  readonly contacts: readonly {
    readonly id: string;
    readonly name: string;
    readonly relation: string;
    readonly responsibility: boolean;
    readonly phone: string | null;
    readonly language: string | null;
    readonly needsInterpreter: boolean;
    readonly prefers: string | null;
    readonly restriction: string | null;
    readonly restrictedOn: Day | null;
    readonly lastSpoken: Day | null;
  }[];
  readonly documents: readonly {
    readonly id: string;
    readonly name: string;
    readonly from: string | null;
    readonly filedOn: Day | null;
    readonly webUrl: string | null;
  }[];
  readonly absence: StoredAbsence;
  readonly team: readonly { readonly id: string; readonly name: string; readonly words: string }[];
  readonly log: readonly LogFact[];
  readonly events: readonly { readonly id: string; readonly kind: string; readonly on: Day; readonly about: string | null }[];
  readonly contributions: readonly {
    readonly id: string;
    readonly askedOf: string;
    readonly kind: string;
    readonly forWhat: string | null;
    readonly receivedOn: Day;
  }[];
  readonly requests: readonly {
    readonly id: string;
    readonly purpose: RequestPurpose;
    readonly on: Day;
    readonly at: string;
    readonly by: string;
    readonly people: number;
  }[];
  readonly actions: readonly { readonly id: string; readonly words: string; readonly doneOn: Day; readonly by: string | null }[];
};

const of = (table: string) =>
  sql`${sql.ref(`${table}.organisation_id`)} = pupil.organisation_id and ${sql.ref(`${table}.pupil_id`)} = pupil.id`;

/** Everything of one case in one read; the words of restricted notes are left where they lie. Undefined where there is no such pupil. */
export const caseOf = async (tx: Transaction, actor: Actor, pupil: string, today: Day): Promise<StoredCase | undefined> => {
  const list = (inner: unknown) => sql`coalesce((${inner}), '[]'::json)`;
  const { rows } = await sql<{ found: StoredCase }>`
    select json_build_object(
      'id', pupil.id, 'school', pupil.school_id, 'caseRef', pupil.case_ref, 'givenName', coalesce(pupil.known_as, pupil.given_name), 'surname', pupil.surname,
      'yearGroup', pupil.year_group, 'className', pupil.class_name, 'birthday', pupil.birthday, 'stage', pupil.stage, 'stageSince', pupil.stage_since,
      'leftOn', pupil.left_on, 'keyWorker', pupil.key_worker_id,
      'profile', ${list(sql`select json_agg(json_build_object('kind', l.kind, 'words', l.words) order by l.kind, l.rank) from waymark.profile_line l where ${of('l')}`)},
      'needs', ${list(sql`select json_agg(json_build_object('id', n.id, 'rank', n.rank, 'code', n.code, 'knownAs', n.known_as, 'area', n.area, 'words', n.description, 'source', n.source) order by n.rank)
          from waymark.need n where ${of('n')} and n.to_day is null`)},
      'clocks', ${list(sql`select json_agg(json_build_object('clock', c.rule || '~' || c.trigger_id, 'rule', c.rule, 'due', c.due_on, 'owedBy', c.owed_by, 'state', c.state, 'on', c.shown ->> 'on',
          'about', c.shown ->> 'about', 'because', c.shown ->> 'because', 'owner', c.shown -> 'owner', 'chased', c.shown -> 'chased') order by c.due_on, c.rule)
          from waymark.clock c where ${of('c')} and c.state in ('running','late','excused','expected')`)},
      'goals', ${list(sql`select json_agg(json_build_object('id', g.id, 'words', g.words, 'area', g.area, 'measure', g.measure, 'unit', g.unit, 'baseline', g.baseline, 'baselineOn', g.baseline_on, 'criterion', g.criterion,
          'target', g.target, 'targetOn', g.target_on, 'improves', g.improves, 'state', g.state, 'metOn', g.met_on, 'version', g.version,
          'lastBy', (select w.given_name || ' ' || w.surname from waymark.measurement m join waymark.person w on w.organisation_id = m.organisation_id and w.id = m.by_person
                      where m.organisation_id = g.organisation_id and m.goal_id = g.id order by m.on_day desc limit 1),
          'points', (select coalesce(json_agg(json_build_array(m.on_day, m.value) order by m.on_day), '[]') from waymark.measurement m
                      where m.organisation_id = g.organisation_id and m.goal_id = g.id)) order by g.rank) from waymark.goal g where ${of('g')}`)},
      'provision', ${list(sql`select json_agg(json_build_object('id', l.id, 'what', l.what, 'who', coalesce(l.who, w.given_name || ' ' || w.surname), 'minutes', l.minutes, 'timesAWeek', l.times_a_week,
          'groupSize', l.group_size, 'place', l.place, 'from', l.from_day, 'to', l.to_day, 'lastSession', l.last_session_on) order by l.rank)
          from waymark.provision_line l left join waymark.person w on w.organisation_id = l.organisation_id and w.id = l.person_id where ${of('l')}`)},
      'plans', ${list(sql`select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'state', p.state, 'version', p.current_version, 'madeOn', (coalesce(v.made_at, p.created_at) at time zone ${actor.timeZone})::date,
          'webUrl', d.web_url, 'documentId', v.document_id,
          'differences', (select count(*) from waymark.plan_difference x where x.organisation_id = p.organisation_id and x.plan_id = p.id and x.settled_at is null)) order by p.created_at desc)
          from waymark.plan p
          left join waymark.plan_version v on v.organisation_id = p.organisation_id and v.plan_id = p.id and v.version = p.current_version
          left join waymark.document d on d.organisation_id = v.organisation_id and d.id = v.document_id where ${of('p')}`)},
      'meetings', ${list(sql`select json_agg(json_build_object('id', m.id, 'purpose', m.purpose, 'state', m.state, 'startsAt', m.starts_at) order by m.starts_at desc nulls first)
          from waymark.meeting m where ${of('m')} and m.state <> 'cancelled'`)},
      'metOn', ${list(sql`select json_agg(distinct e.on_day order by e.on_day desc) from waymark.case_event e
          where ${of('e')} and e.kind in ('support-meeting-held', 'review-meeting-held') and e.withdrawn_at is null`)},
      'contacts', ${list(sql`select json_agg(json_build_object('id', c.id, 'name', c.given_name || ' ' || c.surname, 'relation', c.relation, 'responsibility', c.parental_responsibility, 'phone', c.phone,
          'language', c.language, 'needsInterpreter', c.needs_interpreter, 'prefers', c.prefers, 'restriction', c.restriction, 'restrictedOn', c.restricted_on,
          'lastSpoken', (select max(e.on_day) from waymark.log_entry e where e.organisation_id = c.organisation_id and e.pupil_id = c.pupil_id and e.contact_id = c.id))
          order by c.restriction is null, c.parental_responsibility desc, c.surname, c.given_name) from waymark.contact c where ${of('c')}`)},
      'documents', ${list(sql`select json_agg(json_build_object('id', d.id, 'name', d.name, 'from', d.from_whom, 'filedOn', d.filed_on, 'webUrl', d.web_url) order by d.filed_on desc nulls last, d.name)
          from waymark.document d where ${of('d')}`)},
      'absence', ${absenceJson(actor.timeZone)},
      'team', ${list(sql`select json_agg(json_build_object('id', person.id, 'name', person.given_name || ' ' || person.surname, 'words', around.words) order by around.rank, person.surname)
          from (select distinct on (person_id) person_id, words, rank from (
            select m.person_id, coalesce(m.role_words, m.relation) as words, 2 as rank from waymark.team_member m where ${of('m')} and m.from_day <= ${today}::date and (m.to_day is null or m.to_day >= ${today}::date)
            union all select pupil.key_worker_id, 'key worker', 1 where pupil.key_worker_id is not null
            union all select t.person_id, 'teaches ' || c.name, 3 from waymark.class_pupil cp
              join waymark.class c on c.organisation_id = cp.organisation_id and c.id = cp.class_id
              join waymark.class_teacher t on t.organisation_id = c.organisation_id and t.class_id = c.id and t.from_day <= ${today}::date and (t.to_day is null or t.to_day >= ${today}::date)
             where ${of('cp')} and cp.from_day <= ${today}::date and (cp.to_day is null or cp.to_day >= ${today}::date)) everyone order by person_id, rank) around
          join waymark.person person on person.organisation_id = pupil.organisation_id and person.id = around.person_id`)},
      'log', ${list(sql`select json_agg(json_build_object('id', e.id, 'on', e.on_day, 'at', e.at, 'kind', e.kind, 'words', case when e.kind = 'restricted-note' then null else e.words end,
          'with', coalesce(c.given_name || ' ' || c.surname || ', ' || c.relation, e.with_whom), 'minutes', e.minutes, 'by', coalesce(e.by_words, w.given_name || ' ' || w.surname),
          'openTo', coalesce(cardinality(e.open_to), 0), 'openToReader', coalesce(${actor.person}::uuid = any(e.open_to), false)))
          from waymark.log_entry e
          left join waymark.contact c on c.organisation_id = e.organisation_id and c.id = e.contact_id
          left join waymark.person w on w.organisation_id = e.organisation_id and w.id = e.by_person where ${of('e')}`)},
      'events', ${list(sql`select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'on', e.on_day, 'about', coalesce(e.details ->> 'said', e.details ->> 'about'))) from waymark.case_event e
          where ${of('e')} and e.withdrawn_at is null and e.on_day <= ${today}::date
            and not exists (select from waymark.consent k where k.organisation_id = e.organisation_id and k.id = e.entry_id)`)},
      'contributions', ${list(sql`select json_agg(json_build_object('id', c.id, 'askedOf', c.asked_of, 'kind', c.kind, 'forWhat', c.for_what, 'receivedOn', c.received_on)) from waymark.contribution c
          where ${of('c')} and c.received_on is not null`)},
      'requests', ${list(sql`select json_agg(json_build_object('id', r.id, 'purpose', r.purpose, 'at', r.asked_at, 'on', (r.asked_at at time zone o.time_zone)::date, 'by', w.given_name || ' ' || w.surname, 'people',
            (select count(*) from waymark.contribution_asked a where a.organisation_id = r.organisation_id and a.request_id = r.id)))
          from waymark.contribution_request r join waymark.person w on w.organisation_id = r.organisation_id and w.id = r.asked_by
            join waymark.organisation o on o.organisation_id = r.organisation_id
         where ${of('r')} and r.state <> 'withdrawn'`)},
      'actions', ${list(sql`select json_agg(json_build_object('id', a.id, 'words', a.words, 'doneOn', a.done_on, 'by', coalesce(a.owner_name, w.given_name || ' ' || w.surname))) from waymark.action a
          left join waymark.person w on w.organisation_id = a.organisation_id and w.id = a.done_by where ${of('a')} and a.done_on is not null`)}
    ) as found
    from waymark.pupil pupil where pupil.organisation_id = ${actor.scope.organisation} and pupil.id = ${pupil}::uuid`.execute(tx);
  return rows[0]?.found;
};
