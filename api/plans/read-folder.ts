import type { Actor } from '#domain/access/actor.ts';
import { type Day, isDay } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import type { FileSource } from '#domain/plans/source.ts';
import type { StoredDocument } from '#domain/plans/stored.ts';
import type { StoredFile } from '../graph/gateway.ts';
import type { Parts } from '../parts.ts';
import { isUnreadable } from './document/package.ts';
import { readDocument } from './document/read.ts';
import { readAdvice } from './document/read-advice.ts';
import type { KnownDocument, Reading } from './document-records.ts';

/** A file of the case folder with what is known of it; `fresh` where it was fetched and read now. */
export type FolderFile = {
  readonly file: StoredFile;
  readonly kind: string;
  readonly fromWhom: string | null;
  readonly filedOn: Day;
  readonly reading: Reading | null;
  readonly fresh: boolean;
};

/** Kinds of document that a plan is drafted from. Letters and minutes stay closed. */
const DRAWN_FROM = new Set(['advice', 'contribution', 'report', 'plan']);

/**
 * Looks into the case folder: one request to list it, and one more for each document that changed since it was last read. What is not
 * Word, or not something a plan draws from, is listed and not fetched.
 */
export async function readFolder(
  parts: Parts,
  actor: Actor,
  caseRef: string,
  known: readonly KnownDocument[],
): Promise<readonly FolderFile[]> {
  const files = await parts.graph.files.list(actor, caseRef);
  return Promise.all(files.map((file) => lookInto(parts, actor, caseRef, file, known)));
}

async function lookInto(
  parts: Parts,
  actor: Actor,
  caseRef: string,
  file: StoredFile,
  known: readonly KnownDocument[],
): Promise<FolderFile> {
  const before = known.find((one) => one.itemId === file.itemId) ?? known.find((one) => !one.itemId && one.name === file.name);
  const kind = before?.kind ?? kindByName(file.name);
  const filedOn = before?.filedOn ?? dayInName(file.name) ?? dayIn(actor.timeZone, file.changedAt);
  const about = { file, kind, fromWhom: before?.fromWhom ?? file.changedBy, filedOn };
  if (before?.readEtag === file.eTag) return { ...about, reading: before.reading, fresh: false };
  if (!DRAWN_FROM.has(kind) || !file.name.toLowerCase().endsWith('.docx')) return { ...about, reading: null, fresh: false };
  return { ...about, reading: readingOf(await parts.graph.files.read(actor, file), caseRef, kind), fresh: true };
}

/** Reads one file's bytes: a plan of ours by its controls, anything else by its headings. What cannot be read says why. */
function readingOf(bytes: Uint8Array, caseRef: string, kind: string): Reading {
  const read = readDocument(bytes);
  if (isUnreadable(read)) return { kind: 'none', why: read.words };
  if (read.linked) {
    if (read.pupilCaseRef !== caseRef) return { kind: 'none', why: `This document belongs to another case, ${read.pupilCaseRef}.` };
    if (read.kind === 'minutes') return { kind: 'none', why: 'Minutes are kept in the record.' };
    return { kind: 'plan', planId: read.planId ?? '', version: read.version ?? 0, issued: read.issued, now: read.fields };
  }
  if (kind === 'plan') return { kind: 'none', why: 'This plan was not made by Waymark, so its passages are not told apart.' };
  const advice = readAdvice(bytes);
  return isUnreadable(advice) ? { kind: 'none', why: advice.words } : { kind: 'advice', sections: advice.sections };
}

const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/\bminutes\b/i, 'minutes'],
  [/\b(view|contribution)\b/i, 'contribution'],
  [/\badvice\b/i, 'advice'],
  [/\breport\b/i, 'report'],
  [/\b(plan|profile|education program)\b/i, 'plan'],
];

const kindByName = (name: string): string => BY_NAME.find(([sign]) => sign.test(name))?.[1] ?? 'letter';

function dayInName(name: string): Day | null {
  const found = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
  return found && isDay(found) ? found : null;
}

/** `Speech and language advice`, from `WM-0412 speech and language advice 2026-10-07.docx`. */
export function titleOfFile(name: string): string {
  const words = name
    .replace(/\.docx$/i, '')
    .replace(/^[A-Z]{2,4}-\d{4,6}\s+/, '')
    .replace(/\s*\d{4}-\d{2}-\d{2}$/, '')
    .trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The edition of a file, as SharePoint counts it at the end of an ETag; else the ETag itself. */
const edition = (eTag: string): string => /,(\d+)"?$/.exec(eTag)?.[1] ?? eTag.replace(/^W\/|"/g, '');

/** A file as a source that a passage can name. */
export const sourceOfFile = ({ file, fromWhom, filedOn }: FolderFile): FileSource => ({
  kind: 'file',
  driveItemId: file.itemId,
  version: edition(file.eTag),
  name: file.name,
  on: filedOn,
  words: [titleOfFile(file.name), fromWhom].filter(Boolean).join(', '),
});

/** The advice and contributions among what was read, for the composer. `parents` are the names of those who may be heard. */
export function storedDocuments(files: readonly FolderFile[], pupil: string, parents: readonly string[]): readonly StoredDocument[] {
  return files.flatMap((one): StoredDocument[] => {
    if (one.reading?.kind !== 'advice') return [];
    const { sections } = one.reading;
    const whom = one.fromWhom ?? 'Not named';
    if (one.kind !== 'contribution') return [{ kind: 'advice', file: sourceOfFile(one), by: whom, sections }];
    const by = whom.split(',')[0]?.trim() ?? whom;
    const role = by === pupil || /pupil.s view/i.test(one.file.name) ? 'pupil' : parents.includes(by) ? 'parent' : 'specialist';
    return [{ kind: 'contribution', file: sourceOfFile(one), by: role === 'pupil' ? pupil : by, role, sections }];
  });
}
