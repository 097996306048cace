import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Entry } from '#contract/record.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { KindName } from '#domain/record/kind.ts';
import { ALL_KINDS } from '#domain/record/kinds.ts';
import { type ARecord, aRecord } from '#tests/builders/record.ts';
import { aWorld } from '#tests/world.ts';

let record: ARecord;
const ofKind = (kind: KindName) => ({ pupil: record.pupil, kind });
const open = (kind: KindName, actor: Actor = record.coordinator) => record.world.casework.openEntries(actor, ofKind(kind));
const change = (entry: Entry, kind: KindName, values: object, more: object = {}, actor: Actor = record.coordinator) =>
  record.world.casework.changeEntry(actor, {
    ...ofKind(kind),
    entry: entry.id,
    version: entry.version,
    values: { ...entry.values, ...values },
    ...more,
  });
const later = (at: `${string}Z`) => record.world.clock.set(at);

beforeAll(async () => {
  record = await aRecord(await aWorld());
});

describe('an entry of the record', () => {
  it.each(ALL_KINDS.map(({ name }) => name))('%s: is added, found in its list, and said in one line', async (kind) => {
    const added = await record.add(kind, record.least(kind));
    const { entries, can } = await open(kind);
    const found = entries.find(({ id }) => id === added.id);
    expect(found).toEqual(added);
    expect(found!.values).toMatchObject(record.least(kind));
    expect(found!.line).not.toBe('');
    expect(found).toMatchObject({ version: 1, madeOn: '2026-11-23', madeBy: 'Sam Coordinator', amended: null, withdrawn: null });
    expect(can).toEqual(['add', 'change']);
  });

  it('added twice by the same request, even at once, is one entry', async () => {
    const ask = { ...ofKind('concern'), id: randomUUID(), values: record.least('concern') };
    const { casework } = record.world;
    const [one, other] = await Promise.all([casework.recordEntry(record.coordinator, ask), casework.recordEntry(record.coordinator, ask)]);
    expect(other).toEqual(one);
    expect((await open('concern')).entries.filter(({ id }) => id === ask.id)).toHaveLength(1);
  });

  it('changed, it says who, when and what from and to, the newest first', async () => {
    later('2026-11-23T10:00:00.000Z');
    const goal = await record.add('goal', { words: 'Write 60 words', target: 50 });
    later('2026-11-23T10:14:00.000Z');
    const changed = await change(goal, 'goal', { target: 60, targetOn: '2027-03-26' });
    expect(changed).toMatchObject({ version: 2, changedBy: 'Sam Coordinator', changedAt: '2026-11-23T10:14:00.000Z' });
    const { editions } = await record.world.casework.entryHistory(record.coordinator, { ...ofKind('goal'), entry: goal.id });
    expect(editions.map(({ version, deed, by, at }) => [version, deed, by, at])).toEqual([
      [2, 'changed', 'Sam Coordinator', '2026-11-23T10:14:00.000Z'],
      [1, 'made', 'Sam Coordinator', '2026-11-23T10:00:00.000Z'],
    ]);
    expect(editions[0]!.changes).toEqual([
      { field: 'target', label: 'Figure to reach', from: 50, to: 60, fromWords: '50', toWords: '60' },
      { field: 'targetOn', label: 'By when', from: null, to: '2027-03-26', fromWords: '', toWords: 'Fri 26 Mar 2027' },
    ]);
  });

  it('saved without a change stays the edition it is, and the same save sent again does too', async () => {
    const need = await record.add('need', { words: 'Long instructions', code: 'SLCN' });
    expect((await change(need, 'need', {})).version).toBe(1);
    const once = await change(need, 'need', { source: 'Class teacher' });
    expect(await change(need, 'need', { source: 'Class teacher' })).toEqual(once);
  });

  it('undone, it is as before in a new edition; and the undo can be undone', async () => {
    const agency = await record.add('agency', { name: 'NHS therapy' });
    const changed = await change(agency, 'agency', { name: 'NHS speech and language therapy' });
    const { casework } = record.world;
    const back = await casework.undoEntry(record.coordinator, { ...ofKind('agency'), entry: agency.id, version: changed.version });
    expect([back.values.name, back.version]).toEqual(['NHS therapy', 3]);
    const again = await casework.undoEntry(record.coordinator, { ...ofKind('agency'), entry: agency.id, version: back.version });
    expect([again.values.name, again.version]).toEqual(['NHS speech and language therapy', 4]);
    const first = await record.add('agency', { name: 'New' });
    await expect(casework.undoEntry(record.coordinator, { ...ofKind('agency'), entry: first.id, version: 1 })).rejects.toMatchObject({
      kind: 'not-ready',
    });
  });

  it('made in error it leaves the list with its reason, keeps its history, and can be put back', async () => {
    const { casework } = record.world;
    const line = await record.add('profile-line', { sort: 'strategy', words: 'Sit by the window' });
    const seen = { ...ofKind('profile-line'), entry: line.id };
    const gone = await casework.withdrawEntry(record.coordinator, { ...seen, version: 1, reason: 'Meant for another pupil' });
    expect(gone.withdrawn).toMatchObject({ by: 'Sam Coordinator', reason: 'Meant for another pupil' });
    const list = await open('profile-line');
    expect([list.entries.some(({ id }) => id === line.id), list.withdrawn.some(({ id }) => id === line.id)]).toEqual([false, true]);
    const page = await casework.openPupil(record.coordinator, { pupil: record.pupil });
    expect(page.whatWorks).not.toContain('Sit by the window');
    const back = await casework.restoreEntry(record.coordinator, { ...seen, version: gone.version });
    expect(back).toMatchObject({ values: line.values, version: 3, madeOn: line.madeOn, withdrawn: null });
    const { editions } = await casework.entryHistory(record.coordinator, seen);
    expect(editions.map(({ deed, reason }) => [deed, reason])).toEqual([
      ['restored', null],
      ['withdrawn', 'Meant for another pupil'],
      ['made', null],
    ]);
  });

  it('a goal on which scores rest is stopped, not taken out', async () => {
    const goal = await record.add('goal', {
      words: 'Read 90 words',
      measure: 'Words',
      baseline: 40,
      baselineOn: '2026-11-02',
      target: 90,
      targetOn: '2027-03-26',
    });
    await record.world.casework.recordScore(record.coordinator, {
      goal: goal.id,
      request: randomUUID(),
      on: '2026-11-20' as never,
      value: 44,
    });
    const seen = { ...ofKind('goal'), entry: goal.id, version: goal.version, reason: 'Wrong pupil' };
    await expect(record.world.casework.withdrawEntry(record.coordinator, seen)).rejects.toMatchObject({ kind: 'not-ready' });
  });
});

