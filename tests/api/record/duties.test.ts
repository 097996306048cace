import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { caseOf } from '#api/pupils/pupil-records.ts';
import type { Entry } from '#contract/record.ts';
import { valueFaults } from '#domain/record/faults.ts';
import type { KindName } from '#domain/record/kind.ts';
import { KINDS } from '#domain/record/kinds.ts';
import { hollinBank } from '#local-tenant/school/hollin-bank.ts';
import { type ARecord, aRecord } from '#tests/builders/record.ts';
import { aWorld } from '#tests/world.ts';

let record: ARecord;
beforeAll(async () => {
  record = await aRecord(await aWorld());
});

const words = ({ notices }: Entry) => notices.map((notice) => notice.words);
const opened = async (of: ARecord, kind: KindName, id: string) =>
  (await of.world.casework.openEntries(of.coordinator, { pupil: of.pupil, kind })).entries.find((entry) => entry.id === id)!;
const change = (of: ARecord, kind: KindName, entry: Entry, values: object, reason?: string) =>
  of.world.casework.changeEntry(of.coordinator, {
    pupil: of.pupil,
    kind,
    entry: entry.id,
    version: entry.version,
    values: { ...entry.values, ...values },
    ...(reason ? { reason } : {}),
  });
const clocksOf = (of: ARecord) =>
  of.world.sql<{ rule: string; due: string }>(
    'select rule, due_on::text as due from waymark.clock where pupil_id = $1 order by due_on, rule',
    [of.pupil],
  );
const dueOf = async (of: ARecord, rule: string) => (await clocksOf(of)).find((clock) => clock.rule === rule)?.due ?? null;

const TEST = { instrument: 'Sentence Reading 3', on: '2026-11-05', raw: 18, rawMost: 48 };
const NORMS = { standard: 72, normGroup: 'United Kingdom 2019', mean: 100, sd: 15 };

