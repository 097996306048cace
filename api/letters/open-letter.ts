import type { FileReply } from '#contract/access.ts';
import type { FiledLetter } from '#contract/letters.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { type LetterRow, letterRow } from './letter-records.ts';
import { filedReply } from './letter-reply.ts';
import { openCase } from './prepare-letter.ts';

/** A letter that was filed and is this actor's to read; the words for one that is not there otherwise. */
export const letterToRead = async (tx: Transaction, actor: Actor, letter: string, today: Day): Promise<LetterRow> => {
  const row = await letterRow(tx, actor.scope.organisation, letter);
  if (!row?.letter) throw noSuchCase();
  await permit(tx, actor, 'write-letter', row.pupil, today);
  return row;
};

/** A letter as it was printed. */
export const openLetter =
  (parts: Parts): Casework['openLetter'] =>
  (actor, { letter }): Promise<FiledLetter> => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const row = await letterToRead(tx, actor, letter, today);
      await note(tx, parts, actor, 'open-letter', row.pupil, { letter });
      return filedReply(row, await openCase(tx, actor, row.pupil, today));
    });
  };

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The document as it lies in the case folder, edits made in Word included; as PDF it is converted by Microsoft 365. */
export const downloadLetter =
  (parts: Parts): Casework['downloadLetter'] =>
  async (actor, { letter, as }): Promise<FileReply> => {
    const today = parts.clock.today(actor.timeZone);
    const row = await parts.database.within(actor.scope, async (tx) => {
      const found = await letterToRead(tx, actor, letter, today);
      await note(tx, parts, actor, 'download-letter', found.pupil, { letter, as });
      return found;
    });
    const { driveId, itemId } = row;
    if (!driveId || !itemId) throw new Refusal('not-ready', 'The document of this letter is not in the case folder.');
    const bytes =
      as === 'pdf' ? await parts.graph.files.pdf(actor, { driveId, itemId }) : await parts.graph.files.read(actor, { driveId, itemId });
    if (!bytes) throw new Refusal('elsewhere-unwell', 'Microsoft 365 did not convert the letter. Download it as a Word document.');
    const name = as === 'pdf' ? row.name.replace(/\.docx$/, '.pdf') : row.name;
    return { name, type: as === 'pdf' ? 'application/pdf' : DOCX, base64: Buffer.from(bytes).toString('base64') };
  };
