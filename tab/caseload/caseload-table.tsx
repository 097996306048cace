import { type CSSProperties, type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import { isLetterForPage } from '../kit/keys.ts';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { useWidth, type Width } from '../kit/use-width.ts';
import { CaseloadHead } from './caseload-head.tsx';
import { CaseloadRowLine, type OnGlance } from './caseload-row.tsx';
import { type ColumnName, columnsFor, type Order } from './columns.tsx';
import { bodyPart, gridPart } from './grid-parts.ts';
import { useRowFocus } from './use-row-focus.ts';
import { type Shown, useWindow } from './use-window.ts';

type Props = { rows: readonly CaseloadRow[]; order: Order; onOrder: (by: ColumnName) => void; onGlance: OnGlance };

const ROW_HEIGHT: Readonly<Record<Width, number>> = { wide: 32, middle: 46, narrow: 104 };
const NARROW_WITHOUT_FLAG = 84;
const HEAD_HEIGHT = 33;
const PAGE = 20;

/** The pupil the reader opened last, so that coming back stands on the same row. */
let lastOpened: string | null = null;

const middleHeads: readonly ColumnName[] = ['pupil', 'why', 'due', 'owner'];

/** A dense list of pupils: only the rows in view are drawn, one tab stop, every key of a sheet. */
export const CaseloadTable = ({ rows, order, onOrder, onGlance }: Props) => {
  const { me, explain } = useReach();
  const width = useWidth();
  const columns = useMemo(() => columnsFor(rows), [rows]);
  const heads = width === 'middle' ? columns.filter((column) => middleHeads.includes(column.name)) : columns;
  const table = useRef<HTMLDivElement>(null);
  const { scroller, above } = useScroller(width, table);
  const heightOf = useCallback(
    (index: number) => (width === 'narrow' && !rows[index]?.flags.length ? NARROW_WITHOUT_FLAG : ROW_HEIGHT[width]),
    [width, rows],
  );
  const { beginnings, inView, drawn, bringIntoView } = useWindow(rows.length, heightOf, scroller, above);
  const [first] = useState(() => rows.findIndex((row) => row.id === lastOpened));
  const focus = useRowFocus({ rows: rows.length, cells: columns.length, page: PAGE }, Math.max(0, first));
  const { stand, moves, goTo } = focus;
  const active = Math.min(stand.row, rows.length - 1);

  useEffect(() => {
    if (first >= 0) goTo({ row: first, cell: -1 });
    lastOpened = null;
  }, [first, goTo]);

  const moved = useRef(0);
  useEffect(() => {
    if (moves === moved.current) return;
    moved.current = moves;
    if (active >= 0) bringIntoView(active, width === 'narrow' ? 0 : HEAD_HEIGHT);
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>('[data-stand]')?.focus({ preventScroll: true }));
  }, [moves, active, bringIntoView, width]);

  const open = useCallback((row: CaseloadRow) => {
    lastOpened = row.id;
    go(`/tab/pupil/${row.id}`);
  }, []);

  const onHead = () => {
    const head = heads[Math.min(stand.cell, heads.length - 1)];
    if (head) onOrder(head.name);
  };
  const onLetter = (row: CaseloadRow, key: string): boolean => {
    const line = table.current?.querySelector<HTMLElement>(`[data-row="${active}"]`);
    if (key === 'i' && line) onGlance(row, line, true);
    else if (key === 'e' && row.next) explain(row.next.clock);
    else return false;
    return true;
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (focus.move(event)) return;
    const row = rows[active];
    const pressed = event.key === 'Enter' || event.key === ' ';
    if (pressed && stand.row < 0) onHead();
    else if (event.key === 'Enter' && row) open(row);
    else if (!row || stand.row < 0 || !isLetterForPage(event.nativeEvent) || !onLetter(row, event.key.toLowerCase())) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div
        className={`caseload-scroller caseload-${width}`}
        ref={width === 'narrow' ? null : scroller}
        style={{ '--caseload-tracks': columns.map((column) => column.track).join(' ') } as CSSProperties}
      >
        <div {...gridPart(rows.length, columns.length, onKey)} className="caseload-table" ref={table} tabIndex={-1}>
          <CaseloadHead
            heads={heads}
            columns={columns}
            order={order}
            at={stand.row < 0 ? Math.min(stand.cell, heads.length - 1) : null}
            onOrder={onOrder}
          />
          <div {...bodyPart} className="caseload-body" style={{ height: beginnings[rows.length] ?? 0 }}>
            {indexesOf(drawn, active).map((index) => {
              const row = rows[index];
              return row ? (
                <CaseloadRowLine
                  key={row.id}
                  row={row}
                  index={index}
                  top={beginnings[index] ?? 0}
                  height={heightOf(index)}
                  columns={columns}
                  me={me}
                  cell={active === index ? stand.cell : null}
                  onOpen={open}
                  onPlace={focus.place}
                  onGlance={onGlance}
                />
              ) : null;
            })}
          </div>
        </div>
      </div>
      <Foot seen={inView} count={rows.length} />
    </>
  );
};

/** On a phone the page scrolls; everywhere else the list does, under its head. */
const useScroller = (width: Width, table: React.RefObject<HTMLDivElement | null>) => {
  const scroller = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    if (width !== 'narrow') return setAbove(0);
    const page = document.getElementById('page') as HTMLDivElement | null;
    scroller.current = page;
    const top = table.current?.getBoundingClientRect().top ?? 0;
    setAbove(top - (page?.getBoundingClientRect().top ?? 0) + (page?.scrollTop ?? 0));
  }, [width, table]);
  return { scroller, above };
};

/** The rows to draw. The one with focus stays when it is scrolled out of sight, or the keyboard would fall off the table. */
const indexesOf = ({ first, last }: Shown, active: number): readonly number[] => {
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
  if (active < 0 || (active >= first && active <= last)) return indexes;
  return active < first ? [active, ...indexes] : [...indexes, active];
};

const Foot = ({ seen, count }: { seen: Shown; count: number }) => (
  <div className="wm-foot caseload-foot">
    <span>
      {seen.first + 1}–{seen.last + 1} of {count.toLocaleString('en-GB')}
    </span>
    <span className="caseload-keys">
      <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>Enter</kbd> open <kbd>I</kbd> at a glance <kbd>E</kbd> explain <kbd>?</kbd> all keys
    </span>
  </div>
);
