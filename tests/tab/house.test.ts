import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { openWorkbook } from '#api/register/workbook/open-workbook.ts';
import { axeFaults, overflow, type Theme } from './open.ts';
import { RecordBench, type Window } from './record-bench.ts';

const bench = new RecordBench();
beforeAll(() => bench.start(), 180_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const PATIENCE = 90_000;
/** Colours depend on the theme and the layout on the width, so that each is looked at once. */
const LOOKS: readonly (readonly [width: number, ...themes: Theme[]])[] = [[1440, 'default', 'dark'], [768], [320, 'contrast']];

const wear = async ({ page, tab }: Window, theme: Theme) => {
  await page.selectOption('#theme', theme, { force: true });
  await tab.locator(`#waymark > .wm-theme-${theme === 'default' ? 'light' : theme}`).waitFor();
};

/** Nothing that axe finds in any theme, nothing that sticks out sideways at any width. */
const looksRight = async (window: Window) => {
  // Fluent fades colours; what is looked at is where they end.
  await window.tab.addStyleTag({ content: '* { transition: none !important; animation: none !important }' });
  await window.tab.locator('.wm-skeleton').first().waitFor({ state: 'detached' });
  for (const [width, ...themes] of LOOKS) {
    await window.page.setViewportSize({ width, height: 1000 });
    expect([width, await overflow(window.tab)]).toEqual([width, 0]);
    for (const [place, theme] of themes.entries()) {
      await wear(window, theme);
      expect([theme, width, await axeFaults(window.tab, place === 0 ? 'all' : 'colours')]).toEqual([theme, width, []]);
    }
  }
  await window.page.setViewportSize({ width: 1440, height: 1000 });
  await wear(window, 'default');
};

const heading = (tab: Frame, name: string | RegExp) => tab.getByRole('heading', { level: 1, name }).waitFor();
const press = (tab: Frame, name: string | RegExp) => tab.getByRole('button', { name }).first().click();

/** The rows of a workbook that the page hands over when the button is pressed. */
const takenOut = async ({ page, tab }: Window, name: string) => {
  const [download] = await Promise.all([page.waitForEvent('download'), press(tab, name)]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const rows = [];
  for await (const { cells } of (await openWorkbook(Buffer.concat(chunks))).sheets[0]!.rows()) rows.push(cells);
  return { name: download.suggestedFilename(), rows };
};

describe('bringing a register', () => {
  it(
    'is looked for in Microsoft 365, its columns are guessed, every change is shown before it is made, and it can be undone',
    async () => {
      const window = await bench.openAt('/tab/settings/register');
      const { tab } = window;
      await heading(tab, 'Bring your register');
      await press(tab, 'Look for workbooks');
      const found = tab.getByRole('list', { name: 'Workbooks found' });
      await found.getByText('SEN register autumn 2026.xlsx', { exact: true }).waitFor();
      await looksRight(window);
      await press(tab, 'Open SEN register autumn 2026.xlsx');
      await tab.getByRole('button', { name: 'Show what would change' }).waitFor();
      await looksRight(window);
      await press(tab, 'Show what would change');
      await heading(tab, 'Check the import');
      await tab.getByRole('tab', { name: /^Rejected [1-9]/ }).waitFor();
      await looksRight(window);
      await press(tab, /^Import \d+ rows$/);
      await tab
        .getByText(/^Imported: \d+ new rows/)
        .first()
        .waitFor();
      await press(tab, /^Undo/);
      await tab
        .getByText(/^Undone/)
        .first()
        .waitFor();
    },
    PATIENCE,
  );
});

describe('pages of the house', () => {
  const pages: readonly (readonly [string, () => string, string, (tab: Frame) => Promise<unknown>])[] = [
    ['Privacy', () => '/tab/privacy', 'ruth.okafor', (tab) => heading(tab, 'Privacy')],
    [
      'a pupil’s privacy',
      () => `/tab/pupil/${bench.callum}/privacy`,
      'ruth.okafor',
      (tab) => tab.getByRole('heading', { level: 2 }).first().waitFor(),
    ],
    ['Who may see this', () => `/tab/pupil/${bench.callum}/access`, 'ruth.okafor', (tab) => heading(tab, 'Who may see this')],
    ['People and roles', () => '/tab/settings/people', 'nadia.rahim', (tab) => heading(tab, 'People and roles')],
    ['People from Microsoft 365', () => '/tab/settings/sync', 'nadia.rahim', (tab) => heading(tab, /People from Microsoft 365/)],
    ['Classes', () => '/tab/classes', 'anna.devlin', (tab) => heading(tab, 'Classes')],
    ['Bring in plans', () => '/tab/plans', 'ruth.okafor', (tab) => heading(tab, 'Bring in plans')],
    ['My pupils', () => '/tab/classes/mine', 'anna.devlin', (tab) => heading(tab, 'My pupils')],
    ['Who has read what', () => '/tab/classes/readings', 'ruth.okafor', (tab) => heading(tab, 'Who has read what')],
    ['Guidance', () => '/tab/guidance', 'ruth.okafor', (tab) => heading(tab, 'Guidance')],
    ['Exam arrangements', () => '/tab/exams', 'ruth.okafor', (tab) => heading(tab, 'Exam arrangements')],
    ['Exam dates', () => '/tab/exams/dates', 'ruth.okafor', (tab) => heading(tab, 'Exam dates')],
    ['SEN information report', () => '/tab/information-report', 'ruth.okafor', (tab) => heading(tab, 'SEN information report')],
    ['New school year', () => '/tab/settings/year', 'ruth.okafor', (tab) => heading(tab, 'New school year')],
    ['My mornings', () => '/tab/settings/mornings', 'ruth.okafor', (tab) => heading(tab, 'My mornings')],
    ['Notices in Teams', () => '/tab/settings/notices', 'ruth.okafor', (tab) => heading(tab, 'Notices in Teams')],
  ];
  it.each(pages)(
    '%s: axe finds nothing in any theme, and nothing sticks out at 1440, 768 and 320 px',
    async (_name, address, person, here) => {
      const window = await bench.openAt(address(), { person });
      await here(window.tab);
      await looksRight(window);
    },
    PATIENCE,
  );

  it(
    'a class sheet is one side of paper, and looks right on every screen',
    async () => {
      const window = await bench.openAt('/tab/classes', { person: 'anna.devlin' });
      await window.tab.getByRole('link', { name: '6 Oak' }).click();
      await window.tab.getByRole('heading', { level: 1, name: /6 Oak/ }).first().waitFor();
      await looksRight(window);
    },
    PATIENCE,
  );
});

describe('old versions of a plan', () => {
  it(
    'duty 2 A5: are listed, opened beside one another, and handed over as the file that was filed',
    async () => {
      const call = bench.calls();
      const draft = () => call('draft', { path: { pupil: bench.callum }, body: { request: crypto.randomUUID(), kind: 'senSupport' } });
      await draft();
      const { entries } = await call('entries', { path: { pupil: bench.callum, kind: 'profile-line' } });
      const strength = entries.find(({ values }) => /^Kind .*younger pupils$/.test(String(values.words)));
      await call('changeEntry', {
        path: { pupil: bench.callum, kind: 'profile-line', entry: strength!.id },
        ifMatch: strength!.version,
        body: { values: { ...strength!.values, words: `Kind, and patient (${strength!.version}), with younger pupils` } },
      });
      await draft();
      const window = await bench.openAt(`/tab/pupil/${bench.callum}?tab=plan`);
      const { tab } = window;
      await press(tab, /^All \d+ versions$/);
      await press(tab, /^Version \d+$/);
      const strengths = tab.locator('.pupil-version-difference', { has: tab.getByRole('heading', { name: 'Strengths' }) });
      await strengths.getByText(/patient \(1\)/).waitFor();
      await strengths.getByText(/Kind to younger pupils/).waitFor();
      await looksRight(window);
      const [file] = await Promise.all([window.page.waitForEvent('download'), press(tab, 'Word file of version 1')]);
      expect(file.suggestedFilename()).toMatch(/^WM-0412 SEN support plan 2026-11-23 version 1\.docx$/);
      await tab.getByText('Made again: byte for byte the file that was filed.').first().waitFor();
    },
    PATIENCE,
  );
});

describe('lists taken out', () => {
  it(
    'Today, classes, meetings, actions and privacy go out as a workbook from their pages, as they are seen',
    async () => {
      const lists: readonly (readonly [string, string, RegExp, string])[] = [
        ['/tab/today', 'Export .xlsx: Today', /^Today 2026-11-23\.xlsx$/, 'Due'],
        ['/tab/classes', 'Export .xlsx: classes', /^Classes 2026-11-23\.xlsx$/, 'Class'],
        ['/tab/meetings', 'Export .xlsx: meetings', /^Meetings 2026-11-23\.xlsx$/, 'Day'],
        ['/tab/meetings', 'Actions .xlsx: actions', /^Actions 2026-11-23\.xlsx$/, 'Number'],
        ['/tab/privacy', 'Export .xlsx: what stands here', /^Privacy 2026-11-23\.xlsx$/, 'List'],
      ];
      for (const [address, button, file, first] of lists) {
        const { name, rows } = await takenOut(await bench.openAt(address), button);
        expect([name, rows[0]?.[0]]).toEqual([expect.stringMatching(file), first]);
      }
    },
    PATIENCE,
  );

  it(
    'a part of a pupil’s record goes out named by the case alone, and a teacher has no such button',
    async () => {
      const window = await bench.open('attendance');
      const { name, rows } = await takenOut(window, 'Export .xlsx: attendance and suspensions');
      expect(name).toBe('WM-0412 attendance and suspensions 2026-11-23.xlsx');
      expect(rows[1]?.[0]).toBe('Attendance 93.4 %');
      const teacher = await bench.open('attendance', { person: 'anna.devlin' });
      await teacher.tab.getByRole('heading', { level: 2, name: 'Attendance' }).waitFor();
      expect(await teacher.tab.getByRole('button', { name: /^Export/ }).count()).toBe(0);
    },
    PATIENCE,
  );
});

describe('one more step, asked for by conditional access', () => {
  it(
    'is taken through Teams in the middle of the work, and the work goes on',
    async () => {
      await bench.switch({ claimsChallenge: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}' });
      try {
        const { page, tab } = await bench.open('');
        const asked: string[] = [];
        page.on('request', (request) => {
          if (request.url().endsWith('/rooms/token')) asked.push(request.postData() ?? '');
        });
        await press(tab, 'Find a date');
        await tab.getByRole('radio').first().waitFor();
        expect(await tab.locator('main').innerText()).not.toContain('calendars could not be read');
        expect(asked.at(-1)).toContain('acrs');
      } finally {
        await bench.switch({ claimsChallenge: null });
      }
    },
    PATIENCE,
  );
});
