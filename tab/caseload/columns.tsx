import type { ReactNode } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import type { Me } from '#contract/people.ts';
import { monthWords } from '#domain/calendar/month.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { DueDate } from '../kit/due-date.tsx';
import { OwnerMark } from '../kit/owner-mark.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { classWords, stageWords } from '../kit/stage-words.ts';
import { UrgencyMark } from '../kit/urgency-mark.tsx';

export type ColumnName =
  | 'pupil'
  | 'class'
  | 'stage'
  | 'need'
  | 'why'
  | 'clock'
  | 'due'
  | 'left'
  | 'owner'
  | 'worker'
  | 'review'
  | 'contact';

export type Column = {
  readonly name: ColumnName;
  readonly title: string;
  /** Share of the width on a desk, as a CSS grid track. */
  readonly track: string;
  /** What the column is ordered by; undefined stands last, whichever way. */
  readonly order: (row: CaseloadRow) => string | number | undefined;
  readonly cell: (row: CaseloadRow, me: Me) => ReactNode;
};

const nameInLists = (row: CaseloadRow): string => `${row.surname}, ${row.givenName}`;

const urgencyRank = { late: 0, near: 1, soon: 2, info: 3, later: 4, good: 5 } as const;

const Why = ({ row }: { row: CaseloadRow }) => {
  const [worst, ...more] = row.flags;
  if (!worst) return <span className="caseload-none">–</span>;
  return (
    <>
      <span className="wm-cut" title={worst.words}>
        <UrgencyMark urgency={worst.urgency} quiet>
          {worst.words}
        </UrgencyMark>
      </span>
      {more.length ? (
        <span className="caseload-more">
          +{more.length}
          <span className="wm-hidden"> more, press I for all</span>
        </span>
      ) : null}
    </>
  );
};

/** The columns, in their order on a desk. Narrower widths show the same cells in two lines or as blocks; the order in the page stays. */
export const columns: readonly Column[] = [
  {
    name: 'pupil',
    title: 'Pupil',
    track: 'minmax(168px, 1.5fr)',
    order: nameInLists,
    cell: (row) => (
      <PageLink to={`/tab/pupil/${row.id}`} className="caseload-name wm-cut" tabIndex={-1}>
        {nameInLists(row)}
      </PageLink>
    ),
  },
  {
    name: 'class',
    title: 'Year',
    track: '56px',
    order: (row) => (row.yearGroup === null ? undefined : `${String(row.yearGroup).padStart(2, '0')} ${row.className ?? ''}`),
    cell: (row, me) => <span className="wm-cut">{classWords(row.yearGroup, row.className, me.organisation.jurisdiction)}</span>,
  },
  {
    name: 'stage',
    title: 'Stage',
    track: '88px',
    order: (row) => ['plan', 'assessment', 'support', 'monitoring', 'none'].indexOf(row.stage),
    cell: (row, me) => <span className="wm-cut">{stageWords(row.stage, me.organisation.jurisdiction)}</span>,
  },
  {
    name: 'need',
    title: 'Primary need',
    track: 'minmax(110px, 1.15fr)',
    order: (row) => row.need?.words,
    cell: (row) => (
      <span className="wm-cut" title={row.need?.words}>
        {row.need?.words ?? '–'}
      </span>
    ),
  },
  {
    name: 'why',
    title: 'Why look',
    track: 'minmax(190px, 2.05fr)',
    order: (row) => (row.flags[0] ? `${urgencyRank[row.flags[0].urgency]} ${row.flags[0].words}` : undefined),
    cell: (row) => <Why row={row} />,
  },
  {
    name: 'clock',
    title: 'Next clock',
    track: 'minmax(110px, 1.4fr)',
    order: (row) => row.next?.title,
    cell: (row) => (
      <span className="wm-cut" title={row.next?.title}>
        {row.next?.title ?? '–'}
      </span>
    ),
  },
  {
    name: 'due',
    title: 'Due',
    track: '84px',
    order: (row) => row.next?.due,
    cell: (row) => (row.next ? <DueDate day={row.next.due} clock={row.next.clock} tabIndex={-1} /> : '–'),
  },
  {
    name: 'left',
    title: 'Days left',
    track: '96px',
    order: (row) => row.next?.daysLeft,
    cell: (row) => (row.next ? <UrgencyMark urgency={row.next.urgency}>{row.next.daysWords}</UrgencyMark> : null),
  },
  {
    name: 'owner',
    title: 'Owed by',
    track: 'minmax(100px, 1.15fr)',
    order: (row) => (row.next ? (row.next.owner.kind === 'you' ? '' : row.next.owner.words) : undefined),
    cell: (row) => (row.next ? <OwnerMark owner={row.next.owner} withInitials={false} /> : null),
  },
  {
    name: 'worker',
    title: 'Key worker',
    track: 'minmax(100px, 0.9fr)',
    order: (row) => row.keyWorker?.name,
    cell: (row) => <span className="wm-cut">{row.keyWorker?.name ?? '–'}</span>,
  },
  {
    name: 'review',
    title: 'Review month',
    track: '92px',
    order: (row) => row.reviewMonth ?? undefined,
    cell: (row) => (row.reviewMonth ? monthWords(row.reviewMonth).replace(/^(...)\w*/, '$1') : '–'),
  },
  {
    name: 'contact',
    title: 'Last contact',
    track: '76px',
    order: (row) => row.lastContact ?? undefined,
    cell: (row, me) => (row.lastContact ? dayWords(row.lastContact, me.today).replace(/^\w+ /, '') : 'none yet'),
  },
];

