import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import { isLetterForPage } from '../kit/keys.ts';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { useWidth, type Width } from '../kit/use-width.ts';
import { CaseloadRowLine } from './caseload-row.tsx';
import { type Column, type ColumnName, columnsFor, type Order } from './columns.tsx';
import { useRowFocus } from './use-row-focus.ts';

type Props = {
  rows: readonly CaseloadRow[];
  order: Order;
  onOrder: (by: ColumnName) => void;
  onGlance: (row: CaseloadRow, at: HTMLElement, byKey: boolean) => void;
};

const ROW_HEIGHT: Readonly<Record<Width, number>> = { wide: 32, middle: 46, narrow: 104 };
const NARROW_WITHOUT_FLAG = 84;
const PAGE = 20;

/** The pupil the reader opened last, so that coming back stands on the same row. */
let lastOpened: string | null = null;

const shownColumns: Readonly<Record<Width, readonly ColumnName[] | null>> = {
  wide: null,
  middle: ['pupil', 'why', 'due', 'owner'],
  narrow: [],
};
const middleTitles: Partial<Record<ColumnName, string>> = { why: 'Why look, next clock' };

/** A dense list of pupils: only the rows in view are drawn, one tab stop, every key of the sheet. */
export const CaseloadTable = ({ rows, order, onOrder, onGlance }: Props) => {
  const { me, explain } = useReach();
  const width = useWidth();
  const columns = columnsFor(rows);
  const heads = headsFor(columns, width);
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const [first] = useState(() => {
    const index = rows.findIndex((row) => row.id === lastOpened);
    return Math.max(0, index);
  });
  const { stand, moves, move, place, goTo } = useRowFocus({ rows: rows.length, cells: columns.length, page: PAGE }, first);
  const active = Math.min(stand.row, rows.length - 1);

  // on a phone the page scrolls; everywhere else the list does, under its head
  useLayoutEffect(() => {
    setMargin(width === 'narrow' ? (body.current?.offsetTop ?? 0) + (table.current?.offsetTop ?? 0) : 0);
  }, [width]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => (width === 'narrow' ? document.getElementById('page') : scroller.current),
    estimateSize: (index) => (width === 'narrow' && !rows[index]?.flags.length ? NARROW_WITHOUT_FLAG : ROW_HEIGHT[width]),
    overscan: 6,
    scrollMargin: margin,
    getItemKey: (index) => rows[index]?.id ?? index,
    // the row with focus stays in the page when it is scrolled out of sight, or the keyboard would fall off the table
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return active < 0 || shown.includes(active) || active >= rows.length ? shown : [...shown, active].sort((a, b) => a - b);
    },
  });
  useLayoutEffect(() => virtual.measure(), [width, rows, virtual]);

  useEffect(() => {
    if (first > 0 && rows[first]?.id === lastOpened) {
      virtual.scrollToIndex(first, { align: 'center' });
      goTo({ row: first, cell: -1 });
    }
    lastOpened = null;
    // only when the table first appears
  }, []);

  useEffect(() => {
    if (!moves) return;
    if (stand.row >= 0) virtual.scrollToIndex(active, { align: 'auto' });
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>('[data-stand]')?.focus({ preventScroll: true }));
  }, [moves]);

  const open = (row: CaseloadRow) => {
    lastOpened = row.id;
    go(`/tab/pupil/${row.id}`);
  };

  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (move(event)) return;
    const row = rows[active];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (stand.row < 0) {
        const head = heads[Math.min(stand.cell, heads.length - 1)];
        if (head) onOrder(head.name);
      } else if (row && event.key === 'Enter') open(row);
      return;
    }
    if (!row || stand.row < 0 || !isLetterForPage(event.nativeEvent)) return;
    const key = event.key.toLowerCase();
    if (key === 'i') {
      const at = table.current?.querySelector<HTMLElement>(`[data-row="${active}"]`);
      if (at) onGlance(row, at, true);
    } else if (key === 'e' && row.next) explain(row.next.clock);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const items = virtual.getVirtualItems();
  const style = { '--caseload-tracks': columns.map((column) => column.track).join(' ') } as React.CSSProperties;
  const seen = items.filter((item) => item.end > (virtual.scrollOffset ?? 0) && item.start < (virtual.scrollOffset ?? 0) + (virtual.scrollRect?.height ?? 0));
  return (
    <>
      <div className={`caseload-scroller caseload-${width}`} ref={scroller} style={style}>
        <div
          role="grid"
          aria-label="Pupils"
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length}
          className="caseload-table"
          ref={table}
          onKeyDown={onKey}
          tabIndex={-1}
        >
          <div role="row" aria-rowindex={1} className={width === 'narrow' ? 'wm-hidden' : 'caseload-head'} tabIndex={-1}>
            {heads.map((column, index) => {
              const sorted = column.name === order.by;
              const here = stand.row < 0 && Math.min(stand.cell, heads.length - 1) === index;
              return (
                <div
                  role="columnheader"
                  key={column.name}
                  className={`caseload-head-cell caseload-cell-${column.name}`}
                  aria-sort={sorted ? (order.down ? 'descending' : 'ascending') : 'none'}
                  aria-colindex={columns.indexOf(column) + 1}
                  tabIndex={here ? 0 : -1}
                  {...(here ? { 'data-stand': true } : {})}
                  onClick={() => onOrder(column.name)}
                  onKeyDown={undefined}
                >
                  {width === 'middle' ? (middleTitles[column.name] ?? column.title) : column.title}
                  {sorted ? order.down ? <ArrowDownRegular aria-hidden /> : <ArrowUpRegular aria-hidden /> : null}
                </div>
              );
            })}
          </div>
          <div role="rowgroup" className="caseload-body" ref={body} style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = rows[item.index];
              return row ? (
                <CaseloadRowLine
                  key={row.id}
                  row={row}
                  index={item.index}
                  top={item.start - margin}
                  height={item.size}
                  columns={columns}
                  me={me}
                  cell={active === item.index ? stand.cell : null}
                  onOpen={open}
                  onPlace={place}
                  onGlance={onGlance}
                />
              ) : null;
            })}
          </div>
        </div>
      </div>
      <div className="wm-foot caseload-foot">
        <span>{positionWords(seen, rows.length)}</span>
        <span className="caseload-keys">
          <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>Enter</kbd> open <kbd>I</kbd> at a glance <kbd>E</kbd> explain <kbd>?</kbd> all keys
        </span>
      </div>
    </>
  );
};

const headsFor = (columns: readonly Column[], width: Width): readonly Column[] => {
  const names = shownColumns[width];
  return names?.length ? columns.filter((column) => names.includes(column.name)) : columns;
};

const positionWords = (seen: readonly { index: number }[], count: number): string => {
  const from = seen[0];
  const to = seen.at(-1);
  return from && to ? `${from.index + 1}–${to.index + 1} of ${count.toLocaleString('en-GB')}` : `${count} pupils`;
};
