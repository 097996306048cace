import { z } from 'zod';
import { id } from '#contract/fields.ts';
import { keepMessageRequest } from '#contract/kept-messages.ts';
import {
  changeEntryRequest,
  kindName,
  recordEntryRequest,
  restoreEntryRequest,
  undoEntryRequest,
  withdrawEntryRequest,
} from '#contract/record.ts';
import { to, toSeen } from '../http/route.ts';

const ofPupil = z.strictObject({ pupil: id });
const ofKind = z.strictObject({ pupil: id, kind: kindName });
const ofEntry = z.strictObject({ pupil: id, kind: kindName, entry: id });

/** The record, kind by kind. Whatever changes an entry names the version that was seen. */
export const recordRoutes = {
  entries: to({ path: ofKind }, (casework, actor, ask) => casework.openEntries(actor, ask)),
  recordEntry: to({ path: ofKind, body: recordEntryRequest }, (casework, actor, ask) => casework.recordEntry(actor, ask)),
  keepMessage: to({ path: ofPupil, body: keepMessageRequest }, (casework, actor, ask) => casework.keepMessage(actor, ask)),
  changeEntry: toSeen({ path: ofEntry, body: changeEntryRequest }, (casework, actor, ask) => casework.changeEntry(actor, ask)),
  undoEntry: toSeen({ path: ofEntry, body: undoEntryRequest }, (casework, actor, ask) => casework.undoEntry(actor, ask)),
  withdrawEntry: toSeen({ path: ofEntry, body: withdrawEntryRequest }, (casework, actor, ask) => casework.withdrawEntry(actor, ask)),
  restoreEntry: toSeen({ path: ofEntry, body: restoreEntryRequest }, (casework, actor, ask) => casework.restoreEntry(actor, ask)),
  entryHistory: to({ path: ofEntry }, (casework, actor, ask) => casework.entryHistory(actor, ask)),
};