/** Columns that say something for at least one of the rows, and of these the chosen ones; the pupil's name is always among them. */
export const columnsFor = (rows: readonly CaseloadRow[], chosen: readonly ColumnName[] = columnNames): readonly Column[] =>
  columns.filter((column) => {
    if (column.name !== 'pupil' && !chosen.includes(column.name)) return false;
    if (column.name === 'worker') return rows.some((row) => row.keyWorker);
    if (column.name === 'review') return rows.some((row) => row.reviewMonth);
    if (column.name === 'contact') return rows.some((row) => row.lastContact);
    if (column.name === 'need') return rows.some((row) => row.need);
    return true;
  });

const columnNames: readonly ColumnName[] = columns.map((column) => column.name);

/** The columns a query names, `stage~due`; all where it names none that there are. */
export const chosenColumns = (text: string | null): readonly ColumnName[] => {
  const named = columnNames.filter((name) => (text ?? '').split('~').includes(name));
  return named.length ? named : columnNames;
};

/** Chosen columns as one word of the query; all of them need no word. */
export const columnsAsQuery = (chosen: readonly string[]): string => {
  const named = columnNames.filter((name) => chosen.includes(name));
  return named.length === columnNames.length ? '' : named.join('~');
};

export type Order = { readonly by: ColumnName; readonly down: boolean };

/** The order a query names, `due` or `-due`; nearest date first where it names none. */
export const orderOf = (text: string | null): Order => {
  const by = columns.find((column) => column.name === (text ?? '').replace(/^-/, ''))?.name;
  return { by: by ?? 'due', down: by !== undefined && (text ?? '').startsWith('-') };
};

/** Names go by the alphabet; numbers, days and codes as they are, which is a hundred times quicker. */
const compared = (a: string | number, b: string | number, byAlphabet: boolean): number => {
  if (byAlphabet) return collator.compare(String(a), String(b));
  return a < b ? -1 : a > b ? 1 : 0;
};
const ALPHABETICAL: ReadonlySet<ColumnName> = new Set(['pupil', 'need', 'why', 'clock', 'owner', 'worker']);
const collator = new Intl.Collator('en');

/** The rows in an order; rows without a value stand last, and rows alike keep the order they came in. */
export const ordered = (rows: readonly CaseloadRow[], order: Order): readonly CaseloadRow[] => {
  const column = columns.find((each) => each.name === order.by)!;
  const keyed = rows.map((row) => ({ row, key: column.order(row) }));
  const way = order.down ? -1 : 1;
  const byAlphabet = ALPHABETICAL.has(order.by);
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return a.key === b.key ? 0 : a.key === undefined ? 1 : -1;
    return compared(a.key, b.key, byAlphabet) * way;
  });
  return keyed.map((each) => each.row);
};

/** `Ordered by next date`, for the head of the list. */
export const orderWords = (order: Order): string => {
  const words = order.by === 'due' ? 'next date' : (columns.find((column) => column.name === order.by)?.title.toLowerCase() ?? '');
  return `Ordered by ${words}${order.down ? ', last first' : ''}`;
};
