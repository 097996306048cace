import type { Door } from '#domain/access/actor.ts';
import { addMinutes } from '#domain/calendar/wall-clock.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { note } from '../audit/note.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { organisationOf } from '../people/organisation-records.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, applyWaiting, TooManyLeave } from './apply-waiting.ts';
import { readPeople } from './read-people.ts';
import { unfinishAll } from './sync-records.ts';
import { closeRun, type Run, takeRun, touchRun } from './sync-run-records.ts';

/** Who asked for the reading: nobody, at night. */
export type AskedBy = { readonly organisation: string; readonly person: string | null; readonly door: Door };

/** How the reading ended. `busy`: another one is under way. */
export type SyncEnd = 'done' | 'held' | 'resting' | 'failed' | 'busy';

/** Minutes until the next try, after each one that failed; then the night. */
const RESTS = [5, 15, 60, 180];
const NOBODY = '00000000-0000-0000-0000-000000000000';

const heldWords = ({ pupils, staff }: TooManyLeave): string =>
  `Microsoft 365 no longer knows ${[
    ...(pupils > 0 ? [countWords(pupils, 'pupil')] : []),
    ...(staff > 0 ? [`${staff} ${staff === 1 ? 'member' : 'members'} of staff`] : []),
  ].join(
    ' and ',
  )} who are here. So many at once is mostly a fault over there, so nothing was changed. If they have really left, close them.`;

type House = { readonly organisation: string; readonly timeZone: string; readonly schools: readonly string[] };

const keepEnd = async (
  parts: Parts,
  by: AskedBy,
  house: House,
  run: Run,
  requests: number,
  notes: readonly string[],
  closeMany: boolean,
): Promise<Applied> =>
  parts.database.within({ organisation: house.organisation, schools: [] }, async (tx) => {
    const applied = await applyWaiting(tx, parts, { organisation: house.organisation, timeZone: house.timeZone, run: run.id, closeMany });
    const homeless =
      applied.homeless > 0
        ? [
            `${countWords(applied.homeless, 'pupil')} stand in no school of Microsoft 365 and were left out, because it cannot be told which of yours is meant.`,
          ]
        : [];
    await closeRun(tx, {
      organisation: house.organisation,
      id: run.id,
      state: 'done',
      now: parts.clock.now(),
      requests,
      counts: { changes: applied.counts, doubtful: applied.doubtful },
      notes: [...notes, ...homeless],
    });
    const actor = { person: by.person ?? NOBODY, name: '', roles: [], scope: { ...house }, door: by.door, timeZone: house.timeZone };
    await note(tx, parts, actor, 'sync-people', run.id, { changes: applied.counts, requests });
    return applied;
  });

/** What the run says when it could not go on, and when it will be tried again. */
const rest = async (parts: Parts, organisation: string, run: Run, requests: number, refusal: Refusal): Promise<SyncEnd> => {
  const pause = refusal.kind === 'elsewhere-unwell' ? RESTS[run.attempt - 1] : undefined;
  const now = parts.clock.now();
  const tryAgainAt = pause === undefined ? null : addMinutes(now, pause);
  const state = tryAgainAt === null ? 'failed' : 'resting';
  await parts.database.within({ organisation, schools: [] }, async (tx) => {
    await closeRun(tx, { organisation, id: run.id, state, now, requests, tryAgainAt, problem: refusal.message });
    if (tryAgainAt !== null) await enqueue(tx, 'sync-people', { again: true }, { key: 'again', runAt: tryAgainAt, queue: 'people' });
  });
  return state;
};

/**
 * Reads people and classes from Microsoft 365 and brings what changed into the record: pages are kept as they come, the record changes in one
 * transaction at the end. A reading that cannot go on rests and is tried again from where it was; half of one is never in the record.
 * `again` goes on with a run that rests and begins none.
 */
export const runSync = async (parts: Parts, by: AskedBy, { closeMany = false, again = false } = {}): Promise<SyncEnd> => {
  const { organisation } = by;
  const scope = { organisation, schools: [] };
  const begun = await parts.database.within(scope, async (tx) => {
    const found = await organisationOf(tx, organisation);
    if (!found) return null;
    const id = parts.ids.next();
    const run = await takeRun(tx, { organisation, id, by: by.person, door: by.door, now: parts.clock.now(), asked: false }, again);
    if (run && run.attempt === 1) await unfinishAll(tx, organisation);
    return run && { run, house: { organisation, ...found } };
  });
  if (!begun) return 'busy';
  const { run, house } = begun;
  let requests = run.requests;
  const asked = async (): Promise<void> => {
    requests += 1;
    await parts.database.within(scope, (tx) => touchRun(tx, organisation, run.id, requests, parts.clock.now()));
  };
  try {
    const notes = await readPeople(parts, { organisation, asked });
    await keepEnd(parts, by, house, run, requests, notes, closeMany);
    return 'done';
  } catch (fault) {
    if (fault instanceof TooManyLeave) {
      const held = { organisation, id: run.id, state: 'held', now: parts.clock.now(), requests, problem: heldWords(fault) } as const;
      await parts.database.within(scope, (tx) => closeRun(tx, held));
      return 'held';
    }
    if (fault instanceof Refusal) return rest(parts, organisation, run, requests, fault);
    const words = 'Reading people stopped at a fault of Waymark’s own. Nothing of this reading was changed. It is tried again by itself.';
    await rest(parts, organisation, run, requests, new Refusal('elsewhere-unwell', words));
    throw fault;
  }
};
