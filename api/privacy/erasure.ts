import type { Copies, Erasure, PrivacyPage } from '#contract/privacy.ts';
import type { Actor } from '#domain/access/actor.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { ALONE_AFTER_DAYS, cannotConfirm, cannotErase, type ErasureGround, GROUND_WORDS } from '#domain/privacy/erasure.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import { noSuchCase, permit, permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { copiesOf } from './copies-of.ts';
import { requestWaits } from './copies-records.ts';
import { erasureNamed, insertErasure, moveErasure, openErasureOf, type StoredErasure } from './erasure-records.ts';
import { insertSteps, type StoredStep, stepsOf } from './erasure-step-records.ts';
import { type PrivacySetting, privacySettingOf, type Subject, subjectOf } from './subject-records.ts';

/** Whether the entry on the roll should stay: while the pupil is on roll, and in the US as the permanent record that 34 CFR 300.624(b) allows. */
const keepRollProposal = ({ leftOn }: Subject, { jurisdiction }: PrivacySetting): Copies['keepRoll'] => {
  if (leftOn === null)
    return { proposed: true, why: 'The pupil is on roll: the next roster would bring the entry back. What belongs to the case goes.' };
  if (nationOf(jurisdiction) === 'idea')
    return {
      proposed: true,
      why: 'A permanent record of name, attendance, classes and year may be kept without limit (34 CFR 300.624(b)).',
    };
  return { proposed: false, why: 'The pupil has left. The entry can go with everything else.' };
};

const subjectFor = async (tx: Transaction, parts: Parts, actor: Actor, pupil: string): Promise<Subject> => {
  await permit(tx, actor, 'erase-record', pupil, parts.clock.today(actor.timeZone));
  const subject = await subjectOf(tx, actor.scope.organisation, pupil);
  if (!subject) throw noSuchCase();
  return subject;
};

const hindrance = async (tx: Transaction, organisation: string, subject: Subject, ground: ErasureGround): Promise<string | null> =>
  cannotErase({ held: subject.held, openRequest: await requestWaits(tx, organisation, subject.id), ground });

/** Every copy of a record, before anybody asks for anything: looked up now, in the record and in Microsoft 365. */
export const listCopies =
  (parts: Parts): Casework['listCopies'] =>
  async (actor, { pupil, keepRoll }) => {
    const { organisation } = actor.scope;
    const { subject, setting, cannot } = await parts.database.within(actor.scope, async (tx) => {
      const found = await subjectFor(tx, parts, actor, pupil);
      const open = await openErasureOf(tx, organisation, pupil);
      const why = open ? 'An erasure of this record has been asked for already.' : await hindrance(tx, organisation, found, 'asked');
      await note(tx, parts, actor, 'list-copies', pupil);
      return { subject: found, setting: await privacySettingOf(tx, organisation), cannot: why };
    });
    const proposal = keepRollProposal(subject, setting);
    const found = await copiesOf(parts, actor, subject, keepRoll ?? proposal.proposed);
    return {
      name: subject.name,
      caseRef: subject.caseRef,
      copies: found.map(({ kind, words, told }, rank) => ({
        rank,
        kind,
        words,
        outcome: told === null ? null : 'told',
        outcomeWords: told,
      })),
      cannot,
      onRoll: subject.leftOn === null,
      keepRoll: proposal,
      tellFamily: nationOf(setting.jurisdiction) === 'idea',
    };
  };

/** Asks for the erasure of a record. Nothing is done before somebody confirms it; the same request again asks once. */
export const askErasure =
  (parts: Parts): Casework['askErasure'] =>
  async (actor, { pupil, id, ground, reason, keepRoll, toldOn }) => {
    const { organisation } = actor.scope;
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const subject = await subjectFor(tx, parts, actor, pupil);
      const asked = await erasureNamed(tx, organisation, id);
      if (asked?.pupil === pupil) return erasureShown(tx, parts, actor, asked);
      const why = await hindrance(tx, organisation, subject, ground);
      if (why) throw new Refusal('not-ready', why);
      const { jurisdiction } = await privacySettingOf(tx, organisation);
      if (nationOf(jurisdiction) === 'idea' && ground === 'retention' && (!toldOn || toldOn > today))
        throw new Refusal('not-valid', 'The parent is told before a record is destroyed (34 CFR 300.624). Say when they were told.', [
          { field: 'toldOn', reason: 'the day on which the parent was told, not ahead of today' },
        ]);
      const { school, caseRef } = subject;
      const made = await insertErasure(tx, organisation, {
        id,
        pupil,
        school,
        caseRef,
        ground,
        reason,
        keepRoll,
        toldOn,
        by: actor.person,
        at: parts.clock.now(),
      });
      if (!made) throw new Refusal('changed-meanwhile', 'An erasure of this record has been asked for already.');
      await note(tx, parts, actor, 'ask-erasure', pupil, { erasure: id, ground, keepRoll });
      return shownAgain(tx, parts, actor, id);
    });
  };

