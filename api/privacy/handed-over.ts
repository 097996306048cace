import { eachText, type NameChoice, redacted } from '#domain/privacy/record-text.ts';
import { redactedRow, rowMentions } from '#domain/privacy/row-mentions.ts';
import { type Mention, TAKEN_OUT, type ThirdParty } from '#domain/privacy/third-parties.ts';
import type { FileWords, SheetWords } from './file-words.ts';
import { contactIn, fileKey, type Gathered, nameKey, noteIn, noteKey, type Row, type Section } from './gather.ts';
import type { StoredFinding } from './request-records.ts';

/** What was decided, by key. Anything that was not decided is taken out: nothing goes over by oversight. */
export type Decided = {
  readonly nameIn: (source: string) => (party: ThirdParty) => NameChoice;
  readonly note: (note: string) => boolean;
  readonly file: (itemId: string) => boolean;
};

export const decidedBy = (findings: readonly StoredFinding[]): Decided => {
  const choices = new Map(findings.map(({ key, choice }) => [key, choice]));
  return {
    nameIn: (source) => (party) => choices.get(nameKey(party, source)) ?? 'redact',
    note: (note) => choices.get(noteKey(note)) === 'keep',
    file: (itemId) => choices.get(fileKey(itemId)) !== 'withhold',
  };
};

const CONTACT_STAYS = new Set(['id', 'pupil_id', 'relation', 'parental_responsibility']);

/** A row as it is handed over; null where all of it is withheld. */
const rowHanded = (gathered: Gathered, section: Section, row: Row, decided: Decided): Row | null => {
  const note = noteIn(section, row);
  if (note && !decided.note(note)) return null;
  const choiceOf = decided.nameIn(`table:${section.table}`);
  const party = gathered.parties.find(({ id }) => id === contactIn(section, row));
  const choice = party && choiceOf(party);
  if (choice === 'withhold') return null;
  if (choice === 'redact')
    return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, CONTACT_STAYS.has(key) ? value : TAKEN_OUT]));
  if (section.table === 'contact') return row;
  return eachText(row, (text) => redacted(text, gathered.find(text), choiceOf)) as Row;
};

/** The tables as they are handed over; where everything of one was withheld it stands there empty. */
export const sectionsHanded = (gathered: Gathered, decided: Decided): readonly Section[] =>
  gathered.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => rowHanded(gathered, section, row, decided)).filter((row) => row !== null),
  }));

/** A document as it is handed over with passages taken out: its pages, or its sheets. */
export type Handed =
  | { readonly kind: 'pages'; readonly pages: readonly string[] }
  | { readonly kind: 'workbook'; readonly sheets: readonly SheetWords[] };

/** A document as it is handed over, or null where nothing in it is taken out and the file itself can go. */
export const documentHanded = ({ find }: Gathered, source: string, words: FileWords, decided: Decided): Handed | null => {
  const choiceOf = decided.nameIn(source);
  const keeps = ({ party }: Mention): boolean => choiceOf(party) === 'keep';
  if (words.kind === 'pages') {
    if (find(words.whole).every(keeps)) return null;
    return { kind: 'pages', pages: words.pages.map((text) => redacted(text, find(text), choiceOf)) };
  }
  const named = (cells: readonly string[]) => rowMentions(cells, find);
  const everyRow = words.sheets.flatMap(({ name, rows }) => [[name], ...rows]);
  if (find(words.beside).every(keeps) && everyRow.every((row) => named(row).every(keeps))) return null;
  const handed = (row: readonly string[]) => redactedRow(row, named(row), choiceOf);
  return { kind: 'workbook', sheets: words.sheets.map(({ name, rows }) => ({ name: handed([name])[0] ?? '', rows: rows.map(handed) })) };
};
