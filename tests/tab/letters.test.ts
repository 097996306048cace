import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import type { FileLetterRequest } from '#contract/letters.ts';
import { AYAAN as PUPIL } from './fixture/ids.ts';
import { axeFaults, Bench, overflow } from './open.ts';

const bench = new Bench();
beforeAll(() => bench.start(), 120_000);
afterEach(() => bench.clear());
afterAll(() => bench.stop());

const INVITATION = `/tab/pupil/${PUPIL}/letters?kind=invitation`;

const write = async () => {
  const found = await bench.open(INVITATION);
  await sheet(found.tab).waitFor();
  return found;
};
const sheet = (tab: Frame) => tab.getByRole('article', { name: 'The letter as it will be printed' });
const answered = (tab: Frame) => tab.getByText('آپ کی مدد کے لیے وہاں ایک مترجم ہوگا').waitFor();

describe('letters', () => {
  it('are reached from the pupil’s page, each with what it is for and what it rests on', async () => {
    const { tab } = await bench.open(`/tab/pupil/${PUPIL}`);
    await tab.getByRole('button', { name: 'Letters' }).click();
    await tab.getByRole('heading', { name: 'Letters', level: 1 }).waitFor();
    await tab.getByText('SEND Regulations 2014, reg 20(3)').waitFor();
    await tab.getByRole('button', { name: 'Write: Invitation to a meeting' }).click();
    await sheet(tab).waitFor();
  });

  it('duty 6 A1: a contact who must not be contacted is in the list with the reason, and cannot be chosen', async () => {
    const { tab } = await write();
    const option = tab.locator('option', { hasText: 'Imran Malik' });
    expect(await option.innerText()).toBe('Imran Malik, father (must not be contacted: Court order, Tue 3 Mar 2026)');
    expect(await option.isDisabled()).toBe(true);
  });

  it('in Urdu are shown from right to left, with names in their own direction, and say that nobody has checked the phrases', async () => {
    const { tab } = await write();
    expect(await sheet(tab).getAttribute('dir')).toBe('rtl');
    const first = sheet(tab).locator('p', { hasText: 'Ayaan' }).first();
    expect(await first.evaluate((node) => getComputedStyle(node).textAlign)).toBe('start');
    expect(await first.locator('bdi').innerText()).toBe('Ayaan');
    await tab.getByText('The Urdu phrases are not yet reviewed by a native speaker').waitFor();
  });

  it('duty 6 A5, A6: ask for the interpreter anew, show the person’s words as they are typed, and are filed with both', async () => {
    const { tab } = await write();
    expect(await tab.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(false);
    await tab.getByRole('radio', { name: 'Yes' }).click();
    await answered(tab);
    await tab.getByRole('textbox', { name: 'What you want to add' }).fill('Parking is behind the hall.');
    await sheet(tab).getByText('Parking is behind the hall.').waitFor();
    await sheet(tab).getByText('یہ الفاظ انگریزی میں ہیں').first().waitFor();
    await tab.getByRole('button', { name: 'File in the case folder' }).click();
    await tab.getByRole('heading', { name: 'Sending it' }).waitFor();
    expect(bench.server.bodies<FileLetterRequest>('fileLetter')).toMatchObject([
      { kind: 'invitation', language: 'ur', interpreter: 'yes', own: { more: 'Parking is behind the hall.', purpose: 'annual-review' } },
    ]);
    await tab.getByRole('button', { name: 'Given by hand' }).click();
    await tab.getByText('Given by hand, Mon 23 Nov 2026').waitFor();
    expect(await tab.getByRole('button', { name: 'Change the words' }).isDisabled()).toBe(true);
  });

  it('that cannot be filed keep every word that was typed', async () => {
    const { tab } = await write();
    bench.server.mood.failing.set('fileLetter', 503);
    await tab.getByRole('textbox', { name: 'What you want to add' }).fill('Parking is behind the hall.');
    await tab.getByRole('button', { name: 'File in the case folder' }).click();
    await tab.getByRole('alert').filter({ hasText: 'Nothing was changed' }).waitFor();
    expect(await tab.getByRole('textbox', { name: 'What you want to add' }).inputValue()).toBe('Parking is behind the hall.');
  });

  it('duty 6 A6: a language is marked as reviewed in Settings by name and day, after its phrases were read', async () => {
    const { tab } = await bench.open('/tab/settings/languages');
    await tab.getByRole('button', { name: 'Read the Urdu phrases' }).click();
    await tab.getByRole('table', { name: 'Phrases in Urdu' }).getByText('ملاقات کی دعوت').waitFor();
    const urdu = tab.locator('.wm-section', { has: tab.getByRole('heading', { name: /Urdu/ }) });
    await urdu.getByRole('textbox', { name: 'Who checked them' }).fill('Nadia Shah, teacher');
    await urdu.getByRole('button', { name: 'Mark Urdu as reviewed' }).click();
    await urdu.getByText('Reviewed by Nadia Shah, teacher, Mon 23 Nov 2026').waitFor();
  });

  it.each([
    ['default', 1440, INVITATION],
    ['dark', 768, INVITATION],
    ['contrast', 320, INVITATION],
    ['dark', 320, `/tab/pupil/${PUPIL}/letters`],
    ['contrast', 768, '/tab/settings/languages'],
    ['default', 320, `/tab/pupil/${PUPIL}?tab=plan`],
  ] as const)('in %s at %i pixels %s has no fault that axe finds, and nothing runs out of the page', async (theme, width, address) => {
    const { tab } = await bench.open(address, { theme, width });
    await tab.locator('.wm-skeleton').first().waitFor({ state: 'detached' });
    await tab.getByText(/What you want to add|No letter has been written|Read the Arabic phrases|Three meetings with parents/).waitFor();
    expect(await axeFaults(tab)).toEqual([]);
    expect(await overflow(tab)).toBe(0);
  });

  it('and what a plan must hold is told on the Plan part, each gap with where to mend it', async () => {
    const { tab } = await bench.open(`/tab/pupil/${PUPIL}?tab=plan`);
    const gap = tab.getByRole('listitem').filter({ hasText: 'Three meetings with parents in the year' });
    expect(await gap.innerText()).toContain('SEND Code of Practice 2015, 6.65');
    expect(await gap.getByRole('link', { name: 'Put it right: Three meetings with parents in the year' }).getAttribute('href')).toBe(
      `/tab/pupil/${PUPIL}/find-a-date`,
    );
  });
});
