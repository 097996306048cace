import { countWords } from '#domain/calendar/wording.ts';
import type { TrackedProvision } from '#domain/plans/contribution-workbook.ts';
import type { PlanRecord } from '#domain/plans/plan.ts';
import type { FileSource } from '#domain/plans/source.ts';
import type { StoredDocument, StoredTracker } from '#domain/plans/stored.ts';
import { shortDay } from '#domain/plans/written-day.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What the newest tracker in the case folder counts of a provision by that name; null where none does. */
export const trackedFor = (
  what: string,
  record: PlanRecord,
  stored: readonly StoredDocument[],
): { readonly words: string; readonly file: FileSource } | null => {
  const trackers = stored.filter((one): one is StoredTracker => one.kind === 'tracker').sort((a, b) => (a.file.on < b.file.on ? 1 : -1));
  for (const { file, tracked } of trackers) {
    const found = tracked.find((one) => plain(one.what) === plain(what));
    if (found) return { words: trackedWords(found, record), file };
  }
  return null;
};

/** `38 of 45 sessions, Mon 7 Sep to Fri 20 Nov`. */
const trackedWords = ({ given, planned, unit, from, to }: TrackedProvision, { dated, jurisdiction }: PlanRecord): string => {
  const amount = planned === null ? countWords(given, unit) : `${given} of ${countWords(planned, unit)}`;
  if (!from || !to) return amount;
  const [first, last] = [from, to].map((day) => shortDay(day, dated, jurisdiction));
  return from === to ? `${amount}, ${first}` : `${amount}, ${first} to ${last}`;
};
