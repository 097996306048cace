import type { Screen } from './screen.ts';
import { ADMINISTRATOR, COORDINATOR, heading, over, tabPage } from './showing.ts';

/** Pages of the house: bringing a register, plans, people, roles, classes, privacy, who may see a record, versions of a plan. */
export const houseScreens: readonly Screen[] = [
  tabPage('register', () => '/tab/settings/register', heading('Bring your register')),
  over(
    'register-columns',
    () => '/tab/settings/register',
    async ({ tab }) => {
      await tab.getByRole('button', { name: 'Look for workbooks' }).click();
      await tab.getByRole('button', { name: /^Open SEN register/ }).click();
    },
    ({ tab }) => tab.getByRole('button', { name: 'Show what would change' }),
  ),
  over(
    'register-check',
    () => '/tab/settings/register',
    async ({ tab }) => {
      await tab.getByRole('button', { name: 'Look for workbooks' }).click();
      await tab.getByRole('button', { name: /^Open SEN register/ }).click();
      await tab.getByRole('button', { name: 'Show what would change' }).click();
    },
    ({ tab }) => tab.getByRole('heading', { name: 'Check the import', level: 1 }),
  ),
  tabPage('plans-brought-in', () => '/tab/plans', heading('Bring in plans')),
  tabPage('classes', () => '/tab/classes', heading('Classes')),
  tabPage('privacy', () => '/tab/privacy', heading('Privacy')),
  tabPage(
    'pupil-privacy',
    ({ callum }) => `/tab/pupil/${callum}/privacy`,
    ({ tab }) => tab.getByRole('heading', { level: 2 }),
  ),
  tabPage('who-may-see', ({ callum }) => `/tab/pupil/${callum}/access`, heading('Who may see this')),
  tabPage('status', () => '/tab/settings/status', heading('Status')),
  tabPage('privacy-papers', () => '/tab/settings/papers', heading('Privacy papers')),
  {
    name: 'known-faults',
    show: (story, _scene, seat) => story.page({ ...seat, ...COORDINATOR }, new URL('/faults', story.suite.address).href),
  },
  {
    name: 'known-fault',
    show: (story, _scene, seat) => story.page({ ...seat, ...COORDINATOR }, new URL('/faults/W-106', story.suite.address).href),
  },
  tabPage('roles', () => '/tab/settings/people', heading('People and roles'), ADMINISTRATOR),
  tabPage('people-sync', () => '/tab/settings/sync', heading(/People from Microsoft 365/), ADMINISTRATOR),
  over(
    'plan-versions',
    ({ callum }) => `/tab/pupil/${callum}?tab=plan`,
    async ({ tab }) => {
      await tab
        .getByRole('button', { name: /^Open version|^All \d+ versions/ })
        .first()
        .click();
      await tab
        .getByRole('button', { name: /^Version \d+$/ })
        .first()
        .click();
    },
    ({ tab }) => tab.getByRole('heading', { name: /, as it was made$/ }),
  ),
];
