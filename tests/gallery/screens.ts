import { ARGUED_DATES } from '#domain/timelines/argued-dates.ts';
import { callsOf, pupilNamed } from '#tests/journeys/coordinator.ts';
import type { Story } from '#tests/journeys/story.ts';
import { classScreens } from './class-screens.ts';
import { contributionScreens } from './contribution-screens.ts';
import { houseScreens } from './house-screens.ts';
import { recordScreens } from './record-screens.ts';
import type { Scene, Screen } from './screen.ts';
import { ADMINISTRATOR, COORDINATOR, heading, inChat, inWord, over, pupilTab, tabPage } from './showing.ts';

/** Makes the scene ready: a proposal for Ayaan, a plan for Callum. */
export const prepare = async (story: Story): Promise<Scene> => {
  const call = callsOf(story.suite);
  const [callum, sofia, ayaan, jaydon] = await Promise.all(
    ['Callum Reid', 'Sofia Marchetti', 'Ayaan Malik', 'Jaydon Osei'].map((name) => pupilNamed(call, name)),
  );
  const proposal = await call('propose', { path: { pupil: ayaan ?? '' }, body: {} });
  const plan = await call('draft', { path: { pupil: callum ?? '' }, body: { request: crypto.randomUUID(), kind: 'senSupport' } });
  return {
    call,
    callum: callum ?? '',
    sofia: sofia ?? '',
    jaydon: jaydon ?? '',
    ayaan: ayaan ?? '',
    review: proposal.meeting,
    plan: plan.document?.itemId ?? '',
  };
};