describe('two people at once', () => {
  it('a save on an older edition writes nothing and shows both', async () => {
    const plan = await record.add('accommodation', { sort: 'accommodation', words: 'Extra time' });
    await change(plan, 'accommodation', { words: 'Extra time, a quarter' });
    const stale = await change(plan, 'accommodation', { words: 'Extra time and a quiet room' }).catch((fault) => fault);
    expect(stale).toMatchObject({
      name: 'Outdated',
      kind: 'changed-meanwhile',
      message: expect.stringContaining('Sam Coordinator saved this at'),
    });
    expect(stale.conflict.base.words).toBe('Extra time');
    expect(stale.conflict.current).toMatchObject({ version: 2, values: { words: 'Extra time, a quarter' } });
  });

  it('a save on something that was taken out meanwhile shows by whom', async () => {
    const plan = await record.add('accommodation', { sort: 'accommodation', words: 'A reader' });
    await record.world.casework.withdrawEntry(record.coordinator, {
      ...ofKind('accommodation'),
      entry: plan.id,
      version: 1,
      reason: 'Twice',
    });
    const stale = await change(plan, 'accommodation', { words: 'A reader in maths' }).catch((fault) => fault);
    expect(stale.conflict.current.withdrawn).toMatchObject({ by: 'Sam Coordinator', reason: 'Twice' });
  });

  it('what another door writes is an edition too: a line saved back from Word, an import', async () => {
    const need = await record.add('need', { words: 'Loud rooms', code: 'ASD' });
    await record.world.sql("update waymark.need set description = 'Loud, crowded rooms' where id = $1", [need.id]);
    const stale = await change(need, 'need', { source: 'Log' }).catch((fault) => fault);
    expect([stale.conflict.base.words, stale.conflict.current.values.words, stale.conflict.current.version]).toEqual([
      'Loud rooms',
      'Loud, crowded rooms',
      2,
    ]);
    const { editions } = await record.world.casework.entryHistory(record.coordinator, { ...ofKind('need'), entry: need.id });
    expect(editions.map(({ deed, by }) => [deed, by])).toEqual([
      ['changed', null],
      ['made', 'Sam Coordinator'],
    ]);
  });
});

