import { z } from 'zod';
import { countWords } from '#domain/calendar/wording.ts';
import { MENTIONING_TABLES } from '#domain/privacy/holdings.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { mentionsOfRecord, tablesToErase } from './copies-of.ts';
import { forgetRoster, markStubbed, reduceToRoll, referenceOf, unlinkChats } from './copies-records.ts';
import type { StoredErasure } from './erasure-records.ts';
import { eraseMentions, eraseRows, jobsMentioning, type StoredStep } from './erasure-step-records.ts';
import { countOf, holdingsOf } from './holding-records.ts';
import { contactsOf } from './subject-records.ts';
import { forgetWorkbookRows } from './workbook-rows-records.ts';

/** What became of a copy. `named` takes the place of words that said too much about it. */
export type Came = { readonly outcome: 'done' | 'not-possible'; readonly words: string; readonly named?: string };

const done = (words: string, named?: string): Came => ({ outcome: 'done', words, ...(named ? { named } : {}) });

const file = z.object({ driveId: z.string(), itemId: z.string() });
const folder = z.object({ caseRef: z.string() });
const event = z.object({ event: z.string(), ahead: z.boolean() });
const card = z.object({ chat: z.string(), card: z.string(), activity: z.string() });
const rows = z.object({ table: z.string() });

/** Copies outside the record: asked of Microsoft 365 with no transaction open. What is gone already is done. */
export const eraseOutside = async (parts: Parts, organisation: string, step: StoredStep): Promise<Came | null> => {
  switch (step.kind) {
    case 'file': {
      const gone = await parts.graph.files.erase(file.parse(step.target));
      return done(
        gone ? 'Deleted with every version, past the recycle bin.' : 'It was not there any more.',
        'A document of the case folder',
      );
    }
    case 'folder':
      return eraseFolder(parts, folder.parse(step.target).caseRef);
    case 'event': {
      const { event: id, ahead } = event.parse(step.target);
      const gone = await parts.graph.events.remove(id, ahead);
      if (!gone) return done('It was not in the calendar any more.');
      return done(ahead ? 'Cancelled; those invited were told by their calendars.' : 'Deleted, past the deleted items.');
    }
    case 'card':
      return stubCard(parts, organisation, card.parse(step.target));
    default:
      return null;
  }
};

/** A document filed since the list was made goes with its folder. */
const eraseFolder = async ({ graph }: Parts, caseRef: string): Promise<Came> => {
  const found = await graph.files.folder(null, caseRef);
  if (!found) return done('There was no such folder any more.');
  await graph.files.erase(found);
  return done('Deleted with what was left in it.');
};

/** Puts a stub in the place of a card. The card counts as settled also where Teams no longer lets the bot into the chat. */
export const stubCard = async (parts: Parts, organisation: string, { chat, card: id, activity }: z.infer<typeof card>): Promise<Came> => {
  const scope = { organisation, schools: [] };
  const reference = await parts.database.within(scope, (tx) => referenceOf(tx, organisation, chat));
  const fared = reference && parts.cards ? await parts.cards.stub(reference, activity) : null;
  if (fared && ('unwell' in fared || 'retryAfter' in fared))
    throw new Refusal('elsewhere-unwell', 'Teams is not answering, so a card of the bot waits.');
  await parts.database.within(scope, (tx) => markStubbed(tx, organisation, chat, id, parts.clock.now()));
  if (fared && 'activity' in fared) return done('Replaced by a card that says nothing.');
  return { outcome: 'not-possible', words: 'Teams no longer lets the bot into that chat, so its card stays there.' };
};

/** Copies inside the record, in the transaction that also writes what became of them. */
export const eraseInside = async (tx: Transaction, organisation: string, erasure: StoredErasure, step: StoredStep): Promise<Came> => {
  const mentions = () => mentionsOfRecord(tx, organisation, erasure.pupil, erasure.caseRef);
  switch (step.kind) {
    case 'jobs':
      return done(`${countWords(await jobsMentioning(tx, await mentions(), true), 'job')} taken out of the queue.`);
    case 'mentions': {
      const known = await mentions();
      let gone = 0;
      for (const table of MENTIONING_TABLES) gone += await eraseMentions(tx, erasure.id, table, known);
      return done(`${countWords(gone, 'row')} deleted.`);
    }
    case 'chats':
      return done(`${countWords(await unlinkChats(tx, organisation, erasure.pupil), 'chat')} unlinked.`);
    case 'roster': {
      const forgotten = await forgetRoster(tx, organisation, await recordsOnRoster(tx, organisation, erasure));
      const rows = await forgetWorkbookRows(tx, organisation, erasure.pupil);
      return done(`${countWords(forgotten, 'statement')} forgotten, ${countWords(rows, 'row')} of workbooks deleted.`);
    }
    case 'rows':
      return done(`${countWords(await eraseRows(tx, erasure.id, rows.parse(step.target).table), 'row')} deleted.`);
    case 'roll':
      await reduceToRoll(tx, organisation, erasure.pupil);
      return done('Reduced to the entry on the roll.');
    default:
      return eraseRest(tx, organisation, erasure, await mentions());
  }
};

/** The pupil and the contacts by id; the pupil alone stays known where the entry on the roll is kept. */
const recordsOnRoster = async (tx: Transaction, organisation: string, { pupil, keepRoll }: StoredErasure): Promise<string[]> => [
  ...(keepRoll ? [] : [pupil]),
  ...(await contactsOf(tx, organisation, pupil)).map(({ id }) => id),
];

/** Whatever came since the list was made; then nothing may be left, or the whole step is undone and tried again. */
const eraseRest = async (tx: Transaction, organisation: string, erasure: StoredErasure, mentions: readonly string[]): Promise<Came> => {
  await jobsMentioning(tx, mentions, true);
  for (const table of MENTIONING_TABLES) await eraseMentions(tx, erasure.id, table, mentions);
  const holdings = await holdingsOf(tx);
  let late = 0;
  for (const table of tablesToErase(holdings, erasure.keepRoll)) late += await eraseRows(tx, erasure.id, table);
  if (erasure.keepRoll) await reduceToRoll(tx, organisation, erasure.pupil);
  const going = new Set(tablesToErase(holdings, erasure.keepRoll));
  for (const holding of holdings) {
    const left = going.has(holding.name) ? await countOf(tx, holding, organisation, erasure.pupil) : 0;
    if (left > 0) throw new Refusal('changed-meanwhile', 'Something was added to the record while it was being erased.');
  }
  // an entry that is deleted leaves an earlier wording behind (migration 0050), which goes here with whatever else came meanwhile
  return done(
    late > 0 ? `${countWords(late, 'row')} deleted: earlier wordings, and what came meanwhile. Nothing is left.` : 'Nothing is left.',
  );
};
