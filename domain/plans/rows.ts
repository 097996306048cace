import { composeGoal, latest } from '#domain/plans/compose-goal.ts';
import { entry } from '#domain/plans/entry.ts';
import type { Passage } from '#domain/plans/passage.ts';
import { missing, particular } from '#domain/plans/passage.ts';
import type { PlanRecord, ProvisionLine, Stated } from '#domain/plans/plan.ts';
import type { Source } from '#domain/plans/source.ts';
import type { StoredAdvice, StoredContribution, StoredDocument } from '#domain/plans/stored.ts';
import { recommendationsIn } from '#domain/plans/stored.ts';
import { trackedFor } from '#domain/plans/tracked-words.ts';
import { columnDay } from '#domain/plans/written-day.ts';

/** One row of a repeated part: a key that stays with the fact it shows, and the words of its cells by field. */
export type Row = { readonly key: string; readonly cells: Readonly<Record<string, Passage>> };

/** `none` is what stands there while there is no row; `isGap` where the plan cannot be finished without one. */
type RowsWriter = {
  readonly none: string;
  readonly isGap?: true;
  readonly rows: (record: PlanRecord, stored: readonly StoredDocument[]) => readonly Row[];
};

const fact = (label: string, text: string, source: Source, gap?: string): Passage => ({
  label,
  kind: 'text',
  text,
  sources: [source],
  composed: false,
  ...(gap ? { gap } : {}),
});

/** A cell: empty stays empty here, the check says so; a table of gaps in words would be unreadable. */
const cell = (label: string, value: string | number | null | undefined): Passage => particular(label, value == null ? '' : String(value));

/** A cell without which the row says nothing that anyone can be held to: empty in the record, it prints the word Gap. */
const required = (label: string, value: string | number | null | undefined): Passage =>
  value == null || value === '' ? { ...particular(label, 'Gap'), kind: 'gap' } : particular(label, String(value));

/** Pence or cents as pounds or dollars, exact to the penny. */
export const money = (minor: number, place: 'england' | 'us'): string => `${place === 'us' ? '$' : '£'}${(minor / 100).toFixed(2)}`;

function provisionRow(line: ProvisionLine, record: PlanRecord, stored: readonly StoredDocument[]): Row {
  const place = record.jurisdiction;
  const cells: Record<string, Passage> = {
    what: fact(line.what, line.what, line.source),
    who: required(`${line.what}, who`, line.who),
    howLong: required(`${line.what}, how long`, line.minutes === null ? null : `${line.minutes} min`),
    timesAWeek: required(`${line.what}, times a week`, line.timesAWeek),
    group: cell(`${line.what}, group`, line.groupSize === null ? null : line.groupSize === 1 ? 'alone' : `group of ${line.groupSize}`),
    place: cell(`${line.what}, place`, line.place),
    from: cell(`${line.what}, from`, line.from && columnDay(line.from, place)),
    until: required(`${line.what}, until`, line.until && columnDay(line.until, place)),
    cost: cell(`${line.what}, cost a year`, line.annualCost === null ? null : money(line.annualCost, place)),
    delivered: deliveredCell(line, record, stored),
  };
  return { key: line.id, cells };
}

/** What was logged; else what a tracker in the case folder counts of a provision of that name, with the tracker as its source. */
const deliveredCell = (line: ProvisionLine, record: PlanRecord, stored: readonly StoredDocument[]): Passage => {
  const label = `${line.what}, delivered`;
  const tracked = line.delivered == null ? trackedFor(line.what, record, stored) : null;
  return tracked ? fact(label, tracked.words, tracked.file) : cell(label, line.delivered);
};

const needRows = (record: PlanRecord): readonly Row[] =>
  [...record.needs]
    .sort((one, other) => one.rank - other.rank)
    .map((need, index) => {
      const label = `Need ${index + 1}`;
      return {
        key: need.id,
        cells: {
          label: particular(label, label),
          text: { ...fact(label, need.text, need.source), composed: need.composed ?? false },
          code: cell(`${label}, code`, need.code),
          area: cell(`${label}, area`, need.area),
        },
      };
    });

