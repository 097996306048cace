import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import type { FocusEvent } from 'react';
import { groupCellPart, groupPart } from './grid-parts.ts';
import type { HeadLine } from './lines.ts';
import type { Stand } from './use-row-focus.ts';

type Props = {
  line: HeadLine;
  index: number;
  top: number;
  height: number;
  cells: number;
  here: boolean;
  onPlace: (stand: Stand) => void;
  onFold: (key: string) => void;
};

/** The head of a group: its words, how many pupils, and whether they are shown. */
export const GroupLine = ({ line, index, top, height, cells, here, onPlace, onFold }: Props) => {
  const lineEvents = {
    onFocus: (event: FocusEvent<HTMLElement>) => event.target === event.currentTarget && onPlace({ row: index, cell: -1 }),
    onClick: () => onFold(line.key),
  };
  return (
    <div
      {...groupPart(index, here, line.open)}
      className="caseload-group"
      style={{ transform: `translateY(${top}px)`, height }}
      {...lineEvents}
    >
      <div {...groupCellPart(cells)} className="caseload-group-words">
        <ChevronDownRegular aria-hidden />
        {line.words} <span className="wm-second">{line.count.toLocaleString('en-GB')}</span>
      </div>
    </div>
  );
};
