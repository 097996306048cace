import { hold, same } from './expect.ts';
import type { Story } from './story.ts';

/** A teacher: her own pupils, and the same page for a case that is not hers as for one that does not exist. */
const teacher = async (story: Story, callum: string): Promise<void> => {
  const { page, tab } = await story.openTab({ person: 'harriet.lomax' }, '/tab/caseload');
  await story.step('a teacher’s caseload holds the pupils she teaches and no others', async () => {
    await tab.getByRole('heading', { name: 'Caseload', level: 1 }).waitFor();
    await tab.getByRole('grid', { name: 'Pupils' }).getByRole('rowheader').first().waitFor();
    const rows = Number(await tab.getByRole('grid', { name: 'Pupils' }).getAttribute('aria-rowcount')) - 1;
    hold(rows > 0 && rows < 212, `she sees ${rows} pupils`);
    same(await tab.getByRole('link', { name: 'Reid, Callum' }).count(), 0, 'rows of another teacher’s pupil');
  });
  await page.context().close();
  await story.step('a link to another teacher’s pupil shows the page for what is not there', async () => {
    const shown = await story.openTab({ person: 'harriet.lomax', expected: [404] }, callum);
    await shown.tab.getByText('There is nothing here for you to see').waitFor();
    same(await shown.tab.getByText('Callum').count(), 0, 'mentions of the pupil’s name');
    await shown.page.context().close();
  });
};

/** An administrator: every permission tried live, and no pupil's record. */
const administrator = async (story: Story): Promise<void> => {
  const { page, tab } = await story.openTab({ person: 'nadia.rahim' }, '/tab/settings/permissions');
  await story.step('an administrator has each permission tried live', async () => {
    await tab.getByRole('heading', { name: 'Permissions', level: 1 }).waitFor();
    await tab.getByText(/^\d+ work/).waitFor();
    same(await tab.getByText(/ missing/).count(), 0, 'permissions that are missing');
  });
  await story.step('and has no page that shows a pupil', async () => {
    same(await tab.getByRole('link', { name: /^(Today|Caseload|Meetings)$/ }).count(), 0, 'pages with pupils');
  });
  await page.context().close();
};

/** The address of a pupil's page, as the coordinator's caseload links to it. */
const addressOf = async (story: Story, name: string): Promise<string> => {
  const { page, tab } = await story.openTab({ person: 'ruth.okafor' }, '/tab/caseload');
  const address = await tab.getByRole('link', { name }).getAttribute('href');
  await page.context().close();
  return address ?? '';
};

/** Fifth leg: who sees what. */
export const accessLeg = async (story: Story): Promise<void> => {
  await teacher(story, await addressOf(story, 'Reid, Callum'));
  await administrator(story);
  await story.step('the administrator’s command line tries the same permissions', async () => {
    const done = await story.suite.waymark('preflight');
    same(done.code, 0, `the exit code of preflight (it said: ${done.said.slice(-400)}${done.complained.slice(-200)})`);
  });
};