describe('screenings and assessments', () => {
  it('duty 1 A1: a score without norm details is raw only, says what is missing, and is never converted', async () => {
    const raw = await record.add('screening', { ...TEST });
    expect(raw.line).toBe('Sentence Reading 3 · raw only, 18 of 48');
    expect(words(raw)[0]).toBe('Raw only: no standard score, no norm group, no mean, no standard deviation. Not converted.');
    const half = await record.add('screening', { ...TEST, standard: 72, mean: 100, sd: 15, reliability: 0.94 });
    expect(half.line).toContain('raw only');
    expect(JSON.stringify(half)).not.toContain('interval');
  });

  it('duty 1 A2: an interval is printed with its confidence level and its method', async () => {
    const around = await record.add('screening', { ...TEST, ...NORMS, reliability: 0.94, level: '95', method: 'score' });
    expect(around.line).toBe('Sentence Reading 3 · 72, 95 % interval 65 to 79');
    expect(words(around)).toContain('95 % interval: score ± 1.96 × 3.7 (reliability 0.94)');
    const ninety = await record.add('screening', { ...TEST, ...NORMS, reliability: 0.94, level: '90', method: 'score' });
    expect(ninety.line).toContain('90 % interval 66 to 78');
    const truth = await record.add('assessment', { sort: 'test', ...TEST, ...NORMS, reliability: 0.9, level: '95', method: 'true-score' });
    expect(words(truth)).toContain('95 % interval: estimated true score 74.8 ± 1.96 × 4.5 (reliability 0.9)');
    const manual = await record.add('assessment', { sort: 'test', ...TEST, ...NORMS, method: 'manual', low: 66, high: 80, level: '95' });
    expect(words(manual)).toContain('95 % interval from the manual’s own table');
    const bare = await record.add('assessment', { sort: 'test', ...TEST, ...NORMS });
    expect(words(bare)).toContain('No interval: no reliability given.');
  });

  it('duty 1 A4: attendance and English as a new language stand beside every low score, and beside no other', async () => {
    await record.world.sql(
      "update waymark.pupil set attendance_percent = 72, home_language = 'Ukrainian', english_since = '2025-09-10' where id = $1",
      [record.pupil],
    );
    const low = await record.add('screening', { ...TEST, ...NORMS, reliability: 0.94 });
    expect(low.notices).toEqual(
      expect.arrayContaining([
        { field: 'attendance', words: 'Attendance 72 %', weight: 'near' },
        { field: 'language', words: 'Home language Ukrainian, English for 13 months', weight: 'near' },
      ]),
    );
    const crossing = await record.add('screening', { ...TEST, ...NORMS, standard: 88, reliability: 0.94 });
    expect(words(crossing)).toContain('Attendance 72 %');
    const high = await record.add('screening', { ...TEST, ...NORMS, standard: 104, reliability: 0.94 });
    expect(words(high).join()).not.toContain('Attendance');
  });

  it('duty 1 A3: England’s clock runs from the day the council received the request, never from the day it was sent', async () => {
    const here = await aRecord(record.world);
    const sent = await here.add('referral', { to: 'council', words: 'Assessment', raisedOn: '2026-11-02', sentOn: '2026-11-04' });
    expect(words(sent)).toContain('No clock runs yet: ask when they received it.');
    expect(await dueOf(here, 'eng.ehcna.decision')).toBeNull();
    const received = await change(here, 'referral', sent, { receivedOn: '2026-11-09' });
    expect(await dueOf(here, 'eng.ehcna.decision')).toBe('2026-12-21');
    expect(received.moved).toContainEqual({ title: 'Decision whether to assess', from: null, to: '2026-12-21' });

    here.world.clock.set('2026-11-23T09:30:00.000Z');
    await expect(change(here, 'referral', received, { receivedOn: '2026-11-11' })).rejects.toMatchObject({ fields: [{ field: 'reason' }] });
    const corrected = await change(here, 'referral', received, { receivedOn: '2026-11-11' }, 'Their receipt says the 11th');
    expect(corrected.moved).toContainEqual({ title: 'Decision whether to assess', from: '2026-12-21', to: '2026-12-23' });
    const kept = await here.world.sql<{ on: string; gone: boolean }>(
      "select on_day::text as on, withdrawn_at is not null as gone from waymark.case_event where pupil_id = $1 and kind = 'request-received' order by gone",
      [here.pupil],
    );
    expect(kept).toEqual([
      { on: '2026-11-11', gone: false },
      { on: '2026-11-09', gone: true },
    ]);
    const out = { pupil: here.pupil, kind: 'referral' as const, entry: corrected.id, version: corrected.version, reason: 'Another pupil' };
    await here.world.casework.withdrawEntry(here.coordinator, out);
    expect(await dueOf(here, 'eng.ehcna.decision')).toBeNull();
    await here.world.casework.restoreEntry(here.coordinator, { ...out, version: corrected.version + 1 });
    expect(await dueOf(here, 'eng.ehcna.decision')).toBe('2026-12-23');
    here.world.clock.set('2026-11-23T09:00:00.000Z');
  });

  it('duty 1 A3: in the United States the evaluation clock runs from the day consent was received, not signed', async () => {
    const there = await aRecord(await aWorld({ jurisdiction: 'us-federal', timeZone: 'America/Chicago' }), 'idea');
    const signed = await there.add('consent', { purpose: 'evaluation', scope: 'Initial evaluation', signedOn: '2026-11-02' });
    expect(words(signed)).toContain('Signed, not received: no clock runs yet.');
    expect(await clocksOf(there)).toEqual([]);
    await change(there, 'consent', signed, { receivedOn: '2026-11-06' });
    expect(await dueOf(there, 'us.eval.initial')).toBe('2027-01-05');
    const images = await there.add('consent', { purpose: 'images', scope: 'Website', receivedOn: '2026-11-16' });
    expect(images.moved).toEqual([]);
  });
});

