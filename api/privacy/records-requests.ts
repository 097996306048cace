import type { RecordsRequest, RequestLine } from '#contract/privacy.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { countWords, daysLeftWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { recordsDue, recordsLimitOf } from '#domain/privacy/records-limit.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import { writeMeetingEvent } from '../meetings/case-event-records.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { openErasureOf } from './erasure-records.ts';
import {
  dropPieces,
  endRequest,
  findingsOf,
  insertRequest,
  moveRequest,
  nextMeetingOf,
  pieceOf,
  requestNamed,
  type StoredFinding,
  type StoredRequest,
  withdrawEvent,
  writeDecisions,
} from './request-records.ts';
import { contactsOf, privacySettingOf } from './subject-records.ts';

/** The request, for somebody who may prepare its answer. */
const requestFor = async (tx: Transaction, parts: Parts, actor: Actor, id: string): Promise<StoredRequest> => {
  const found = await requestNamed(tx, actor.scope.organisation, id);
  if (!found) throw noSuchCase();
  await permit(tx, actor, 'export-record', found.pupil, parts.clock.today(actor.timeZone));
  return found;
};

/** Writes down that somebody asked to see the record: its clock starts on the day of receipt, and the queue begins to gather. */
export const askForRecords =
  (parts: Parts): Casework['askForRecords'] =>
  async (actor, { pupil, id, askedBy, askedAs, contact, receivedOn }) => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'export-record', pupil, today);
      const before = await requestNamed(tx, organisation, id);
      if (before?.pupil === pupil) return shown(tx, parts, actor, before);
      if (receivedOn > today)
        throw new Refusal('not-valid', 'That day has not come yet.', [{ field: 'receivedOn', reason: 'That day has not come yet.' }]);
      if (contact && !(await contactsOf(tx, organisation, pupil)).some((one) => one.id === contact))
        throw new Refusal('not-valid', 'That person is not a contact of this pupil.', [
          { field: 'contact', reason: 'not a contact of this pupil' },
        ]);
      if (await openErasureOf(tx, organisation, pupil))
        throw new Refusal('not-ready', 'An erasure of this record has been asked for. Withdraw it first, then answer the request.');
      const { jurisdiction } = await privacySettingOf(tx, organisation);
      const { due } = recordsDue(jurisdiction, receivedOn, await nextMeetingOf(tx, organisation, pupil, receivedOn, actor.timeZone));
      const { rule } = recordsLimitOf(jurisdiction);
      const at = parts.clock.now();
      const made = await insertRequest(tx, organisation, {
        id,
        pupil,
        askedBy,
        askedAs,
        contact,
        receivedOn,
        due,
        rule,
        by: actor.person,
        at,
      });
      if (!made) throw new Refusal('changed-meanwhile', 'This request has been written down already.');
      const event = { id: parts.ids.next(), pupil, kind: 'records-requested', on: receivedOn, meeting: id, by: actor.person, at };
      await writeMeetingEvent(tx, organisation, event);
      await enqueue(tx, 'gather-records', { request: id }, { key: id, queue: `records:${id}` });
      await note(tx, parts, actor, 'ask-for-records', pupil, { request: id, receivedOn, due, rule });
      return shownAgain(tx, parts, actor, id);
    });
  };

/** The request with everything to decide. */
export const openRecordsRequest =
  (parts: Parts): Casework['openRecordsRequest'] =>
  async (actor, { request: id }) =>
    parts.database.within(actor.scope, async (tx) => {
      const request = await requestFor(tx, parts, actor, id);
      await note(tx, parts, actor, 'open-records-request', request.pupil, { request: id });
      return shown(tx, parts, actor, request);
    });

/** What may be done about a finding: a name can be taken out; a note or a file that no machine can read goes whole or not at all. */
const choicesOf = (kind: StoredFinding['kind']): RecordsRequest['findings'][number]['choices'] =>
  kind === 'restricted-note' || kind === 'unread-file' ? ['keep', 'withhold'] : ['keep', 'redact', 'withhold'];

/** A person’s decisions. Withholding needs its ground, which the person who asked is told. */
export const decidePassages =
  (parts: Parts): Casework['decidePassages'] =>
  async (actor, { request: id, decisions }) => {
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const request = await requestFor(tx, parts, actor, id);
      if (request.state !== 'to-decide' && request.state !== 'ready')
        throw new Refusal('not-ready', 'Decisions can be made when the record has been gathered, and until it has been handed over.');
      const findings = new Map((await findingsOf(tx, organisation, id)).map((finding) => [finding.id, finding]));
      const faults = decisions.flatMap(({ finding, choice, ground }, index) => {
        const found = findings.get(finding);
        if (!found) return [{ field: `decisions.${index}.finding`, reason: 'is not, or no longer, among what is to be decided' }];
        if (!choicesOf(found.kind).includes(choice))
          return [{ field: `decisions.${index}.choice`, reason: 'this can be kept or withheld, and not redacted' }];
        return choice === 'withhold' && !ground ? [{ field: `decisions.${index}.ground`, reason: 'withholding needs a ground' }] : [];
      });
      if (faults[0]) throw new Refusal('not-valid', `Nothing was decided: ${faults[0].reason}.`, faults);
      const rows = decisions.map(({ finding, choice, ground }) => ({ finding, choice, ground: ground || null }));
      await writeDecisions(tx, organisation, id, rows, actor.person, parts.clock.now());
      // An archive that says something else is no longer what was decided.
      if (request.state === 'ready') {
        await dropPieces(tx, organisation, id);
        await moveRequest(tx, organisation, id, ['ready'], 'to-decide');
      }
      await note(tx, parts, actor, 'decide-passages', request.pupil, { request: id, decisions: decisions.length });
      return shownAgain(tx, parts, actor, id);
    });
  };

