import { type FocusEvent, type MouseEvent, memo, useRef } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import type { Me } from '#contract/people.ts';
import type { Column } from './columns.tsx';
import { cellPart, chosenPart, rowPart } from './grid-parts.ts';
import { SelectBox } from './select-box.tsx';
import type { Stand } from './use-row-focus.ts';

export type OnGlance = (row: CaseloadRow, at: HTMLElement, byKey: boolean) => void;

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
  onGlance: OnGlance;
  /** Whether the pupil is chosen; null where nobody can be. */
  chosen: boolean | null;
  onChoose: (pupil: string) => void;
};

const PAUSE_MS = 400;

/** A pause of the pointer on the name opens the glance under the row; it takes no focus then. */
const usePause = (row: CaseloadRow, onGlance: OnGlance) => {
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  return {
    onMouseEnter: (event: MouseEvent<HTMLElement>) => {
      const line = event.currentTarget.parentElement;
      pause.current = setTimeout(() => line && onGlance(row, line, false), PAUSE_MS);
    },
    onMouseLeave: () => clearTimeout(pause.current),
  };
};

/** One pupil: the same cells in the same order at every width; only their places change. */
const Line = ({ row, index, top, height, columns, me, cell, onOpen, onPlace, onGlance, chosen, onChoose }: Props) => {
  const pause = usePause(row, onGlance);
  const before = chosen === null ? 0 : 1;
  const lineEvents = {
    onFocus: (event: FocusEvent<HTMLElement>) => event.target === event.currentTarget && onPlace({ row: index, cell: -1 }),
    onDoubleClick: () => onOpen(row),
  };
  return (
    <div
      {...rowPart(index, cell === -1)}
      {...chosenPart(chosen)}
      className="caseload-row"
      style={{ transform: `translateY(${top}px)`, height }}
      {...lineEvents}
    >
      {chosen === null ? null : (
        <div {...cellPart(0, false, false)} className="caseload-cell caseload-cell-select">
          <SelectBox row={row} chosen={chosen} onChoose={onChoose} />
        </div>
      )}
      {columns.map((column, at) => {
        const heads = column.name === 'pupil';
        return (
          <div
            key={column.name}
            {...cellPart(at + before, cell === at, heads)}
            className={`caseload-cell caseload-cell-${column.name}`}
            {...(heads ? pause : {})}
          >
            {column.cell(row, me)}
          </div>
        );
      })}
    </div>
  );
};

export const CaseloadRowLine = memo(Line);
