import { isDay } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { holdingTitle, inReadingOrder, NOT_EXPORTED } from '#domain/privacy/holdings.ts';
import { eachText, type Json, plainRow } from '#domain/privacy/record-text.ts';
import { type CellMention, rowMentions } from '#domain/privacy/row-mentions.ts';
import { type Mention, mentionsOf, passageAround, type ThirdParty } from '#domain/privacy/third-parties.ts';
import type { StoredFile } from '../graph/gateway.ts';
import type { Parts } from '../parts.ts';
import { type FileWords, fileWords } from './file-words.ts';
import { holdingsOf, rowsOf } from './holding-records.ts';
import type { FoundPassage, StoredRequest } from './request-records.ts';
import { placesOf, type Subject, subjectOf } from './subject-records.ts';
import { everyoneNear } from './third-party-records.ts';

export type Row = { readonly [key: string]: Json };
/** One table of the record as it would be handed over, before anything is taken out. */
export type Section = { readonly table: string; readonly title: string; readonly rows: readonly Row[] };

/** The whole record of a pupil as it is now, and who could be named in it. */
export type Gathered = {
  readonly subject: Subject;
  readonly sections: readonly Section[];
  readonly parties: readonly ThirdParty[];
  readonly find: (text: string) => Mention[];
};

/** Reads every table about the pupil, people and places by name. Undefined where the pupil is gone. */
export const gatherRecord = async (parts: Parts, organisation: string, request: StoredRequest): Promise<Gathered | undefined> =>
  parts.database.within({ organisation, schools: [] }, async (tx) => {
    const subject = await subjectOf(tx, organisation, request.pupil);
    if (!subject) return undefined;
    const holdings = (await holdingsOf(tx)).filter(({ name }) => !(name in NOT_EXPORTED));
    const everyone = await everyoneNear(tx, organisation, subject.id);
    const names = new Map(everyone.filter(({ kind }) => kind !== 'pupil').map((one) => [one.id, `${one.givenName} ${one.surname}`]));
    for (const { id, name } of await placesOf(tx, organisation, subject.id)) names.set(id, name);
    const raw = new Map<string, readonly Record<string, unknown>[]>();
    for (const holding of holdings) raw.set(holding.name, await rowsOf(tx, holding, organisation, subject.id));
    const sections = inReadingOrder([...raw.keys()]).flatMap((table) => {
      const rows = (raw.get(table) ?? []).map((row) => plainRow(row as Row, names));
      return rows.length ? [{ table, title: holdingTitle(table), rows }] : [];
    });
    // Whoever asked is not held back from themselves.
    const parties = everyone.filter(({ id }) => id !== request.contact);
    const own = [subject.givenName, subject.surname, subject.knownAs ?? ''];
    return { subject, sections, parties, find: mentionsOf(parties, own) };
  });

/** A restricted note, and every earlier wording of it, is one thing to decide. */
export const noteIn = ({ table }: Section, row: Row): string | null => {
  const restricted = row.kind === 'restricted-note' || table.startsWith('restricted_');
  return restricted ? String(row.entry_id ?? row.id) : null;
};

/** A contact’s own row: all of it is theirs. */
export const contactIn = ({ table }: Section, row: Row): string | null => (table === 'contact' ? String(row.id) : null);

type Finding = Omit<FoundPassage, 'id'>;
const SHOWN = 3;
/** Of a workbook's row so many characters are shown. */
const ROW_SHOWN = 140;

/** Findings gathered by key; the first few passages of each are shown. */
class Findings {
  readonly found = new Map<string, Finding>();

  add(finding: Omit<Finding, 'passages' | 'mentions'>, passage: string): void {
    const known = this.found.get(finding.key);
    const passages = known?.passages ?? [];
    this.found.set(finding.key, {
      ...finding,
      passages: passages.length < SHOWN && !passages.includes(passage) ? [...passages, passage] : passages,
      mentions: (known?.mentions ?? 0) + 1,
    });
  }

  inText(text: string, mentions: readonly Mention[], source: string, sourceWords: string): void {
    for (const mention of mentions) this.named(mention.party, source, sourceWords, passageAround(text, mention));
  }

