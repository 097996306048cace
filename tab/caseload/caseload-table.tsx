import { type CSSProperties, type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import { classesOf } from '../kit/classes.ts';
import { isLetterForPage } from '../kit/keys.ts';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { counted } from '../kit/stage-words.ts';
import { useWidth, type Width } from '../kit/use-width.ts';
import { CaseloadHead } from './caseload-head.tsx';
import { CaseloadRowLine, type OnGlance } from './caseload-row.tsx';
import { type ColumnName, columnsFor, type Order } from './columns.tsx';
import { bodyPart, gridPart, manyPart } from './grid-parts.ts';
import { GroupLine } from './group-line.tsx';
import type { ListLine } from './lines.ts';
import { useRowFocus } from './use-row-focus.ts';
import type { Selection } from './use-selection.ts';
import { type Shown, useWindow } from './use-window.ts';

type Props = {
  lines: readonly ListLine[];
  /** Everybody in the list, those of folded groups too. */
  rows: readonly CaseloadRow[];
  shown: readonly ColumnName[];
  order: Order;
  /** Null where nobody can be chosen: on a phone until one asks for it, and for whoever could do nothing with a choice. */
  selection: Selection | null;
  onOrder: (by: ColumnName) => void;
  onGlance: OnGlance;
  onFold: (group: string) => void;
};

const ROW_HEIGHT: Readonly<Record<Width, number>> = { wide: 32, middle: 46, narrow: 104 };
const NARROW_WITHOUT_FLAG = 84;
const GROUP_HEIGHT = 32;
const HEAD_HEIGHT = 33;
const PAGE = 20;

/** The pupil the reader opened last, so that coming back stands on the same row. */
let lastOpened: string | null = null;

const middleHeads: readonly ColumnName[] = ['pupil', 'why', 'due', 'owner'];

/** A dense list of pupils: only the rows in view are drawn, one tab stop, every key of a sheet. */
export const CaseloadTable = ({ lines, rows, shown, order, selection, onOrder, onGlance, onFold }: Props) => {
  const { me, explain } = useReach();
  const width = useWidth();
  const columns = useMemo(() => columnsFor(rows, shown), [rows, shown]);
  const before = selection ? 1 : 0;
  const heads = width === 'middle' ? columns.filter((column) => middleHeads.includes(column.name)) : columns;
  const table = useRef<HTMLDivElement>(null);
  const { scroller, above } = useScroller(width, table);
  const heightOf = useCallback((index: number) => heightOfLine(lines[index], width), [width, lines]);
  const head = width === 'narrow' ? 0 : HEAD_HEIGHT;
  const { beginnings, whole, drawn, bringIntoView } = useWindow(lines.length, heightOf, scroller, above, head);
  const [first] = useState(() => lines.findIndex((line) => line.kind === 'pupil' && line.row.id === lastOpened));
  const focus = useRowFocus({ rows: lines.length, cells: columns.length, page: PAGE }, Math.max(0, first));
  const { stand, moves, goTo } = focus;
  const active = Math.min(stand.row, lines.length - 1);

  useEffect(() => {
    if (first >= 0) goTo({ row: first, cell: -1 });
    lastOpened = null;
  }, [first, goTo]);

  const moved = useRef(0);
  useEffect(() => {
    if (moves === moved.current) return;
    moved.current = moves;
    if (active >= 0) bringIntoView(active);
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>('[data-stand]')?.focus({ preventScroll: true }));
  }, [moves, active, bringIntoView]);

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
  /** Shift with an arrow chooses as it goes; Ctrl+A everybody in the list; Escape nobody. True where the key was one of these. */
  const onChoiceKey = (event: KeyboardEvent<HTMLElement>): boolean => {
    if (!selection) return false;
    const [here, next] = [pupilOf(lines[active]), pupilOf(lines[active + (event.key === 'ArrowDown' ? 1 : -1)])];
    if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      if (here && next) selection.extendTo(next.id, here.id);
      return false; // and the keyboard moves on
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') selection.all();
    else if (event.key === 'Escape' && selection.chosen.length) selection.clear();
    else return false;
    return true;
  };
  const onPress = (event: KeyboardEvent<HTMLElement>): boolean => {
    const line = lines[active];
    const row = pupilOf(line);
    if (event.key === 'Enter' || event.key === ' ') {
      if (stand.row < 0) onHead();
      else if (line?.kind === 'head') onFold(line.key);
      else if (event.key === 'Enter' && row) open(row);
      else if (row && selection) selection.toggle(row.id);
      else return false;
      return true;
    }
    return row !== undefined && stand.row >= 0 && isLetterForPage(event.nativeEvent) && onLetter(row, event.key.toLowerCase());
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const done = onChoiceKey(event);
    if (!done && (focus.move(event) || !onPress(event))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div
        className={classesOf(`caseload-scroller caseload-${width}`, selection && 'caseload-choosing')}
        ref={width === 'narrow' ? null : scroller}
        style={
          { '--caseload-tracks': [...(selection ? ['24px'] : []), ...columns.map((column) => column.track)].join(' ') } as CSSProperties
        }
      >
        <div
          {...gridPart(lines.length, columns.length + before, onKey)}
          {...manyPart(selection !== null)}
          className="caseload-table"
          ref={table}
          tabIndex={-1}
        >
          <CaseloadHead
            heads={heads}
            columns={columns}
            order={order}
            at={stand.row < 0 ? Math.min(stand.cell, heads.length - 1) : null}
            onOrder={onOrder}
            selection={selection}
            count={rows.length}
          />
          <div {...bodyPart} className="caseload-body" style={{ height: beginnings[lines.length] ?? 0 }}>
            {indexesOf(drawn, active).map((index) => {
              const line = lines[index];
              const place = { index, top: beginnings[index] ?? 0, height: heightOf(index), onPlace: focus.place };
              if (line?.kind === 'head')
                return (
                  <GroupLine
                    key={`group ${line.key}`}
                    {...place}
                    line={line}
                    cells={columns.length + before}
                    here={active === index}
                    onFold={onFold}
                  />
                );
              return line ? (
                <CaseloadRowLine
                  key={line.row.id}
                  {...place}
                  row={line.row}
                  columns={columns}
                  me={me}
                  cell={active === index ? stand.cell : null}
                  onOpen={open}
                  onGlance={onGlance}
                  chosen={selection ? selection.has(line.row.id) : null}
                  onChoose={selection?.toggle ?? nothing}
                />
              ) : null;
            })}
          </div>
        </div>
      </div>
      <Foot seen={lines.length === rows.length ? whole : null} count={rows.length} choosing={selection !== null} />
    </>
  );
};

const nothing = () => undefined;

const pupilOf = (line: ListLine | undefined): CaseloadRow | undefined => (line?.kind === 'pupil' ? line.row : undefined);

const heightOfLine = (line: ListLine | undefined, width: Width): number => {
  if (line?.kind === 'head') return GROUP_HEIGHT;
  return width === 'narrow' && !line?.row.flags.length ? NARROW_WITHOUT_FLAG : ROW_HEIGHT[width];
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

/** Where one is in the list, and its keys; between heads of groups a position would count no pupils. */
const Foot = ({ seen, count, choosing }: { seen: Shown | null; count: number; choosing: boolean }) => (
  <div className="wm-foot caseload-foot">
    <span>{seen ? `${seen.first + 1}–${seen.last + 1} of ${count.toLocaleString('en-GB')}` : counted(count, 'pupil')}</span>
    <span className="caseload-keys">
      <kbd>↑</kbd> <kbd>↓</kbd> move{' '}
      {choosing ? (
        <>
          <kbd>Space</kbd> select{' '}
        </>
      ) : null}
      <kbd>Enter</kbd> open <kbd>I</kbd> at a glance <kbd>E</kbd> explain <kbd>?</kbd> all keys
    </span>
  </div>
);