describe('what is finished', () => {
  it('changes only with a reason, and shows that it was amended', async () => {
    later('2026-11-23T11:00:00.000Z');
    const asked = await record.add('contribution', {
      sort: 'parent-view',
      askedOf: 'Fiona Reid, mother',
      receivedOn: '2026-11-20',
      words: 'He sleeps badly.',
    });
    expect(asked.finished).toBe(true);
    later('2026-11-23T11:30:00.000Z');
    await expect(change(asked, 'contribution', { words: 'He sleeps well.' })).rejects.toMatchObject({
      kind: 'not-valid',
      fields: [{ field: 'reason', reason: expect.stringContaining('with a reason') }],
    });
    const amended = await change(asked, 'contribution', { words: 'He sleeps badly before trips.' }, { reason: 'She rang to say more' });
    expect(amended.amended).toEqual({ at: '2026-11-23T11:30:00.000Z', by: 'Sam Coordinator', reason: 'She rang to say more' });
    const { editions } = await record.world.casework.entryHistory(record.coordinator, { ...ofKind('contribution'), entry: asked.id });
    expect(editions[0]).toMatchObject({ deed: 'amended', reason: 'She rang to say more' });
  });

  it('may still be completed by its writer within ten minutes, so that a form saves itself while it is filled in', async () => {
    later('2026-11-23T12:00:00.000Z');
    const asked = await record.add('contribution', { sort: 'advice', askedOf: 'Dr Miriam Feld', receivedOn: '2026-11-20' });
    later('2026-11-23T12:05:00.000Z');
    expect((await change(asked, 'contribution', { words: 'Short tasks.' })).amended).toBeNull();
  });
});

