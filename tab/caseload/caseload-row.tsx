import { memo, useRef } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import type { Me } from '#contract/people.ts';
import type { Column } from './columns.tsx';
import type { Stand } from './use-row-focus.ts';

type Props = {
  row: CaseloadRow;
  index: number;
  top: number;
  height: number;
  columns: readonly Column[];
  me: Me;
  /** The cell the keyboard stands on in this row, -1 for the whole row, null where it stands elsewhere. */
  cell: number | null;
  onOpen: (row: CaseloadRow) => void;
  onPlace: (stand: Stand) => void;
  onGlance: (row: CaseloadRow, at: HTMLElement, byKey: boolean) => void;
};

const PAUSE_MS = 400;

const standing = (here: boolean) => (here ? { tabIndex: 0, 'data-stand': true } : { tabIndex: -1 });

/** One pupil: the same cells in the same order at every width; only their places change. */
const Line = ({ row, index, top, height, columns, me, cell, onOpen, onPlace, onGlance }: Props) => {
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      className="caseload-row"
      style={{ transform: `translateY(${top}px)`, height }}
      {...standing(cell === -1)}
      onFocus={(event) => event.target === event.currentTarget && onPlace({ row: index, cell: -1 })}
      onDoubleClick={() => onOpen(row)}
      onKeyDown={undefined}
    >
      {columns.map((column, at) => (
        <div
          role={column.name === 'pupil' ? 'rowheader' : 'gridcell'}
          key={column.name}
          aria-colindex={at + 1}
          className={`caseload-cell caseload-cell-${column.name}`}
          {...standing(cell === at)}
          {...(column.name === 'pupil'
            ? {
                onMouseEnter: (event: React.MouseEvent<HTMLElement>) => {
                  const line = event.currentTarget.parentElement;
                  pause.current = setTimeout(() => line && onGlance(row, line, false), PAUSE_MS);
                },
                onMouseLeave: () => clearTimeout(pause.current),
              }
            : {})}
        >
          {column.cell(row, me)}
        </div>
      ))}
    </div>
  );
};

export const CaseloadRowLine = memo(Line);
