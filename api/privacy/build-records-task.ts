import { z } from 'zod';
import type { Scope } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { addMinutes, dayIn } from '#domain/calendar/wall-clock.ts';
import { countWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { NOT_EXPORTED } from '#domain/privacy/holdings.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import { type PaperSize, paperSizeOf } from '#domain/pupils/paper-size.ts';
import type { StoredFile } from '../graph/gateway.ts';
import type { Parts } from '../parts.ts';
import { recordDocument, redactedDocument, redactedWorkbook } from './archive-document.ts';
import { ArchiveZip } from './archive-zip.ts';
import { fileWords } from './file-words.ts';
import { documentsFor, findPassages, type Gathered, gatherRecord, WORKING_COPY } from './gather.ts';
import { saying } from './gather-records-task.ts';
import { type Decided, decidedBy, documentHanded, sectionsHanded } from './handed-over.ts';
import {
  addPiece,
  archiveMade,
  dropPieces,
  findingsOf,
  keepFindings,
  moveRequest,
  noteProgress,
  requestNamed,
  type StoredFinding,
  type StoredRequest,
} from './request-records.ts';
import { privacySettingOf } from './subject-records.ts';

const payload = z.object({ organisation: z.guid(), request: z.guid() });

/** So long an archive can be fetched; then it goes and can be built again. */
const KEPT_DAYS = 14;
const A_DAY = 24 * 60;

/**
 * Builds the archive of a request from the record as it is now. What nobody has decided about yet sends the request back to be decided;
 * a crash begins the archive anew, so there is never half of one.
 */
export const buildRecordsTask =
  (parts: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation, request: id } = payload.parse(job);
    const scope: Scope = { organisation, schools: [] };
    const request = await parts.database.within(scope, (tx) => requestNamed(tx, organisation, id));
    if (request?.state !== 'building') return;
    await saying(parts, scope, id, async () => {
      const gathered = await gatherRecord(parts, organisation, request);
      if (!gathered) return;
      const files = await documentsFor(parts, gathered.subject);
      const total = 2 * files.length + 2;
      const progress = (done: number) => parts.database.within(scope, (tx) => noteProgress(tx, organisation, id, { done, total }));
      const found = await findPassages(parts, gathered, files, progress);
      const findings = await parts.database.within(scope, async (tx) => {
        await keepFindings(tx, organisation, id, found);
        await dropPieces(tx, organisation, id);
        return findingsOf(tx, organisation, id);
      });
      if (findings.some(({ choice }) => choice === null))
        return void (await parts.database.within(scope, (tx) => moveRequest(tx, organisation, id, ['building'], 'to-decide')));
      const bytes = await writeArchive(parts, scope, { request, gathered, files, findings }, (done) => progress(files.length + done));
      await parts.database.within(scope, async (tx) => {
        await archiveMade(tx, organisation, id, bytes, addMinutes(parts.clock.now(), KEPT_DAYS * A_DAY));
        await moveRequest(tx, organisation, id, ['building'], 'ready');
      });
    });
  };

type Material = {
  readonly request: StoredRequest;
  readonly gathered: Gathered;
  readonly files: readonly StoredFile[];
  readonly findings: readonly StoredFinding[];
};

type Entry = { readonly name: string; readonly what: string };

/** Writes everything into the zip, documents one at a time, and answers its size. */
const writeArchive = async (parts: Parts, scope: Scope, material: Material, each: (done: number) => Promise<void>): Promise<number> => {
  const { request, gathered, files, findings } = material;
  const { organisation } = scope;
  const decided = decidedBy(findings);
  const { timeZone, jurisdiction } = await parts.database.within(scope, (tx) => privacySettingOf(tx, organisation));
  const paper = paperSizeOf(nationOf(jurisdiction));
  const zip = new ArchiveZip((number, bytes) =>
    parts.database.within(scope, (tx) => addPiece(tx, organisation, request.id, number, bytes)),
  );
  const entries: Entry[] = [];
  const put = async (name: string, what: string, content: Uint8Array | string): Promise<void> => {
    await zip.add(name, content);
    entries.push({ name, what });
  };

  const sections = sectionsHanded(gathered, decided);
  for (const { table, title, rows } of sections) await put(`data/${table}.json`, title, `${JSON.stringify(rows, null, 2)}\n`);
  for (const [index, file] of files.entries()) {
    await putDocument(parts, gathered, file, { decided, paper, put });
    await each(index + 1);
  }

  const names = { document: `${request.caseRef ?? 'Record'} record.docx`, pdf: `${request.caseRef ?? 'Record'} record.pdf` };
  const cover = coverOf(material, entries, names, dayWordsWithYear(dayIn(timeZone, parts.clock.now())));
  const document = await recordDocument(cover, sections, { zone: timeZone, paper });
  await put(names.document, 'The record to read', document);
  await each(files.length + 1);
  await put(names.pdf, 'The same as PDF', await asPdf(parts, request, document));
  await zip.add('index.json', `${JSON.stringify(indexOf(material, entries, parts.clock.now()), null, 2)}\n`);
  await zip.end();
  return zip.bytes;
};

