import type { PrivacyPage } from '#contract/privacy.ts';
import type { PupilDeed } from '#domain/access/deeds.ts';
import { mayDo, seesWholeRegister } from '#domain/access/deeds.ts';
import { GROUND_WORDS } from '#domain/privacy/erasure.ts';
import { recordsLimitOf } from '#domain/privacy/records-limit.ts';
import { standingTo } from '../access/access-records.ts';
import { noSuchCase, permit, permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { erasureLine } from './erasure.ts';
import { erasuresAt, openErasureOf, tombstonesAt } from './erasure-records.ts';
import { holdsInForce, holdsOf } from './hold-records.ts';
import { requestLine } from './records-requests.ts';
import { openRequests, requestsOf } from './request-records.ts';
import { ruleShown, standingOf } from './retention.ts';
import { contactsOf, privacySettingOf, subjectOf, subjectsWithRecords } from './subject-records.ts';

const SHOWN = 200;
const TO_LOOK_AT = new Set(['due', 'soon', 'kept-longer', 'held']);

/** Settings, Privacy: records whose time has run out or soon will, requests, holds, erasures and what was erased. */
export const openPrivacy =
  (parts: Parts): Casework['openPrivacy'] =>
  async (actor) => {
    permitInHouse(actor, 'open-privacy');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const setting = await privacySettingOf(tx, actor.scope.organisation);
      const subjects = await subjectsWithRecords(tx, actor, today);
      const due = subjects.flatMap((subject) => {
        const standing = standingOf(subject, setting, today);
        const { id, name, caseRef, leftOn } = subject;
        return standing && TO_LOOK_AT.has(standing.state) ? [{ ...standing, pupil: id, name, caseRef, leftOn }] : [];
      });
      const order = (row: PrivacyPage['due'][number]) => row.due ?? '9999';
      due.sort((one, other) => order(one).localeCompare(order(other)));
      const requests = await openRequests(tx, actor, today);
      const erasures = await erasuresAt(tx, actor);
      const stones = await tombstonesAt(tx, actor);
      const holds = await holdsInForce(tx, actor, today);
      await note(tx, parts, actor, 'open-privacy', [...new Set([...due, ...requests, ...holds].map(({ pupil }) => pupil))]);
      return {
        today,
        rule: ruleShown(setting),
        due: due.slice(0, SHOWN),
        dueCount: due.filter(({ state }) => state === 'due').length,
        counted: subjects.length,
        requests: requests.map((request) => requestLine(request, today)),
        holds: [...holds],
        erasures: erasures.filter(({ state }) => state !== 'done').map((erasure) => erasureLine(erasure)),
        tombstones: stones.map(({ ground, ...stone }) => ({ ...stone, groundWords: GROUND_WORDS[ground] })),
      };
    });
  };

const CAN = { 'export-record': 'export', 'hold-record': 'hold', 'erase-record': 'erase' } as const satisfies Partial<
  Record<PupilDeed, string>
>;

/** A pupil’s privacy: who asked to see the record, whether it is under a hold, how long it is kept, whether it is to be erased. */
export const openPupilPrivacy =
  (parts: Parts): Casework['openPupilPrivacy'] =>
  async (actor, { pupil }) => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'hold-record', pupil, today);
      const subject = await subjectOf(tx, organisation, pupil);
      if (!subject) throw noSuchCase();
      const setting = await privacySettingOf(tx, organisation);
      const holds = await holdsOf(tx, organisation, pupil);
      const open = await openErasureOf(tx, organisation, pupil);
      const standing = await standingTo(tx, actor, pupil, today);
      const contacts = seesWholeRegister(actor.roles) ? await contactsOf(tx, organisation, pupil) : [];
      await note(tx, parts, actor, 'open-pupil-privacy', pupil);
      const { id, name, caseRef, leftOn } = subject;
      return {
        pupil: { id, name, caseRef, leftOn },
        contacts: contacts.map(({ id: contact, words }) => ({ id: contact, words })),
        limitWords: recordsLimitOf(setting.jurisdiction).words,
        hold: holds.find(({ liftedAt }) => liftedAt === null) ?? null,
        holds: holds.filter(({ liftedAt }) => liftedAt !== null),
        rule: ruleShown(setting),
        retention: standingOf(subject, setting, today),
        requests: (await requestsOf(tx, organisation, pupil)).map((request) => requestLine(request, today)),
        erasure: open ? erasureLine(open) : null,
        can: (Object.keys(CAN) as (keyof typeof CAN)[])
          .filter((deed) => mayDo(deed, standing?.roles ?? [], standing?.relations ?? []))
          .map((deed) => CAN[deed]),
      };
    });
  };
