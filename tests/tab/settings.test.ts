import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { axeFaults, Bench, overflow } from './open.ts';

const bench = new Bench();
beforeAll(() => bench.start(), 120_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const csv = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('\uFEFFid,name\r\n1,"Two\nlines"\r\n') });

describe('importing a roster', () => {
  it('shows what the files hold before anything is saved, and imports on a press that counts', async () => {
    const { tab } = await bench.open('/tab/settings/import');
    await tab
      .locator('input[type=file]')
      .first()
      .setInputFiles([csv('users.csv'), csv('orgs.csv')]);
    await tab.getByText('School Data Sync · 300 rows · nothing is saved yet').waitFor();
    expect(bench.server.asked.filter(({ address }) => address === 'rosterImport')).toEqual([]);
    expect(await tab.getByRole('row', { name: /31\/02\/2017/ }).innerText()).toMatch(
      /users\.csv\s+14\s+Date of birth\s+31\/02\/2017\s+There is no 31 February/,
    );
    await tab.getByRole('button', { name: 'Import 281 rows' }).click();
    await tab.getByText(/300 rows · imported/).waitFor();
    const [body] = bench.server.bodies<{ files: { name: string; content: string }[]; withoutRejected: boolean }>('rosterImport');
    expect(body?.files.map(({ name }) => name)).toEqual(['orgs.csv', 'users.csv']);
    expect(body?.withoutRejected).toBe(true);
  });

  it('shows a formula as the text it is', async () => {
    const { tab } = await bench.open('/tab/settings/import');
    await tab
      .locator('input[type=file]')
      .first()
      .setInputFiles([csv('users.csv')]);
    await tab.getByText('=cmd|’ /C calc’!A0').waitFor();
  });

  it('says at once that a folder holds no file of a set', async () => {
    const { tab } = await bench.open('/tab/settings/import');
    await tab
      .locator('input[type=file]')
      .first()
      .setInputFiles([{ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }]);
    await tab.getByText('The folder holds no .csv file.').waitFor();
    expect(bench.server.asked.filter(({ address }) => address === 'rosterPreview')).toEqual([]);
  });
});

describe('permissions', () => {
  it('are shown to the administrator with what happened, what waits, and the exact step', async () => {
    const { tab } = await bench.open('/tab/settings/permissions', { person: 'marcus.webb' });
    await tab.getByText('2 work, 1 is refused to you, as it should be, 1 is missing, 1 is off.').waitFor();
    await tab.getByText(/New-ManagementScope/).waitFor();
    await tab.getByRole('button', { name: 'Copy the step for Mail.Send' }).waitFor();
  });

  it('are not there for a coordinator', async () => {
    const { tab } = await bench.open('/tab/settings/permissions');
    await tab.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    expect(await tab.getByRole('link', { name: 'Permissions' }).count()).toBe(0);
  });
});

describe('people from Microsoft 365', () => {
  it('are shown with when they were read, what that changed, and who waits; one press tells two people apart', async () => {
    const { tab } = await bench.open('/tab/settings/sync');
    await tab.getByText(/Last read .* 02:14 · next automatic read/).waitFor();
    await tab.getByText('2 pupils new').waitFor();
    await tab.getByRole('row', { name: /Left, closed Morgan, Sian/ }).waitFor();
    await tab.getByText('callum.reid2@hollinbank.example').waitFor();
    expect(await axeFaults(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Callum Reid: different people' }).click();
    await tab.getByText('To be told apart').waitFor({ state: 'detached' });
    expect(bench.server.bodies('settleDoubt')).toEqual([{ answer: 'different' }]);
  });

  it('are read at a press', async () => {
    const { tab } = await bench.open('/tab/settings/sync');
    await tab.getByRole('button', { name: 'Read now' }).click();
    await tab.getByText('Reading people from Microsoft 365').waitFor({ state: 'attached' });
    expect(bench.server.bodies('syncPeople')).toEqual([{ closeMany: false }]);
  });

  it('have no name for an administrator, who sees that somebody waits', async () => {
    const { tab } = await bench.open('/tab/settings/sync', { person: 'marcus.webb', width: 320 });
    await tab.getByText('1 person waits for the coordinator, who sees both sides.').waitFor();
    expect(await tab.locator('body').innerText()).not.toMatch(/Reid|Osei|Morgan/);
    expect(await overflow(tab)).toBe(0);
  });
});

describe('status', () => {
  it('says what is wrong on Today, and leads to what waits, what it means and what there is to do', async () => {
    bench.server.mood.trouble = true;
    const { tab } = await bench.open('/tab/today');
    await tab.getByText('Outlook is slow just now; two invitations wait; one link by e-mail could not be done.').waitFor();
    await tab.getByRole('button', { name: 'See status' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Status' }).waitFor();
    await tab.getByText('Slow: an answer takes 5.3 s').waitFor();
    await tab.getByText('What to do: Nothing: it clears when Microsoft 365 is quicker again. Nothing is lost meanwhile.').waitFor();
    expect(await axeFaults(tab)).toEqual([]);
  });

  it('has work tried again, and gives it up only with a reason, which then stands on the page', async () => {
    bench.server.mood.trouble = true;
    const { tab } = await bench.open('/tab/settings/status', { width: 320, theme: 'contrast' });
    await tab.getByRole('button', { name: 'Try again: Invitation WM-0398' }).click();
    await tab.getByRole('heading', { name: 'Invitation WM-0398' }).waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Give up: Link by e-mail WM-0412' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Send a new link, or print it as a letter.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Give up' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: /Why/ }).fill('Posted by hand');
    await dialog.getByRole('button', { name: 'Give up' }).click();
    await tab.getByText('One link by e-mail: Posted by hand').waitFor();
    expect(bench.server.bodies('giveUpJob')).toEqual([{ reason: 'Posted by hand' }]);
    expect(await overflow(tab)).toBe(0);
  });
});
