import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '#api/refusal.ts';
import type { Actor } from '#domain/access/actor.ts';
import { ayaansCase } from '#tests/api/meetings/a-case.ts';
import { between, type Chance, oneOf } from './chance.ts';
import type { SimulatedSchool } from './simulated-school.ts';

/** What somebody did, and whether Waymark said that it was done. */
export type Done =
  | { readonly kind: 'entry'; readonly id: string; readonly pupil: string; readonly accepted: boolean }
  | { readonly kind: 'review'; readonly meeting: string; readonly accepted: boolean }
  | { readonly kind: 'plan'; readonly pupil: string; readonly caseRef: string; readonly accepted: boolean }
  | { readonly kind: 'moved'; readonly meeting: string; readonly accepted: boolean };

/** What a run has come to, as it goes on. */
export type Diary = { readonly done: Done[]; readonly faults: string[]; longest: number };

/** Presses, and presses again where Waymark says that something outside is unwell, as people do; whether it was accepted in the end. */
const pressing = async (diary: Diary, chance: Chance, what: string, press: () => Promise<unknown>): Promise<boolean> => {
  for (let times = 1; ; times += 1) {
    const began = performance.now();
    try {
      await press();
      return true;
    } catch (fault) {
      if (!(fault instanceof Refusal)) diary.faults.push(`${what}: ${(fault as Error).stack ?? fault}`);
      if (!(fault instanceof Refusal) || fault.kind === 'not-valid' || times === 4 || chance() < 0.25) return false;
    } finally {
      diary.longest = Math.max(diary.longest, performance.now() - began);
    }
    await wait(between(chance, 20, 300));
  }
};

type Deed = (school: SimulatedSchool, diary: Diary, chance: Chance, ruth: Actor) => Promise<void>;

let cases = 5_000;

const writesAnEntry: Deed = async ({ deeds, world }, diary, chance, ruth) => {
  const [id, pupil] = [randomUUID(), await world.enrol({ surname: 'Quillfeather' })];
  const values = { description: 'Loses the thread of long instructions', area: 'communication', source: 'Ottoline Quillfeather' };
  const accepted = await pressing(diary, chance, 'writing an entry', () => deeds.recordEntry(ruth, { pupil, kind: 'need', id, values }));
  diary.done.push({ kind: 'entry', id, pupil, accepted });
};

const booksAReview: Deed = async ({ deeds, world }, diary, chance) => {
  const { pupil, ruth } = await ayaansCase({ world });
  let meeting = '';
  const accepted = await pressing(diary, chance, 'booking a review', async () => {
    const proposal = await deeds.proposeReview(ruth, { pupil });
    meeting = proposal.meeting;
    const slot = oneOf(chance, proposal.slots).id;
    await deeds.bookReview(ruth, { meeting, version: proposal.version, slot, agreed: 'phone' });
  });
  diary.done.push({ kind: 'review', meeting, accepted });
};

const draftsAPlan: Deed = async ({ deeds, world }, diary, chance, ruth) => {
  cases += 1;
  const [caseRef, request] = [`WM-${cases}`, randomUUID()];
  const pupil = await world.enrol({ surname: 'Quillfeather', caseRef, stage: 'support' });
  const accepted = await pressing(diary, chance, 'drafting a plan', () => deeds.draftPlan(ruth, { pupil, request, kind: 'senSupport' }));
  diary.done.push({ kind: 'plan', pupil, caseRef, accepted });
};

/** Somebody moves a review in Outlook, and the queue is told. */
const movesInOutlook: Deed = async ({ world, tenant, parts }, diary, chance) => {
  const rows = await world.sql<{ id: string; event: string }>(
    "select id, event_id as event from waymark.meeting where state = 'booked' order by id",
  );
  if (rows.length === 0) return;
  const { id, event } = oneOf(chance, rows);
  const calm = tenant.controls.now();
  if (calm.outage !== 'none' || calm.mailbox !== 'well') return;
  const { moveEvent } = await import('./outlook.ts');
  const accepted = await moveEvent(tenant, event, between(chance, 0, 40));
  await world.sql("select graphile_worker.add_job('follow-calendar', json_build_object('organisation', $1::text), job_key => $2)", [
    world.organisation,
    `${world.organisation}:follow-calendar:follow`,
  ]);
  diary.done.push({ kind: 'moved', meeting: id, accepted });
  void parts;
};

const DEEDS: readonly Deed[] = [writesAnEntry, writesAnEntry, booksAReview, booksAReview, draftsAPlan, movesInOutlook];

/** Somebody who works until told to stop. */
export const aPersonAtWork = async (school: SimulatedSchool, diary: Diary, chance: Chance, stop: AbortSignal): Promise<void> => {
  const ruth = await school.world.actorFor('coordinator');
  while (!stop.aborted) {
    await oneOf(chance, DEEDS)(school, diary, chance, ruth);
    await wait(between(chance, 10, 150), undefined, { signal: stop }).catch(() => undefined);
  }
};