type Put = (name: string, what: string, content: Uint8Array | string) => Promise<void>;
type Handing = { readonly decided: Decided; readonly paper: PaperSize; readonly put: Put };

const putDocument = async (parts: Parts, gathered: Gathered, file: StoredFile, { decided, paper, put }: Handing): Promise<void> => {
  const bytes = await parts.graph.files.read(null, file);
  const words = await fileWords(file.name, bytes);
  const handed = words && documentHanded(gathered, `file:${file.itemId}`, words, decided);
  if (handed === null) {
    if (words || decided.file(file.itemId)) await put(`documents/${file.name}`, 'As it lies in the case folder', bytes);
    return;
  }
  const name = `documents/${file.name.replace(/\.[^.]*$/, '')} (passages taken out)`;
  if (handed.kind === 'pages')
    await put(
      `${name}.docx`,
      'A copy of the text, passages about other people taken out',
      await redactedDocument(file.name, handed.pages, paper),
    );
  else await put(`${name}.xlsx`, 'A copy of the cells, passages about other people taken out', await redactedWorkbook(handed.sheets));
};

/** Microsoft 365 makes the PDF: a working copy is filed, converted and deleted for good. The name is the same each time. */
const asPdf = async ({ graph }: Parts, request: StoredRequest, document: Uint8Array): Promise<Uint8Array> => {
  const copy = await graph.files.save(null, request.caseRef ?? WORKING_COPY, `${WORKING_COPY} ${request.id.slice(0, 8)}.docx`, document);
  try {
    return (await graph.files.pdf(null, copy)) ?? new Uint8Array();
  } finally {
    await graph.files.erase(copy);
  }
};

const KIND_WORDS: Readonly<Record<StoredFinding['kind'], string>> = {
  family: 'a member of the family',
  colleague: 'a member of staff or another professional',
  pupil: 'another pupil',
  'restricted-note': 'a restricted note',
  'unread-file': 'a document',
};

/** What was left out, by kind, place and ground, without saying whom. */
const leftOut = (findings: readonly StoredFinding[]): string[] => {
  const lines = findings
    .filter(({ choice }) => choice === 'redact' || choice === 'withhold')
    .map(({ kind, sourceWords, choice, ground }) =>
      [`${choice === 'withhold' ? 'Withheld' : 'Name taken out'}: ${KIND_WORDS[kind]}, in ${sourceWords}`, ground]
        .filter(Boolean)
        .join('. Ground: '),
    );
  return [...new Set(lines)];
};

const coverOf = ({ request, findings }: Material, entries: readonly Entry[], names: { document: string; pdf: string }, made: string) => ({
  title: `Record of ${request.name}`,
  lines: [
    `${request.caseRef ? `Case ${request.caseRef}. ` : ''}Asked for by ${request.askedBy} on ${dayWordsWithYear(request.receivedOn)}. Made on ${made}.`,
    'This is what the school keeps in Waymark about this pupil, part by part, with the documents of the case folder. The same is in the folder “data” for machines to read.',
    'Who has seen the record is told separately, on asking.',
    'If something is wrong or missing, tell the school. You can also complain to the authority for data protection.',
  ],
  withheld: leftOut(findings),
  contents: [
    `${names.document} and ${names.pdf}: the record to read`,
    ...entries.map(({ name, what }) => `${name}: ${what}`),
    `index.json: this list`,
  ],
});

const indexOf = ({ request, findings }: Material, entries: readonly Entry[], made: Instant) => ({
  case: request.caseRef,
  receivedOn: request.receivedOn,
  due: request.due,
  rule: request.rule,
  made,
  entries,
  leftOut: leftOut(findings),
  notHandedOver: Object.values(NOT_EXPORTED),
  decided: countWords(findings.length, 'decision'),
});