const goalRows = (record: PlanRecord): readonly Row[] =>
  record.goals.map((goal, index) => {
    const label = `Goal ${index + 1}`;
    const now = latest(goal.measurements);
    const on = (reading: { words: string; on: string } | null): string | null =>
      reading && `${reading.words}, ${columnDay(reading.on as typeof record.dated, record.jurisdiction)}`;
    return {
      key: goal.id,
      cells: {
        label: particular(label, label),
        number: particular(label, String(index + 1)),
        text: composeGoal(goal, label, record),
        statement: fact(label, goal.statement, goal.source),
        baseline: required(`${label}, baseline`, on(goal.baseline)),
        now: cell(`${label}, now`, on(now)),
        measure: required(`${label}, measure`, goal.measure),
        criterion: required(`${label}, criterion`, goal.criterion),
        by: required(`${label}, by`, goal.by && columnDay(goal.by, record.jurisdiction)),
        objectives: cell(`${label}, steps`, goal.objectives?.join('\n')),
        reporting: cell(`${label}, reported`, goal.reporting),
        progress: cell(`${label}, progress`, goal.outcome?.state),
        evidence: cell(`${label}, evidence`, goal.outcome?.evidence),
      },
    };
  });

const statedRows = (name: string, said: readonly Stated[]): readonly Row[] =>
  said.map((one, index) => ({ key: one.id, cells: { text: fact(`${name} ${index + 1}`, one.text, one.source) } }));

/**
 * The strategies, and in a support plan under each what staff say of it, every answer with its source. A profile that the pupil carries, and
 * a plan that goes to another school, say what helps and no more.
 */
const strategyRows = (record: PlanRecord): readonly Row[] =>
  statedRows('Strategy', record.strategies).flatMap((row, index) => {
    const { id, said = [] } = record.strategies[index]!;
    return record.kind !== 'senSupport' || said.length === 0 ? [row] : [row, saidRow(id, `Strategy ${index + 1}, what staff say`, said)];
  });

const SAID = '-said';

/** Whether a row says what staff answered: it names no row of the record, and words changed in a file stay with the plan. */
export const isSaidRow = (key: string): boolean => key.endsWith(SAID);

const saidRow = (strategy: string, label: string, said: readonly Stated[]): Row => ({
  key: `${strategy}${SAID}`,
  cells: {
    text: { label, kind: 'text', text: said.map(({ text }) => text).join(' '), sources: said.map(({ source }) => source), composed: false },
  },
});

/** Advice, and contributions of those who work with the pupil; what the pupil and the family say stands under their own names. */
const isAdvice = (one: StoredDocument): one is StoredAdvice | StoredContribution =>
  one.kind === 'advice' || (one.kind === 'contribution' && one.role !== 'pupil' && one.role !== 'parent');

type Advised = { readonly by: string; readonly words: string; readonly key: string; readonly source: Source };

const advisedInFiles = (stored: readonly StoredDocument[]): readonly Advised[] =>
  stored.filter(isAdvice).flatMap((report) =>
    recommendationsIn(report).map((words, index) => ({
      by: report.by,
      words,
      key: `${report.file.driveItemId.slice(-32)}-${index + 1}`,
      source: report.file,
    })),
  );

/** What was sent in on a card, by link or typed in. Words that stand in a file of the folder too are taken from there. */
const advisedInRecord = ({ contributed = [] }: PlanRecord, inFiles: readonly Advised[]): readonly Advised[] => {
  const known = new Set(inFiles.map(({ words }) => words.trim()));
  return contributed.flatMap(({ by, passages, source }) =>
    passages.flatMap((words, index) => (known.has(words) ? [] : [{ by, words, key: `${source.id}-${index + 1}`, source }])),
  );
};

/**
 * One row a recommendation, in the adviser's words, out of the case folder and out of what was contributed; the key is where it stands and
 * its place there, so that it stays over versions.
 */