/** Has the archive built. Everything must have been decided. */
export const buildRecords =
  (parts: Parts): Casework['buildRecords'] =>
  async (actor, { request: id }) => {
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const request = await requestFor(tx, parts, actor, id);
      const open = (await findingsOf(tx, organisation, id)).filter(({ choice }) => choice === null).length;
      if (open > 0) throw new Refusal('not-ready', `${countWords(open, 'passage')} to decide first.`);
      if (!(await moveRequest(tx, organisation, id, ['to-decide'], 'building')))
        throw new Refusal('not-ready', 'The archive is built when everything has been gathered and decided, and once.');
      await enqueue(tx, 'build-records', { request: id }, { key: id, queue: `records:${id}` });
      await note(tx, parts, actor, 'build-records', request.pupil, { request: id });
      return shownAgain(tx, parts, actor, id);
    });
  };

/** One piece of the archive. That somebody fetched it is noted with its first. */
export const downloadRecords =
  (parts: Parts): Casework['downloadRecords'] =>
  async (actor, { request: id, piece }) =>
    parts.database.within(actor.scope, async (tx) => {
      const request = await requestFor(tx, parts, actor, id);
      const bytes = await pieceOf(tx, actor.scope.organisation, id, piece);
      if (!bytes || (request.state !== 'ready' && request.state !== 'answered'))
        throw new Refusal('not-ready', 'There is no archive to fetch, or its time has run out. Build it again.');
      if (piece === 0) await note(tx, parts, actor, 'download-records', request.pupil, { request: id });
      return { number: piece, of: request.pieces, bytes: bytes.toString('base64') };
    });

/** Ends a request: answered, with the day and how, or withdrawn by the person who asked. The clock ends with it. */
export const closeRecords =
  (parts: Parts): Casework['closeRecords'] =>
  async (actor, { request: id, outcome, on, how }) => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const request = await requestFor(tx, parts, actor, id);
      if (on > today || on < request.receivedOn)
        throw new Refusal('not-valid', 'The day lies between the request and today.', [
          { field: 'on', reason: 'between the request and today' },
        ]);
      const from = outcome === 'answered' ? (['ready'] as const) : (['gathering', 'to-decide', 'building', 'ready'] as const);
      if (!(await moveRequest(tx, organisation, id, from, outcome)))
        throw new Refusal(
          'not-ready',
          outcome === 'answered' ? 'Build the archive first, then say that it was handed over.' : 'This request has been ended already.',
        );
      await endRequest(tx, organisation, id, on, how);
      const { pupil } = request;
      if (outcome === 'answered')
        await writeMeetingEvent(tx, organisation, {
          id: parts.ids.next(),
          pupil,
          kind: 'records-shown',
          on,
          meeting: id,
          by: actor.person,
          at: parts.clock.now(),
        });
      else {
        await dropPieces(tx, organisation, id);
        await withdrawEvent(tx, organisation, pupil, id, parts.clock.now());
        await enqueue(tx, 'recount-clocks', { pupil }, { key: pupil });
      }
      await note(tx, parts, actor, 'close-records', pupil, { request: id, outcome });
      return shownAgain(tx, parts, actor, id);
    });
  };

const shownAgain = async (tx: Transaction, parts: Parts, actor: Actor, id: string): Promise<RecordsRequest> => {
  const request = await requestNamed(tx, actor.scope.organisation, id);
  if (!request) throw noSuchCase();
  return shown(tx, parts, actor, request);
};

const shown = async (tx: Transaction, parts: Parts, actor: Actor, request: StoredRequest): Promise<RecordsRequest> => {
  const findings = await findingsOf(tx, actor.scope.organisation, request.id);
  const { jurisdiction } = await privacySettingOf(tx, actor.scope.organisation);
  const limit = recordsLimitOf(jurisdiction);
  const { askedAs, rule, done, total, trouble, bytes, pieces, expiresAt, answeredOn, answeredHow, version } = request;
  return {
    ...requestLine(request, parts.clock.today(actor.timeZone)),
    askedAs,
    rule,
    limitWords: limit.words,
    limitSource: limit.source,
    unverified: limit.unverified ?? null,
    progress: { done, total },
    trouble,
    findings: findings.map(({ key: _key, ...finding }) => ({ ...finding, choices: choicesOf(finding.kind) })),
    undecided: findings.filter(({ choice }) => choice === null).length,
    archive:
      bytes !== null && pieces > 0 && expiresAt !== null
        ? { bytes, pieces, expiresAt, fileName: `${request.caseRef ?? 'record'} record ${request.receivedOn}.zip` }
        : null,
    answeredOn,
    answeredHow,
    version,
  };
};

const STATES: Readonly<Record<StoredRequest['state'], string>> = {
  gathering: 'Being gathered',
  'to-decide': 'To decide',
  building: 'Being built',
  ready: 'Ready to hand over',
  answered: 'Answered',
  withdrawn: 'Withdrawn',
};

/** A request in a list: its state, and how long is left while it is open. */
export const requestLine = (request: StoredRequest, today: Day): RequestLine => {
  const { id, pupil, name, caseRef, askedBy, receivedOn, due, state, answeredOn } = request;
  const left = state === 'answered' || state === 'withdrawn' ? answeredOn && dayWordsWithYear(answeredOn) : daysLeftWords(due, today);
  return { id, pupil, name, caseRef, askedBy, receivedOn, due, state, words: [STATES[state], left].filter(Boolean).join(' · ') };
};
