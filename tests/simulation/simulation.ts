import { setTimeout as wait } from 'node:timers/promises';
import { tasks } from '#api/tasks.ts';
import { TENANT_ID } from '#tests/builders/tenant-school.ts';
import { chanceFrom } from './chance.ts';
import { aPersonAtWork, type Diary, type Done } from './people.ts';
import { aSimulatedSchool, type SimulatedSchool } from './simulated-school.ts';
import { weather } from './weather.ts';

/** How a run went: what was done, and every way in which what must hold did not. */
export type Run = {
  readonly deeds: number;
  readonly accepted: number;
  readonly troubles: number;
  /** Milliseconds that the longest press took. */
  readonly longest: number;
  readonly broken: readonly string[];
};

const PEOPLE = 3;
/** Long enough for a job that was under way in a silence to give up and be done again. */
const SETTLES_WITHIN = 150_000;

/** Lets people work through bad weather for so long, then lets everything settle and holds it against the model. */
export const simulate = async (seed: number, milliseconds: number, long: boolean): Promise<Run> => {
  const school = await aSimulatedSchool();
  const diary: Diary = { done: [], faults: [], longest: 0 };
  const stop = new AbortController();
  try {
    const timer = setTimeout(() => stop.abort(), milliseconds);
    const people = Array.from({ length: PEOPLE }, (_, index) =>
      aPersonAtWork(school, diary, chanceFrom(seed * 31 + index + 1), stop.signal),
    );
    const [troubles] = await Promise.all([weather(school, chanceFrom(seed), long, stop.signal), ...people]);
    clearTimeout(timer);
    const unsettled = await settled(school);
    const broken = [...diary.faults, ...unsettled, ...(await brokenIn(school, diary.done))];
    const accepted = diary.done.filter((one) => one.accepted).length;
    return { deeds: diary.done.length, accepted, troubles: troubles.length, longest: Math.round(diary.longest), broken };
  } finally {
    stop.abort();
    await school.stop();
  }
};

/** Waits until the queue has done what it was given; what it could not do in fine weather is broken. */
const settled = async (school: SimulatedSchool): Promise<string[]> => {
  school.wire.mend();
  school.tenant.controls.reset();
  const end = performance.now() + SETTLES_WITHIN;
  for (;;) {
    const open = await school.open();
    if (open.length === 0) break;
    if (performance.now() > end)
      return open.map(({ task, attempts, said }) => `the queue never came to an end with ${task} (${attempts} tries): ${said}`);
    await school.hurry();
    await wait(250);
  }
  await tasks['follow-calendar'](school.parts)({ organisation: TENANT_ID });
  await tasks['seal-audit'](school.parts)({ organisation: TENANT_ID });
  return [];
};

/** All that must hold once everything has settled, and does not. */
const brokenIn = async (school: SimulatedSchool, done: readonly Done[]): Promise<string[]> => [
  ...(await brokenEntries(school, done)),
  ...(await brokenReviews(school, done)),
  ...(await brokenPlans(school, done)),
  ...(await brokenTrail(school)),
  ...leaks(school, await school.world.sql('select last_error from graphile_worker._private_jobs where last_error is not null')),
];

const countOf = async ({ world }: SimulatedSchool, statement: string, values: readonly unknown[]): Promise<number> =>
  Number((await world.sql<{ n: string }>(`select count(*) as n from ${statement}`, values))[0]?.n);

async function brokenEntries(school: SimulatedSchool, done: readonly Done[]): Promise<string[]> {
  const broken: string[] = [];
  for (const one of done) {
    if (one.kind !== 'entry') continue;
    const there = await countOf(school, 'waymark.need where pupil_id = $1', [one.pupil]);
    if (one.accepted ? there !== 1 : there > 1) broken.push(`an entry ${one.accepted ? 'accepted' : 'refused'} is there ${there} times`);
    const noted = await countOf(school, "waymark.audit_entry where about = $1 and deed = 'record-entry'", [one.pupil]);
    if (noted < there) broken.push('an entry is in the record and not in the audit trail');
  }
  return broken;
}

async function brokenReviews(school: SimulatedSchool, done: readonly Done[]): Promise<string[]> {
  type Row = { id: string; state: string; event: string | null; transaction: string | null; startsAt: Date | null };
  const rows = await school.world.sql<Row>(
    'select id, state, event_id as event, transaction_id as transaction, starts_at as "startsAt" from waymark.meeting',
  );
  const events = school.events();
  const broken: string[] = [];
  for (const { id, state, event, transaction, startsAt } of rows) {
    const own = events.filter(({ transactionId }) => transactionId !== null && transactionId === transaction);
    const accepted = done.some((one) => one.kind === 'review' && one.meeting === id && one.accepted);
    if (accepted && state !== 'booked') broken.push(`a review that was accepted is ${state}`);
    if (state === 'being-booked') broken.push('a review is still being booked though nothing is amiss');
    if (state === 'booked' && own.length !== 1) broken.push(`a booked review has ${own.length} events`);
    if (state === 'booked' && own[0] && (own[0].id !== event || Date.parse(own[0].start) !== startsAt?.getTime()))
      broken.push('a review stands elsewhere than its event in Outlook');
    if (state === 'proposed' && own.length > 0) broken.push('an event stands in Outlook for a review that was not booked');
  }
  const strays = events.filter(({ transactionId }) => transactionId && !rows.some(({ transaction }) => transaction === transactionId));
  if (strays.length > 0) broken.push(`${strays.length} events stand in Outlook that no review knows`);
  return broken;
}

async function brokenPlans(school: SimulatedSchool, done: readonly Done[]): Promise<string[]> {
  const broken: string[] = [];
  for (const one of done) {
    if (one.kind !== 'plan') continue;
    const versions = await countOf(
      school,
      'waymark.plan_version v join waymark.plan p on p.organisation_id = v.organisation_id and p.id = v.plan_id where p.pupil_id = $1',
      [one.pupil],
    );
    if (one.accepted ? versions !== 1 : versions > 1)
      broken.push(`a plan ${one.accepted ? 'accepted' : 'refused'} has ${versions} versions`);
    const files = await school.parts.graph.files.list(null, one.caseRef);
    if (versions === 1 && files.length !== 1) broken.push(`a drafted plan has ${files.length} files`);
  }
  return broken;
}

async function brokenTrail({ world, deeds }: SimulatedSchool): Promise<string[]> {
  const verdict = await deeds.verifyAudit(await world.actorFor('auditor'));
  return verdict.sound ? [] : [verdict.words];
}

/** Names of the simulation's children and families, which nothing that is logged may hold. */
const NAMES = /Quillfeather|Ottoline|Ayaan|Malik|Saima/;

const leaks = ({ world }: SimulatedSchool, jobs: readonly object[]): string[] =>
  [...world.logged, ...jobs].filter((one) => NAMES.test(JSON.stringify(one))).map(() => 'a name stands in the log or in the queue');