describe('plans', () => {
  it('duty 2 A1: a goal without measure, baseline, criterion or date cannot be marked ready, and is told which', async () => {
    const goal = await record.add('goal', { words: 'Ask for help by card', measure: 'Lessons of five', baseline: 1 });
    expect(words(goal)).toEqual(['Not ready: no criterion, no date']);
    const refused = await change(record, 'goal', goal, { ready: true }).catch((fault) => fault);
    expect(refused.fields.map(({ field }: { field: string }) => field)).toEqual(['criterion', 'targetOn']);
    expect(refused.message).toContain('“Criterion” is missing');
    const ready = await change(record, 'goal', goal, { ready: true, criterion: '4 of 5', targetOn: '2027-03-26' });
    expect([ready.values.ready, words(ready)]).toEqual([true, []]);
  });

  it('duty 2 A2: a need to which no provision points is named; in the United States a service says start, frequency, place and length', async () => {
    const need = await record.add('need', { words: 'Noise', code: 'ASD' });
    expect(words(need)).toEqual(['No provision for this need yet']);
    const line = await record.add('provision-line', { what: 'Quiet start', need: need.id });
    expect(words(line)).toContain('Not said: who, how long, times a week, where, from when, until when');
    expect(words(await opened(record, 'need', need.id))).toEqual([]);
  });

  it('duty 2 A3: “as required”, “regular access” and “up to” in provision are warned of, and stand all the same', async () => {
    for (const [what, phrase] of [
      ['Reading support as required', 'as required'],
      ['Regular access to the quiet room', 'Regular access to'],
      ['Up to 30 minutes of phonics', 'Up to'],
    ] as const) {
      const line = await record.add('provision-line', { what });
      expect(line.notices).toContainEqual({
        field: 'what',
        words: `“${phrase}” is not an amount: say how long, how often, with whom.`,
        weight: 'near',
      });
    }
    const plain = await record.add('provision-line', { what: 'Phonics, 20 minutes' });
    expect(words(plain).join()).not.toContain('not an amount');
  });

  it('duty 2 A4: delivered minutes come from logged sessions alone, and absent pupil, absent adult and closure are told apart', async () => {
    const line = await record.add('provision-line', { what: 'Sentence starters', minutes: 15, timesAWeek: 4, misses: 'Science' });
    const session = (on: string, more: object) => record.add('session', { line: line.id, on, planned: 15, ...more });
    await session('2026-11-16', { state: 'delivered', minutes: 15 });
    const short = await session('2026-11-17', { state: 'delivered', minutes: 10 });
    await session('2026-11-18', { state: 'not-delivered', whyNot: 'pupil-absent' });
    await session('2026-11-19', { state: 'not-delivered', whyNot: 'adult-absent' });
    await session('2026-11-20', { state: 'not-delivered', whyNot: 'closure' });
    await session('2026-11-24', { state: 'planned' });
    const seen = words(await opened(record, 'provision-line', line.id));
    expect(seen).toContain('2 of 5 sessions took place, 25 min · pupil absent 1, adult absent 1, school closed 1');
    await expect(session('2026-11-13', { state: 'not-delivered' })).rejects.toMatchObject({ fields: [{ field: 'whyNot' }] });
    await expect(session('2026-11-13', { state: 'delivered' })).rejects.toMatchObject({ fields: [{ field: 'minutes' }] });
    await expect(session('2026-11-13', { state: 'not-delivered', whyNot: 'closure', minutes: 15 })).rejects.toMatchObject({
      fields: [{ field: 'minutes' }],
    });
    const page = await record.world.casework.openPupil(record.coordinator, { pupil: record.pupil });
    expect(page.provision.find(({ id }) => id === line.id)!.lastSession).toBe('2026-11-17');
    const out = { pupil: record.pupil, kind: 'session' as const, entry: short.id, version: 1, reason: 'Twice' };
    await record.world.casework.withdrawEntry(record.coordinator, out);
    const after = await record.world.casework.openPupil(record.coordinator, { pupil: record.pupil });
    expect(after.provision.find(({ id }) => id === line.id)!.lastSession).toBe('2026-11-16');
  });
});

describe('interventions', () => {
  const STACKS = {
    name: 'Number stacks',
    target: 'Add within 100',
    from: '2026-04-20',
    measure: 'Questions right of 40',
    entry: 11,
    entryOn: '2026-04-21',
    minutes: 30,
    timesAWeek: 2,
    weeks: 11,
    rate: 1890,
    groupSize: 5,
    materials: 4200,
    sessionsPlanned: 22,
  };

  it('duty 5 A1: at the end stand entry and exit, sessions given of those planned, change with its uncertainty, and the next step', async () => {
    const ended = await record.add('intervention', { ...STACKS, state: 'running' });
    await record.add('session', { intervention: ended.id, on: '2026-05-04', state: 'delivered', minutes: 30 });
    await record.add('session', { intervention: ended.id, on: '2026-05-06', state: 'not-delivered', whyNot: 'pupil-absent' });
    const over = await change(record, 'intervention', ended, {
      state: 'ended',
      exit: 19,
      exitOn: '2026-07-09',
      error: 2.4,
      next: 'Go on in the same group',
    });
    expect(words(over)).toEqual(
      expect.arrayContaining([
        'Questions right of 40: 11 at entry, 19 at exit, change 8 (± 6.7 at 95 %; before and after, no comparison)',
        '1 of 22 planned sessions took place',
        'Next: Go on in the same group',
      ]),
    );
  });

  it('duty 5 A2: nothing ends without a measure or a reason', async () => {
    await expect(record.add('intervention', { ...STACKS, state: 'ended' })).rejects.toMatchObject({ fields: [{ field: 'exit' }] });
    const without = await record.add('intervention', { ...STACKS, state: 'ended', noExitWhy: 'He moved away in June' });
    expect(words(without)).toContain('No score at exit: He moved away in June');
  });

  it('duty 5 A3: cost is hours × weeks × rate / group size + materials', async () => {
    const running = await record.add('intervention', { ...STACKS, state: 'running' });
    expect(words(running)).toContain('Cost for this pupil 83.58');
  });

  it('duty 5 A4: the minutes of a lesson that a pupil missed are shown', async () => {
    const line = await record.add('provision-line', { what: 'Phonics', misses: 'Science' });
    await record.add('session', { line: line.id, on: '2026-11-16', state: 'delivered', minutes: 20 });
    await record.add('session', { line: line.id, on: '2026-11-17', state: 'delivered', minutes: 25 });
    await record.add('session', { line: line.id, on: '2026-11-18', state: 'delivered', minutes: 15, missed: 'Art' });
    const seen = words(await opened(record, 'provision-line', line.id));
    expect(seen).toEqual(expect.arrayContaining(['45 min of science missed so far', '15 min of art missed so far']));
  });

  it('duty 5 A5: stopped early is a state of its own, with its reason', async () => {
    await expect(record.add('intervention', { ...STACKS, state: 'stopped-early' })).rejects.toMatchObject({
      fields: [{ field: 'stoppedWhy' }],
    });
    const stopped = await record.add('intervention', { ...STACKS, state: 'stopped-early', stoppedWhy: 'The group came to an end' });
    expect([stopped.line, stopped.finished]).toEqual(['Number stacks · Stopped early', true]);
  });
});