/** The second person’s word. The copies are listed as they are now, and the queue begins. */
export const confirmErasure =
  (parts: Parts): Casework['confirmErasure'] =>
  async (actor, { erasure: id }) => {
    const { organisation } = actor.scope;
    const { erasure, subject } = await parts.database.within(actor.scope, async (tx) => {
      const found = await erasureFor(tx, parts, actor, id);
      return { erasure: found, subject: await subjectFor(tx, parts, actor, found.pupil) };
    });
    if (erasure.state !== 'asked') throw new Refusal('changed-meanwhile', 'This erasure has been confirmed or withdrawn already.');
    await parts.database.within(actor.scope, async (tx) => mustConfirm(tx, parts, actor, erasure, subject));
    const copies = await copiesOf(parts, actor, subject, erasure.keepRoll);
    return parts.database.within(actor.scope, async (tx) => {
      await mustConfirm(tx, parts, actor, erasure, await subjectFor(tx, parts, actor, erasure.pupil));
      const moved = await moveErasure(tx, organisation, id, 'asked', { state: 'running', by: actor.person, at: parts.clock.now() });
      if (!moved) throw new Refusal('changed-meanwhile', 'This erasure has been confirmed or withdrawn already.');
      await insertSteps(tx, organisation, id, copies);
      await enqueue(tx, 'erase-record', { erasure: id }, { key: id, queue: `erase:${id}` });
      await note(tx, parts, actor, 'confirm-erasure', erasure.pupil, { erasure: id, copies: copies.length });
      return shownAgain(tx, parts, actor, id);
    });
  };

const mustConfirm = async (tx: Transaction, parts: Parts, actor: Actor, erasure: StoredErasure, subject: Subject): Promise<void> => {
  const why = (await whyNotConfirm(tx, parts, actor, erasure)) ?? (await hindrance(tx, actor.scope.organisation, subject, erasure.ground));
  if (why) throw new Refusal('not-ready', why);
};

const whyNotConfirm = async (tx: Transaction, parts: Parts, actor: Actor, erasure: StoredErasure): Promise<string | null> => {
  const { aloneAfterDays } = await privacySettingOf(tx, actor.scope.organisation);
  const asked = { by: erasure.asker, on: dayIn(actor.timeZone, erasure.askedAt) };
  const who = { person: actor.person, roles: actor.roles, today: parts.clock.today(actor.timeZone) };
  return cannotConfirm(asked, who, aloneAfterDays ?? ALONE_AFTER_DAYS);
};

/** Withdraws an erasure that nobody has confirmed. */
export const cancelErasure =
  (parts: Parts): Casework['cancelErasure'] =>
  async (actor, { erasure: id, reason }) => {
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const erasure = await erasureFor(tx, parts, actor, id);
      const moved = await moveErasure(tx, organisation, id, 'asked', { state: 'cancelled', why: reason, at: parts.clock.now() });
      if (!moved) throw new Refusal('changed-meanwhile', 'It is under way or at its end, and cannot be withdrawn any more.');
      await note(tx, parts, actor, 'cancel-erasure', erasure.pupil, { erasure: id });
      return shownAgain(tx, parts, actor, id);
    });
  };

/** How an erasure stands, copy by copy; also when the record is gone. */
export const openErasure =
  (parts: Parts): Casework['openErasure'] =>
  async (actor, { erasure: id }) =>
    parts.database.within(actor.scope, async (tx) => {
      const erasure = await erasureFor(tx, parts, actor, id);
      await note(tx, parts, actor, 'open-erasure', erasure.pupil, { erasure: id });
      return erasureShown(tx, parts, actor, erasure);
    });

/** While the pupil is there the right is to the record; once it is gone, to the school it belonged to. */
const erasureFor = async (tx: Transaction, parts: Parts, actor: Actor, id: string): Promise<StoredErasure> => {
  const erasure = await erasureNamed(tx, actor.scope.organisation, id);
  if (!erasure) throw noSuchCase();
  if (await subjectOf(tx, actor.scope.organisation, erasure.pupil)) {
    await permit(tx, actor, 'erase-record', erasure.pupil, parts.clock.today(actor.timeZone));
    return erasure;
  }
  if (!actor.scope.schools.includes(erasure.school)) throw noSuchCase();
  permitInHouse(actor, 'open-privacy');
  return erasure;
};

const shownAgain = async (tx: Transaction, parts: Parts, actor: Actor, id: string): Promise<Erasure> => {
  const erasure = await erasureNamed(tx, actor.scope.organisation, id);
  if (!erasure) throw noSuchCase();
  return erasureShown(tx, parts, actor, erasure);
};

const erasureShown = async (tx: Transaction, parts: Parts, actor: Actor, erasure: StoredErasure): Promise<Erasure> => {
  const steps = await stepsOf(tx, actor.scope.organisation, erasure.id);
  const { ground, reason, keepRoll, toldOn, confirmedBy, confirmedAt, endedAt, endedWhy, trouble } = erasure;
  return {
    ...erasureLine(erasure, steps),
    ground,
    groundWords: GROUND_WORDS[ground],
    reason,
    keepRoll,
    toldOn,
    confirmedBy,
    confirmedAt,
    endedAt,
    endedWhy,
    trouble,
    cannotConfirm: erasure.state === 'asked' ? await whyNotConfirm(tx, parts, actor, erasure) : null,
    steps: steps.map(({ rank, kind, words, outcome, outcomeWords }) => ({ rank, kind, words, outcome, outcomeWords })),
  };
};

/** An erasure in a list. */
export const erasureLine = (erasure: StoredErasure, steps: readonly StoredStep[] = []): PrivacyPage['erasures'][number] => {
  const { id, pupil, name, caseRef, state, askedBy, askedAt } = erasure;
  return { id, pupil, name, caseRef, state, words: stateWords(erasure, steps), askedBy, askedAt };
};

const stateWords = ({ state, trouble }: StoredErasure, steps: readonly StoredStep[]): string => {
  if (state === 'asked') return 'Waits for a second person';
  if (state === 'cancelled') return 'Withdrawn';
  if (state === 'done') return 'Erased';
  if (trouble) return trouble;
  const settled = steps.filter(({ outcome }) => outcome !== null).length;
  return steps.length ? `Under way: ${settled} of ${countWords(steps.length, 'copy', 'copies')}` : 'Under way';
};
