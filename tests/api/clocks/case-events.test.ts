import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EventEffect, EventSaid } from '#contract/case-events.ts';
import type { Actor } from '#domain/access/actor.ts';
import { asDay } from '#domain/calendar/day.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let pupil: string;
let ruth: Actor;

beforeEach(async () => {
  world = await aWorld();
  pupil = await world.enrol({ stage: 'assessment' });
  ruth = await world.actorFor('coordinator');
});

type More = Omit<Partial<EventSaid>, 'until'> & { until?: string };
const said = (kind: string, on: string, { until, ...more }: More = {}): EventSaid => ({
  kind,
  on: asDay(on),
  ...more,
  ...(until ? { until: asDay(until) } : {}),
});
const record = (kind: string, on: string, more: More = {}) =>
  world.casework.recordEvent(ruth, { pupil, id: randomUUID(), said: said(kind, on, more) });
const inShort = (effects: readonly EventEffect[]) =>
  effects.map(({ kind, title, from, to }) => `${kind} ${title} ${from ?? '–'} ${to ?? '–'}`);
const clocks = async () =>
  (
    await world.sql<{ rule: string; due: string; state: string }>(
      'select rule, due_on::text as due, state from waymark.clock where pupil_id = $1 order by due_on, rule',
      [pupil],
    )
  ).map(({ rule, due, state }) => `${rule} ${due} ${state}`);
const opened = () => world.casework.openEvents(ruth, { pupil });

describe('recording what happened', () => {
  it('says before saving which clocks it starts, and writes nothing', async () => {
    const { effects } = await world.casework.previewEvent(ruth, { pupil, said: said('request-received', '2026-11-16') });
    expect(inShort(effects)).toEqual([
      'starts Decision whether to assess – 2026-12-28',
      'starts Decision not to make a plan – 2027-03-08',
      'starts Final EHC plan – 2027-04-05',
    ]);
    expect(await clocks()).toEqual([]);
    expect((await opened()).events).toEqual([]);
  });

  it('starts the clocks at once, and the answer that meets one says so', async () => {
    await record('request-received', '2026-11-02');
    expect(await clocks()).toEqual([
      'eng.ehcna.decision 2026-12-14 running',
      'eng.ehcna.noPlan 2027-02-22 running',
      'eng.plan.final 2027-03-22 running',
    ]);
    const { effects, event } = await record('assessment-decision-sent', '2026-11-20', { outcome: 'refuse' });
    expect(event.detail).toBe('It will not assess');
    expect(inShort(effects)).toEqual([
      'meets Decision whether to assess 2026-12-14 2026-12-14',
      'starts Family’s time to appeal – 2027-01-20',
      'starts Family’s time to contact a mediation adviser – 2027-01-20',
      'stops Decision not to make a plan 2027-02-22 2027-02-22',
      'stops Final EHC plan 2027-03-22 2027-03-22',
    ]);
  });

  it('sent twice it is recorded once', async () => {
    const ask = { pupil, id: randomUUID(), said: said('request-received', '2026-11-02') };
    await world.casework.recordEvent(ruth, ask);
    expect((await world.casework.recordEvent(ruth, ask)).effects).toEqual([]);
    expect((await opened()).events).toHaveLength(1);
  });

  it.each<[string, string, string, More, string]>([
    ['a day that has not come', 'request-received', '2026-11-24', {}, 'The day lies ahead; only what has happened is recorded.'],
    ['a day before the pupil can have been born', 'request-received', '1926-11-02', {}, 'The day lies too far back.'],
    ['a kind that is not known', 'plan-lost', '2026-11-02', {}, 'What happened is not an event that is recorded here.'],
    ['a decision that decides nothing', 'assessment-decision-sent', '2026-11-02', {}, 'What was decided is missing: limits hang on it.'],
    [
      'an outcome of another nation',
      'assessment-decision-sent',
      '2026-11-02',
      { outcome: 'eligible' },
      'What was decided is not one of the choices.',
    ],
    [
      'an absence that ends before it begins',
      'absence-from-area',
      '2026-11-02',
      { until: '2026-11-01' },
      'The last day is before the first day.',
    ],
    [
      'an exception without its evidence',
      'exception-claimed',
      '2026-11-02',
      { exception: 'E3', because: 'The mother is in hospital' },
      'The evidence is missing: the paper on which the claim rests.',
    ],
  ])('refuses %s, in a sentence, and loses nothing', async (_what, kind, on, more, words) => {
    await expect(record(kind, on, more)).rejects.toMatchObject({ kind: 'not-valid', message: words });
    expect((await opened()).events).toEqual([]);
  });

  it('refuses the same event of the same day a second time: it would start the same clocks twice', async () => {
    await record('request-received', '2026-11-02');
    await expect(record('request-received', '2026-11-02')).rejects.toMatchObject({ message: 'This is recorded for that day already.' });
  });

  it('offers what fits the pupil’s stage first, to whoever may record', async () => {
    const { groups } = await opened();
    expect(groups.slice(0, 3).map(({ title }) => title)).toEqual(['Asking for an assessment', 'Making the plan', 'Exceptions and absence']);
    const leader = await world.actorFor('leader');
    expect((await world.casework.openEvents(leader, { pupil })).groups).toEqual([]);
    await expect(
      world.casework.recordEvent(leader, { pupil, id: randomUUID(), said: said('request-received', '2026-11-02') }),
    ).rejects.toMatchObject({
      kind: 'not-allowed',
    });
  });

  it('nothing is recorded of a pupil who has left', async () => {
    const gone = await world.enrol({ leftOn: '2026-07-17' });
    await expect(
      world.casework.recordEvent(ruth, { pupil: gone, id: randomUUID(), said: said('request-received', '2026-06-02') }),
    ).rejects.toMatchObject({ kind: 'not-ready' });
  });
});