function adviceRows(record: PlanRecord, stored: readonly StoredDocument[]): readonly Row[] {
  const inFiles = advisedInFiles(stored);
  const all = [...inFiles, ...advisedInRecord(record, inFiles)];
  return all.map(({ by, words, key, source }) => ({
    key,
    cells: {
      text: fact(`Advice of ${by}, ${all.filter((one) => one.by === by).findIndex((one) => one.key === key) + 1}`, words, source),
      by: particular(`Advice of ${by}, from`, by),
      on: particular(`Advice of ${by}, dated`, columnDay(source.on, record.jurisdiction)),
    },
  }));
}

const contactRows = (record: PlanRecord): readonly Row[] =>
  record.contacts
    .filter((contact) => contact.mayBeNamed)
    .map((contact) => ({
      key: contact.id,
      cells: { name: cell(`Contact ${contact.name}`, contact.name), role: cell(`${contact.name}, role`, contact.role) },
    }));

const invitedRows = (record: PlanRecord): readonly Row[] =>
  (record.invited ?? []).map((person) => ({
    key: person.id,
    cells: {
      name: cell(person.name, person.name),
      role: cell(`${person.name}, role`, person.role),
      came: cell(`${person.name}, came`, person.came === null ? '' : person.came ? 'came' : 'did not come'),
      advice: cell(`${person.name}, advice`, person.advice),
    },
  }));

const agreementRows = (record: PlanRecord): readonly Row[] =>
  (record.agreements ?? []).map((agreement) => ({
    key: agreement.id,
    cells: {
      name: cell(agreement.name, agreement.name),
      role: cell(`${agreement.name}, role`, agreement.role),
      how: cell(`${agreement.name}, how`, agreement.how ?? 'not asked yet'),
      on: cell(`${agreement.name}, on`, agreement.on && columnDay(agreement.on, record.jurisdiction)),
    },
  }));

const writers: Readonly<Record<string, RowsWriter>> = {
  'transition.steps': {
    none: 'No steps or visits have been arranged.',
    rows: (record) => statedRows('Step', record.sections['transition.steps'] ?? []),
  },
  needs: { none: 'no need has been recorded.', isGap: true, rows: needRows },
  goals: { none: 'no goal has been agreed.', isGap: true, rows: goalRows },
  progress: { none: 'no goal has been agreed.', isGap: true, rows: goalRows },
  provision: {
    none: 'no provision has been agreed.',
    isGap: true,
    rows: (record, stored) => record.provision.map((line) => provisionRow(line, record, stored)),
  },
  accommodations: { none: 'No adjustment has been recorded.', rows: (record) => statedRows('Adjustment', record.accommodations) },
  strategies: { none: 'No strategy has been recorded.', rows: strategyRows },
  advice: { none: 'No advice from outside lies in the case folder, and no contribution has come in.', rows: adviceRows },
  contacts: { none: 'Nobody is named as a contact.', rows: contactRows },
  invited: { none: 'Nobody has been invited yet.', rows: invitedRows },
  agreements: { none: 'Nobody has been asked to agree yet.', rows: agreementRows },
};

const notHeld = (field: string): string => `this template asks for “${field}”, which is not in the record.`;

/** The rows of a repeated part, or one row that holds the gap. A repeat nobody knows takes its rows from the section of that name. */
export function repeatedField(field: string, firstCell: string, record: PlanRecord, stored: readonly StoredDocument[]): readonly Row[] {
  const writer = entry(writers, field);
  const rows = writer ? writer.rows(record, stored) : statedRows(field, entry(record.sections, field) ?? []);
  if (rows.length > 0) return rows;
  const none = writer && !writer.isGap ? particular(field, writer.none) : missing(field, writer?.none ?? notHeld(field));
  return [{ key: 'none', cells: { [firstCell]: none } }];
}

/** Parts that are repeated, for the page on which a school maps its own template. */
export const repeatedFields: readonly string[] = Object.keys(writers);
