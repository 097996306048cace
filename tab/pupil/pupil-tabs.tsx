import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { changeQuery } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { Tabs } from '../kit/tabs.tsx';
import { useWidth, type Width } from '../kit/use-width.ts';

const titles = {
  overview: 'Overview',
  needs: 'Needs',
  assessments: 'Assessments',
  plan: 'Plan and goals',
  provision: 'Provision',
  meetings: 'Meetings',
  contacts: 'Contacts',
  agencies: 'Agencies',
  attendance: 'Attendance',
  exams: 'Exams',
  documents: 'Documents',
  clocks: 'Clocks',
} as const;

export type PartName = keyof typeof titles;
const allNames = Object.keys(titles) as PartName[];

/** The part a query names; an unknown one is the overview. */
export const partOf = (name: string | null): PartName => allNames.find((each) => each === name) ?? 'overview';

const room: Readonly<Record<Width, number>> = { wide: allNames.length, middle: 6, narrow: 2 };

const show = (part: PartName) =>
  changeQuery({ tab: part === 'overview' ? '' : part, goal: '', entry: '', add: '', count: '', plan: '', version: '', against: '' });

/** The parts of the page; those without room go under `6 more`, and the one that is open is always in the row. */
export const PupilTabs = ({ part }: { part: PartName }) => {
  const width = useWidth();
  const { me } = useReach();
  // access arrangements are England's; accommodations in State assessments stand with the accommodations
  const names = allNames.filter((name) => name !== 'exams' || me.organisation.jurisdiction === 'england');
  const first = names.slice(0, room[width]);
  const inRow = first.includes(part) ? first : [...first.slice(0, -1), part];
  const others = names.filter((name) => !inRow.includes(name));
  return (
    <div className="pupil-tabs">
      <Tabs label="Parts of the record" value={part} options={inRow.map((value) => ({ value, words: titles[value] }))} onChoose={show} />
      {others.length ? (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton size="small" appearance="transparent" icon={<MoreHorizontalRegular />} menuIcon={null}>
              {others.length} more
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {others.map((name) => (
                <MenuItem key={name} onClick={() => show(name)}>
                  {titles[name]}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : null}
    </div>
  );
};