describe('correcting what was recorded', () => {
  it('duty 9 A2: changing a trigger’s day shows old and new due dates, asks for a reason, and keeps what was shown before', async () => {
    const { event } = await record('request-received', '2026-11-02');
    const ask = { pupil, event: event.id, said: said('request-received', '2026-11-09') };
    const preview = await world.casework.previewEvent(ruth, ask);
    expect(inShort(preview.effects)).toEqual([
      'moves Decision whether to assess 2026-12-14 2026-12-21',
      'moves Decision not to make a plan 2027-02-22 2027-03-01',
      'moves Final EHC plan 2027-03-22 2027-03-29',
    ]);
    const corrected = await world.casework.correctEvent(ruth, { ...ask, version: event.version, reason: 'The stamp says 9 November' });
    expect(corrected.event).toMatchObject({ id: event.id, version: 2, said: { on: '2026-11-09' } });
    expect(corrected.event.before).toMatchObject([
      {
        on: '2026-11-02',
        reason: 'The stamp says 9 November',
        by: 'Sam Coordinator',
        moved: [
          { title: 'Decision whether to assess', from: '2026-12-14', to: '2026-12-21' },
          { title: 'Decision not to make a plan', from: '2027-02-22', to: '2027-03-01' },
          { title: 'Final EHC plan', from: '2027-03-22', to: '2027-03-29' },
        ],
      },
    ]);
    expect((await clocks())[0]).toBe('eng.ehcna.decision 2026-12-21 running');
  });

  it('of two people at once the second is told, and nothing of the first is lost', async () => {
    const { event } = await record('request-received', '2026-11-02');
    const anna = await world.actorFor('coordinator');
    const correct = (actor: Actor, on: string) =>
      world.casework.correctEvent(actor, {
        pupil,
        event: event.id,
        version: 1,
        said: said('request-received', on),
        reason: 'As the letter says',
      });
    const tried = await Promise.allSettled([correct(ruth, '2026-11-04'), correct(anna, '2026-11-05')]);
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = tried.find((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      kind: 'changed-meanwhile',
      message: expect.stringMatching(/^Sam Coordinator changed this event at 09:00/),
    });
    expect((await opened()).events).toHaveLength(1);
    expect(await clocks()).toHaveLength(3);
  });

  it('takes an event out with a reason, and puts it back with one', async () => {
    const { event } = await record('request-received', '2026-11-02');
    const seen = { pupil, event: event.id };
    const out = await world.casework.withdrawEvent(ruth, { ...seen, version: 1, reason: 'Another child’s letter' });
    expect(inShort(out.effects).map((line) => line.split(' ')[0])).toEqual(['goes', 'goes', 'goes']);
    expect(out.event.withdrawn).toMatchObject({ reason: 'Another child’s letter', by: 'Sam Coordinator' });
    expect(await clocks()).toEqual([]);
    await expect(world.casework.withdrawEvent(ruth, { ...seen, version: 1, reason: 'Again' })).rejects.toMatchObject({
      kind: 'changed-meanwhile',
    });
    const back = await world.casework.restoreEvent(ruth, { ...seen, version: out.event.version, reason: 'It was this child after all' });
    expect(back.event.withdrawn).toBeNull();
    expect(back.event.before.map(({ reason }) => reason)).toEqual(['It was this child after all']);
    expect(await clocks()).toHaveLength(3);
  });

  it('an event that comes from an entry of the record is corrected there', async () => {
    const entry = randomUUID();
    await world.casework.recordEntry(ruth, {
      pupil,
      kind: 'referral',
      id: entry,
      values: {
        raisedOn: '2026-10-29',
        to: 'council',
        words: 'Needs more than we can give',
        sentOn: '2026-10-30',
        receivedOn: '2026-11-02',
      },
    });
    const received = (await opened()).events.find(({ said: { kind } }) => kind === 'request-received');
    expect(received?.from).toBe('record');
    await expect(
      world.casework.withdrawEvent(ruth, { pupil, event: received!.id, version: received!.version, reason: 'Wrong' }),
    ).rejects.toMatchObject({ message: 'This event comes from an entry of the record. It is corrected there.' });
  });
});

describe('exceptions', () => {
  it('duty 9 A3: an exception is recorded with its evidence, excuses the lateness and never deletes or moves the due date', async () => {
    await record('request-received', '2026-09-28');
    expect((await clocks())[0]).toBe('eng.ehcna.decision 2026-11-09 late');
    const { effects, event } = await record('exception-claimed', '2026-11-05', {
      exception: 'E3',
      because: 'The mother is in hospital',
      evidence: 'Letter of 3 November',
    });
    expect(event.detail).toBe('Exceptional personal circumstances · The mother is in hospital · Letter of 3 November');
    expect(inShort(effects)).toEqual(['excuses Decision whether to assess 2026-11-09 2026-11-09']);
    expect((await clocks())[0]).toBe('eng.ehcna.decision 2026-11-09 excused');
    const [way] = (await opened()).chains;
    expect(way?.links[0]).toMatchObject({ state: 'excused', due: '2026-11-09' });
  });

  it('a claim that the facts do not bear out excuses nothing', async () => {
    await record('request-received', '2026-09-28');
    const { effects } = await record('exception-claimed', '2026-11-05', {
      exception: 'E4',
      because: 'The family was away',
      evidence: 'E-mail from the council',
    });
    expect(effects).toEqual([]);
    expect((await clocks())[0]).toBe('eng.ehcna.decision 2026-11-09 late');
  });
});
