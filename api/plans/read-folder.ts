import type { Actor } from '#domain/access/actor.ts';
import { type Day, isDay } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import type { Whose } from '#domain/plans/contribution-workbook.ts';
import type { FileSource } from '#domain/plans/source.ts';
import type { StoredDocument } from '#domain/plans/stored.ts';
import type { StoredFile } from '../graph/gateway.ts';
import type { Parts } from '../parts.ts';
import { isUnreadable } from './document/package.ts';
import { readDocument } from './document/read.ts';
import { readAdvice } from './document/read-advice.ts';
import type { KnownDocument, Reading } from './document-records.ts';
import { MOST_BYTES, readContribution, TOO_BIG } from './read-contribution.ts';

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

/** Workbooks and tables that somebody contributes; what is in them is told by the bytes, not by the name. */
const WORKBOOK = /\.(xls|xlsx|xlsm|csv)$/i;

/**
 * Looks into the case folder: one request to list it, and one more for each document that changed since it was last read. What is neither
 * Word nor a workbook, or not something a plan draws from, is listed and not fetched.
 */
export async function readFolder(
  parts: Parts,
  actor: Actor,
  whose: Whose,
  known: readonly KnownDocument[],
): Promise<readonly FolderFile[]> {
  const files = await parts.graph.files.list(actor, whose.caseRef);
  return Promise.all(files.map((file) => lookInto(parts, actor, whose, file, known)));
}

async function lookInto(parts: Parts, actor: Actor, whose: Whose, file: StoredFile, known: readonly KnownDocument[]): Promise<FolderFile> {
  const before = known.find((one) => one.itemId === file.itemId) ?? known.find((one) => !one.itemId && one.name === file.name);
  const kind = before?.kind ?? kindByName(file.name);
  const filedOn = before?.filedOn ?? dayInName(file.name) ?? dayIn(actor.timeZone, file.changedAt);
  const about = { file, kind, fromWhom: before?.fromWhom ?? file.changedBy, filedOn };
  if (before?.readEtag === file.eTag) return { ...about, reading: before.reading, fresh: false };
  const workbook = WORKBOOK.test(file.name) && kind !== 'plan';
  if (!DRAWN_FROM.has(kind) || !(workbook || file.name.toLowerCase().endsWith('.docx'))) return { ...about, reading: null, fresh: false };
  if (workbook && file.size > MOST_BYTES) return { ...about, reading: { kind: 'none', why: TOO_BIG }, fresh: true };
  const bytes = await parts.graph.files.read(actor, file);
  const reading = workbook ? await readContribution(bytes, whose) : readingOf(bytes, whose.caseRef, kind);
  return { ...about, reading, fresh: true };
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
  [/\b(view|views|contribution|feedback|tracker|round.robin)\b/i, 'contribution'],
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
    .replace(/\.(docx|xlsx?|xlsm|csv)$/i, '')
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

/** Whom contributions may come from: the pupil, parents who may be heard, and those who may not, of whom nothing is taken. */
export type Voices = { readonly pupil: string; readonly parents: readonly string[]; readonly unheard: readonly string[] };

/** The advice, contributions and trackers among what was read, for the composer. */
export function storedDocuments(files: readonly FolderFile[], voices: Voices): readonly StoredDocument[] {
  return files.flatMap((one): StoredDocument[] => {
    if (one.reading?.kind !== 'advice') return [];
    const { sections, tracked = [] } = one.reading;
    const file = sourceOfFile(one);
    const whom = one.fromWhom ?? 'Not named';
    const trackers: StoredDocument[] = tracked.length > 0 ? [{ kind: 'tracker', file, tracked }] : [];
    if (sections.length === 0) return trackers;
    if (one.kind !== 'contribution') return [...trackers, { kind: 'advice', file, by: whom, sections }];
    const by = whom.split(',')[0]?.trim() ?? whom;
    if (voices.unheard.includes(by)) return trackers;
    const role = roleOf(by, one.file.name, voices);
    return [...trackers, { kind: 'contribution', file, by: role === 'pupil' ? voices.pupil : by, role, sections }];
  });
}

/** A sheet that is called after the pupil or the family is theirs, whoever filed it. */
const roleOf = (by: string, name: string, { pupil, parents }: Voices) => {
  if (by === pupil || /pupil.s view/i.test(name)) return 'pupil';
  return parents.includes(by) || /\b(parent|family|mother|father|carer|home)\b/i.test(name) ? 'parent' : 'teacher';
};
