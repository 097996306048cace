import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Actor } from '#domain/access/actor.ts';
import { type ARecord, aRecord } from '#tests/builders/record.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let record: ARecord;
let ruth: Actor;
let priya: Actor;

beforeEach(async () => {
  world = await aWorld();
  record = await aRecord(world);
  ruth = record.coordinator;
  priya = await world.actorFor('teacher', { pupil: record.pupil, relation: 'teaches' });
});

const plan = { title: 'Fractions on a line', aim: 'Place halves and quarters', teach: 'Fold a strip of paper' };
const own = {
  title: 'Red card, green card',
  barriers: ['anxiety'],
  sort: 'accommodation',
  words: 'Show the red card when it is too much.',
  evidence: 'practice',
  source: 'Our Year 9 team',
};
const keep = (actor: Actor, kind: 'strategy' | 'session-plan' | 'material', values: Record<string, unknown>, id = randomUUID()) =>
  world.casework.keepGuidance(actor, { id, kind, values, class: null });
const strategiesOf = async () =>
  (await world.casework.openEntries(ruth, { pupil: record.pupil, kind: 'profile-line' })).entries.map(({ line }) => line);

describe('what a school keeps to teach by', () => {
  it('a teacher writes a session plan and changes it; a colleague reads it and does not change it; the coordinator may', async () => {
    const id = randomUUID();
    await keep(priya, 'session-plan', plan, id);
    const page = await world.casework.changeGuidance(priya, { entry: id, version: 1, values: { ...plan, minutes: 20 }, class: null });
    expect(page.entries[0]).toMatchObject({ line: 'Fractions on a line', version: 2, can: ['change', 'undo', 'retire'] });
    const other = await world.actorFor('assistant');
    expect((await world.casework.openGuidance(other)).entries[0]?.can).toEqual([]);
    await expect(world.casework.undoGuidance(other, { entry: id, version: 2 })).rejects.toThrow('Ask them or the coordinator');
    expect((await world.casework.undoGuidance(ruth, { entry: id, version: 2 })).entries[0]).toMatchObject({
      version: 3,
      values: { minutes: null },
    });
  });

  it('two who change the same: the second is told, and nothing is lost from the history', async () => {
    const id = randomUUID();
    await keep(priya, 'session-plan', plan, id);
    await world.casework.changeGuidance(ruth, { entry: id, version: 1, values: { ...plan, aim: 'Place thirds' }, class: null });
    await expect(world.casework.changeGuidance(priya, { entry: id, version: 1, values: plan, class: null })).rejects.toThrow(
      'changed this after you opened it. Nothing of yours was saved',
    );
    const { editions } = await world.casework.guidanceHistory(priya, { entry: id });
    expect(editions.map(({ version, deedWords, changes }) => [version, deedWords, changes])).toEqual([
      [2, 'Changed', [{ label: 'What they will be able to do', from: 'Place halves and quarters', to: 'Place thirds' }]],
      [1, 'Written', []],
    ]);
  });

  it('the school’s own strategy joins the library until it is retired, and comes back', async () => {
    const id = randomUUID();
    await expect(keep(priya, 'strategy', own)).rejects.toThrow('Only the coordinator');
    expect((await keep(ruth, 'strategy', own, id)).library[0]).toMatchObject({ id, own: true, title: own.title, verified: false });
    expect((await keep(ruth, 'strategy', own, id)).entries).toHaveLength(1);
    const retired = await world.casework.retireGuidance(ruth, { entry: id, version: 1, retired: true });
    expect(retired.library.some((entry) => entry.id === id)).toBe(false);
    const back = await world.casework.retireGuidance(ruth, { entry: id, version: 2, retired: false });
    expect(back.library.some((entry) => entry.id === id)).toBe(true);
  });

  it('a link that is not https, or a class of another school, is refused by the field’s name', async () => {
    await expect(keep(priya, 'material', { title: 'Maps', address: 'http://example.org' })).rejects.toThrow(
      '“Address” does not begin with https://',
    );
    await expect(
      world.casework.keepGuidance(priya, { id: randomUUID(), kind: 'session-plan', values: plan, class: randomUUID() }),
    ).rejects.toThrow('“Class” is no class of your schools');
  });

  it('a plan is taken out as a Word document that leaves out what says nothing', async () => {
    const id = randomUUID();
    await keep(priya, 'session-plan', plan, id);
    const file = await world.casework.downloadGuidance(priya, { entry: id });
    const text = strFromU8(unzipSync(new Uint8Array(Buffer.from(file.base64, 'base64')))['word/document.xml']!);
    expect(file.name).toBe('Session plan 2026-11-23.docx');
    expect(text).toContain('Fold a strip of paper');
    expect(text).not.toContain('Practise together');
  });

  it('another organisation sees none of it', async () => {
    await keep(ruth, 'strategy', own);
    const elsewhere = await aWorld();
    expect((await elsewhere.casework.openGuidance(await elsewhere.actorFor('coordinator'))).entries).toEqual([]);
  });
});

describe('a strategy for a pupil', () => {
  const use = (actor: Actor, strategy: string, request = randomUUID()) =>
    world.casework.useStrategy(actor, { pupil: record.pupil, strategy, request });

  it('ideas are tied to a barrier that the record names', async () => {
    await record.add('accommodation', { sort: 'accommodation', words: 'Sloping board', barrier: 'motor' });
    const { ideas } = await world.casework.openIdeas(priya, { pupil: record.pupil, words: 'tests' });
    expect(ideas[0]).toMatchObject({ barrierWords: 'Movement', why: 'named with an accommodation' });
    const asked = await world.casework.openIdeas(priya, { pupil: record.pupil, words: 'writing' });
    expect(asked.ideas.map(({ barrierWords }) => barrierWords)).toEqual(['Writing', 'Writing', 'Writing']);
    expect((await world.casework.openIdeas(priya, { pupil: record.pupil, words: 'astronomy' })).sentence).toBe(
      'Nothing in the library is for “astronomy”. Try one word: writing, reading, tests.',
    );
  });

  it('the coordinator puts it among the strategies, once; pressing twice adds nothing', async () => {
    const request = randomUUID();
    expect((await use(ruth, 'sentence-starters', request)).kept).toBe('strategies');
    expect((await use(ruth, 'sentence-starters', request)).kept).toBe('already');
    expect((await use(ruth, 'sentence-starters')).kept).toBe('already');
    expect((await strategiesOf()).filter((line) => line.includes('Sentence starters that go away'))).toHaveLength(1);
  });

  it('duty 4 A5: a modification goes among the modifications, not among the strategies', async () => {
    expect((await use(ruth, 'less-writing')).kept).toBe('modifications');
    expect((await strategiesOf()).join()).not.toContain('Half the length');
    const kept = await world.casework.openEntries(ruth, { pupil: record.pupil, kind: 'accommodation' });
    expect(kept.entries[0]?.values).toMatchObject({ sort: 'modification', places: ['lessons'] });
  });

  it('a teacher’s own try stands in the log with the barrier it is for', async () => {
    const used = await use(priya, 'say-it-first');
    expect(used.kept).toBe('log');
    const { entries } = await world.casework.openEntries(ruth, { pupil: record.pupil, kind: 'log-entry' });
    expect(entries[0]?.line).toMatch(/Trying: Say it, then write it/);
    expect(await strategiesOf()).toEqual([]);
  });

  it('a strategy that is not in the library is said so', async () => {
    await expect(use(ruth, 'no-such-thing')).rejects.toThrow('There is no such strategy, plan or link.');
  });
});