  /** In a row of a workbook somebody is named once, however many of its cells it takes. */
  inRow(cells: readonly string[], mentions: readonly CellMention[], source: string, sourceWords: string): void {
    const shown = passageAround(cells.filter(Boolean).join(' · '), { from: 0, to: ROW_SHOWN }, 0);
    for (const party of new Set(mentions.map((mention) => mention.party))) this.named(party, source, sourceWords, shown);
  }

  private named(party: ThirdParty, source: string, sourceWords: string, passage: string): void {
    const whom = `${party.givenName} ${party.surname}`;
    this.add({ key: nameKey(party, source), kind: party.kind, source, sourceWords, whom }, passage);
  }
}

export const nameKey = ({ kind, id }: ThirdParty, source: string): string => `${kind}|${source}|${id}`;
export const noteKey = (note: string): string => `restricted-note|${note}`;
export const fileKey = (itemId: string): string => `unread-file|${itemId}`;

/** What must be decided in the tables: restricted notes as a whole, contacts’ own rows, and everyone named anywhere else. */
const findInSections = ({ sections, find, parties }: Gathered, findings: Findings): void => {
  for (const section of sections)
    for (const row of section.rows) {
      const source = `table:${section.table}`;
      const note = noteIn(section, row);
      const contact = parties.find(({ id }) => id === contactIn(section, row));
      if (note) {
        const about = { key: noteKey(note), kind: 'restricted-note', source: 'table:log_entry', sourceWords: section.title } as const;
        findings.add({ ...about, whom: `Restricted note of ${noteDay(row)}` }, textOfRow(row));
      }
      if (contact) {
        const whom = `${contact.givenName} ${contact.surname}`;
        findings.add(
          { key: nameKey(contact, source), kind: 'family', source, sourceWords: section.title, whom },
          'Name, relation, address, telephone',
        );
      } else if (section.table !== 'contact')
        eachText(row, (text) => {
          findings.inText(text, find(text), source, section.title);
          return text;
        });
    }
};

const noteDay = ({ on_day: on, at }: Row): string => {
  const day = String(on ?? at ?? '').slice(0, 10);
  return isDay(day) ? dayWordsWithYear(day) : 'an earlier wording';
};

const textOfRow = (row: Row): string => {
  const words = row.words ?? row.values ?? row.text;
  return (typeof words === 'string' ? words : JSON.stringify(words ?? '')).slice(0, 160);
};

/** What must be decided in one document: who is named in it, or all of it where no machine can read it. */
const findInFile = (file: StoredFile, words: FileWords | null, { find }: Gathered, findings: Findings): void => {
  const source = `file:${file.itemId}`;
  if (words === null)
    findings.add(
      { key: fileKey(file.itemId), kind: 'unread-file', source, sourceWords: 'Documents', whom: file.name },
      'Waymark cannot look for names in this kind of file. Read it before it is handed over.',
    );
  else if (words.kind === 'pages') findings.inText(words.whole, find(words.whole), source, file.name);
  else {
    findings.inText(words.beside, find(words.beside), source, file.name);
    for (const { name, rows } of words.sheets)
      for (const row of [[name], ...rows]) findings.inRow(row, rowMentions(row, find), source, file.name);
  }
};

/** Everything to decide in a record and its documents. `each` is told after every document, for the progress that a person sees. */
export const findPassages = async (
  parts: Parts,
  gathered: Gathered,
  files: readonly StoredFile[],
  each: (done: number) => Promise<void>,
): Promise<readonly FoundPassage[]> => {
  const findings = new Findings();
  findInSections(gathered, findings);
  for (const [index, file] of files.entries()) {
    findInFile(file, await fileWords(file.name, await parts.graph.files.read(null, file)), gathered, findings);
    await each(index + 1);
  }
  return [...findings.found.values()].map((finding) => ({ ...finding, id: parts.ids.next() }));
};

/** Documents of the case folder, without the working copy that Microsoft 365 turns into a PDF. */
export const documentsFor = async ({ graph }: Parts, { caseRef }: Subject): Promise<readonly StoredFile[]> =>
  caseRef ? (await graph.files.list(null, caseRef)).filter(({ name }) => !name.startsWith(WORKING_COPY)) : [];

/** How the working copy is called: the same each time, so that one left behind by a crash is overwritten and deleted. */
export const WORKING_COPY = 'Waymark working copy';
