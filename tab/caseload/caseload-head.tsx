import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { useWidth } from '../kit/use-width.ts';
import type { Column, ColumnName, Order } from './columns.tsx';
import { headCellPart, headPart } from './grid-parts.ts';
import { SelectAll } from './select-box.tsx';
import type { Selection } from './use-selection.ts';

type Props = {
  heads: readonly Column[];
  columns: readonly Column[];
  order: Order;
  /** The head the keyboard stands on, null where it stands in the rows. */
  at: number | null;
  onOrder: (by: ColumnName) => void;
  selection: Selection | null;
  count: number;
};

/** Where two columns share a head because their cells stand above one another. */
const middleTitles: Partial<Record<ColumnName, string>> = { why: 'Why look, next clock' };

/** A press with the pointer; Enter and Space come to the table, which has the keyboard. */
const pressed = (onClick: () => void) => ({ onClick });

/** Names of the columns; a press, or Enter, orders by one and turns the order round. */
export const CaseloadHead = ({ heads, columns, order, at, onOrder, selection, count }: Props) => {
  const width = useWidth();
  const before = selection ? 1 : 0;
  return (
    <div {...headPart} className={width === 'narrow' ? 'wm-hidden' : 'caseload-head'}>
      {selection ? (
        <div {...headCellPart(0, false, 'none')} className="caseload-head-cell caseload-cell-select">
          <SelectAll selection={selection} count={count} />
        </div>
      ) : null}
      {heads.map((column, index) => {
        const sorted = column.name === order.by;
        const Arrow = order.down ? ArrowDownRegular : ArrowUpRegular;
        return (
          <div
            key={column.name}
            {...headCellPart(columns.indexOf(column) + before, at === index, sorted ? (order.down ? 'descending' : 'ascending') : 'none')}
            {...pressed(() => onOrder(column.name))}
            className={`caseload-head-cell caseload-head-${column.name}`}
          >
            {width === 'middle' ? (middleTitles[column.name] ?? column.title) : column.title}
            {sorted ? <Arrow aria-hidden /> : null}
          </div>
        );
      })}
    </div>
  );
};
