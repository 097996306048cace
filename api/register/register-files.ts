import { dayIn } from '#domain/calendar/wall-clock.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { linksOf } from './link-records.ts';
import { lookAt } from './read-register.ts';
import { MOST_BYTES } from './workbook/open-workbook.ts';
import { UnreadableWorkbook } from './workbook/unreadable.ts';

/** Workbooks of the reader's own OneDrive and of the SEND library, the newest first. What cannot be looked into is told. */
export const findRegisterFiles =
  (parts: Parts): Casework['findRegisterFiles'] =>
  async (actor, { words }) => {
    permitInHouse(actor, 'import-register');
    const { files, missing } = await parts.graph.workbooks.find(actor, words.trim());
    return {
      files: files.map(({ driveId, itemId, name, place, size, changedAt, changedBy }) => ({
        driveId,
        itemId,
        name,
        place,
        size,
        changedAt,
        changedBy,
      })),
      missing: [...missing],
    };
  };

/** Reads a workbook out of Microsoft 365 in the name of the person who chose it: nobody reads a file here that they could not open there. */
export const readRegisterFile =
  (parts: Parts): Casework['readRegisterFile'] =>
  async (actor, { driveId, itemId }) => {
    permitInHouse(actor, 'import-register');
    const file = await parts.graph.workbooks.one(actor, { driveId, itemId });
    if (!file) throw new Refusal('not-found', 'This workbook is not there any more, or you cannot open it.');
    if (file.size > MOST_BYTES) throw new Refusal('not-valid', new UnreadableWorkbook('too-big').message);
    const bytes = await parts.graph.workbooks.read(actor, file);
    const { eTag, place, webUrl, name } = file;
    return lookAt(parts, actor, { name, bytes, file: { driveId, itemId, eTag, place, webUrl }, link: null });
  };

/** Reads a linked workbook again; where it is the same as when it was last imported nothing is read, and the answer says so. */
export const readRegisterAgain =
  (parts: Parts): Casework['readRegisterAgain'] =>
  async (actor, { link: id }) => {
    permitInHouse(actor, 'import-register');
    const link = (await parts.database.within(actor.scope, (tx) => linksOf(tx, actor.scope.organisation))).find((one) => one.id === id);
    if (!link) throw new Refusal('not-found', 'There is no such link.');
    const { driveId, itemId } = link;
    const file = await parts.graph.workbooks.one(actor, { driveId, itemId });
    if (!file) throw new Refusal('not-found', `“${link.name}” is not where it was, or you cannot open it. What was imported stays.`);
    const since = dayWordsWithYear(dayIn(actor.timeZone, link.readAt));
    if (file.eTag === link.eTag) return { words: `Nothing has changed in “${link.name}” since ${since}.`, reading: null };
    if (file.size > MOST_BYTES) throw new Refusal('not-valid', new UnreadableWorkbook('too-big').message);
    const bytes = await parts.graph.workbooks.read(actor, file);
    const { eTag, place, webUrl, name } = file;
    const reading = await lookAt(
      parts,
      actor,
      { name, bytes, file: { driveId, itemId, eTag, place, webUrl }, link: id },
      { id, since: link.readAt },
    );
    return { words: `“${name}” has changed since ${since}.`, reading };
  };