describe('the family', () => {
  it('duty 6 A4: who holds the rights is said of a contact, and can pass to the learner', async () => {
    const mother = await record.add('contact', { givenName: 'Fiona', surname: 'Reid', relation: 'mother', rights: 'family' });
    const passed = await change(record, 'contact', mother, { rights: 'learner' });
    const { editions } = await record.world.casework.entryHistory(record.coordinator, {
      pupil: record.pupil,
      kind: 'contact',
      entry: mother.id,
    });
    expect([passed.values.rights, editions[0]!.changes[0]!.toWords]).toEqual(['learner', 'No: they have passed to the learner']);
  });
});

describe('what reads the record', () => {
  it('sees an entry, its change and its end at once: the pupil’s page, the caseload, a plan’s facts', async () => {
    const here = await aRecord(record.world);
    const ask = { pupil: here.pupil };
    const { casework } = here.world;
    const first = await opened(here, 'need', here.named.need!);
    const rowOf = async () => (await casework.openCaseload(here.coordinator)).rows.find(({ id }) => id === here.pupil)!;
    expect((await rowOf()).need?.words).toBe('Specific learning');
    const changed = await change(here, 'need', first, { code: 'SLCN', words: 'Long instructions', from: '2026-11-02' });
    expect((await rowOf()).need?.words).toBe('Speech and language');
    const on = async () => (await casework.openPupil(here.coordinator, ask)).timeline.filter(({ id }) => id === `need ${first.id}`);
    expect(await on()).toMatchObject([
      { on: '2026-11-02', kind: 'need', by: 'Sam Coordinator', words: expect.stringContaining('Long instructions') },
    ]);
    await casework.withdrawEntry(here.coordinator, { ...ask, kind: 'need', entry: first.id, version: changed.version, reason: 'Error' });
    expect(await on()).toEqual([]);
    const stored = await here.world.database.within(here.world.scope, (tx) => caseOf(tx, here.coordinator, here.pupil, here.world.today));
    expect(stored!.needs.map(({ words: said }) => said)).not.toContain('Long instructions');
  });

  it('every entry of the made-up school is one that a form would have taken', () => {
    const setting = { today: '2026-11-23' as never, nation: 'england' as const, born: null };
    const ids = new Map<string, string>();
    const asId = (value: unknown) => {
      const key = String(value);
      ids.set(key, ids.get(key) ?? randomUUID());
      return ids.get(key)!;
    };
    const kept = hollinBank('2026-11-23' as never).cases.flatMap(({ caseRef, record: entries }) =>
      entries.map((entry) => ({ caseRef, ...entry })),
    );
    expect(kept.length).toBeGreaterThan(25);
    const faults = kept.flatMap(({ caseRef, kind, values }) => {
      const naming = ['person', 'contact', 'goal', 'need', 'provision-line'];
      const sent = Object.fromEntries(
        Object.entries(values).map(([key, value]) => {
          const type = KINDS[kind].fields.find((field) => field.key === key)?.type ?? '';
          return [key, naming.includes(type) ? asId(value) : value];
        }),
      );
      return valueFaults(KINDS[kind], sent, setting).map((fault) => ({ caseRef, kind, ...fault }));
    });
    expect(faults).toEqual([]);
  });
});
