import type { Actor } from '#domain/access/actor.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Overtaken, Refusal } from '../refusal.ts';
import { acceptGuidance } from './accept-guidance.ts';
import { editionsOf, type GuidanceToKeep, guidanceToChange, keepEdition, type StoredGuidance } from './guidance-records.ts';
import { guidanceReply, mayChange, noSuchGuidance } from './guidance-reply.ts';

/** Adds a strategy of the school, a plan or a link. The page makes the id: the same request sent again adds nothing. */
export const keepGuidance =
  (parts: Parts): Casework['keepGuidance'] =>
  async (actor, ask) => {
    permitInHouse(actor, ask.kind === 'strategy' ? 'keep-guidance' : 'plan-lessons');
    return parts.database.within(actor.scope, async (tx) => {
      if (!(await guidanceToChange(tx, actor.scope.organisation, ask.id))) {
        const values = await acceptGuidance(tx, parts, actor, ask.kind, ask);
        await write(tx, parts, actor, { id: ask.id, kind: ask.kind, class: ask.class, values, version: 1, retired: false, deed: 'made' });
      }
      return guidanceReply(tx, actor);
    });
  };

/** Changes one as the person saw it; whoever comes second is told, and what they typed stays with them. */
export const changeGuidance =
  (parts: Parts): Casework['changeGuidance'] =>
  async (actor, ask) =>
    parts.database.within(actor.scope, async (tx) => {
      const row = await opened(tx, actor, ask);
      if (row.retired) throw new Refusal('not-ready', 'This is retired. Bring it back before you change it.');
      const values = await acceptGuidance(tx, parts, actor, row.kind, ask);
      await write(tx, parts, actor, { ...row, class: ask.class, values, version: row.version + 1, deed: 'changed' });
      return guidanceReply(tx, actor);
    });

/** Makes the edition before the last change a new one; an undo can itself be undone. */
export const undoGuidance =
  (parts: Parts): Casework['undoGuidance'] =>
  async (actor, ask) =>
    parts.database.within(actor.scope, async (tx) => {
      const row = await opened(tx, actor, ask);
      const now = JSON.stringify([row.values, row.class?.id ?? null]);
      const before = (await editionsOf(tx, actor.scope.organisation, row.id)).find(
        (edition) => JSON.stringify([edition.values, edition.class]) !== now,
      );
      if (!before) throw new Refusal('not-ready', 'There is nothing to undo: this is as it was first written.');
      await write(tx, parts, actor, { ...row, class: before.class, values: before.values, version: row.version + 1, deed: 'undone' });
      return guidanceReply(tx, actor);
    });

/** Takes one out of the lists, or brings it back; nothing is lost, and where it was used for a pupil it stays. */
export const retireGuidance =
  (parts: Parts): Casework['retireGuidance'] =>
  async (actor, ask) =>
    parts.database.within(actor.scope, async (tx) => {
      const row = await opened(tx, actor, ask);
      if (row.retired !== ask.retired) {
        const deed = ask.retired ? 'retired' : 'restored';
        await write(tx, parts, actor, { ...row, class: row.class?.id ?? null, version: row.version + 1, retired: ask.retired, deed });
      }
      return guidanceReply(tx, actor);
    });

/** An entry that this actor may change, at the version they saw. */
const opened = async (
  tx: Transaction,
  actor: Actor,
  ask: { readonly entry: string; readonly version: number },
): Promise<StoredGuidance> => {
  permitInHouse(actor, 'plan-lessons');
  const row = await guidanceToChange(tx, actor.scope.organisation, ask.entry);
  if (!row) throw noSuchGuidance();
  if (!mayChange(actor, row))
    throw new Refusal(
      'not-allowed',
      row.kind === 'strategy'
        ? 'Only the coordinator can change the school’s strategies.'
        : `${row.maker} wrote this. Ask them or the coordinator to change it.`,
    );
  if (row.version !== ask.version)
    throw new Overtaken(`${row.changedBy} changed this after you opened it. Nothing of yours was saved; look at what it says now.`);
  return row;
};

type Writing = Pick<GuidanceToKeep, 'id' | 'kind' | 'class' | 'values' | 'version' | 'retired' | 'deed'>;

const write = async (tx: Transaction, parts: Parts, actor: Actor, entry: Writing): Promise<void> => {
  const { id, kind, class: of, values, version, retired, deed } = entry;
  const by = { by: actor.person, at: parts.clock.now() };
  if (!(await keepEdition(tx, actor.scope.organisation, { id, kind, class: of, values, version, retired, deed, ...by })))
    throw new Overtaken('Somebody else saved this at the same moment. Nothing of yours was saved; look at what it says now.');
  await note(tx, parts, actor, 'keep-guidance', undefined, { entry: id, kind, version, deed });
};
