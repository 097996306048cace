import { Menu, MenuButton, MenuDivider, MenuItem, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { go } from '../kit/place.ts';
import { type PageName, pageTitles } from './pages.ts';

type Props = { pages: readonly PageName[]; page: PageName | null; onSignOut: (() => void) | null };

/** The pages as a menu, where the row has no room for them; and at its end, in a browser of its own, signing out. */
export const PageMenu = ({ pages, page, onSignOut }: Props) => (
  <Menu
    checkedValues={{ page: page ? [page] : [] }}
    onCheckedValueChange={(_, chosen) => {
      const next = chosen.checkedItems[0];
      if (next) go(`/tab/${next}`);
    }}
  >
    <MenuTrigger disableButtonEnhancement>
      <MenuButton size="small" appearance="transparent" className="wm-row-page">
        {page ? pageTitles[page] : 'Pages'}
      </MenuButton>
    </MenuTrigger>
    <MenuPopover>
      <MenuList>
        {pages.map((name) => (
          <MenuItemRadio name="page" value={name} key={name}>
            {pageTitles[name]}
          </MenuItemRadio>
        ))}
        {onSignOut ? <MenuDivider /> : null}
        {onSignOut ? <MenuItem onClick={onSignOut}>Sign out</MenuItem> : null}
      </MenuList>
    </MenuPopover>
  </Menu>
);
