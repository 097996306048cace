import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let ruth: Actor;
let hannah: Actor;
let anna: Actor;

beforeAll(async () => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
  hannah = await world.actorFor('leader');
  anna = await world.actorFor('teacher');
});

const names = async (actor: Actor) => (await world.casework.openViews(actor)).views.map(({ name }) => name);

describe('views of the caseload under a name', () => {
  it('one’s own are seen by nobody else, and those that are shared by everybody', async () => {
    await world.casework.saveView(ruth, { name: 'Reviews this term', words: { flag: 'review', order: 'due' }, shared: true });
    await world.casework.saveView(anna, { name: 'My reading group', words: { need: 'SPLD' }, shared: false });
    expect(await names(ruth)).toEqual(['Reviews this term']);
    expect(await names(anna)).toEqual(['My reading group', 'Reviews this term']);
  });

  it('a teacher keeps views for herself and shares none', async () => {
    await expect(world.casework.saveView(anna, { name: 'For all', words: {}, shared: true })).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    const [shared] = (await world.casework.openViews(anna)).views.filter((view) => view.shared);
    await expect(world.casework.changeView(anna, { view: shared!.id, name: 'Mine now', words: {}, shared: false })).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    await expect(world.casework.removeView(anna, { view: shared!.id })).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it('where two people save over one, the last is kept and what stood before can be put back', async () => {
    const { view } = await world.casework.saveView(ruth, { name: 'Year 6', words: { year: '6' }, shared: true });
    await world.casework.changeView(hannah, { view: view.id, name: 'Year 6', words: { year: '6', stage: 'plan' }, shared: true });
    const last = await world.casework.changeView(ruth, { view: view.id, name: 'Moving on', words: { year: '6' }, shared: true });
    expect(last.before).toEqual({ name: 'Year 6', words: { year: '6', stage: 'plan' }, shared: true });
    const back = await world.casework.changeView(ruth, { view: view.id, ...last.before! });
    expect(back.view).toMatchObject({ name: 'Year 6', words: { year: '6', stage: 'plan' }, by: ruth.name });
  });

  it('one that narrows by what the list no longer knows opens without it and says what it left out', async () => {
    const { view } = await world.casework.saveView(ruth, { name: 'Old house', words: { year: '9' }, shared: false });
    await world.sql(`update waymark.caseload_view set words = words || '{"house":"red"}' where id = $1`, [view.id]);
    const found = (await world.casework.openViews(ruth)).views.find(({ id }) => id === view.id);
    expect(found).toMatchObject({ words: { year: '9' }, left: ['house'] });
  });

  it('is taken away by its owner, and taking it away twice is no fault', async () => {
    const { view } = await world.casework.saveView(anna, { name: 'For a day', words: {}, shared: false });
    await world.casework.removeView(anna, { view: view.id });
    await world.casework.removeView(anna, { view: view.id });
    expect(await names(anna)).not.toContain('For a day');
  });

  it('somebody else’s own view is not there, whoever asks', async () => {
    const { view } = await world.casework.saveView(anna, { name: 'Private', words: {}, shared: false });
    await expect(world.casework.changeView(ruth, { view: view.id, name: 'Seen', words: {}, shared: false })).rejects.toMatchObject({
      kind: 'not-found',
    });
    await world.casework.removeView(ruth, { view: view.id });
    expect(await names(anna)).toContain('Private');
  });

  it('a forty-first view is refused with what to do', async () => {
    const sam = await world.actorFor('assistant');
    for (let count = 0; count < 40; count += 1) await world.casework.saveView(sam, { name: `View ${count}`, words: {}, shared: false });
    await expect(world.casework.saveView(sam, { name: 'One more', words: {}, shared: false })).rejects.toThrow(/Take one away/);
  });
});
