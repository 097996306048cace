import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
} from '@fluentui/react-components';
import { changeQuery } from '../kit/place.ts';
import { type ColumnName, columns, columnsAsQuery } from './columns.tsx';
import { filterTitles } from './filters.ts';
import { type GroupName, groupNames } from './lines.ts';

type Props = { at: HTMLElement; shown: readonly ColumnName[]; group: GroupName | null; onClose: () => void };

/** Which columns are shown, and what the list is parted by; both are words of the address, so that they travel with a link. */
export const ColumnsMenu = ({ at, shown, group, onClose }: Props) => (
  <Menu
    open
    onOpenChange={(_, change) => {
      if (change.open) return;
      onClose();
      if (change.type !== 'clickOutside') at.focus();
    }}
    positioning={{ target: at, position: 'below', align: 'end' }}
    checkedValues={{ columns: [...shown], group: [group ?? ''] }}
    onCheckedValueChange={(_, { name, checkedItems }) =>
      changeQuery(name === 'group' ? { group: checkedItems[0] ?? '' } : { columns: columnsAsQuery(['pupil', ...checkedItems]) })
    }
  >
    <MenuPopover className="caseload-menu">
      <MenuList aria-label="Columns and groups">
        <MenuGroup>
          <MenuGroupHeader>Columns</MenuGroupHeader>
          {columns
            .filter((column) => column.name !== 'pupil')
            .map((column) => (
              <MenuItemCheckbox key={column.name} name="columns" value={column.name} persistOnClick>
                {column.title}
              </MenuItemCheckbox>
            ))}
        </MenuGroup>
        <MenuDivider />
        <MenuGroup>
          <MenuGroupHeader>Group by</MenuGroupHeader>
          <MenuItemRadio name="group" value="">
            Nothing
          </MenuItemRadio>
          {groupNames.map((name) => (
            <MenuItemRadio key={name} name="group" value={name}>
              {filterTitles[name]}
            </MenuItemRadio>
          ))}
        </MenuGroup>
      </MenuList>
    </MenuPopover>
  </Menu>
);
