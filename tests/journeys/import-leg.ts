import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RosterReport } from '#contract/roster.ts';
import { ONEROSTER, sds } from '#tests/api/roster/sets.ts';
import { reference, referenceFolder } from '#tests/reference-folder.ts';
import { hold, same } from './expect.ts';
import type { Story } from './story.ts';

/** A folder with these files, for as long as the work takes. */
const withFolder = async <T>(files: Record<string, string | Buffer>, work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-roster-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const reportOf = (said: string): RosterReport => JSON.parse(said.trim().split('\n').at(-1) ?? '');

/** Imports a folder on the command line; answers the report of its last line. */
const importOf = async ({ suite }: Story, folder: string, code = 0): Promise<RosterReport> => {
  const done = await suite.waymark('import', 'roster', folder, '--json');
  same(done.code, code, `the exit code of the import (it said: ${done.complained.trim().slice(-300)})`);
  return reportOf(done.said);
};

/** A School Data Sync set that nobody here wrote where it is to be had, else one of our own in the same shape. */
const fromCommandLine = async (story: Story): Promise<void> => {
  const theirs = existsSync(referenceFolder);
  const imports = (work: (folder: string) => Promise<void>) => (theirs ? work(reference('rosters', 'sds-v2.1')) : withFolder(sds(), work));
  await imports(async (folder) => {
    await story.step('the command line imports a School Data Sync set', async () => {
      const report = await importOf(story, folder);
      same([report.shape, report.outcome], ['sds-v2.1', 'imported'], 'shape and outcome');
      hold(report.counts.new > 0, 'the set brought nothing new');
    });
    await story.step('the same set again changes nothing', async () => {
      const report = await importOf(story, folder);
      same([report.outcome, report.counts.new, report.counts.changed], ['unchanged', 0, 0], 'outcome and counts');
    });
  });
  await story.step('a set with a dangling id is refused whole, with file, line and column', () =>
    withFolder(sds({ 'enrollments.csv': 'classSourcedId,userSourcedId,role\nC1,NOBODY,student\n' }), async (folder) => {
      const done = await story.suite.waymark('import', 'roster', folder, '--json', '--strict');
      same(done.code, 1, 'the exit code');
      const [row] = reportOf(done.said).rejections;
      same([row?.file, row?.line, row?.column], ['enrollments.csv', 2, 'userSourcedId'], 'the rejected row');
    }),
  );
};

/** The page in Settings: files are chosen, looked at, and only then imported. */
const fromSettings = async (story: Story): Promise<void> => {
  const { page, tab } = await story.openTab({ person: 'nadia.rahim' }, '/tab/settings/import');
  await story.step('an administrator sees what a OneRoster set holds before anything is saved', () =>
    withFolder(ONEROSTER, async (folder) => {
      const files = Object.keys(ONEROSTER).map((name) => path.join(folder, name));
      await tab.getByLabel('Files', { exact: true }).setInputFiles(files);
      await tab.getByRole('heading', { name: 'Check the import', level: 1 }).waitFor();
      await tab.getByText(/^OneRoster · \d+ rows · nothing is saved yet$/).waitFor();
    }),
  );
  await story.step('and imports it with one press', async () => {
    await tab.getByRole('button', { name: /^Import \d+ rows$/ }).click();
    await tab.getByText(/^OneRoster · \d+ rows · imported$/).waitFor();
  });
  await page.context().close();
};

/** First leg: a roster comes in, by command line and by page. */
export const importLeg = async (story: Story): Promise<void> => {
  await fromCommandLine(story);
  await fromSettings(story);
};