/** Every screen and card of this version, in the order in which a coordinator meets them. */
export const screens: readonly Screen[] = [
  { name: 'start', show: async (story, _scene, seat) => story.page({ ...seat, ...COORDINATOR }, '/') },
  tabPage('today', () => '/tab/today', heading(/^Today/)),
  tabPage(
    'caseload',
    () => '/tab/caseload',
    ({ tab }) => tab.getByText('Zhao, Mei-Lin'),
  ),
  over(
    'caseload-selected',
    () => '/tab/caseload',
    async ({ tab }) => {
      await tab.getByText('Zhao, Mei-Lin').waitFor();
      const choosing = tab.getByRole('button', { name: 'Select', exact: true });
      if (await choosing.isVisible()) await choosing.click();
      for (const row of [1, 3, 4]) await tab.locator(`[data-row="${row}"] input`).check();
    },
    ({ tab }) => tab.getByText('3 selected'),
  ),
  tabPage(
    'caseload-groups',
    () => '/tab/caseload?group=stage&columns=class~need~why~due~left~worker',
    ({ tab }) => tab.getByRole('row', { name: /^Stage: Assessment/ }),
  ),
  over(
    'caseload-key-worker',
    () => '/tab/caseload',
    async ({ tab }) => {
      await tab.getByText('Zhao, Mei-Lin').waitFor();
      const choosing = tab.getByRole('button', { name: 'Select', exact: true });
      if (await choosing.isVisible()) await choosing.click();
      await tab.locator('[data-row="1"] input').check();
      await tab.getByRole('button', { name: 'Change key worker' }).click();
    },
    ({ tab }) => tab.getByRole('dialog'),
  ),
  over(
    'caseload-nobody',
    () => '/tab/caseload',
    ({ tab }) => tab.getByRole('textbox', { name: /^Filter these/ }).fill('nobody'),
    ({ tab }) => tab.getByText(/^No pupil matches/),
  ),
  tabPage(
    'pupil',
    ({ callum }) => `/tab/pupil/${callum}`,
    ({ tab }) => tab.getByText('Do not contact Mark Reid (father).'),
  ),
  ...['needs', 'assessments', 'plan', 'provision', 'meetings', 'contacts', 'agencies', 'documents', 'clocks'].map(pupilTab),
  tabPage('letters', ({ callum }) => `/tab/pupil/${callum}/letters`, heading('Letters')),
  ...['en', 'es', 'cy', 'pl', 'ur', 'ar'].map((language) =>
    tabPage(
      `letter-${language}`,
      ({ ayaan }) => `/tab/pupil/${ayaan}/letters?kind=consent&language=${language}`,
      ({ tab }) => tab.getByRole('article'),
    ),
  ),
  tabPage(
    'letter-request',
    ({ callum }) => `/tab/pupil/${callum}/letters?kind=assessment-request`,
    ({ tab }) => tab.getByRole('article'),
  ),
  tabPage('settings-languages', () => '/tab/settings/languages', heading('Languages of letters')),
  tabPage('pupil-attendance', ({ jaydon }) => `/tab/pupil/${jaydon}?tab=attendance&count=term`, heading('Jaydon Osei')),
  ...recordScreens,
  ...contributionScreens,
  over(
    'clock',
    ({ callum }) => `/tab/pupil/${callum}?tab=clocks`,
    ({ tab }) => tab.getByRole('button', { name: 'Wed 2 Dec' }).first().click(),
    ({ tab }) => tab.getByText('Where this comes from'),
  ),
  over(
    'log',
    ({ callum }) => `/tab/pupil/${callum}`,
    ({ tab }) => tab.getByRole('button', { name: 'Log', exact: true }).click(),
    ({ tab }) => tab.getByRole('dialog'),
  ),
  over(
    'draft',
    ({ sofia }) => `/tab/pupil/${sofia}`,
    async ({ tab }) => {
      const button = tab.getByRole('button', { name: 'Draft plan in Word' });
      await button.click();
    },
    ({ tab }) => tab.getByRole('dialog'),
  ),
  ...houseScreens,
  ...classScreens,
  over(
    'clocks-record',
    ({ callum }) => `/tab/pupil/${callum}?tab=clocks`,
    async ({ tab }) => {
      await tab.getByRole('button', { name: 'Correct: Draft EHC plan sent to the family' }).click();
      await tab.getByLabel('Day').fill('2026-11-12');
    },
    ({ tab }) => tab.getByText('Moves', { exact: true }),
  ),
  tabPage('calendar', () => '/tab/settings/calendar', heading('School calendar')),
  tabPage('dates', () => '/tab/dates', heading('Dates explained')),
  ...ARGUED_DATES.map(({ id, question }) => tabPage(`date-${id}`, () => `/tab/dates/${id}`, heading(question))),
  tabPage('compliance', () => '/tab/compliance', heading('Compliance')),
  tabPage('compliance-year', () => '/tab/compliance?period=year&side=ours&all=1', heading('Compliance')),
  over(
    'chaser',
    () => '/tab/compliance?side=agencies',
    ({ tab }) =>
      tab
        .getByRole('button', { name: /^Chase/ })
        .first()
        .click(),
    ({ tab }) => tab.getByRole('dialog').getByText(/^Not verified: /),
  ),
  over(
    'follow',
    () => '/tab/compliance',
    ({ tab }) => tab.getByRole('button', { name: 'Follow these dates' }).click(),
    ({ tab }) => tab.getByRole('heading', { name: 'In your Outlook calendar' }),
  ),
  tabPage(
    'reminders',
    () => '/tab/settings/reminders',
    ({ tab }) => tab.getByRole('form', { name: 'Actions from meetings' }),
  ),
  tabPage('meetings', () => '/tab/meetings', heading('Meetings')),
  tabPage(
    'book',
    ({ review }) => `/tab/meetings/${review}/dates`,
    ({ tab }) => tab.getByText('Who can come'),
  ),
  tabPage('import', () => '/tab/settings/import', heading('Import'), ADMINISTRATOR),
  tabPage(
    'permissions',
    () => '/tab/settings/permissions',
    ({ tab }) => tab.getByText(/^\d+ work/),
    ADMINISTRATOR,
  ),
  tabPage('keyboard', () => '/tab/settings/keyboard', heading('Keyboard')),
  tabPage(
    'not-found',
    () => '/tab/pupil/00000000-0000-4000-8000-000000000000',
    ({ tab }) => tab.getByText('There is nothing here for you to see'),
  ),
  inChat('bot-help', 'help', 'What you can ask'),
  inChat('bot-caseload', 'my caseload', 'My caseload'),
  inChat('bot-due', 'due', 'Due'),
  inChat('bot-contacts', 'who to contact Callum Reid', /Callum Reid|contact/i),
  inChat('bot-log', 'log Callum Reid', /Log/),
  inChat('bot-today', 'today', /^Today|Mon/),
  inChat('bot-idea', 'idea for Callum writing', /Idea|idea|Callum/),
  inChat('bot-class', 'class 6 Oak needs', /6 Oak/),
  inChat('bot-profile', 'profile Callum Reid', 'One-page profile'),
  inChat('bot', 'review Ayaan', 'Annual review, Ayaan Malik'),
  inWord('word', /^Missing/),
  inWord('word-sources', /^Sources/),
  inWord('word-wording', /^Wording/),
  inWord('word-differences', /^Differences/),
];