describe('whose hands', () => {
  it('what a colleague wrote in the log is theirs or the coordinator’s to change', async () => {
    const teacher = await record.world.actorFor('teacher', { pupil: record.pupil, relation: 'teaches' });
    const other = await record.world.actorFor('teacher', { pupil: record.pupil, relation: 'teaches' });
    const entry = await record.add('log-entry', record.least('log-entry'), teacher);
    const seen = (await open('log-entry', other)).entries.find(({ id }) => id === entry.id)!;
    expect([entry.can, seen.can]).toEqual([['change', 'withdraw'], []]);
    await expect(change(entry, 'log-entry', { words: 'Else' }, {}, other)).rejects.toMatchObject({ kind: 'not-allowed' });
    expect((await change(entry, 'log-entry', { words: 'More' }, {}, teacher)).version).toBe(2);
  });

  it('duty 3 A4: an outside professional sees shared parts of their own pupil, and nothing of another', async () => {
    const adviser = await record.world.actorFor('specialist', { pupil: record.pupil, relation: 'advises' });
    expect((await open('need', adviser)).entries.length).toBeGreaterThan(0);
    for (const kind of ['contact', 'log-entry', 'consent', 'concern', 'agency', 'restricted-note'] as const)
      await expect(open(kind, adviser)).rejects.toMatchObject({ kind: 'not-allowed' });
    const elsewhere = await record.world.enrol();
    await expect(record.world.casework.openEntries(adviser, { pupil: elsewhere, kind: 'need' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('duty 3 A3: a member of the team who has left opens nothing from that day', async () => {
    const past = { pupil: record.pupil, relation: 'teaches', from: '2026-09-01', to: '2026-11-22' } as never;
    const left = await record.world.actorFor('teacher', past);
    for (const kind of ['need', 'goal', 'log-entry'] as const) await expect(open(kind, left)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('a restricted note shows that it exists and says nothing, but to its writer and those it is open to', async () => {
    const leader = await record.world.actorFor('leader');
    const named = await record.world.actorFor('teacher', { pupil: record.pupil, relation: 'teaches' });
    const note = await record.add(
      'restricted-note',
      { words: 'Kept apart', on: '2026-11-20', byWords: 'the safeguarding lead', openTo: [named.person] },
      leader,
    );
    const seenBy = async (actor: Actor) => (await open('restricted-note', actor)).entries.find(({ id }) => id === note.id)!;
    expect(JSON.stringify(await seenBy(record.coordinator))).not.toContain('Kept apart');
    expect(await seenBy(record.coordinator)).toMatchObject({
      line: 'A restricted note exists',
      madeBy: null,
      changedBy: null,
      values: { byWords: 'the safeguarding lead', words: null, openTo: null },
    });
    expect((await seenBy(named)).madeBy).not.toBeNull();
    expect([(await seenBy(named)).values.words, (await seenBy(leader)).values.words]).toEqual(['Kept apart', 'Kept apart']);
    const history = { ...ofKind('restricted-note'), entry: note.id };
    await expect(record.world.casework.entryHistory(record.coordinator, history)).rejects.toMatchObject({ kind: 'not-allowed' });
    await expect(change(note, 'restricted-note', { words: 'Else' })).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(JSON.stringify((await open('log-entry')).entries)).not.toContain('Kept apart');
  });

  it('the record of a pupil who has left is only read', async () => {
    const gone = await record.world.enrol({ leftOn: '2026-11-01' });
    const ask = { pupil: gone, kind: 'need' as const, id: randomUUID(), values: { words: 'x', code: 'OTH' } };
    await expect(record.world.casework.recordEntry(record.coordinator, ask)).rejects.toMatchObject({ kind: 'not-ready' });
  });
});

describe('somebody who must not be contacted', () => {
  it('stands first in the list, then whoever has parental responsibility, then everybody else', async () => {
    const house = await aRecord(await aWorld());
    for (const [givenName, more] of [
      ['Alan', { relation: 'uncle' }],
      ['Fiona', { relation: 'mother', responsibility: true }],
      ['Mark', { relation: 'father', responsibility: true, restriction: 'Court order', restrictedOn: '2026-03-04' }],
    ] as const)
      await house.add('contact', { givenName, surname: 'Reid-Osei', ...more });
    const { entries } = await house.world.casework.openEntries(house.coordinator, { pupil: house.pupil, kind: 'contact' });
    const family = entries.filter(({ values }) => values.surname === 'Reid-Osei').map(({ values }) => values.givenName);
    expect(family).toEqual(['Mark', 'Fiona', 'Alan']);
  });

  it('duty 6 A1: can be chosen for nothing, in any kind, and only a coordinator says or lifts that', async () => {
    const manager = await record.world.actorFor('teacher', { pupil: record.pupil, relation: 'manages-case' });
    const father = await record.add('contact', { givenName: 'Mark', surname: 'Reid', relation: 'father' });
    const restriction = { restriction: 'Court order seen', restrictedOn: '2026-03-04' };
    await expect(change(father, 'contact', restriction, {}, manager)).rejects.toMatchObject({ kind: 'not-allowed' });
    const closed = await change(father, 'contact', restriction);
    await expect(change(closed, 'contact', { restriction: null, restrictedOn: null }, {}, manager)).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    const undo = { ...ofKind('contact'), entry: father.id, version: closed.version };
    await expect(record.world.casework.undoEntry(manager, undo)).rejects.toMatchObject({ kind: 'not-allowed' });
    await expect(record.world.casework.withdrawEntry(manager, { ...undo, reason: 'x' })).rejects.toMatchObject({ kind: 'not-allowed' });
    for (const { name, fields } of ALL_KINDS)
      for (const { key } of fields.filter(({ type }) => type === 'contact')) {
        const values = { ...record.least(name), [key]: father.id, ...(name === 'log-entry' ? { sort: 'letter' } : {}) };
        await expect(record.add(name, values)).rejects.toMatchObject({
          kind: 'not-valid',
          fields: [{ field: key, reason: 'names Mark Reid, who must not be contacted' }],
        });
      }
    await expect(record.add('log-entry', { ...record.least('log-entry'), sort: 'call', contact: father.id })).resolves.toMatchObject({
      version: 1,
    });
    const promised = { sort: 'call', contact: father.id, promise: 'Ring back', promiseDue: '2026-11-30' };
    await expect(record.add('log-entry', { ...record.least('log-entry'), ...promised })).rejects.toMatchObject({ kind: 'not-valid' });
  });

  it('of another pupil cannot be chosen either', async () => {
    const other = await aRecord(record.world);
    const values = { sort: 'parent-view', askedOf: 'Somebody', contact: other.named.contact };
    await expect(record.add('contribution', values)).rejects.toMatchObject({
      fields: [{ field: 'contact', reason: 'is not a contact of this pupil' }],
    });
  });
});
