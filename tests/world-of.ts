import { randomUUID } from 'node:crypto';
import type { Casework } from '#api/casework.ts';
import { casework } from '#api/compose.ts';
import type { Gateway } from '#api/graph/gateway.ts';
import type { Clock, Log, Parts } from '#api/parts.ts';
import type { Actor, Door, Relation, Role, Scope } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import type { Clone } from './clone.ts';
import { noGraph } from './no-graph.ts';

/** A clock that stands still until it is set. */
export type SettableClock = Clock & { set(at: Instant | `${string}Z`): void };

export type WorldOptions = {
  readonly jurisdiction?: 'england' | 'us-federal' | 'us-tx' | 'us-ca';
  readonly timeZone?: string;
  /** The gateway to Microsoft 365, or how to open one over this world's record; without one, every call is refused as unreachable. */
  readonly graph?: Gateway | ((database: Clone['database'], log: Log) => Gateway);
  /** The organisation's id, where it must be that of a local tenant; else a new one. */
  readonly organisation?: string;
  /** When it is; Monday 23 November 2026, nine o'clock, unless said otherwise. */
  readonly now?: `${string}Z`;
};

/** What may be said of a pupil who is put on roll; the rest is made up. */
export type PupilOnRoll = {
  readonly givenName?: string;
  readonly surname?: string;
  readonly caseRef?: string | null;
  readonly birthday?: string;
  readonly yearGroup?: number;
  readonly className?: string;
  readonly stage?: 'none' | 'monitoring' | 'support' | 'assessment' | 'plan';
  readonly keyWorker?: string;
  readonly school?: string;
  readonly leftOn?: string;
};

export type Standing = { readonly pupil: string; readonly relation: Relation; readonly from?: Day; readonly to?: Day };

export type World = {
  readonly parts: Parts;
  readonly database: Clone['database'];
  readonly casework: Casework;
  readonly organisation: string;
  readonly school: string;
  readonly scope: Scope;
  readonly clock: SettableClock;
  readonly today: Day;
  /** Faults and warnings that were logged, in order. */
  readonly logged: readonly { readonly level: string; readonly fields: Record<string, unknown>; readonly words: string }[];
  /** A new member of staff with this role at the school and, where given, these standings to pupils. */
  actorFor(role: Role, ...standings: readonly Standing[]): Promise<Actor>;
  /** Puts a pupil on roll; answers the pupil's id. */
  enrol(pupil?: PupilOnRoll): Promise<string>;
  /** Opens a further school of the organisation; answers its id. */
  openSchool(name?: string): Promise<string>;
  /** SQL as the tables' owner, above the walls. */
  readonly sql: Clone['sql'];
  readonly url: string;
  /** There is nothing to do: the file's database goes when its tests are done, whoever closes first. */
  close(): Promise<void>;
};

const clockAt = (start: string): SettableClock => {
  let at = start as Instant;
  return {
    now: () => at,
    today: (zone) => dayIn(zone, at),
    set: (next) => {
      at = next as Instant;
    },
  };
};

const recorder = () => {
  const logged: { level: string; fields: Record<string, unknown>; words: string }[] = [];
  const at = (level: string) => (fields: Record<string, unknown>, words: string) => void logged.push({ level, fields, words });
  return { logged, log: { info: at('info'), warn: at('warn'), error: at('error') } };
};

let cases = 4000;

/** A new organisation with one school, in a clone that others may share. */
export const worldOf = async (clone: Clone, options: WorldOptions = {}): Promise<World> => {
  const { sql, database } = clone;
  const [organisation, school] = [options.organisation ?? randomUUID(), randomUUID()];
  const { jurisdiction = 'england', timeZone = 'Europe/London', now = '2026-11-23T09:00:00.000Z' } = options;
  await sql('insert into waymark.organisation (organisation_id, name, jurisdiction, time_zone) values ($1, $2, $3, $4)', [
    organisation,
    'Hollin Bank School',
    jurisdiction,
    timeZone,
  ]);
  const openSchool = async (name = 'Hollin Bank School', id: string = randomUUID()): Promise<string> => {
    await sql('insert into waymark.school (organisation_id, id, name) values ($1, $2, $3)', [organisation, id, name]);
    return id;
  };
  await openSchool('Hollin Bank School', school);

  const clock = clockAt(now);
  const { logged, log } = recorder();
  const graph = typeof options.graph === 'function' ? options.graph(database, log) : (options.graph ?? noGraph);
  const parts: Parts = { database, graph, clock, ids: { next: randomUUID }, log, origin: 'https://waymark.example' };
  const scope: Scope = { organisation, schools: [school] };

  const actorFor = async (role: Role, ...standings: readonly Standing[]): Promise<Actor> => {
    const person = randomUUID();
    const surname = `${role[0]?.toUpperCase()}${role.slice(1)}`;
    await sql(
      'insert into waymark.person (organisation_id, id, entra_id, given_name, surname, email, job_title) values ($1, $2, $3, $4, $5, $6, $7)',
      [organisation, person, randomUUID(), 'Sam', surname, `${person}@hollinbank.example`, role],
    );
    await sql(
      "insert into waymark.role_grant (organisation_id, person_id, school_id, role, from_day) values ($1, $2, $3, $4, '2020-01-01')",
      [organisation, person, school, role],
    );
    for (const { pupil, relation, from = '2020-01-01', to = null } of standings)
      await sql(
        'insert into waymark.team_member (organisation_id, id, pupil_id, person_id, relation, from_day, to_day) values ($1, $2, $3, $4, $5, $6, $7)',
        [organisation, randomUUID(), pupil, person, relation, from, to],
      );
    return { person, name: `Sam ${surname}`, roles: [role], scope, door: 'tab' satisfies Door, timeZone };
  };

  const enrol = async (pupil: PupilOnRoll = {}): Promise<string> => {
    const id = randomUUID();
    cases += 1;
    const {
      givenName = 'Robin',
      surname = 'Ashby',
      birthday = '2016-02-14',
      yearGroup = 5,
      className = '5 Elm',
      stage = 'support',
    } = pupil;
    const caseRef = pupil.caseRef === undefined ? `WM-${cases}` : pupil.caseRef;
    await sql(
      `insert into waymark.pupil (organisation_id, id, school_id, case_ref, given_name, surname, birthday, year_group, class_name, stage, key_worker_id, left_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        organisation,
        id,
        pupil.school ?? school,
        caseRef,
        givenName,
        surname,
        birthday,
        yearGroup,
        className,
        stage,
        pupil.keyWorker ?? null,
        pupil.leftOn ?? null,
      ],
    );
    return id;
  };

  return {
    parts,
    database,
    casework: casework(parts),
    organisation,
    school,
    scope,
    clock,
    today: clock.today(timeZone),
    logged,
    actorFor,
    enrol,
    openSchool,
    sql,
    url: clone.url,
    close: async () => undefined,
  };
};
