import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { useReach } from '../kit/reach.ts';
import { SaidOfFile, useTakenFile } from '../kit/taken-file.tsx';

/** Something that is done from the head of the page: a page to go to. */
export type Deed = { readonly words: string; readonly press: () => void };

type Props = { pupil: string; deeds: readonly Deed[]; takesProfile: boolean };

/** Where there is no room for every button: the rest behind one, the profile as a file among them. */
export const MoreDeeds = ({ pupil, deeds, takesProfile }: Props) => {
  const { answers } = useReach();
  const { said, take } = useTakenFile();
  const takeProfile = (format: 'docx' | 'pdf') => take(() => answers.change('profilePaper', { path: { pupil }, body: { format } }));
  const profile: readonly Deed[] = takesProfile
    ? [
        { words: 'One-page profile', press: () => void takeProfile('docx') },
        { words: 'Profile as PDF', press: () => void takeProfile('pdf') },
      ]
    : [];
  const all = [...profile, ...deeds];
  if (!all.length) return null;
  return (
    <span className="wm-export">
      <SaidOfFile said={said} />
      <Menu positioning={{ position: 'below', align: 'end' }}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="small" icon={<MoreHorizontalRegular />} menuIcon={null} aria-label="More for this pupil" />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {all.map(({ words, press }) => (
              <MenuItem key={words} onClick={press}>
                {words}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </span>
  );
};
