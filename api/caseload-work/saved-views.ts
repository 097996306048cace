import type { SavedView, SavedViews, SaveViewRequest, ViewSaved } from '#contract/caseload-work.ts';
import type { Actor } from '#domain/access/actor.ts';
import { isViewWord } from '#domain/caseload/view-words.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { dropView, keepView, type StoredView, viewsFor, viewsOwned, viewToChange } from './view-records.ts';

/** As many as fit a row of tabs and its menu. */
const MOST_VIEWS = 40;

const noSuchView = (): Refusal => new Refusal('not-found', 'There is no such view, or it is not yours.');

/** A stored view with its words parted into those that the list knows and those it no longer does. */
const shown = ({ id, owner, name, words, shared, by }: StoredView, actor: Actor): SavedView => {
  return {
    id,
    name,
    words: Object.fromEntries(Object.entries(words).filter(([word]) => isViewWord(word))),
    shared,
    mine: owner === actor.person,
    by,
    left: Object.keys(words).filter((word) => !isViewWord(word)),
  };
};

const reply = async (tx: Transaction, actor: Actor): Promise<SavedViews> => ({
  views: (await viewsFor(tx, actor.scope.organisation, actor.person)).map((view) => shown(view, actor)),
});

/** One's own views of the caseload and those that are shared. A shared view holds words and no pupil: each sees their own pupils in it. */
export const openViews =
  (parts: Parts): Casework['openViews'] =>
  async (actor) => {
    permitInHouse(actor, 'open-caseload');
    return parts.database.within(actor.scope, (tx) => reply(tx, actor));
  };

/** Saves what the caseload shows under a name; for everybody where it is shared, which is the coordinator's and the leader's to do. */
export const saveView =
  (parts: Parts): Casework['saveView'] =>
  async (actor, ask): Promise<ViewSaved> => {
    permitInHouse(actor, ask.shared ? 'share-views' : 'open-caseload');
    return parts.database.within(actor.scope, async (tx) => {
      const { organisation } = actor.scope;
      if ((await viewsOwned(tx, organisation, actor.person)) >= MOST_VIEWS)
        throw new Refusal('not-ready', `You have ${MOST_VIEWS} views. Take one away before you save another.`);
      const id = parts.ids.next();
      await write(tx, parts, actor, { id, owner: actor.person, ...ask });
      return { view: await viewNow(tx, actor, id), before: null };
    });
  };

/** Saves over a view. Whoever saves last is kept, and the reply holds what stood before, so that it can be put back. */
export const changeView =
  (parts: Parts): Casework['changeView'] =>
  async (actor, { view: id, ...ask }): Promise<ViewSaved> => {
    permitInHouse(actor, ask.shared ? 'share-views' : 'open-caseload');
    return parts.database.within(actor.scope, async (tx) => {
      const before = await viewToChange(tx, actor.scope.organisation, actor.person, id);
      if (!before) throw noSuchView();
      if (before.shared) permitInHouse(actor, 'share-views');
      await write(tx, parts, actor, { id, owner: before.owner, ...ask });
      const { name, words, shared } = { ...before, words: shown(before, actor).words };
      return { view: await viewNow(tx, actor, id), before: { name, words, shared } };
    });
  };

/** Takes a view away; a shared one is the coordinator's and the leader's to take. Answers what is left. */
export const removeView =
  (parts: Parts): Casework['removeView'] =>
  async (actor, { view: id }): Promise<SavedViews> => {
    permitInHouse(actor, 'open-caseload');
    return parts.database.within(actor.scope, async (tx) => {
      const found = await viewToChange(tx, actor.scope.organisation, actor.person, id);
      if (found?.shared) permitInHouse(actor, 'share-views');
      if (found) await dropView(tx, actor.scope.organisation, id);
      await note(tx, parts, actor, 'remove-view', undefined, { view: id });
      return reply(tx, actor);
    });
  };

const write = async (tx: Transaction, parts: Parts, actor: Actor, view: { id: string; owner: string } & SaveViewRequest): Promise<void> => {
  await keepView(tx, actor.scope.organisation, {
    ...view,
    words: view.words as Readonly<Record<string, string>>,
    changedBy: actor.person,
    at: parts.clock.now(),
  });
  await note(tx, parts, actor, 'save-view', undefined, { view: view.id, shared: view.shared });
};

const viewNow = async (tx: Transaction, actor: Actor, id: string): Promise<SavedView> => {
  const found = (await viewsFor(tx, actor.scope.organisation, actor.person)).find((view) => view.id === id);
  if (!found) throw noSuchView();
  return shown(found, actor);
};
