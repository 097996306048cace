import { Menu, MenuItemCheckbox, MenuList, MenuPopover } from '@fluentui/react-components';
import type { CaseloadRow } from '#contract/caseload.ts';
import { changeQuery } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { asQuery, choicesBeside, type FilterName, type Filters, filterTitles } from './filters.ts';

type Props = { name: FilterName; at: HTMLElement; rows: readonly CaseloadRow[]; filters: Filters; onClose: () => void };

/** The values of one filter, each with the number of pupils that have it; several may be chosen. */
export const FilterMenu = ({ name, at, rows, filters, onClose }: Props) => {
  const { me } = useReach();
  return (
    <Menu
      open
      onOpenChange={(_, change) => {
        if (change.open) return;
        onClose();
        if (change.type !== 'clickOutside') at.focus();
      }}
      positioning={{ target: at, position: 'below', align: 'start' }}
      checkedValues={{ [name]: [...(filters.chosen[name] ?? [])] }}
      onCheckedValueChange={(_, chosen) => changeQuery({ [name]: asQuery(chosen.checkedItems) })}
    >
      <MenuPopover className="caseload-menu">
        <MenuList aria-label={filterTitles[name]}>
          {choicesBeside(rows, name, filters, me.organisation.jurisdiction).map((choice) => (
            <MenuItemCheckbox name={name} value={choice.key} key={choice.key} secondaryContent={String(choice.count)} persistOnClick>
              {choice.words}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
