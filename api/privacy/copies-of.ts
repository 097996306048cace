import type { Actor } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { countWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { BEYOND_REACH } from '#domain/privacy/erasure.ts';
import { holdingTitle, inErasingOrder, inReadingOrder, MENTIONING_TABLES, ROLL_TABLES } from '#domain/privacy/holdings.ts';
import type { Transaction } from '../database/connection.ts';
import type { StoredFile } from '../graph/gateway.ts';
import type { Parts } from '../parts.ts';
import { archivesOf, cardsMentioning, documentsOf, eventsOf, lettersMentioning, rowsMentioning } from './copies-records.ts';
import { jobsMentioning } from './erasure-step-records.ts';
import { countOf, type Holding, holdingsOf, idsOf } from './holding-records.ts';
import { privacySettingOf, type Subject } from './subject-records.ts';

/** Ways a copy is dealt with; `told` ones are only said. */
export type CopyKind = 'file' | 'folder' | 'event' | 'card' | 'jobs' | 'mentions' | 'chats' | 'roster' | 'rows' | 'roll' | 'rest' | 'told';

/** A copy of a record, how to reach it, and for one beyond reach what is said of it. */
export type CopyFound = { readonly kind: CopyKind; readonly words: string; readonly target: unknown; readonly told: string | null };

const reachable = (kind: CopyKind, words: string, target: unknown = null): CopyFound => ({ kind, words, target, told: null });
const beyond = (words: string, told: string): CopyFound => ({ kind: 'told', words, target: null, told });

/** The texts by which a record is mentioned where no key leads to it: ids of the pupil’s rows, and the case. */
export const mentionsOfRecord = async (tx: Transaction, organisation: string, pupil: string, caseRef: string | null): Promise<string[]> => {
  const ids = [pupil];
  for (const holding of await holdingsOf(tx)) ids.push(...(await idsOf(tx, holding, organisation, pupil)));
  return [...new Set([...ids, ...(caseRef ? [caseRef] : [])])];
};

/** Every copy of a record, in the order in which they go: Microsoft 365 first, so that the record still knows what is left if that fails. */
export const copiesOf = async (parts: Parts, actor: Actor, subject: Subject, keepRoll: boolean): Promise<readonly CopyFound[]> => {
  const { organisation } = actor.scope;
  const files = subject.caseRef ? await filesOf(parts, actor, subject.caseRef) : [];
  return parts.database.within({ organisation, schools: [] }, async (tx) => {
    const mentions = await mentionsOfRecord(tx, organisation, subject.id, subject.caseRef);
    const { timeZone } = await privacySettingOf(tx, organisation);
    return [
      ...files.map(({ file, versions }) => fileCopy(file, versions)),
      ...(subject.caseRef ? [reachable('folder', `The case folder ${subject.caseRef}`, { caseRef: subject.caseRef })] : []),
      ...(await binCopy(
        tx,
        organisation,
        subject.id,
        files.map(({ file }) => file.itemId),
      )),
      ...(await eventCopies(tx, organisation, subject.id, parts.clock.now(), timeZone)),
      ...(await cardCopies(tx, organisation, mentions)),
      ...(await letterCopies(tx, organisation, mentions)),
      ...(await archiveCopies(tx, organisation, subject.id)),
      ...(await queueCopies(tx, organisation, mentions)),
      ...(await rowCopies(tx, organisation, subject.id, keepRoll)),
      // Nobody can file anything for a record that is gone, so what came meanwhile is found now and not later.
      ...(subject.caseRef ? [reachable('folder', 'Anything filed since in the case folder', { caseRef: subject.caseRef })] : []),
      beyond('Backups of the database', BEYOND_REACH.backups),
      beyond('The audit trail', BEYOND_REACH.audit),
    ];
  });
};

const filesOf = async ({ graph }: Parts, actor: Actor, caseRef: string) => {
  const files = await graph.files.list(actor, caseRef);
  return Promise.all(files.map(async (file) => ({ file, versions: await graph.files.versions(actor, file) })));
};

const fileCopy = ({ driveId, itemId, name }: StoredFile, versions: number): CopyFound =>
  reachable('file', `${name}, ${countWords(Math.max(versions, 1), 'version')}`, { driveId, itemId });

/** Files that the record knows and that are no longer in the folder: somebody deleted or moved them. */
const binCopy = async (tx: Transaction, organisation: string, pupil: string, there: readonly string[]): Promise<CopyFound[]> => {
  const missing = (await documentsOf(tx, organisation, pupil)).filter(({ itemId }) => !there.includes(itemId)).length;
  const words = missing
    ? `The recycle bin of the site: ${countWords(missing, 'document')} no longer in the folder`
    : 'The recycle bin of the site';
  return [beyond(words, BEYOND_REACH.recycleBin)];
};

const eventCopies = async (tx: Transaction, organisation: string, pupil: string, now: Instant, zone: string): Promise<CopyFound[]> => {
  const events = await eventsOf(tx, organisation, pupil);
  if (events.length === 0) return [];
  const copies = events.map(({ event, startsAt }) => {
    const ahead = startsAt !== null && startsAt > now;
    const when = startsAt ? dayWordsWithYear(dayIn(zone, startsAt)) : 'without a date';
    return reachable('event', `The meeting of ${when} in the SEND calendar${ahead ? ', which is still to come' : ''}`, { event, ahead });
  });
  return [...copies, beyond('Invitations in the calendars of those invited', BEYOND_REACH.attendees)];
};

const cardCopies = async (tx: Transaction, organisation: string, mentions: readonly string[]): Promise<CopyFound[]> =>
  (await cardsMentioning(tx, organisation, mentions)).map((card, index) =>
    reachable('card', `A card of the bot in a chat (${index + 1})`, card),
  );

const letterCopies = async (tx: Transaction, organisation: string, mentions: readonly string[]): Promise<CopyFound[]> => {
  const letters = await lettersMentioning(tx, organisation, mentions);
  return letters ? [beyond(`${countWords(letters, 'letter')} sent by e-mail`, BEYOND_REACH.mail)] : [];
};

const archiveCopies = async (tx: Transaction, organisation: string, pupil: string): Promise<CopyFound[]> => {
  const archives = await archivesOf(tx, organisation, pupil);
  return archives ? [beyond(`${countWords(archives, 'archive')} made for someone who asked`, BEYOND_REACH.downloads)] : [];
};

const queueCopies = async (tx: Transaction, organisation: string, mentions: readonly string[]): Promise<CopyFound[]> => {
  const jobs = await jobsMentioning(tx, mentions, false);
  const counts = await Promise.all(MENTIONING_TABLES.map((table) => rowsMentioning(tx, organisation, table, mentions)));
  const rows = counts.reduce((sum, count) => sum + count, 0);
  return [
    ...(jobs ? [reachable('jobs', `${countWords(jobs, 'job')} waiting in the queue`)] : []),
    reachable('mentions', `Answers kept for a retry, letters and cards noted, times told: ${countWords(rows, 'row')}`),
    reachable('roster', 'What pupil systems, Microsoft 365 and workbooks on their way in say of the pupil and the contacts'),
    reachable('chats', 'Chats of the pupil’s meetings, as far as they are known as such'),
  ];
};

/** One copy a table that holds anything, kept facts and search index with it; last, that nothing is left. */
const rowCopies = async (tx: Transaction, organisation: string, pupil: string, keepRoll: boolean): Promise<CopyFound[]> => {
  const holdings = await holdingsOf(tx);
  const counts = new Map<string, number>();
  for (const holding of holdings) counts.set(holding.name, await countOf(tx, holding, organisation, pupil));
  const going = holdings.filter(({ name }) => (counts.get(name) ?? 0) > 0 && !(keepRoll && ROLL_TABLES.includes(name)));
  const order = inErasingOrder(holdings);
  const shown = inReadingOrder(going.map(({ name }) => name)).sort((one, other) => order.indexOf(one) - order.indexOf(other));
  return [
    ...shown.map((table) => reachable('rows', `${holdingTitle(table)}: ${countWords(counts.get(table) ?? 0, 'row')}`, { table })),
    ...(keepRoll
      ? [
          reachable(
            'roll',
            'What the roll does not need of the pupil’s entry: the case and what belongs to it (name, class, year and dates stay)',
          ),
        ]
      : []),
    reachable('rest', 'Anything that came since this list was made, and the search index'),
  ];
};

/** Tables whose rows go, in the order in which they can. */
export const tablesToErase = (holdings: readonly Holding[], keepRoll: boolean): readonly string[] =>
  inErasingOrder(holdings).filter((name) => !(keepRoll && ROLL_TABLES.includes(name)));
